"""Claims that speak of happenings, with all by which one happening is told from another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from typing import Any

from rashomon.comparing.accounts import account
from rashomon.comparing.events.ground import Ground
from rashomon.comparing.events.surroundings import Surroundings
from rashomon.comparing.names import Names
from rashomon.comparing.numbers import counts
from rashomon.comparing.places import Spot
from rashomon.comparing.saying import ACTUAL, Told
from rashomon.comparing.times import Days
from rashomon.comparing.words import is_number, listed, singular
from rashomon.knowledge.base import load_yaml
from rashomon.knowledge.folding import fold

FILE = "happenings.yaml"
OTHER = "other"
_TOLLS = {"killed", "wounded", "captured", "displaced"}
_WORD = re.compile(r"[\w'’-]+")
_SHORT = 3

Numbers = frozenset[tuple[str, int]]
Key = tuple[str, int, str]
"""Of a mention: its document's id, where it stands, the id of the claim."""


@dataclass(frozen=True, slots=True)
class Sighted:
    """A mention of a happening. Equal for equal content, so that what is computed of it can be kept.

    Attributes:
        id: of its document and claim. `sentence`, `paragraph`: their numbers in the document.
        agents: sides of parties. `targets`: of parties too, and the nouns of things.
        losers, gainers: who loses and who gains a place; who "liberates" one without being named is taken for the
            teller's own side. `places`: where it is, and what lies around that. `held`: those that change hands.
        days: when, as told or as its paragraph is headed. `before`: if none, the day told last before it.
        published: the first day on which the document may have been published.
        numbers: what is counted, and the least number. `words`: of its sentence, those that may say which it is;
            no names of actors and places, which count by themselves.
    """

    id: Key
    setting: int
    sentence: int
    paragraph: int
    family: str
    sort: str
    single: bool
    agents: frozenset[str]
    targets: frozenset[str]
    losers: frozenset[str]
    gainers: frozenset[str]
    places: frozenset[Spot]
    held: frozenset[Spot]
    days: Days | None
    before: Days | None
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
        return not (claim.control and claim.control.holds)
    return claim.type not in _known()["talk"] or any(q.what in _TOLLS for q in claim.quantities)


def sighted(told: Sequence[Told], names: Names) -> list[Sighted]:
    """The happenings among some claims, in their lasting order."""
    found = []
    ground = Ground(told)
    for _, document in groupby(sorted(told, key=lambda t: t.order), key=lambda t: t.at):
        around: Surroundings | None = None
        last: Days | None = None
        for one in document:
            around = around or Surroundings(one.reading)
            if is_happening(one):
                found.append(_sighted(one, around, last, ground, names))
            last = one.days if one.days and one.days.exact else last
    return found


def key_of(told: Told) -> Key:
    """The id of its mention."""
    return told.reading.document.id, told.claim.start, told.claim.id


def _sighted(told: Told, around: Surroundings, last: Days | None, ground: Ground, names: Names) -> Sighted:
    claim, control = told.claim, told.claim.control
    loser, gainer = (control.from_, control.to) if control else (None, None)
    sort = told.sort or f"{claim.type or OTHER}: {fold(claim.trigger)}"
    headed, places = around.head(claim.start)
    gains = names.parties(told.at, (gainer,) if gainer else ())
    days = told.days if told.days and told.days.exact else headed
    return Sighted(
        id=key_of(told),
        setting=told.setting,
        sentence=around.sentence(claim.start),
        paragraph=around.paragraph(claim.start),
        family=_family(told, sort),
        sort=sort,
        single=told.single,
        agents=frozenset(party.side for party in told.agents),
        targets=frozenset(_keys(told)),
        losers=frozenset(party.side for party in names.parties(told.at, (loser,) if loser else ())),
        gainers=frozenset(party.side for party in gains) or _own_side(told, names),
        places=frozenset(_around((*told.spots, *places), ground)),
        held=frozenset(_around(told.spots, ground) if control else ()),
        days=days,
        before=None if days else last,
        published=told.published.first if told.published else None,
        numbers=frozenset((count.what, count.least) for count in counts(claim) if count.least > 1),
        words=(_words(around.words(claim.start)) | _words(claim.quote)) - _words(around.names),
    )


def _around(spots: Iterable[Spot], ground: Ground) -> Iterator[Spot]:
    return (around for spot in spots if not spot.broad for around in ground.around(spot))


def _own_side(told: Told, names: Names) -> frozenset[str]:
    """The teller's side, where his word says that it gains the place and not who does: "the liberation of Orm"."""
    wording = told.wording
    if told.claim.control is None or wording is None or wording.frame not in _known()["own_gain"]:
        return frozenset()
    teller = account(names, told.at, told.claim, told.reading.document, {})
    return frozenset({teller.side} if teller is not None and teller.side else ())


def _keys(told: Told) -> Iterator[str]:
    """Under what the targets of a claim are known: a party by its side and by its noun ("Scout")."""
    for target in told.targets:
        if target.party:
            yield target.party.side
        if target.noun and not (target.weak or target.noun in listed("weak_targets")):
            yield f"noun:{target.noun}"


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


@cache
def tolls() -> frozenset[str]:
    """Sorts of deeds that are but the toll of another: its dead, its wounded."""
    return frozenset(_known()["tolls"])


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
