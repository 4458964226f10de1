"""Paths of SVG in few bytes: whole tenths of a unit, relative to the point before (to be drawn at `scale(.1)`)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

Point = tuple[float, float]


def closed_path(rings: Iterable[Sequence[Point]]) -> str:
    """Rings as one path.

    >>> closed_path([[(0, 0), (10, 0), (10, 2.5)]])
    'M0 0l100 0 0 25z'
    """
    parts = []
    for ring in rings:
        points = _tenths(ring)
        if len(points) > 2:
            parts.append(f"M{points[0][0]} {points[0][1]}l{_joined(_moves(points))}z")
    return "".join(parts)


def curved_path(lines: Iterable[Sequence[Point]], *, closed: bool = False) -> str:
    """Lines as one path that rounds off their corners (quadratic curves from middle to middle).

    >>> curved_path([[(0, 0), (10, 0), (10, 10)]])
    'M0 0q100 0 100 100'
    """
    return "".join(_curved(_tenths(line), closed) for line in lines)


def _curved(points: list[tuple[int, int]], closed: bool) -> str:
    if len(points) < (3 if closed else 2):
        return ""
    if len(points) == 2:
        return f"M{points[0][0]} {points[0][1]}l{_joined(_moves(points))}"
    if closed:
        start = _middle(points[-1], points[0])
        bends, ends = points, [_middle(a, b) for a, b in zip(points, points[1:] + points[:1], strict=True)]
    else:
        start, bends = points[0], points[1:-1]
        ends = [_middle(a, b) for a, b in pairwise(points[1:-1])] + points[-1:]
    numbers, at = [], start
    for bend, end in zip(bends, ends, strict=True):
        numbers += [(bend[0] - at[0], bend[1] - at[1]), (end[0] - at[0], end[1] - at[1])]
        at = end
    return f"M{start[0]} {start[1]}q{_joined(numbers)}" + ("z" if closed else "")


def _tenths(points: Sequence[Point]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for x, y in points:
        point = round(x * 10), round(y * 10)
        if not found or point != found[-1]:
            found.append(point)
    return found


def _moves(points: list[tuple[int, int]]) -> list[tuple[int, int]]:
    return [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points)]


def _middle(a: tuple[int, int], b: tuple[int, int]) -> tuple[int, int]:
    return (a[0] + b[0]) // 2, (a[1] + b[1]) // 2


def _joined(pairs: list[tuple[int, int]]) -> str:
    text = " ".join(f"{x} {y}" for x, y in pairs)
    return text.replace(" -", "-")
