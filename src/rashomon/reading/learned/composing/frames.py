"""Frames by what they lack, and with the arguments that are found beside those the model saw."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from rashomon.reading.learned.types import Argument, Frame


def lacks_doer(frame: Frame) -> bool:
    """Whether somebody must have done it, and no words of the frame say who."""
    return frame.kind in ("event", "control") and not any(a.role == "agent" for a in frame.arguments)


def with_arguments(frame: Frame, more: Iterable[Argument]) -> Frame:
    """The frame with more arguments, all in text order."""
    arguments = sorted((*frame.arguments, *more), key=lambda a: (a.start, a.end))
    return replace(frame, arguments=tuple(arguments))
