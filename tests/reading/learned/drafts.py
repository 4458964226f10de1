"""Drafts written by hand: frames over the words of invented texts."""

from __future__ import annotations

from typing import Any

from rashomon.model import Document
from rashomon.reading.learned.naming import Names
from rashomon.reading.learned.sentences import sentences
from rashomon.reading.learned.types import Argument, Draft, Frame, Stretch


def at(text: str, words: str, nth: int = 1) -> Stretch:
    """Where words stand in a text for the n-th time."""
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return start, start + len(words)


def frame(text: str, trigger: str, arguments: list[tuple[str, str]], **labels: Any) -> Frame:
    """A frame whose arguments are (role, words), each where the words stand first."""
    found = tuple(Argument(role, *at(text, words), 0.9) for role, words in arguments)  # type: ignore[arg-type]
    plain: dict[str, Any] = {
        "kind": "event", "type": "ASSAULT", "sign": None, "mode": None, "holds": False, "factuality": "happened",
        "endorsement": "endorses", "negated": False, "scores": {"found": 0.8}, "runners": {}, "certainty": 3.0,
    }  # fmt: skip
    return Frame(*at(text, trigger), arguments=found, **{**plain, **labels})


def draft(text: str, *frames: Frame) -> Draft:
    """A draft of these frames without mentions of its own."""
    return Draft(text, tuple(sentences(text)), frames, ())


def document(text: str, **details: str) -> Document:
    """A document of this text."""
    return Document(id="d", text=text, **details)


def named(text: str, words: str, *arguments: tuple[str, str], nth: int = 1, **details: str) -> str | None:
    """The name of words in a text, all the roles given being those of one deed."""
    frames = [frame(text, text.split()[0], [a]) for a in arguments]
    names = Names(draft(text, *frames), document(text, **details))
    found = names.name_of(*at(text, words, nth))
    return found.name if found is not None else None
