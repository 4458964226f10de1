"""Which place a name stands for: the document decides among all places of that name.

Every name of a document is weighed with all the others at once. What speaks for a place: its size; the
division or country named beside it ("Ostry, Kessel province"); the countries of the actors named; and the
places that the document's other names may stand for, the more the nearer they lie. In each round a name's
places are weighed by the places of the others as they stand after the round before. One name stands for
one place in one document, unless what is named beside it tells two apart.

The features are those of the toponym-resolution literature (population, one sense per discourse, spatial
minimality, containment: Leidner 2007; Buscaldi 2011); the weights are set by judgement, not fitted.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.knowledge.folding import fold
from rashomon.knowledge.places import PlaceEntry, distance_km
from rashomon.reading.places.affinity import Field

_MOST = 40
_ROUNDS = 3
_SIZE = 0.9
_MAIN = 1.8
_COUNTRY = 5.0
_DIVISION = 1.2
_WIDE = 5.0
_OURS = 1.5
_BESIDE = 5.0
_ACTORS = 1.2
_MOST_SUPPORT, _HALF_SUPPORT = 12.0, 4.0
_CAPITAL = 2.2
_COVERING = 1.0
_MERGE_KM = 30.0
_SPOKEN_OF = 0.15
_MOST_OF_IT, _PART_OF_IT = 0.5, 0.3
_BEYOND_DOUBT = 0.9
_MEETING = 3
_SEAT = 20
_KNOWN_PEOPLE = 100_000


@dataclass(frozen=True, slots=True)
class Toponym:
    """A name in a document that stands for a place.

    Attributes:
        start: where it stands (any order-preserving number: token or offset). `name`: as written.
        candidates: the places that it may stand for.
        beside: the name of what it is said to lie in ("Kessel province"), if the text says so.
        loose: the candidates are spelt otherwise than the name.
    """

    start: int
    name: str
    candidates: tuple[PlaceEntry, ...]
    beside: str | None = None
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a name stands for: its places with their shares (they sum to 1), the likeliest first; () if unknown.

    Attributes:
        settled: the first is likely enough to be the answer: it has most of the shares, and it is well known or
            lies in a country that the document speaks of.
    """

    places: tuple[tuple[PlaceEntry, float], ...]
    settled: bool = False

    @property
    def best(self) -> PlaceEntry | None:
        """The likeliest place."""
        return self.places[0][0] if self.places else None

    @property
    def share(self) -> float:
        """Its share, in 0..1: raw, not a probability."""
        return self.places[0][1] if self.places else 0.0


UNKNOWN = Resolved(())
"""What a name stands for that no knowledge has."""


_Key = tuple[str, str, tuple[str, ...]]
"""A name, what it lies in, and the ids of its places: "Kessel province" has not those of "Kessel"."""


@dataclass(slots=True)
class _Name:
    """A name as it stands in the whole document, with its places and how each is weighed."""

    key: _Key
    loose: bool
    contained: bool
    places: list[PlaceEntry]
    own: list[float]
    shares: list[float]
    spread: float


def resolve_names(toponyms: Sequence[Toponym], countries: Mapping[str, float] | None = None) -> list[Resolved]:
    """What each name stands for, in the order of the names.

    Args:
        toponyms: all names of one document.
        countries: country (ISO code) -> its share among the actors that the document names, in 0..1.
    """
    beside = _inherited(toponyms)
    by_name: dict[str, list[PlaceEntry]] = {}
    for toponym in toponyms:
        by_name.setdefault(toponym.name, []).extend(toponym.candidates)
    names: dict[_Key, _Name] = {}
    keys = [_key(toponym, beside) for toponym in toponyms]
    for key, toponym in zip(keys, toponyms, strict=True):
        if key not in names and toponym.candidates:
            container = by_name.get(beside.get(toponym.start) or "", ())
            names[key] = _weighed(key, toponym, container, countries or {})
    _settle(list(names.values()))
    spoken_of = _spoken_of(names.values(), countries or {})
    return [_answer(names[key], spoken_of) if key in names else UNKNOWN for key in keys]


def _key(toponym: Toponym, beside: Mapping[int, str]) -> _Key:
    ids = tuple(place.id for place in toponym.candidates)
    return fold(toponym.name), fold(beside.get(toponym.start) or ""), ids


def _spoken_of(names: Iterable[_Name], countries: Mapping[str, float]) -> set[str]:
    """The countries that a document speaks of: those of its actors, those of its better known places, and those
    in which several of its names meet."""
    found = {country for country, share in countries.items() if share >= _SPOKEN_OF}
    meeting: Counter[str] = Counter()
    for name in names:
        if not name.loose:
            place, share = max(zip(name.places, name.shares, strict=True), key=lambda ps: ps[1])
            if share >= _MOST_OF_IT and (_well_known(place) or name.contained):
                found.add(place.country)
            meeting.update({p.country for p, s in zip(name.places, name.shares, strict=True) if s >= _PART_OF_IT})
    return (found | {country for country, times in meeting.items() if times >= _MEETING}) - {""}


def _well_known(place: PlaceEntry) -> bool:
    return not _elsewhere(place) or place.kind == "capital" or place.population >= _KNOWN_PEOPLE


def _elsewhere(place: PlaceEntry) -> bool:
    """Whether GeoNames alone has a place, or that near which it lies."""
    return place.id.removeprefix("near:").startswith("gn:")


def _answer(name: _Name, spoken_of: set[str]) -> Resolved:
    places = _ranked(name)
    best, share = places[0]
    near_home = best.country in spoken_of
    settled = share >= _MOST_OF_IT and (near_home or name.contained or (_well_known(best) and not name.loose))
    hidden = not _well_known(best) and not name.contained and any(p.kind == "capital" for p, _ in places[1:])
    return Resolved(places, settled and not (hidden and share < _BEYOND_DOUBT))  # a hamlet called Paris


def _inherited(toponyms: Sequence[Toponym]) -> dict[int, str]:
    """What each name lies in; a name said once to lie in one place does so throughout."""
    said: dict[str, set[str]] = {}
    for t in toponyms:
        if t.beside:
            said.setdefault(fold(t.name), set()).add(t.beside)
    found: dict[int, str] = {}
    for t in toponyms:
        containers = said.get(fold(t.name), set())
        if t.beside:
            found[t.start] = t.beside
        elif len(containers) == 1:
            found[t.start] = next(iter(containers))
    return found


def _weighed(key: _Key, toponym: Toponym, container: Sequence[PlaceEntry], countries: Mapping[str, float]) -> _Name:
    places = list(toponym.candidates[:_MOST])
    own = [_own_weight(p, key[0]) + _ACTORS * countries.get(p.country, 0.0) for p in places]
    inside = [any(lies_in(p, c) for c in container) for p in places]
    own = [w + _BESIDE * within for w, within in zip(own, inside, strict=True)]
    divisions = {(p.country, p.admin1 or p.name) for p in places}
    return _Name(key, toponym.loose, any(inside), places, own, _shares(own), len(divisions) ** 0.5)


def _own_weight(place: PlaceEntry, key: str) -> float:
    """How likely a place is meant by its name alone."""
    weight = _SIZE * math.log10(place.population * {0: 1.0, 1: 0.3}.get(place.level, 0.15) + 10)
    main = fold(place.name) == key
    weight += _MAIN * main + _DIVISION * (main and place.level == 1) + _CAPITAL * (place.kind == "capital")
    if place.kind == "country":
        return weight + _COUNTRY
    if _elsewhere(place) or place.population:
        return weight
    return weight + (_OURS if place.country else _WIDE)


def lies_in(place: PlaceEntry, container: PlaceEntry) -> bool:
    """Whether a place lies in a country, division or town."""
    if place.id == container.id or (place.country != container.country and container.country):
        return False
    if container.kind == "country":
        return True
    if container.level:
        return fold(container.name) in {fold(place.admin1), fold(place.admin2)} or _within(place, container, 1.0)
    return _within(place, container, 1.5)


def _within(place: PlaceEntry, container: PlaceEntry, times: float) -> bool:
    if place.lat is None or place.lon is None or container.lat is None or container.lon is None:
        return False
    return distance_km(place.lat, place.lon, container.lat, container.lon) <= container.radius_km * times


def _country(name: _Name) -> str:
    """The id of the country that a name first of all stands for, "" if none."""
    first = name.places[0]
    return first.id if first.kind == "country" else ""


def _distinct(names: Sequence[_Name]) -> list[_Name]:
    """The names without those of one country by another name: "US", "American" and "Americans" tell one thing."""
    found: dict[_Key | str, _Name] = {}
    for name in sorted(names, key=lambda n: n.key):
        found.setdefault(_country(name) or name.key, name)
    return list(found.values())


def _settle(names: list[_Name]) -> None:
    """Weighs all names by one another, a few rounds."""
    voices = _distinct(names)
    field = Field.of([place for voice in voices for place in voice.places])
    starts = np.cumsum([0, *(len(voice.places) for voice in voices)])[:-1]
    spread = np.array([voice.spread for voice in voices])
    heard = {id(name): _heard(name, voices) for name in names}
    nearness = {id(name): field.affinities(name.places) for name in names} if voices else {}
    covering = {
        key: np.maximum.reduceat(matrix, starts, axis=1) / spread * _COVERING for key, matrix in nearness.items()
    }
    for _ in range(_ROUNDS if voices else 0):
        shares = np.array([share for voice in voices for share in voice.shares])
        rounds = []
        for name in names:
            likely = np.add.reduceat(nearness[id(name)] * shares, starts, axis=1)
            support = ((likely + covering[id(name)]) * heard[id(name)]).sum(axis=1)
            saturated = _MOST_SUPPORT * support / (support + _HALF_SUPPORT)
            rounds.append(_shares([w + float(s) for w, s in zip(name.own, saturated, strict=True)]))
        for name, weighed in zip(names, rounds, strict=True):
            name.shares = weighed


def _heard(name: _Name, voices: Sequence[_Name]) -> NDArray[np.float64]:
    """Which of the others have a say for a name: not itself, nor another name of its country."""
    land = _country(name)
    return np.array([float(v.key[0] != name.key[0] and not (land and _country(v) == land)) for v in voices])


def _shares(weights: Sequence[float]) -> list[float]:
    most = max(weights)
    powers = [math.exp(w - most) for w in weights]
    total = sum(powers)
    return [p / total for p in powers]


def _ranked(name: _Name) -> tuple[tuple[PlaceEntry, float], ...]:
    """The places by share; a town and the division of its name are one answer: the town, if it is none of the least."""
    ranked = sorted(zip(name.places, name.shares, strict=True), key=lambda ps: (-ps[1], ps[0].id))
    kept: list[tuple[PlaceEntry, float]] = []
    for place, share in ranked:
        twin = next((i for i, (other, _) in enumerate(kept) if _same_spot(place, other)), None)
        if twin is None:
            kept.append((place, share))
        else:
            kept[twin] = (_town_first(kept[twin][0], place), kept[twin][1] + share)
    return tuple((place, round(share, 3)) for place, share in sorted(kept, key=lambda ps: (-ps[1], ps[0].id)))


def _town_first(one: PlaceEntry, other: PlaceEntry) -> PlaceEntry:
    """Of a town and its division, the town."""
    areas = [p.level > 0 or p.kind in {"region", "territory"} for p in (one, other)]
    if areas == [True, False] and other.population * _SEAT >= one.population:
        return other
    return one


def _same_spot(one: PlaceEntry, other: PlaceEntry) -> bool:
    if one.country != other.country or None in {one.lat, one.lon, other.lat, other.lon}:
        return False
    assert one.lat is not None and one.lon is not None and other.lat is not None and other.lon is not None  # noqa: PT018
    return distance_km(one.lat, one.lon, other.lat, other.lon) <= max(
        _MERGE_KM, min(120.0, one.radius_km, other.radius_km)
    )
