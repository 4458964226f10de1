"""Where documents come from: each origin a row, the earliest first, with its reprints after it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from rashomon.showing.plot.paper import GREY, INK, at, captioned, cut, dated, figure, paper
from rashomon.showing.plot.types import Copy

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

ROWS = 40
"""So many origins at most: those with most documents."""
_ROW = 0.24
_NAMED = 2
"""So many outlets that printed it too are named beside the marks."""


def copies_figure(copies: Sequence[Copy], witnesses: int | None = None) -> Figure:
    """The figure: filled the origin, hollow its reprints, by day of publication; documents without one at the left.

    `witnesses`: how many independent witnesses the documents are.
    """
    by_origin: dict[str, list[Copy]] = {}
    for copy in copies:
        by_origin.setdefault(copy.origin, []).append(copy)
    most = sorted(by_origin, key=lambda name: (-len(by_origin[name]), name))[:ROWS]
    first = {name: min((copy.day for copy in by_origin[name] if copy.day), default=date.max) for name in most}
    order = sorted(most, key=lambda name: (first[name], name))
    days = [copy.day for name in order for copy in by_origin[name] if copy.day]
    undated = min(days, default=date(2000, 1, 1))
    with paper():
        drawn = figure(1.4 + _ROW * len(order))
        axes = drawn.add_subplot()
        labels = []
        for row, name in enumerate(order):
            group = sorted(by_origin[name], key=lambda c: (not c.own, c.day or undated, c.document))
            axes.plot([at(c.day or undated) for c in group], [row] * len(group), color=GREY, linewidth=0.8, zorder=1)
            for copy in reversed(group):
                axes.plot(
                    [at(copy.day or undated)], [row], marker="o" if copy.day else "<", markersize=6.5,
                    markeredgecolor=INK,
                    markerfacecolor=INK if copy.own else "white", zorder=2 + copy.own, linestyle="none",
                )  # fmt: skip
            labels.append(cut(group[0].outlet, 36))
            _printed(axes, row, group, undated, max(days, default=undated))
        axes.set_yticks(range(len(order)), labels, fontsize=7.5)
        axes.set_ylim(len(order) - 0.4, -0.6)
        axes.tick_params(axis="y", length=0)
        axes.margins(x=0.06)
        dated(axes)
        for side in ("top", "right", "left"):
            axes.spines[side].set_visible(False)
        counted = f"{len(copies)} documents of {len(by_origin)} origins"
        counted += f", {witnesses} independent {'witness' if witnesses == 1 else 'witnesses'}" if witnesses else ""
        more = f" {len(by_origin) - len(order)} more origins are not drawn." if len(by_origin) > len(order) else ""
        words = f"{counted}, by day of publication: filled the origin, hollow what has its words from there."
        captioned(drawn, words + more, list(dict.fromkeys(c.outlet for name in order for c in by_origin[name])))
    return drawn


def _printed(axes: Axes, row: int, group: Sequence[Copy], earliest: date, latest: date) -> None:
    """Who printed it too, beside the marks, on the side where there is more room."""
    others = list(dict.fromkeys(copy.outlet for copy in group if not copy.own))
    if not others:
        return
    days = [copy.day or earliest for copy in group]
    left = (max(days) - earliest) * 2 > latest - earliest
    words = "; ".join(cut(name, 28) for name in others[:_NAMED])
    words += f"; and {len(others) - _NAMED} more" if len(others) > _NAMED else ""
    axes.annotate(
        words, (at(min(days) if left else max(days)), row), (-7 if left else 7, 0), textcoords="offset points",
        ha="right" if left else "left", va="center_baseline", fontsize=6.5, color=GREY,
    )  # fmt: skip
