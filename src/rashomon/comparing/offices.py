"""Tellers who are named by their office only: "the general", "the Prefect of Orm".

In one document a reader finds whom it means. In another, that has no name for him, it is whoever holds the office by
the words of the others, if that is one person.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from rashomon.comparing.words import core
from rashomon.knowledge.base import load_yaml
from rashomon.model import Reading

_OF = r"(?:\s+of\s+(?:the\s+)?(?P<of>[A-Z][\w-]*(?:\s+[A-Z][\w-]*)*))?"
_TITLE = re.compile(rf"\b(?P<word>[A-Za-z]+){_OF},?\s+$")
_OFFICE = re.compile(rf"(?:[Tt]he\s+)?(?P<word>[A-Za-z]+){_OF}$")
_REACH = 80
"""So many letters before a name may say what office he holds."""


def with_offices(
    readings: Sequence[Reading], settings: Sequence[int], stand_ins: Sequence[Mapping[str, str]]
) -> list[Mapping[str, str]]:
    """For each reading whom its tellers stand for, those too who are named by an office that one person holds.

    Args:
        readings: the readings.
        settings: of which war each is.
        stand_ins: for each reading: teller -> whom he stands for, by its own words.
    """
    holders: dict[tuple[int, str], set[tuple[str, str]]] = defaultdict(set)
    for reading, setting in zip(readings, settings, strict=True):
        for word, of, person in _held(reading):
            holders[setting, word].add((of, person))
    found: list[Mapping[str, str]] = []
    for reading, setting, own in zip(readings, settings, stand_ins, strict=True):
        named: dict[str, str] = {}
        for teller in sorted({name for claim in reading.claims for name in claim.speakers} - {*own}):
            office = _office(teller)
            if office is None or not _is_definite(office[0], reading.document.text):
                continue
            fitting = {
                person for of, person in holders[setting, office[0]] if not of or not office[1] or of == office[1]
            }
            if len(fitting) == 1:
                named[teller] = next(iter(fitting))
        found.append({**own, **named})
    return found


def _held(reading: Reading) -> set[tuple[str, str, str]]:
    """The offices that persons of a document hold by its words: the office, of what, and the person's full name."""
    text, found = reading.document.text, set()
    for actor in reading.actors:
        if len(core(actor.name)) < 2 or not all(word[:1].isupper() for word in actor.name.split()):
            continue
        for hit in re.finditer(rf"\b{re.escape(actor.name)}\b", text):
            title = _TITLE.search(text[max(hit.start() - _REACH, 0) : hit.start()])
            if title is not None and title["word"].casefold() in _offices():
                found.add((title["word"].casefold(), title["of"] or "", actor.name))
    return found


@lru_cache(maxsize=4096)
def _office(name: str) -> tuple[str, str] | None:
    """The office, and of what, that is all that a name says."""
    match = _OFFICE.fullmatch(name)
    if match is None or match["word"].casefold() not in _offices():
        return None
    return match["word"].casefold(), match["of"] or ""


def _is_definite(office: str, text: str) -> bool:
    """Whether a document speaks of the one who holds an office, never of "a" general."""
    return re.search(rf"\b(?:an?|one|another|former)\s+(?:[a-z]+\s+)?{office}\b", text, re.IGNORECASE) is None


@cache
def _offices() -> frozenset[str]:
    words = load_yaml("accounts.yaml")
    return frozenset((*words["offices"], *words["ranks"]))
