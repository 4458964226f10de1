"""Which places of different documents are one, lie within one another, or lie apart."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.comparing.names import is_proper
from rashomon.comparing.words import core, is_number, listed, singular
from rashomon.model import Claim, Reading

_AREA = 3
"""From this precision on (UCDP GED) a place is an area: a district or more."""
_NEAR_KM = 3.0
_KM_A_DEGREE = 111.2
_BROAD = {"country", "continent", "region", "sea", "ocean", "river"}


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as it can be compared across documents.

    Attributes:
        key: equal for one and the same. `words`: of its name, folded.
        broad: it is an area within which much may happen.
        country: ISO code. `point`: latitude and longitude.
    """

    key: str
    words: tuple[str, ...]
    shown: str
    broad: bool = False
    country: str | None = None
    point: tuple[float, float] | None = None

    def same(self, other: Spot) -> bool:
        """Whether both are one place, or one lies in the other by its name ("Mill Quarter of Orm" in "Orm")."""
        if self.key == other.key:
            return True
        if self.broad or other.broad:
            return False
        if set(self.words) <= set(other.words) or set(other.words) <= set(self.words):
            return self.point is None or other.point is None or _km(self.point, other.point) < _NEAR_KM
        return self.point is not None and other.point is not None and _km(self.point, other.point) < _NEAR_KM

    def apart(self, other: Spot) -> bool:
        """Whether they cannot be the place of one event."""
        if self.same(other):
            return False
        if not (self.broad or other.broad):
            return True
        return None not in (self.country, other.country) and self.country != other.country


def spots(reading: Reading, claim: Claim) -> tuple[Spot, ...]:
    """The places where a claim's deed happens: those with a name."""
    if claim.where:
        named = [spot(reading, where.name, where.where_prec) for where in claim.where]
    else:
        named = [spot(reading, claim.place, None)] if claim.place else []
    return tuple(found for found in named if found is not None)


def within(reading: Reading, phrases: Sequence[str]) -> tuple[Spot, ...]:
    """The places that some phrases name: "Orm's hospital" is in Orm."""
    named = [p.name for p in reading.places if any(set(core(p.name)) < set(_words(phrase)) for phrase in phrases)]
    return tuple(found for name in named if (found := spot(reading, name)) is not None)


def _words(phrase: str) -> tuple[str, ...]:
    return core(phrase.replace("’s ", " ").replace("'s ", " "))


def held(reading: Reading, claim: Claim) -> Spot | None:
    """The place whose control a claim is about; None where its words only say "territory"."""
    for item in claim.evidence:
        words = reading.document.text[item.start : item.end].split()
        if item.field == "place" and words and singular(words[-1]) in listed("vague_places"):
            return None
    if claim.control is None or claim.control.place is None:
        return None
    what = claim.control.place.partition(" in ")[0].split()
    if what and singular(what[-1]) in listed("vague_places"):
        return None
    return spot(reading, claim.control.place)


def spot(reading: Reading, name: str | None, precision: int | None = None) -> Spot | None:
    """The place of this name in a reading, None where it is no name ("the town", "the north")."""
    if not name or is_number(name):
        return None
    place = next((p for p in reading.places if p.name == name), None)
    if place is not None and place.known_as:
        broad = place.kind in _BROAD or (precision or 0) >= _AREA
        point = (place.lat, place.lon) if place.lat is not None and place.lon is not None else None
        return Spot(place.known_as, core(name), name, broad, place.country, point)
    if not is_proper(name, reading.document.text):
        return None
    return Spot("name:" + _plain(name), core(name), name, (precision or 0) > _AREA)


def _plain(name: str) -> str:
    """A place's names with what it is: "border crossing of Uzel" is "Uzel crossing", but "town of Orm" is "Orm"."""
    what, _, of = name.replace(" at ", " of ").replace(" in ", " of ").partition(" of ")
    nouns = [word for word in what.split() if word.islower()]
    names = sorted(core(" ".join(word for word in name.split() if not word.islower())))
    settled = not nouns or nouns[-1] in listed("settlements") or (not of and not what.endswith(nouns[-1]))
    return " ".join(names if settled else [*names, nouns[-1]])


def meet(ones: Sequence[Spot], others: Sequence[Spot]) -> bool:
    """Whether two lists have a place in common."""
    return any(one.same(other) for one in ones for other in others)


def apart(ones: Sequence[Spot], others: Sequence[Spot]) -> bool:
    """Whether both are told, and no place of the one can be that of the other."""
    return bool(ones and others) and all(one.apart(other) for one in ones for other in others)


def _km(one: tuple[float, float], other: tuple[float, float]) -> float:
    north = (one[0] - other[0]) * _KM_A_DEGREE
    east = (one[1] - other[1]) * _KM_A_DEGREE * math.cos(math.radians((one[0] + other[0]) / 2))
    return math.hypot(north, east)
