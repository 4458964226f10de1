"""A locator map: where claims say that things happen. Coasts, lakes and rivers; no boundaries."""

from __future__ import annotations

import math
from collections.abc import Sequence

from markupsafe import Markup

from rashomon.knowledge.places.geometry import distance_km
from rashomon.showing.page.drawing import element, trimmed
from rashomon.showing.page.mapping import Mark
from rashomon.showing.page.mapping.chart import NARROW, WIDE, Chart
from rashomon.showing.page.mapping.extent import Spot, fitted, gathered
from rashomon.showing.page.mapping.projection import View
from rashomon.showing.page.mapping.sheet import drawing, said

__all__ = ["CREDIT", "Mark", "locator"]

CREDIT = "Coastlines and rivers: Natural Earth. No boundaries drawn."

_WINDS = ("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west")
_LONGEST = 60
_TOLD = 12  # places in the description


def locator(points: Sequence[Mark]) -> Markup:
    """A map of these places: a figure with one drawing for wide columns, one for phones, and a caption.

    It shows as little of the world as the places need. A few that lie far from all the others are named in the
    caption, with their distance. No places: nothing.
    """
    if not points:
        return Markup("")
    dots = [mark for mark in points if not mark.broad]
    spots = [_spot(mark) for mark in dots or points]
    inside = [spot for spot, together in zip(spots, gathered(spots), strict=True) if together]
    views = {style: fitted(inside, style.width, style.shapes) for style in (WIDE, NARROW)}
    told = ", ".join(
        said(mark) for mark in sorted(points, key=lambda mark: (-len(mark.claims), mark.name, mark.near))[:_TOLD]
    )
    more = f", and {len(points) - _TOLD} more" if len(points) > _TOLD else ""
    title = f"Map of {len(points)} {'place' if len(points) == 1 else 'places'} named by claims"
    drawings = [
        drawing(Chart.of(points, view, style), title, f"{told}{more}. {CREDIT}", class_)
        for (style, view), class_ in zip(views.items(), ("map-wide", "map-small"), strict=True)
    ]
    return element("figure", *drawings, element("figcaption", *_caption(points, views[WIDE])), class_="map")


def _spot(mark: Mark) -> Spot:
    reach = mark.radius_km or 0.0
    return Spot(mark.longitude, mark.latitude, max(1, len(mark.claims)), min(reach, 900.0 if mark.broad else 300.0))


def _caption(points: Sequence[Mark], view: View) -> list[object]:
    away = [mark for mark in points if not view.shows(mark.longitude, mark.latitude)]
    parts: list[object] = []
    if away:
        away.sort(key=lambda mark: (mark.broad, -len(mark.claims), mark.name))
        names = [_away(mark, view) for mark in away]
        parts.append(
            element("p", Markup("Also named, centred beyond this map: "), Markup(" · ").join(names), class_="map-away")
        )
    return [*parts, element("p", CREDIT, class_="map-credit")]


def _away(mark: Mark, view: View) -> Markup:
    longitude, latitude = view.middle
    name: Markup = element("bdi", trimmed(mark.name, _LONGEST))
    if mark.claims:
        name = element(
            "a",
            name,
            class_="map-mark",
            href=mark.claims[0],
            data_claims=" ".join(claim[1:] for claim in mark.claims),
            data_tellers=" ".join(mark.tellers) or None,
        )
    if mark.broad:
        return name
    far = distance_km(latitude, longitude, mark.latitude, mark.longitude)
    rounded = round(far / 100) * 100 if far >= 1000 else round(far / 10) * 10
    return name + f" ({rounded:,} km {_wind(longitude, latitude, mark)})"


def _wind(longitude: float, latitude: float, mark: Mark) -> str:
    """In which direction a place lies, along the shortest way."""
    a, b, turn = math.radians(latitude), math.radians(mark.latitude), math.radians(mark.longitude - longitude)
    east = math.sin(turn) * math.cos(b)
    north = math.cos(a) * math.sin(b) - math.sin(a) * math.cos(b) * math.cos(turn)
    return _WINDS[round(math.degrees(math.atan2(east, north)) / 45) % 8]
