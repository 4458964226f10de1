"""Deeds without a doer of their own that share the doer of the verb before: "agreed to leave", "came and burned"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.knowledge.base import load_yaml
from rashomon.reading.learned.composing.frames import lacks_doer, with_arguments
from rashomon.reading.learned.types import Argument, Draft, Frame

_REACH = 160
"""Code points between two triggers of which one may take the other's doer."""
_SCORE = 0.6
"""What is left of an argument's raw score where it is shared."""
_END = re.compile(r"[.!?;:\n]")
_FORM = re.compile(r"(?:^|[\s,])(?P<link>and|but|or|to|in|for|by|from|of|while|before|after|without)\s+(?:\w+ly\s+)?$")
_PASSIVE = re.compile(r"\b(?:be|been|being|is|are|was|were)\s+(?:\w+ly\s+)?$")
_LINKED = {"and", "but", "or"}


def shared(draft: Draft) -> tuple[Frame, ...]:
    """The frames of a draft, with the doers that they share with verbs before them, in the order of the text."""
    done: list[Frame] = []
    for frame in sorted(draft.frames, key=lambda f: (f.start, f.end)):
        if lacks_doer(frame):
            doers = _doers(draft.text, frame, done)
            frame = with_arguments(frame, doers) if doers else frame
        done.append(frame)
    return tuple(done)


def _doers(text: str, frame: Frame, before: Sequence[Frame]) -> list[Argument]:
    """Who does a deed whose own words name nobody: of the nearest verb before it to which it is linked."""
    form = _FORM.search(text, max(0, frame.start - 40), frame.start)
    verb = text[frame.start : frame.end].split()[0].lower()
    if form is None or not _fits(form["link"], verb):
        return []
    for other in reversed(before):
        between = text[other.end : frame.start]
        if other.end > frame.start or len(between) > _REACH or _END.search(between):
            continue
        if _PASSIVE.search(text, max(0, other.start - 30), other.start) and form["link"] in _LINKED:
            continue
        role = "recipient" if other.type in _object_doers() and form["link"] not in _LINKED else "agent"
        found = [a for a in other.arguments if a.role == role and not frame.start <= a.start < frame.end]
        if found:
            return [replace(a, role="agent", score=a.score * _SCORE) for a in found]
    return []


def _fits(link: str, verb: str) -> bool:
    """Whether a verb's form goes with the word that links it: "to leave", "of burning", "and burned"."""
    if link in _LINKED:
        return verb.endswith(("ed", "ing")) or verb in load_yaml("naming.yaml")["past"]
    return not verb.endswith(("ed", "ing")) if link == "to" else verb.endswith("ing")


def _object_doers() -> frozenset[str]:
    return frozenset(load_yaml("naming.yaml")["object_does"])
