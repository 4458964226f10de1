"""Signs of a timeline: a shape for each kind of claim, a line for each factuality."""

from __future__ import annotations

from typing import get_args

from markupsafe import Markup

from rashomon.model import Factuality, Kind
from rashomon.showing.page.chronology.rows import Extent
from rashomon.showing.page.drawing import element

KINDS: tuple[Kind, ...] = get_args(Kind)
FACTUALITIES: tuple[Factuality, ...] = get_args(Factuality)

SAID: dict[Factuality, str] = {
    "happened": "claimed",
    "not": "denied",
    "possible": "called possible",
    "future": "expected",
    "demanded": "demanded",
    "hypothetical": "on a condition",
}


def sign(kind: Kind, factuality: Factuality, x: float, y: float) -> Markup:
    """The sign of a kind: a disc, a square, a diamond or a triangle; struck through where it is denied."""
    shape = {
        "event": element("circle", r=5.5),
        "control": element("rect", x=-5.0, y=-5.0, width=10, height=10),
        "relation": element("path", d="M0-6.8 6.8 0 0 6.8-6.8 0z"),
        "appraisal": element("path", d="M0-6.4 6.4 5-6.4 5z"),
    }[kind]
    strike = element("path", class_="tl-strike", d="M-7.5 7.5 7.5-7.5") if factuality == "not" else Markup("")
    return element(
        "g", shape, strike, class_=f"tl-sign k-{kind} f-{factuality}", transform=f"translate({x:.1f} {y:.1f})"
    )


def bar(kind: Kind, factuality: Factuality, where: Extent, y: float) -> Markup:
    """A bar from the first to the last day, an arrow where an end is open."""
    left, right = where.left, where.right
    low, high, tip = y - 8, y + 8, min(7.0, (right - left) / 2)
    start = f"M{left + tip:.1f} {low:.1f}L{left:.1f} {y:.1f}L{left + tip:.1f} {high:.1f}"
    if not where.opens:
        start = f"M{left:.1f} {low:.1f}V{high:.1f}"
    end = f"H{right - tip:.1f}L{right:.1f} {y:.1f}L{right - tip:.1f} {low:.1f}z"
    if not where.ends:
        end = f"H{right:.1f}V{low:.1f}z"
    return element("path", class_=f"tl-bar k-{kind} f-{factuality}", d=start + end)
