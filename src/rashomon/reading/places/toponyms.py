"""From names in a text to what they may stand for: spellings, what stands beside them, whose land is spoken of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from rashomon.knowledge.actors import known_actors
from rashomon.knowledge.base import load_yaml
from rashomon.knowledge.places import PlaceEntry, load
from rashomon.reading.places.resolving import Resolved, Toponym, resolve_names
from rashomon.reading.places.words import words

_GAP = re.compile(r"\s*(?:,|\()?\s*(?:(?:in|of)\s+)?(?:(?:the|[a-z]+ern|rural)\s+)*")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_ACRONYM = 4
_LONGEST_LIST = 4
_NEAR_KM = 15.0
_SPELT_ALIKE = {"country", "territory", "continent"}  # everybody spells these in one of the known ways
_AREAS = {"region", "district", "territory", "country"}


@dataclass(frozen=True, slots=True)
class Candidates:
    """The places that a name may stand for. `loose`: they are spelt otherwise."""

    places: tuple[PlaceEntry, ...]
    loose: bool = False

    def areas(self) -> Candidates:
        """Those that are areas; all, if none is."""
        areas = tuple(p for p in self.places if p.level or p.kind in _AREAS)
        return Candidates(areas, self.loose) if areas else self


def candidates(name: str) -> Candidates:
    """The places that a name may stand for: as it is, without a direction or a sort word, or spelt otherwise."""
    if found := _exact(name):
        return Candidates(found)
    parts = name.split()
    first, last = parts[0].lower(), parts[-1].lower()
    if len(parts) > 1 and first in words("directions") | {"the"}:
        return candidates(" ".join(parts[1:]))
    if len(parts) > 2 and parts[1].lower() == "of" and first in words("sorts"):
        return candidates(" ".join(parts[2:]))
    loosely = tuple(p for p in load().lookup_loosely(name) if p.kind not in _SPELT_ALIKE)
    if loosely or len(parts) == 1:
        return Candidates(loosely, loose=True)
    inner = candidates(" ".join(parts[:-1]))
    if last in words("wide") | words("sorts"):
        return inner.areas()
    if last in words("heads_after") and not inner.loose:  # an airport of a town lies near it
        return Candidates(tuple(map(_near, inner.places)))
    return Candidates(())


def _exact(name: str) -> tuple[PlaceEntry, ...]:
    gazetteer = load()
    found = gazetteer.lookup(name)
    if name.isupper() and len(name) <= _ACRONYM:  # "EU" is no town of that name
        found = tuple(p for p in found if p.kind in {"country", "territory"} or not p.id.startswith("gn:"))
    if land := known_actors().demonym(name):
        found = (*(p for p in gazetteer.lookup(land.name)[:1] if p not in found), *found)
    return found or (_division(_abbreviations()[name]) if name in _abbreviations() else ())


def _near(place: PlaceEntry) -> PlaceEntry:
    """Something near or in a place that the gazetteer knows, itself unknown."""
    return place._replace(id=f"near:{place.id}", kind="site", level=0, radius_km=max(_NEAR_KM, place.radius_km))


def place_names(text: str, spans: Sequence[tuple[int, int]], names: Sequence[str] | None = None) -> list[Resolved]:
    """What the names at these offsets of a text stand for.

    Args:
        text: the document's text.
        spans: start and end of each name, in text order.
        names: the names without what does not belong to them; by default as they stand in the text.
    """
    named = [text[start:end] for start, end in spans] if names is None else list(names)
    toponyms = []
    for n, ((start, end), name) in enumerate(zip(spans, named, strict=True)):
        found = _candidates(text, start, end, name)
        toponyms.append(Toponym(start, name, found.places, _beside(text, n, spans, named), found.loose))
    return resolve_names(toponyms, _lands(text))


def _candidates(text: str, start: int, end: int, name: str) -> Candidates:
    """As `candidates`; a name before a sort word ("Kessel province") stands for an area, if there is one.

    An abbreviation after a comma is a division ("Ostry, La.").
    """
    dotted = f"{name}." if text[end : end + 1] == "." else name
    listed, comma = _abbreviations(), text[:start].rstrip().endswith(",")
    division = listed.get(dotted) or (listed.get(name) if comma else None)
    if division and (comma or dotted.endswith(".")):
        return Candidates(_division(division))
    found = candidates(name)
    after = _WORD.match(text, end + 1) if end < len(text) else None
    if after and after[0].lower() in words("wide"):
        return found.areas()
    return found


def _beside(text: str, n: int, spans: Sequence[tuple[int, int]], names: Sequence[str]) -> str | None:
    """The name of what a name is said to lie in: "X, Y", "X in northern Y", "X (Y)", and "Y's X"."""
    _, end = spans[n]
    gap = _GAP.match(text, end)
    stop = gap.end() if gap else end
    following = n + 1
    if stop > end and following < len(spans) and spans[following][0] == stop and text[end:stop].strip():
        comma = text[end:stop].strip() == ","
        if not comma or not _listed(text, n, spans):
            return names[following]
    before = n - 1
    if before >= 0 and text[spans[before][1] : spans[n][0]] in {"'s ", "’s "}:
        return names[before]
    return None


def _listed(text: str, n: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether the name belongs to a list of like names ("X, Y and Z"), where a comma does not mean "lies in"."""
    run = 1
    while n + run < len(spans) and text[spans[n + run - 1][1] : spans[n + run][0]].strip() == ",":
        run += 1
    last = n + run - 1
    joined = last + 1 < len(spans) and text[spans[last][1] : spans[last + 1][0]].strip() in {"and", "or", ", and"}
    return joined and 1 < run <= _LONGEST_LIST  # a longer one lists towns with their lands: "X, Y, Z, W and ..."


def _lands(text: str) -> dict[str, float]:
    """Country -> its share among the countries of actors that the text names by nationality or state."""
    actors = known_actors()
    counted: Counter[str] = Counter()
    for word in _WORD.findall(text):
        if word[0].isupper():
            known = actors.demonym(word)
            if known is not None and known.country:
                counted[known.country] += 1
    total = sum(counted.values())
    return {country: count / total for country, count in counted.items()}


def _division(name: str) -> tuple[PlaceEntry, ...]:
    return tuple(p for p in load().lookup(name) if p.level == 1)


@cache
def _abbreviations() -> dict[str, str]:
    """Division that an abbreviation stands for: "La.", "LA" -> Louisiana."""
    return {short: full for full, shorts in load_yaml("places.yaml")["abbreviations"].items() for short in shorts}
