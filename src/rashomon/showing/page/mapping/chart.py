"""How a map is laid out: where its marks, their names and its globe go."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.showing.page.drawing import Rect, text_width, trimmed
from rashomon.showing.page.mapping.furniture import Graticule, graticule
from rashomon.showing.page.mapping.labels import Placed, Wanted, placed
from rashomon.showing.page.mapping.mark import Mark
from rashomon.showing.page.mapping.projection import View
from rashomon.showing.page.mapping.sizes import radii

LONGEST = 30  # characters of a name on the map
_LINE = 1.2
_RING = 14.0  # units: a smaller circle of uncertainty is not drawn
_FAR_FROM_AREA = 18.0  # units from the middle of an area to its name
_SPACING = 1.3  # between the letters of countries, as in the style sheet
_BOLD = 1.1  # how much wider bold type is
_GLOBE_UP_TO = 100.0  # degrees of longitude: a wider map says by itself where it is


@dataclass(frozen=True)
class Style:
    """The measures of a drawing: for a wide column or for a phone.

    Attributes:
        width: in units. `shapes`: least and greatest height, in widths.
        name, area: sizes of type, for places and for countries. `globe`: its radius.
        places: how many of them are drawn, the most claimed ones. `most`: about how many characters it may take.
    """

    width: float
    shapes: tuple[float, float]
    name: float
    area: float
    globe: float
    places: int
    most: int


WIDE = Style(width=760.0, shapes=(0.6, 0.86), name=13.0, area=10.5, globe=46.0, places=120, most=36_000)
NARROW = Style(width=360.0, shapes=(0.8, 1.25), name=12.5, area=10.0, globe=30.0, places=40, most=22_000)


@dataclass(frozen=True)
class Chart:
    """Marks on a view, with a place for each name.

    Attributes:
        view, style: what is shown, and its measures. `lines`: those of longitude and latitude.
        marks: those on the map, the most claimed first; then areas, the smallest first; countries last.
        points, radii: where and how large each is drawn; areas have no dot, so no radius.
        names: a place for the name of each that is to be named and found room.
        unnamed: how many found none. `left_out`: how many are not drawn, for there are too many.
        corner: the globe's box, if there is a globe.
    """

    view: View
    style: Style
    lines: Graticule
    marks: tuple[Mark, ...]
    points: tuple[tuple[float, float], ...]
    radii: tuple[float, ...]
    names: tuple[Placed | None, ...]
    unnamed: int
    left_out: int
    corner: Rect | None

    @classmethod
    def of(cls, marks: Sequence[Mark], view: View, style: Style) -> Chart:
        """Lays out the marks that lie within the view."""
        there = [mark for mark in marks if view.shows(mark.longitude, mark.latitude)]
        there.sort(key=lambda mark: (-len(mark.claims), mark.near, mark.name, mark.latitude, mark.longitude))
        shown = sorted(
            there[: style.places],
            key=lambda mark: (mark.areal, mark.country, (mark.radius_km or 0.0) if mark.areal else 0.0),
        )
        points = [view.place(mark.longitude, mark.latitude) for mark in shown]
        dots = [i for i, mark in enumerate(shown) if not mark.areal]
        sizes = [0.0] * len(shown)
        for i, size in zip(dots, radii([shown[i] for i in dots], [points[i] for i in dots]), strict=True):
            sizes[i] = size
            points[i] = _inside(points[i], size + 1, view)
        lines = graticule(view)
        corner = _corner(view, style, [points[i] for i in dots])
        widest = {point: max(r for p, r in zip(points, sizes, strict=True) if p == point) for point in points}
        wanted = {
            i: _wanted(shown[i], points[i], widest[points[i]] if sizes[i] else 0.0, style)
            for i in {(mark.name, points[i]): i for i, mark in reversed(list(enumerate(shown)))}.values()
        }
        marked = [Rect(x - r, y - r, 2 * r, 2 * r) for (x, y), r in zip(points, sizes, strict=True) if r]
        order = sorted(wanted)
        found = placed(
            [wanted[i] for i in order],
            Rect(3, 3, view.width - 6, view.height - 6),
            [*lines.taken, *([corner] if corner else [])],
            marked,
        )
        names = dict(zip(order, found, strict=True))
        return cls(
            view=view,
            style=style,
            lines=lines,
            marks=tuple(shown),
            points=tuple(points),
            radii=tuple(sizes),
            names=tuple(names.get(i) for i in range(len(shown))),
            unnamed=found.count(None),
            left_out=len(there) - len(shown),
            corner=corner,
        )

    def reach(self, i: int) -> float | None:
        """The radius of the circle that a mark may lie in, if it is fit to be drawn."""
        mark = self.marks[i]
        reach = (mark.radius_km or 0.0) * self.view.units_per_km(mark.latitude)
        if mark.broad or reach < max(_RING, self.radii[i] + 5) or reach > self.view.height / 2:
            return None
        return reach


def _wanted(mark: Mark, point: tuple[float, float], radius: float, style: Style) -> Wanted:
    farthest = _FAR_FROM_AREA if mark.areal and not mark.country else math.inf
    return Wanted(*point, radius, *_room(mark, style), farthest)


def _room(mark: Mark, style: Style) -> tuple[float, float]:
    name = trimmed(mark.name, LONGEST)
    if mark.country:
        return text_width(name.upper(), style.area, _SPACING) * _BOLD, style.area * _LINE
    return text_width(name, style.name), style.name * _LINE


def _inside(point: tuple[float, float], size: float, view: View) -> tuple[float, float]:
    return max(size, min(view.width - size, point[0])), max(size, min(view.height - size, point[1]))


def _corner(view: View, style: Style, points: Sequence[tuple[float, float]]) -> Rect | None:
    """The corner with the fewest points; none on a map that shows a large part of the world."""
    if view.box.east - view.box.west > _GLOBE_UP_TO:
        return None
    side, edge = 2 * style.globe + 6, 7.0
    right, low = view.width - side - edge, view.height - side - edge - 14
    corners = [Rect(x, y, side, side) for x, y in ((right, edge), (right, low), (edge + 26, edge), (edge + 26, low))]

    def crowd(corner: Rect) -> int:
        room = corner.padded(12)
        return sum(room.meets(Rect(x - 4, y - 4, 8, 8)) for x, y in points)

    return min(corners, key=crowd)
