"""What already stands on a drawing, found quickly by where it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from rashomon.showing.page.drawing import Rect

_CELL = 40.0


class Busy:
    """Rectangles in the cells of a grid."""

    def __init__(self, rects: Iterable[Rect]) -> None:
        self._cells: dict[tuple[int, int], list[Rect]] = defaultdict(list)
        for rect in rects:
            self.add(rect)

    def add(self, rect: Rect) -> None:
        """One more."""
        for cell in _cells(rect):
            self._cells[cell].append(rect)

    def meeting(self, rect: Rect) -> list[Rect]:
        """Those that overlap this one; some may be named twice."""
        return [other for cell in _cells(rect) for other in self._cells.get(cell, ()) if rect.meets(other)]


def _cells(rect: Rect) -> Iterator[tuple[int, int]]:
    for column in range(int(rect.x // _CELL), int((rect.x + rect.width) // _CELL) + 1):
        for row in range(int(rect.y // _CELL), int((rect.y + rect.height) // _CELL) + 1):
            yield column, row
