"""Texts with what is marked in them, word by word: what the learned reader is trained on."""

from training.examples.types import Argument, Example, Frame, Link, Mention

__all__ = ["Argument", "Example", "Frame", "Link", "Mention"]
