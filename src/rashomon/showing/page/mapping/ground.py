"""What lies beneath the points: sea, land, lakes and rivers, as detailed as the drawing can show."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from rashomon.knowledge.geography import Box, lakes, land, rivers
from rashomon.knowledge.geography.simplify import Point, simplified
from rashomon.showing.page.drawing import closed_path, curved_path, element
from rashomon.showing.page.mapping.projection import View

_FINEST = 0.35  # units between points
_COARSER = 1.4
_WITH_RIVERS = 70.0  # degrees of longitude: on wider maps they would be a tangle
_OVERLAP = 4.0  # units drawn beyond the frame, so that the edges of cut areas stay out of sight


def ground(view: View, name: str, most: int) -> Markup:
    """Land, rivers and lakes of a view.

    Args:
        view: what is shown.
        name: begins the ids of its elements.
        most: how many characters its lines may take: they are drawn coarser until they fit.
    """
    degrees = (view.box.east - view.box.west) / view.width * _OVERLAP
    box = Box(
        view.box.west - degrees,
        max(-90.0, view.box.south - degrees),
        view.box.east + degrees,
        min(90.0, view.box.north + degrees),
    )
    near = view.box.east - view.box.west <= _WITH_RIVERS
    spacing = degrees / _OVERLAP * _FINEST
    coasts, waters = ([_projected(line, view) for line in layer(box, spacing)] for layer in (land, lakes))
    streams = [_projected(line, view) for line in rivers(box, spacing)] if near else []
    finest = _FINEST
    while True:
        coasts, waters = (_drawn(lines, finest, closed=True) for lines in (coasts, waters))
        streams = _drawn(streams, finest, closed=False)
        path, standing, flowing = closed_path(coasts), curved_path(waters, closed=True), curved_path(streams)
        if len(path) + len(standing) + len(flowing) <= most:
            break
        finest *= _COARSER
    scale = "scale(.1)"
    shore = element("path", id=f"{name}-land", class_="map-land", fill_rule="evenodd", transform=scale, d=path)
    inland = element("clipPath", element("use", href=f"#{name}-land", clip_rule="evenodd"), id=f"{name}-inland")
    parts = [
        element("rect", class_="map-sea", width=view.width, height=view.height),
        shore,
        inland,
        element("g", element("path", class_="map-river", transform=scale, d=flowing), clip_path=f"url(#{name}-inland)"),
        element("path", class_="map-lake", fill_rule="evenodd", transform=scale, d=standing),
    ]
    return Markup("").join(parts)


def _projected(line: Sequence[Point], view: View) -> list[Point]:
    return [view.at(longitude, latitude) for longitude, latitude in line]


def _drawn(lines: Sequence[Sequence[Point]], finest: float, *, closed: bool) -> list[list[Point]]:
    found = [simplified(line, finest * finest, closed=closed) for line in lines if _extent(line) > 2 * finest]
    return [line for line in found if len(line) > (2 if closed else 1)]


def _extent(line: Sequence[Point]) -> float:
    xs, ys = [x for x, _ in line], [y for _, y in line]
    return max(max(xs) - min(xs), max(ys) - min(ys))
