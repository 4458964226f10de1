"""Readings shown to people, in a terminal or a pipe. Nothing is shown as fact: claims stay allegations."""

from rashomon.showing.explanation import show_explanation
from rashomon.showing.safe import visible
from rashomon.showing.screen import screen
from rashomon.showing.tellers import show_reading

__all__ = ["screen", "show_explanation", "show_reading", "visible"]
