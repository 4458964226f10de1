"""The places of a reading: every place named, with all its mentions and what it may stand for."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.knowledge.folding import fold
from rashomon.knowledge.places import PlaceEntry
from rashomon.model import Place, PlaceAlternative, Span
from rashomon.reading.places.index import PlaceMention, places_in
from rashomon.reading.tokens import Tokens
from rashomon.reading.types import Scene

_ALTERNATIVES = 4
_LEAST_SHARE = 0.02
_UNCLEAR = "near:"


def places_of(scene: Scene) -> tuple[Place, ...]:
    """Every place that the document names, in the order of first mention.

    Country and coordinates are filled in only where the document settles which place of that name is meant;
    else the places weighed stand under `alternatives`.
    """
    return listed(scene.doc, places_in(scene.doc).mentions)


def listed(doc: Tokens, named: Iterable[PlaceMention]) -> tuple[Place, ...]:
    """The places that these mentions stand for, in the order of first mention."""
    groups: dict[tuple[str, str], list[PlaceMention]] = {}
    for mention in named:
        best = mention.resolved.best
        groups.setdefault((fold(mention.name), best.id if best else ""), []).append(mention)
    return tuple(_place(doc, mentions) for mentions in groups.values())


def settled(mention: PlaceMention) -> PlaceEntry | None:
    """The place that a mention stands for, if the document settles it."""
    return mention.resolved.best if mention.resolved.settled else None


def known_as(entry: PlaceEntry) -> str | None:
    """The id of a place's entry; None for something that merely lies near one."""
    return None if entry.id.startswith(_UNCLEAR) else entry.id


def _place(doc: Tokens, mentions: list[PlaceMention]) -> Place:
    first = mentions[0]
    spans = tuple(Span(start=doc[m.start].idx, end=doc[m.end - 1].idx + len(doc[m.end - 1].text)) for m in mentions)
    entry = settled(first)
    others = first.resolved.places[1:] if entry else first.resolved.places
    alternatives = tuple(_alternative(p, share) for p, share in others[:_ALTERNATIVES] if share >= _LEAST_SHARE)
    if entry is None:
        return Place(name=first.name, alternatives=alternatives, mentions=spans)
    part = first.kind == "region" and entry.kind == "country"
    return Place(
        name=first.name,
        kind="region" if part else entry.kind,
        known_as=None if part else known_as(entry),
        country=entry.country or None,
        admin1=entry.admin1 or None,
        lat=entry.lat,
        lon=entry.lon,
        radius_km=entry.radius_km,
        score=first.resolved.share,
        alternatives=alternatives,
        mentions=spans,
    )


def _alternative(entry: PlaceEntry, share: float) -> PlaceAlternative:
    return PlaceAlternative(
        known_as=known_as(entry),
        name=entry.name,
        country=entry.country or None,
        admin1=entry.admin1 or None,
        lat=entry.lat,
        lon=entry.lon,
        score=share,
    )
