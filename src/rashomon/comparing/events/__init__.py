"""The same event across accounts."""

from rashomon.comparing.events.finding import find
from rashomon.comparing.events.types import Event, Mention

__all__ = ["Event", "Mention", "find"]
