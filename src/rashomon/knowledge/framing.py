"""Sorts of deeds and the frames that words put them in: "liberated", "occupied" (`framing.yaml`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, get_args

from rashomon.errors import KnowledgeError
from rashomon.knowledge.base import ENGLISH, load_yaml
from rashomon.model import EventType, Kind

FILE = "framing.yaml"
_KEYS = {"sort", "kind", "types", "label", "single", "either", "frames", "plain"}
_WORD = re.compile(r"[\w'’-]+")


@dataclass(frozen=True, slots=True)
class Sort:
    """Deeds of one sort, however they are worded.

    Attributes:
        types: the PLOVER types of its claims; none: of any type.
        label: what a heading calls it. `single`: it happens to one somebody once only.
        either: who does it may be told as whom it befell ("laid down their arms", "were disarmed").
    """

    name: str
    kind: Kind
    types: frozenset[EventType]
    label: str
    single: bool
    either: bool


@dataclass(frozen=True, slots=True)
class Wording:
    """A sort of deed as a word tells it, and the frame that the word puts it in (None: a plain word)."""

    sort: Sort
    frame: str | None


@dataclass(frozen=True, slots=True)
class _Pattern:
    words: tuple[str, ...]
    wording: Wording


def wording(words: str, kind: Kind, type: EventType | None, lang: str = ENGLISH) -> Wording | None:
    """What sort of deed some words tell, of a claim of this kind and type, and in which frame.

    None where the words are of no sort that is known for such claims.
    """
    return _wording(" ".join(_WORD.findall(words.casefold())), kind, type, lang)


@lru_cache(maxsize=8192)
def _wording(words: str, kind: Kind, type: EventType | None, lang: str) -> Wording | None:
    stand = words.split()
    found = [
        (len(p.words), -at, p.wording)
        for at, p in enumerate(_patterns(lang))
        if p.wording.sort.kind == kind
        and (not p.wording.sort.types or type in p.wording.sort.types)
        and _told(p.words, stand)
    ]
    return max(found, key=lambda f: f[:2])[2] if found else None


def _told(pattern: tuple[str, ...], words: Iterable[str]) -> bool:
    """Whether the words of a pattern stand there in this order."""
    left = iter(words)
    return all(any(_is(part, word) for word in left) for part in pattern)


def _is(part: str, word: str) -> bool:
    return word.startswith(part[:-1]) if part.endswith("*") else word == part


@cache
def _patterns(lang: str) -> tuple[_Pattern, ...]:
    """Every word and phrase of every sort. Raises KnowledgeError if the file breaks its schema."""
    groups = load_yaml(FILE, lang)
    if not isinstance(groups, list) or not all(isinstance(group, dict) for group in groups):
        raise KnowledgeError(f"{FILE}: expected a list of sorts")
    return tuple(pattern for group in groups for pattern in _of(group))


def _of(group: Mapping[str, Any]) -> Iterable[_Pattern]:
    where = f"{FILE}:{group.get('sort')}"
    if unknown := sorted(str(key) for key in group if key not in _KEYS):
        raise KnowledgeError(f"{where}: unknown keys {unknown}")
    kind, types, frames = group.get("kind", "event"), group.get("types") or [], group.get("frames") or {}
    if kind not in get_args(Kind) or not isinstance(types, list) or not set(types) <= set(get_args(EventType)):
        raise KnowledgeError(f"{where}: no such kind or type")
    if not isinstance(group.get("sort"), str) or not isinstance(frames, dict):
        raise KnowledgeError(f"{where}: a sort needs a name, and frames are a mapping")
    sort = Sort(
        group["sort"],
        kind,
        frozenset(types),
        str(group.get("label", group["sort"])),
        *(bool(group.get(key)) for key in ("single", "either")),
    )
    for frame, words in (*frames.items(), (None, group.get("plain") or [])):
        if not isinstance(words, list) or not all(isinstance(word, str) and word.split() for word in words):
            raise KnowledgeError(f"{where}: {frame or 'plain'}: expected a list of words (quote them)")
        for word in words:
            yield _Pattern(tuple(word.casefold().split()), Wording(sort, frame))
