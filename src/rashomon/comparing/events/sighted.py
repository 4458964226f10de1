"""Claims that speak of happenings, with all by which one happening is told from another."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from rashomon.comparing.numbers import counts
from rashomon.comparing.places import Spot
from rashomon.comparing.saying import ACTUAL, Told
from rashomon.comparing.times import Days
from rashomon.comparing.words import is_number, singular
from rashomon.knowledge.base import load_yaml
from rashomon.knowledge.folding import fold

FILE = "happenings.yaml"
OTHER = "other"
_SENTENCE = re.compile(r"[.!?][\"”’')]*\s+(?=[\"“‘'(]*[A-Z0-9])|\n+")
_PARAGRAPH = re.compile(r"\n+")
_TOLLS = {"killed", "wounded", "captured", "displaced"}
_WORD = re.compile(r"[\w'’-]+")
_SHORT = 3

Numbers = frozenset[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Sighted:
    """A mention of a happening. Equal for equal content, so that what is computed of it can be kept.

    Attributes:
        id: document id, offset, claim id. `sentence`, `paragraph`: their numbers in the document.
        agents, targets: sides of parties; of targets also the nouns of things. `doers`: targets told as doers too.
        places: where. `days`: when, as told; `published`: the first day on which the document may have been published.
        numbers: what is counted, and the least number. `words`: of its clause, those that say which happening is meant.
    """

    id: tuple[str, int, str]
    setting: int
    sentence: int
    paragraph: int
    family: str
    sort: str
    single: bool
    agents: frozenset[str]
    targets: frozenset[str]
    places: frozenset[Spot]
    days: Days | None
    published: int | None
    numbers: Numbers
    words: frozenset[str]


def is_happening(told: Told) -> bool:
    """Whether a claim says of something that happens to somebody that it did, did not, or may have happened.

    Words alone, standing holds, lasting ties and judgements are none; a toll is one.
    """
    claim = told.claim
    if claim.factuality not in ACTUAL or claim.kind not in ("event", "control"):
        return False
    if claim.kind == "control":
        return claim.type is not None or bool(claim.control and (claim.control.from_ or claim.control.to))
    return claim.type not in _known()["talk"] or any(q.what in _TOLLS for q in claim.quantities)


def sighted(told: Sequence[Told]) -> list[Sighted]:
    """The happenings among some claims, in their lasting order."""
    breaks: dict[int, tuple[list[int], list[int]]] = {}
    found = []
    for one in sorted((t for t in told if is_happening(t)), key=lambda t: t.order):
        text = one.reading.document.text
        if one.at not in breaks:
            breaks[one.at] = _ends(_SENTENCE, text), _ends(_PARAGRAPH, text)
        found.append(_sighted(one, *breaks[one.at]))
    return found


def key_of(told: Told) -> tuple[str, int, str]:
    """The id of its mention."""
    return told.reading.document.id, told.claim.start, told.claim.id


def _sighted(told: Told, sentences: Sequence[int], paragraphs: Sequence[int]) -> Sighted:
    claim = told.claim
    sort = told.sort or f"{claim.type or OTHER}: {fold(claim.trigger)}"
    days = told.days if told.days and told.days.exact else None
    return Sighted(
        id=key_of(told),
        setting=told.setting,
        sentence=bisect_right(sentences, claim.start),
        paragraph=bisect_right(paragraphs, claim.start),
        family=_family(told, sort),
        sort=sort,
        single=told.single,
        agents=frozenset(party.side for party in told.agents),
        targets=frozenset(target.key for target in told.targets if not target.weak),
        places=frozenset(spot for spot in told.spots if not spot.broad),
        days=days,
        published=told.published.first if told.published else None,
        numbers=frozenset((count.what, count.least) for count in counts(claim) if count.least > 1),
        words=_words(claim.quote),
    )


def _ends(pattern: re.Pattern[str], text: str) -> list[int]:
    return [match.end() for match in pattern.finditer(text)]


def _family(told: Told, sort: str) -> str:
    by_sort, by_type, by_toll = _families()
    for quantity in told.claim.quantities if told.claim.type is None else ():
        if quantity.what in by_toll:
            return by_toll[quantity.what]
    if sort in by_sort:
        return by_sort[sort]
    if told.claim.kind == "control":
        return by_sort["change of hands"]
    return by_type.get(told.claim.type or "", told.claim.type or OTHER)


def akin(one: str, other: str) -> bool:
    """Whether a happening of one family may be part of one of the other."""
    return frozenset((one, other)) in _akin()


@lru_cache(maxsize=8192)
def _words(quote: str) -> frozenset[str]:
    """The words of a clause that may say which happening is meant, in the singular."""
    found = {singular(fold(word)) for word in _WORD.findall(quote) if not is_number(word)}
    return frozenset(word for word in found - _empty() if len(word) > _SHORT and not word.isdigit())


@cache
def _known() -> Mapping[str, Any]:
    return dict(load_yaml(FILE))


@cache
def _empty() -> frozenset[str]:
    return frozenset(singular(fold(word)) for word in _known()["empty"])


@cache
def _akin() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair) for pair in _known()["akin"])


@cache
def _families() -> tuple[Mapping[str, str], Mapping[str, str], Mapping[str, str]]:
    """Sort -> family, type -> family, what is counted -> family."""
    groups = _known()["families"]
    tolls = {"killed": "force", "wounded": "force"}
    by = [{word: name for name, group in groups.items() for word in group.get(key, ())} for key in _KEYS]
    return by[0], by[1], by[2] | tolls


_KEYS = ("sorts", "types", "numbers")
