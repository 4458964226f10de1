"""Who is said to stand with whom and against whom, as accounts claim it, with camps by the shape of the dots."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import cos, hypot, pi, sin
from typing import TYPE_CHECKING

from rashomon.showing.plot.paper import GREY, INK, captioned, cut, figure, paper
from rashomon.showing.plot.types import Bond

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

MOST = 16
"""So many actors at most: those with most ties."""
_SHAPES = ("o", "s", "^", "D", "v", "P")
_FILLS = ("white", INK, "#9a9a9a", "white", INK, "#9a9a9a")
_ALONE = ".", INK
_BOW = 0.16
_DASHED = (0, (4, 3))
_HEIGHT = 5.6


def network_figure(
    bonds: Sequence[Bond], accounts: Sequence[str], camps: Mapping[str, int] | None = None, note: str = ""
) -> Figure:
    """The figure: friendly ties solid, hostile ones dashed, both where both are claimed; thicker with more claims.

    Args:
        bonds: the ties; the same two may have one of each sign.
        accounts: whose claims they are.
        camps: the camp of each actor, by number; None: none were looked for.
        note: how the camps were found, as a sentence.
    """
    actors = _most(bonds)
    shown = [bond for bond in bonds if bond.one in actors and bond.other in actors]
    order = _ordered(actors, shown, camps or {})
    spots = {name: _spot(i, len(order)) for i, name in enumerate(order)}
    with paper():
        drawn = figure(_HEIGHT)
        axes = drawn.add_subplot()
        axes.set_axis_off()
        axes.set_aspect("equal")
        axes.set_xlim(-1.9, 1.9)
        axes.set_ylim(-1.35, 1.35)
        both = {(b.one, b.other) for b in shown if b.sign == "+"} & {(b.one, b.other) for b in shown if b.sign == "-"}
        for bond in sorted(shown, key=lambda b: (b.claims, b.one, b.other, b.sign)):
            _bond(axes, bond, spots, (bond.one, bond.other) in both)
        for name, (x, y) in spots.items():
            _actor(axes, name, x, y, (camps or {}).get(name))
        _legend(drawn, sorted({camp for name in order if (camp := (camps or {}).get(name)) is not None}))
        left = len({name for b in bonds for name in (b.one, b.other)}) - len(actors)
        words = "Ties claimed between actors; what is denied, possible, planned or demanded draws none. " + note
        captioned(drawn, words.strip() + (f" {left} more actors are not drawn." if left else ""), accounts)
    return drawn


def _most(bonds: Sequence[Bond]) -> set[str]:
    """The actors with most ties, tie by tie, as long as there is room."""
    actors: set[str] = set()
    for bond in sorted(bonds, key=lambda b: (-b.tellers, -b.claims, b.one, b.other, b.sign)):
        if len(actors | {bond.one, bond.other}) <= MOST:
            actors |= {bond.one, bond.other}
    return actors


def _ordered(actors: set[str], bonds: Sequence[Bond], camps: Mapping[str, int]) -> list[str]:
    """Camp by camp; within one, each next to a friend as far as that goes."""
    friends = {frozenset((b.one, b.other)) for b in bonds if b.sign == "+"}
    order: list[str] = []
    left = sorted(actors, key=lambda name: (camps.get(name, 0), name))
    while left:
        camp = camps.get(left[0], 0)
        near = [n for n in left if camps.get(n, 0) == camp and order and frozenset((order[-1], n)) in friends]
        order.append(near[0] if near else left[0])
        left.remove(order[-1])
    return order


def _spot(i: int, of: int) -> tuple[float, float]:
    angle = pi / 2 - 2 * pi * i / of
    return cos(angle), sin(angle)


def _bond(axes: Axes, bond: Bond, spots: Mapping[str, tuple[float, float]], doubled: bool) -> None:
    from matplotlib.patches import FancyArrowPatch

    one, other = spots[bond.one], spots[bond.other]
    away = hypot(one[0] - other[0], one[1] - other[1]) or 1.0
    bow = (_BOW if bond.sign == "+" else -_BOW) if doubled else 0.0
    bowed = f"arc3,rad={bow / away * 1.2:.3f}"
    axes.add_patch(
        FancyArrowPatch(
            one,
            other,
            arrowstyle="-",
            connectionstyle=bowed,
            color=INK if bond.sign == "-" else GREY,
            linestyle="-" if bond.sign == "+" else _DASHED,
            linewidth=0.8 + 0.45 * min(bond.claims, 6),
            shrinkA=4,
            shrinkB=4,
            zorder=1,
        )
    )


def _actor(axes: Axes, name: str, x: float, y: float, camp: int | None) -> None:
    shape, fill = _ALONE if camp is None else (_SHAPES[camp % len(_SHAPES)], _FILLS[camp % len(_FILLS)])
    axes.plot(
        [x], [y], marker=shape, markersize=8, markerfacecolor=fill,
        markeredgecolor=INK, zorder=3,
    )  # fmt: skip
    side = "center" if abs(x) < 0.12 else "left" if x > 0 else "right"
    up = "bottom" if side == "center" and y > 0 else "top" if side == "center" else "center"
    axes.text(x * 1.09, y * 1.09, cut(name, 30), ha=side, va=up, fontsize=8, zorder=4)


def _legend(drawn: Figure, camps: Sequence[int]) -> None:
    from matplotlib.lines import Line2D

    keys = [
        Line2D([], [], color=GREY, linewidth=1.8, label="with one another"),
        Line2D([], [], color=INK, linewidth=1.8, linestyle=_DASHED, label="against one another"),
    ]
    keys += [
        Line2D(
            [], [], linestyle="none", marker=_SHAPES[camp % len(_SHAPES)], markersize=7,
            markerfacecolor=_FILLS[camp % len(_FILLS)], markeredgecolor=INK, label=f"camp {camp + 1}",
        )
        for camp in camps
    ]  # fmt: skip
    drawn.legend(handles=keys, loc="outside upper left", ncols=5, frameon=False, fontsize=7.5)
