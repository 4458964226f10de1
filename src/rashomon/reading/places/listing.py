"""The places of a reading: every place named, with all its mentions."""

from __future__ import annotations

from rashomon.knowledge.folding import fold
from rashomon.knowledge.places import PlaceEntry, load
from rashomon.model import Place, Span
from rashomon.reading.places.index import PlaceMention, places_in
from rashomon.reading.types import Scene

_NEAR = 1.5


def places_of(scene: Scene) -> tuple[Place, ...]:
    """Every place that the document names, in the order of first mention.

    Country and coordinates are filled in only where the gazetteer leaves no doubt: one place of that
    name, or one in a country that the document names.
    """
    groups: dict[str, list[PlaceMention]] = {}
    for mention in places_in(scene.doc).mentions:
        groups.setdefault(fold(mention.name), []).append(mention)
    named = {m.entry.country for ms in groups.values() for m in ms if m.entry and m.kind == "country"}
    return tuple(_place(scene, mentions, named) for mentions in groups.values())


def _place(scene: Scene, mentions: list[PlaceMention], countries: set[str]) -> Place:
    entry = _settled(mentions[0], countries)
    doc = scene.doc
    return Place(
        name=mentions[0].name,
        country=(entry.country or None) if entry else None,
        lat=entry.lat if entry else None,
        lon=entry.lon if entry else None,
        mentions=tuple(Span(start=doc[m.start].idx, end=doc[m.end - 1].idx + len(doc[m.end - 1])) for m in mentions),
    )


def _settled(mention: PlaceMention, countries: set[str]) -> PlaceEntry | None:
    """What the gazetteer has, where it leaves no doubt."""
    gazetteer = load()
    entries = gazetteer.lookup(mention.name) or ((mention.entry,) if mention.entry else ())
    nearby = [e for e in entries if e.country in countries]
    if nearby:
        return nearby[0]
    if not entries or mention.why != "gazetteer":
        return None
    alone = len(entries) == 1 or entries[0].kind == "country" or all(_close(entries[0], e) for e in entries[1:])
    return entries[0] if alone else None


def _close(first: PlaceEntry, second: PlaceEntry) -> bool:
    """Whether two entries may be one place under two headings (a city and its province)."""
    pairs = ((first.lat, second.lat), (first.lon, second.lon))
    return first.country == second.country and all(
        a is not None and b is not None and abs(a - b) < _NEAR for a, b in pairs
    )
