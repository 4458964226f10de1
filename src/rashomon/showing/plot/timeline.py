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


def timeline_figure(happenings: Sequence[Happening]) -> Figure:
    """The figure. Numbers name the events listed below it; a bar is an interval within which the event lies."""
    rows = list(dict.fromkeys(h.row for h in happenings))
    kept = rows[:ROWS]
    shown = [h for h in happenings if h.row in kept]
    titles = {h.number: h.title for h in sorted(shown, key=lambda h: h.number)}
    listed = dict(list(titles.items())[:LISTED])
    with paper():
        drawn = figure(1.6 + _ROW * len(kept) + 0.14 * ((len(listed) + 1) // 2 * 1.15))
        axes = drawn.add_subplot()
        for row in range(len(kept)):
            axes.axhline(row, color=PALE, linewidth=0.5, zorder=0)
        for h in shown:
            row, first, last = kept.index(h.row), at(h.first), at(h.last)
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
        axes.set_yticks(range(len(kept)), [cut(name, 34) for name in kept], fontsize=7.5)
        axes.set_ylim(len(kept) - 0.4, -0.6)
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


def _listed(drawn: Figure, titles: dict[int, str]) -> None:
    """The events by number, above the drawing."""
    from matplotlib.lines import Line2D

    keys = [Line2D([], [], linestyle="none", label=f"{number}  {cut(title, 58)}") for number, title in titles.items()]
    if keys:
        drawn.legend(handles=keys, loc="outside upper left", ncols=2, frameon=False, fontsize=7, handlelength=0)
