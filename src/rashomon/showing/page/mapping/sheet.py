"""A laid-out map as a drawing."""

from __future__ import annotations

from hashlib import sha256

from markupsafe import Markup

from rashomon.showing.page.drawing import element, trimmed
from rashomon.showing.page.mapping.chart import LONGEST, Chart
from rashomon.showing.page.mapping.globe import globe
from rashomon.showing.page.mapping.ground import ground
from rashomon.showing.page.mapping.labels import Placed
from rashomon.showing.page.mapping.legend import legend
from rashomon.showing.page.mapping.mark import Mark

_REST = 6_000  # characters of globe, legend and texts
_LEAST_GROUND = 6_000


def drawing(chart: Chart, title: str, description: str, class_: str) -> Markup:
    """The map as an element `svg` of this class. Its marks are links to their claims."""
    view = chart.view
    name = "map-" + sha256(repr((chart.marks, chart.style)).encode("utf-8", "surrogatepass")).hexdigest()[:8]
    order = sorted(range(len(chart.marks)), key=lambda i: (-chart.radii[i], i))
    marks = Markup("").join(_mark(chart, i) for i in order)
    room = max(_LEAST_GROUND, chart.style.most - _REST - len(marks))
    rings = [_ring(chart, i, reach) for i in order if (reach := chart.reach(i))]
    below, strip = legend(
        view,
        [len(mark.claims) for mark in chart.marks if not mark.areal],
        near=any(mark.near and not mark.areal for mark in chart.marks),
        ring=bool(rings),
        unnamed=chart.unnamed,
        left_out=chart.left_out,
    )
    inset = Markup("")
    if chart.corner:
        half = chart.corner.width / 2
        inset = globe(view, chart.corner.x + half, chart.corner.y + half, chart.style.globe)
    frame = element("rect", class_="map-frame", width=view.width, height=view.height)
    scene = element("g", ground(view, name, room), chart.lines.drawn, *rings, clip_path=f"url(#{name}-frame)")
    return element(
        "svg",
        element("title", title, id=f"{name}-title"),
        element("desc", description, id=f"{name}-desc"),
        element("clipPath", element("rect", width=view.width, height=view.height), id=f"{name}-frame"),
        element("g", scene, inset, frame, role="img", aria_labelledby=f"{name}-title {name}-desc"),
        marks,
        strip,
        class_=f"map-drawing {class_}",
        viewBox=f"0 0 {view.width:.0f} {view.height + below:.0f}",
        role="group",
        aria_labelledby=f"{name}-title",
    )


def said(mark: Mark) -> str:
    """A mark in words: `near Qarah: 3 claims`."""
    count = len(mark.claims)
    return f"{'near ' if mark.near else ''}{mark.name}: {count} {'claim' if count == 1 else 'claims'}"


def _ring(chart: Chart, i: int, reach: float) -> Markup:
    x, y = chart.points[i]
    return element("circle", class_="map-ring", cx=x, cy=y, r=reach)


def _mark(chart: Chart, i: int) -> Markup:
    mark, (x, y), size, place = chart.marks[i], chart.points[i], chart.radii[i], chart.names[i]
    drawn: list[Markup] = [element("title", said(mark))]
    if size:
        drawn.append(element("circle", class_="map-dot map-near" if mark.near else "map-dot", cx=x, cy=y, r=size))
    if place:
        drawn += _name(chart, mark, place)
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


def _name(chart: Chart, mark: Mark, place: Placed) -> list[Markup]:
    drawn = []
    if place.leader:
        x1, y1, x2, y2 = place.leader
        drawn.append(element("line", class_="map-leader", x1=x1, y1=y1, x2=x2, y2=y2))
    text = element(
        "text",
        trimmed(mark.name, LONGEST),
        class_="map-country" if mark.country else "map-area" if mark.areal else "map-name",
        x=place.box.x + {"start": 0.0, "middle": 0.5, "end": 1.0}[place.anchor] * place.box.width,
        y=place.box.y + place.box.height * 0.78,
        text_anchor=None if place.anchor == "start" else place.anchor,
        font_size=chart.style.area if mark.country else chart.style.name,
    )
    return [*drawn, text]
