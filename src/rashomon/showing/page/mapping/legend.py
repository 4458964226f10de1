"""The strip below a map: its scale, and what its marks mean."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from rashomon.showing.page.drawing import element, text_width
from rashomon.showing.page.mapping.furniture import scale_bar
from rashomon.showing.page.mapping.projection import View
from rashomon.showing.page.mapping.sizes import radius

_ROW = 26.0
_GAP = 16.0
_SIZE = 11.0

Item = tuple[float, Markup]
"""How wide it is, and its drawing from (0, 0): the middle of its left side."""


def legend(
    view: View, counts: Sequence[int], *, near: bool, ring: bool, unnamed: int, left_out: int
) -> tuple[float, Markup]:
    """The strip's height, and the strip, to be drawn right below the view.

    Args:
        view: the map.
        counts: the number of claims of each dot.
        near: whether there are hollow marks.
        ring: whether there are dashed rings.
        unnamed: how many names found no room.
        left_out: how many places are not drawn.
    """
    items: list[Item] = []
    if counts:
        most = max(counts)
        items += [_dot(number, most, "") for number in {min(counts)} - {most}]
        items.append(_dot(most, most, " claim" if most == 1 else " claims"))
    if near:
        items.append(_keyed(element("circle", class_="map-dot map-near", cx=5, r=4.5), 12, "near the place"))
    if ring:
        items.append(_keyed(element("circle", class_="map-ring", cx=7, r=7), 17, "may lie anywhere within"))
    notes = [f"+{unnamed} without room for {'its name' if unnamed == 1 else 'their names'}"] if unnamed else []
    notes += [f"+{left_out} with fewer claims, not drawn"] if left_out else []
    items += [(text_width(note, _SIZE), element("text", note, y=4)) for note in notes]
    barred, bar = scale_bar(view, 1.0, view.height + 17, min(180.0, view.width / 4))
    x, y = (barred + 2 * _GAP if barred else 0.0), view.height + 14
    parts = [bar]
    for wide, drawing in items:
        if x and x + wide > view.width:
            x, y = 0.0, y + _ROW
        parts.append(element("g", drawing, transform=f"translate({x:.1f} {y:.1f})"))
        x += wide + _GAP
    return y + _ROW / 2 - view.height, element("g", *parts, class_="map-legend")


def _dot(number: int, most: int, unit: str) -> Item:
    size = radius(number, most)
    return _keyed(element("circle", class_="map-dot", cx=size, r=size), 2 * size + 4, f"{number}{unit}")


def _keyed(drawing: Markup, wide: float, text: str) -> Item:
    return wide + text_width(text, _SIZE), drawing + element("text", text, x=float(wide), y=4)
