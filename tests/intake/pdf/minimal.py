"""PDFs written by hand."""

from collections.abc import Sequence

from bench.pdf import pdf as drawn_pdf
from bench.pdf import shown

Placed = tuple[float, float, str]
"""A line: how far from the left and from the bottom of the page (in points), and its words."""


def lines(words: Sequence[str], top: float = 760, left: float = 72, leading: float = 14) -> list[Placed]:
    return [(left, top - leading * i, text) for i, text in enumerate(words)]


def pdf(pages: Sequence[Sequence[Placed]], info: str = "", content: str | None = None, trailer: str = "") -> bytes:
    """A PDF with these pages; `content` takes the place of what is drawn on all of them."""
    return drawn_pdf([_drawn(page) if content is None else content for page in pages], info, trailer)


def _drawn(page: Sequence[Placed]) -> str:
    return "BT /F1 11 Tf\n" + "".join(f"1 0 0 1 {x} {y} Tm ({shown(t)}) Tj\n" for x, y, t in page) + "ET"
