"""What a map needs to be read: lines of longitude and latitude, a bar of kilometres."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from rashomon.showing.page.drawing import Rect, element, text_width
from rashomon.showing.page.mapping.projection import View

_STEPS = (0.5, 1, 2, 5, 10, 20, 30, 60)
_SIZE = 9.5
_STEADY = 1.35  # by how much the scale may differ within a map that has a bar


class Graticule(NamedTuple):
    """Lines with their degrees, and the room that these take."""

    drawn: Markup
    taken: list[Rect]


def graticule(view: View) -> Graticule:
    """Meridians and parallels, some three to six each way."""
    box, lines, names, taken = view.box, [], [], []
    step = next((s for s in _STEPS if (box.east - box.west) / s <= max(4.0, view.width / 110)), _STEPS[-1])
    for longitude in _multiples(box.west, box.east, step):
        x = view.at(longitude, box.north)[0]
        lines.append(f"M{x:.1f} 0V{view.height:.1f}")
        text = _degrees((longitude + 180) % 360 - 180, "E", "W")
        wide = text_width(text, _SIZE)
        if wide / 2 + 3 < x < view.width - wide / 2 - 3:
            names.append(element("text", text, x=x, y=view.height - 5, text_anchor="middle"))
            taken.append(Rect(x - wide / 2 - 2, view.height - 15, wide + 4, 15))
    for latitude in _multiples(box.south, box.north, step):
        y = view.at(box.west, latitude)[1]
        lines.append(f"M0 {y:.1f}H{view.width:.1f}")
        text = _degrees(latitude, "N", "S")
        if 12 < y < view.height - 22:
            names.append(element("text", text, x=5.0, y=y - 3))
            taken.append(Rect(3, y - 13, text_width(text, _SIZE) + 4, 13))
    drawn = element("path", class_="map-graticule", d="".join(lines)) + element("g", *names, class_="map-degrees")
    return Graticule(drawn, taken)


def scale_bar(view: View, x: float, y: float, longest: float) -> tuple[float, Markup]:
    """A bar of so many kilometres, and how wide it is with them.

    There is none where one bar would not be right for all of the map.
    """
    lengths = [view.units_per_km(latitude) for latitude in (view.box.south, view.middle[1], view.box.north)]
    if max(lengths) / min(lengths) > _STEADY:
        return 0.0, Markup("")
    kilometres = max(_round_lengths(longest / lengths[1]))
    wide, text = kilometres * lengths[1], f"{kilometres:,} km"
    return wide + 6 + text_width(text, 11.0), element(
        "g",
        element("path", d=f"M{x:.1f} {y - 4:.1f}v4h{wide:.1f}v-4"),
        element("text", text, x=x + wide + 6, y=y),
        class_="map-scale",
    )


def _round_lengths(most: float) -> Iterator[int]:
    yield 1
    for power in range(5):
        for digit in (1, 2, 5):
            if digit * 10**power <= most:
                yield digit * 10**power


def _multiples(low: float, high: float, step: float) -> Iterator[float]:
    for k in range(math.ceil(low / step), math.floor(high / step) + 1):
        if low < k * step < high:
            yield k * step


def _degrees(value: float, positive: str, negative: str) -> str:
    side = positive if value > 0 else negative if value < 0 else ""
    if abs(value) == 180:
        side = ""
    return f"{abs(value):g}°{side}"
