"""One map as a drawing: ground, marks, names, globe, legend."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from markupsafe import Markup

from rashomon.showing.page.drawing import Rect, element, text_width, trimmed
from rashomon.showing.page.mapping.furniture import graticule
from rashomon.showing.page.mapping.globe import globe
from rashomon.showing.page.mapping.ground import ground
from rashomon.showing.page.mapping.labels import Placed, Wanted, placed
from rashomon.showing.page.mapping.legend import legend
from rashomon.showing.page.mapping.mark import Mark
from rashomon.showing.page.mapping.projection import View
from rashomon.showing.page.mapping.sizes import radii

_LONGEST = 30  # characters of a name on the map
_LINE = 1.2
_RING = 14.0  # a smaller circle of uncertainty is not drawn
_GLOBE_UP_TO = 100.0  # degrees of longitude: a wider map says by itself where it is


@dataclass(frozen=True)
class Style:
    """The measures of a drawing: for a wide column or for a phone.

    Attributes:
        width: in units. `shapes`: least and greatest height, in widths.
        name, area: sizes of type, for places and for countries. `globe`: its radius.
        coast: how many characters the coasts may take.
    """

    width: float
    shapes: tuple[float, float]
    name: float
    area: float
    globe: float
    coast: int


WIDE = Style(width=760.0, shapes=(0.6, 0.86), name=13.0, area=10.5, globe=46.0, coast=24_000)
NARROW = Style(width=360.0, shapes=(0.8, 1.25), name=12.5, area=10.0, globe=30.0, coast=12_000)

_SPACING = 1.3  # between the letters of countries, as in map.css


@dataclass(frozen=True)
class Chart:
    """Marks on a view, with a place for each name.

    Attributes:
        view, style: what is shown, and its measures.
        marks: those on the map, the most claimed first; countries and other areas last.
        points, radii: where and how large each is drawn; areas have no dot, so no radius.
        names: a place for the name of each, where there was room.
        corner: the globe's box, if there is a globe.
    """

    view: View
    style: Style
    marks: tuple[Mark, ...]
    points: tuple[tuple[float, float], ...]
    radii: tuple[float, ...]
    names: tuple[Placed | None, ...]
    corner: Rect | None

    @classmethod
    def of(cls, marks: Sequence[Mark], view: View, style: Style) -> Chart:
        """Lays out the marks that lie within the view."""
        shown = sorted(
            (mark for mark in marks if view.shows(mark.longitude, mark.latitude)),
            key=lambda mark: (mark.areal, -len(mark.claims), mark.near, mark.name, mark.latitude, mark.longitude),
        )
        points = [view.place(mark.longitude, mark.latitude) for mark in shown]
        dots = [i for i, mark in enumerate(shown) if not mark.areal]
        sizes = [0.0] * len(shown)
        for i, size in zip(dots, radii([shown[i] for i in dots], [points[i] for i in dots]), strict=True):
            sizes[i] = size
            points[i] = _inside(points[i], size + 1, view)
        corner = _corner(view, style, [points[i] for i in dots])
        taken = [*graticule(view).taken, *([corner] if corner else [])]
        wanted = [
            Wanted(*point, size, *_room(mark, style)) for mark, point, size in zip(shown, points, sizes, strict=True)
        ]
        frame = Rect(3, 3, view.width - 6, view.height - 6)
        return cls(view, style, tuple(shown), tuple(points), tuple(sizes), tuple(placed(wanted, frame, taken)), corner)

    def drawn(self, title: str, description: str, class_: str) -> Markup:
        """The drawing as an element `svg`."""
        view = self.view
        name = "map-" + sha256(repr((self.marks, self.style)).encode("utf-8", "surrogatepass")).hexdigest()[:8]
        rings = [self._ring(i) for i in range(len(self.marks))]
        below, strip = legend(
            view,
            [len(mark.claims) for mark in self.marks if not mark.areal],
            near=any(mark.near and not mark.areal for mark in self.marks),
            ring=any(rings),
            unnamed=sum(place is None for place in self.names),
        )
        frame = element("rect", class_="map-frame", width=view.width, height=view.height)
        inset = Markup("")
        if self.corner:
            half = self.corner.width / 2
            inset = globe(view, self.corner.x + half, self.corner.y + half, self.style.globe)
        return element(
            "svg",
            element("title", title, id=f"{name}-title"),
            element("desc", description, id=f"{name}-desc"),
            element("clipPath", element("rect", width=view.width, height=view.height), id=f"{name}-frame"),
            element(
                "g",
                element(
                    "g",
                    ground(view, name, self.style.coast),
                    graticule(view).drawn,
                    *rings,
                    clip_path=f"url(#{name}-frame)",
                ),
                inset,
                frame,
                role="img",
                aria_labelledby=f"{name}-title {name}-desc",
            ),
            *(self._mark(i) for i in sorted(range(len(self.marks)), key=lambda i: (-self.radii[i], i))),
            strip,
            class_=f"map-drawing {class_}",
            viewBox=f"0 0 {view.width:.0f} {view.height + below:.0f}",
            role="group",
            aria_labelledby=f"{name}-title",
        )

    def _ring(self, i: int) -> Markup:
        mark, (x, y) = self.marks[i], self.points[i]
        reach = (mark.radius_km or 0.0) * self.view.units_per_km(mark.latitude)
        if mark.country or reach < max(_RING, self.radii[i] + 5) or reach > self.view.height / 2:
            return Markup("")
        return element("circle", class_="map-ring", cx=x, cy=y, r=reach)

    def _mark(self, i: int) -> Markup:
        mark, (x, y), size, place = self.marks[i], self.points[i], self.radii[i], self.names[i]
        drawn: list[Markup] = [element("title", said(mark))]
        if size:
            drawn.append(element("circle", class_="map-dot map-near" if mark.near else "map-dot", cx=x, cy=y, r=size))
        if place:
            drawn += self._name(mark, place)
        elif mark.areal:
            drawn.append(element("circle", class_="map-unnamed", cx=x, cy=y, r=2))
        shared = {
            "class_": "map-mark",
            "data_claims": " ".join(claim[1:] for claim in mark.claims) or None,
            "data_tellers": " ".join(mark.tellers) or None,
        }
        if not mark.claims:
            return element("g", *drawn, **shared)
        return element("a", *drawn, href=mark.claims[0], aria_label=said(mark), **shared)

    def _name(self, mark: Mark, place: Placed) -> list[Markup]:
        drawn = []
        if place.leader:
            x1, y1, x2, y2 = place.leader
            drawn.append(element("line", class_="map-leader", x1=x1, y1=y1, x2=x2, y2=y2))
        x = place.box.x + {"start": 0.0, "middle": 0.5, "end": 1.0}[place.anchor] * place.box.width
        kind = "map-country" if mark.country else "map-area" if mark.areal else "map-name"
        drawn.append(
            element(
                "text",
                trimmed(mark.name, _LONGEST),
                class_=kind,
                x=x,
                y=place.box.y + place.box.height * 0.78,
                text_anchor=None if place.anchor == "start" else place.anchor,
                font_size=self.style.area if mark.country else self.style.name,
            )
        )
        return drawn


def said(mark: Mark) -> str:
    """A mark in words: `near Qarah: 3 claims`."""
    count = len(mark.claims)
    return f"{'near ' if mark.near else ''}{mark.name}: {count} {'claim' if count == 1 else 'claims'}"


def _room(mark: Mark, style: Style) -> tuple[float, float]:
    name = trimmed(mark.name, _LONGEST)
    if mark.country:
        return text_width(name.upper(), style.area, _SPACING), style.area * _LINE
    return text_width(name, style.name), style.name * _LINE


def _inside(point: tuple[float, float], size: float, view: View) -> tuple[float, float]:
    return max(size, min(view.width - size, point[0])), max(size, min(view.height - size, point[1]))


def _corner(view: View, style: Style, points: Sequence[tuple[float, float]]) -> Rect | None:
    """The corner with the fewest points; none on a map that shows half of the world."""
    if view.box.east - view.box.west > _GLOBE_UP_TO:
        return None
    side, edge = 2 * style.globe + 6, 7.0
    right, low = view.width - side - edge, view.height - side - edge - 14
    corners = [Rect(x, y, side, side) for x, y in ((right, edge), (right, low), (edge + 26, edge), (edge + 26, low))]

    def crowd(corner: Rect) -> int:
        room = corner.padded(12)
        return sum(room.meets(Rect(x - 4, y - 4, 8, 8)) for x, y in points)

    return min(corners, key=crowd)
