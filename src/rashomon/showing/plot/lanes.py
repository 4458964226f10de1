"""Who holds what: a lane for each place and account, never one for all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rashomon.showing.plot.paper import GREY, INK, at, captioned, cut, dated, figure, paper
from rashomon.showing.plot.types import Lane, Span
from rashomon.showing.stretches import laid

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

MOST = 40
"""So many lanes at most: a page holds no more."""
_FILLS = (("#ffffff", ""), ("#8c8c8c", ""), ("#ffffff", "////"), ("#4a4a4a", ""), ("#d0d0d0", ""), ("#ffffff", "...."),
          ("#d0d0d0", "\\\\\\\\"), ("#ffffff", "xxxx"), ("#8c8c8c", "----"), ("#ffffff", "++"))  # fmt: skip
"""Fill and hatch of each holder in turn: told apart without colour."""
_OPEN = ("#ffffff", "")
_ROW = 0.27
_BAR = 0.62


def lanes_figure(lanes: Sequence[Lane]) -> Figure:
    """The figure. A bar that runs off its lane, with an arrow, has no known beginning or end."""
    shown = list(lanes[:MOST])
    holders = list(dict.fromkeys(span.holder for lane in shown for span in lane.spans if span.holder))
    fills = {holder: _FILLS[i % len(_FILLS)] for i, holder in enumerate(holders)}
    first, last = _ends(shown)
    with paper():
        drawn = figure(1.5 + _ROW * len(shown) + 0.16 * len(holders))
        axes = drawn.add_subplot()
        for row, lane in enumerate(shown):
            for span, (begin, end) in zip(lane.spans, _laid(lane.spans, first, last), strict=True):
                _bar(axes, row, span, begin, end, fills, first, last)
        _rows(axes, shown)
        axes.set_xlim(first, last)
        if _days(shown):
            dated(axes)
        else:
            axes.set_xticks([], labels=[])
            axes.spines["bottom"].set_visible(False)
        _legend(drawn, axes, fills, shown)
        more = f" {len(lanes) - len(shown)} more lanes are not drawn." if len(lanes) > len(shown) else ""
        captioned(
            drawn,
            "Who holds what, as each account has it; an arrow: since or until when is not said. Without days, in the "
            "order told." + more,
            list(dict.fromkeys(lane.account for lane in shown)),
        )
    return drawn


def _days(lanes: Sequence[Lane]) -> list[float]:
    return [at(day) for lane in lanes for span in lane.spans for day in (span.first, span.last) if day]


def _ends(lanes: Sequence[Lane]) -> tuple[float, float]:
    days = _days(lanes)
    if not days:
        return 0.0, 1.0
    margin = max(3.0, (max(days) - min(days)) / 12)
    return min(days) - margin, max(days) + margin


def _laid(spans: Sequence[Span], first: float, last: float) -> list[tuple[float, float]]:
    """Where each begins and ends; those of a part lie over the others."""
    told = [(at(s.first) if s.first else None, at(s.last) if s.last else None) for s in spans]
    found = [laid([one], first, last)[0] for one in told]
    row = [i for i, span in enumerate(spans) if not span.state]
    for i, place in zip(row, laid([told[i] for i in row], first, last), strict=True):
        found[i] = place
    return found


def _bar(
    axes: Axes,
    row: int,
    span: Span,
    begin: float,
    end: float,
    fills: dict[str, tuple[str, str]],
    first: float,
    last: float,
) -> None:
    if end <= begin:
        end = begin + (last - first) / 150
    fill, hatch = fills[span.holder] if span.holder else _OPEN
    axes.barh(
        row, end - begin, left=begin, height=_BAR, color=fill, hatch=hatch, edgecolor=INK, linewidth=0.6,
        linestyle="--" if span.state or not span.holder else "-", zorder=2,
    )  # fmt: skip
    words = span.state or ("open" if not span.holder else "")
    if words and (end - begin) > (last - first) / 12:
        axes.text(
            begin + (end - begin) / 2, row, words, ha="center", va="center", fontsize=6.5, zorder=4,
            bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.8},
        )  # fmt: skip
    for there, day, edge, marker in ((span.first, begin, first, "<"), (span.last, end, last, ">")):
        if there is None and day == edge:
            axes.plot([day], [row], marker=marker, color=INK, markersize=4, clip_on=False, zorder=5)


def _rows(axes: Axes, lanes: Sequence[Lane]) -> None:
    """A heading for each place, once, and the account of each lane."""
    labels = []
    for i, lane in enumerate(lanes):
        new = i == 0 or lanes[i - 1].place != lane.place
        if new and i:
            axes.axhline(i - 0.5, color=GREY, linewidth=0.5)
        labels.append(f"{cut(lane.place, 22)}  ·  {cut(lane.account, 30)}" if new else cut(lane.account, 30))
    axes.set_yticks(range(len(lanes)), labels, fontsize=7.5)
    axes.set_ylim(len(lanes) - 0.5, -0.5)
    axes.tick_params(axis="y", length=0)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)


def _legend(drawn: Figure, axes: Axes, fills: dict[str, tuple[str, str]], lanes: Sequence[Lane]) -> None:
    from matplotlib.patches import Patch

    keys = [
        Patch(facecolor=fill, hatch=hatch, edgecolor=INK, linewidth=0.6, label=cut(holder, 34))
        for holder, (fill, hatch) in fills.items()
    ]
    if any(span.state or not span.holder for lane in lanes for span in lane.spans):
        keys.append(
            Patch(facecolor="white", edgecolor=INK, linestyle="--", linewidth=0.6, label="not settled, or in part")
        )
    if keys:
        drawn.legend(handles=keys, loc="outside upper left", ncols=3, frameon=False, fontsize=7.5, handlelength=2.4)
