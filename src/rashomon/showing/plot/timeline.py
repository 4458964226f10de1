"""What is said to have happened when: a row for each teller, filled what he affirms, hollow what he denies."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rashomon.showing.plot.paper import GREY, INK, PALE, at, captioned, cut, dated, figure, paper
from rashomon.showing.plot.types import Happening

if TYPE_CHECKING:
    from matplotlib.figure import Figure

ROWS, LISTED = 24, 14
"""So many tellers, and so many events by name, at most."""
_ROW = 0.26
_STEP = 0.6
"""Of a row: how far below another mark one stands that would lie on it."""
_MARKS = 60
"""So many marks find room beside one another."""


def timeline_figure(happenings: Sequence[Happening]) -> Figure:
    """The figure. Numbers name the events listed above it; a bar is an interval within which the event lies.

    What one teller puts on one day stands one below the other.
    """
    rows = list(dict.fromkeys(h.row for h in happenings))
    kept = rows[:ROWS]
    shown = [h for h in happenings if h.row in kept]
    titles = {h.number: h.title for h in sorted(shown, key=lambda h: h.number)}
    listed = dict(list(titles.items())[:LISTED])
    places, middles, deep = _stacked(shown, kept)
    with paper():
        drawn = figure(1.6 + _ROW * deep + 0.14 * ((len(listed) + 1) // 2 * 1.15))
        axes = drawn.add_subplot()
        for middle in middles:
            axes.axhline(middle, color=PALE, linewidth=0.5, zorder=0)
        for h, row in zip(shown, places, strict=True):
            first, last = at(h.first), at(h.last)
            if last > first:
                axes.plot([first, last], [row, row], color=GREY, linewidth=2.2, solid_capstyle="butt", zorder=1)
            middle = (first + last) / 2
            axes.plot(
                [middle], [row], marker="o", markersize=9, markeredgecolor=INK,
                markerfacecolor="white" if h.denied else INK, zorder=2,
            )  # fmt: skip
            axes.annotate(
                str(h.number), (middle, row), ha="center", va="center_baseline", fontsize=5.5,
                color=INK if h.denied else "white", zorder=3,
            )  # fmt: skip
        axes.set_yticks(middles, [cut(name, 34) for name in kept], fontsize=7.5)
        axes.set_ylim(deep - 0.4, -0.6)
        axes.tick_params(axis="y", length=0)
        axes.margins(x=0.06)
        dated(axes)
        for side in ("top", "right", "left"):
            axes.spines[side].set_visible(False)
        _listed(drawn, listed)
        more = f" {len(rows) - len(kept)} more tellers are not drawn." if len(rows) > len(kept) else ""
        words = "Events by the day on which each teller puts them; hollow: denied; a bar: some day within it."
        captioned(drawn, words + more, kept)
    return drawn


def _stacked(shown: Sequence[Happening], rows: Sequence[str]) -> tuple[list[float], list[float], float]:
    """How far down each mark stands, the middle of each teller's row, and how far down all of them reach."""
    span = max((at(h.last) for h in shown), default=0.0) - min((at(h.first) for h in shown), default=0.0)
    step: dict[int, int] = {}
    for name in rows:
        lasts: list[float] = []  # of each step of the row, how far to the right it is taken
        for number, h in sorted(((i, h) for i, h in enumerate(shown) if h.row == name), key=lambda one: one[1].first):
            middle = (at(h.first) + at(h.last)) / 2
            left, right = (min(at(h.first), middle - span / _MARKS), max(at(h.last), middle + span / _MARKS))
            free = next((i for i, taken in enumerate(lasts) if taken < left), len(lasts))
            lasts[free : free + 1] = [right]
            step[number] = free
    places, middles, deep = [0.0] * len(shown), [], 0.0
    for name in rows:
        own = [number for number, h in enumerate(shown) if h.row == name]
        steps = 1 + max(step[number] for number in own)
        for number in own:
            places[number] = deep + step[number] * _STEP
        middles.append(deep + (steps - 1) * _STEP / 2)
        deep += 1 + (steps - 1) * _STEP
    return places, middles, deep


def _listed(drawn: Figure, titles: dict[int, str]) -> None:
    """The events by number, above the drawing."""
    from matplotlib.lines import Line2D

    keys = [Line2D([], [], linestyle="none", label=f"{number}  {cut(title, 58)}") for number, title in titles.items()]
    if keys:
        drawn.legend(handles=keys, loc="outside upper left", ncols=2, frameon=False, fontsize=7, handlelength=0)
