"""What all figures share: type, inks that survive a photocopier, captions, and how they are written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from rashomon.errors import RashomonError
from rashomon.showing.phrases import NOTICE
from rashomon.showing.safe import visible

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

FORMATS = (".svg", ".png")
WIDTH = 7.2
"""Inches: two columns of a journal page."""
DPI = 200
INK, GREY, PALE = "#1b1b1b", "#6d6d6d", "#d8d8d8"
_ACCOUNTS = 6
_EPOCH = date(1970, 1, 1).toordinal()
_FEW_DAYS, _MONTHS, _YEARS = 5, 250, 2500
_STYLE: dict[Any, Any] = {
    "font.family": "sans-serif",
    "font.sans-serif": ["DejaVu Sans"],
    "font.size": 8.5,
    "text.parse_math": False,  # a dollar sign in a document opens no formula
    "axes.edgecolor": GREY,
    "axes.linewidth": 0.6,
    "hatch.linewidth": 0.5,
    "hatch.color": INK,
    "svg.fonttype": "none",
    "svg.hashsalt": "rashomon",
    "savefig.facecolor": "white",
}


class PlotError(RashomonError):
    """A figure cannot be drawn or written."""


@contextmanager
def paper() -> Iterator[None]:
    """The style of all figures. Nothing of it stays behind."""
    import warnings

    import matplotlib as mpl

    with mpl.rc_context(_STYLE), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing from")  # an SVG's reader has other fonts
        yield


def figure(height: float) -> Figure:
    """An empty figure of this height in inches; no window and no global state."""
    from matplotlib.figure import Figure

    return Figure(figsize=(WIDTH, height), layout="constrained")


def captioned(drawn: Figure, words: str, accounts: Sequence[str]) -> None:
    """Sets a caption below: what is drawn, from whose accounts, and that all of it is alleged."""
    text = "\n".join(line for part in (f"{words} {whose(accounts)}", NOTICE) for line in wrap(part, 125))
    drawn.supxlabel(text, x=0.01, ha="left", fontsize=7.5, color=INK)


def at(day: date) -> float:
    """Where a day lies along a figure's bottom."""
    return float(day.toordinal() - _EPOCH)


def dated(axes: Axes) -> None:
    """Few days along the bottom, each with month and year; a tick is never less than a day."""
    from matplotlib.dates import DAILY, AutoDateLocator, DateFormatter, DayLocator, num2date

    axes.xaxis_date()
    first, last = (num2date(end) for end in axes.get_xlim())
    locator = AutoDateLocator(minticks=2, maxticks=6)
    locator.intervald[DAILY] = [1, 2, 3, 7, 14]
    long = (last - first).days
    axes.xaxis.set_major_locator(locator if long > _FEW_DAYS else DayLocator())
    axes.xaxis.set_major_formatter(DateFormatter("%Y" if long > _YEARS else "%b %Y" if long > _MONTHS else "%-d %b %Y"))
    axes.tick_params(axis="x", labelsize=7.5, colors=INK)


def whose(accounts: Sequence[str]) -> str:
    """Whose accounts a figure draws, in words."""
    names = [visible(name) for name in accounts]
    named = "; ".join(names[:_ACCOUNTS])
    more = len(names) - _ACCOUNTS
    if more > 0:
        named += f"; and {more} more"
    return f"Accounts: {named}." if names else "No account."


def save(drawn: Figure, path: Path) -> None:
    """Writes a figure by its suffix: the same figure, the same bytes. Raises PlotError."""
    suffix = path.suffix.lower()
    if suffix not in FORMATS:
        raise PlotError(f"{path}: a figure is {' or '.join(FORMATS)}, by the end of its name")
    metadata = {"Date": None, "Creator": "Rashomon"} if suffix == ".svg" else {"Software": "Rashomon"}
    try:
        with paper():
            drawn.savefig(path, format=suffix[1:], dpi=DPI, metadata=metadata)
    except OSError as error:
        raise PlotError(f"{path}: cannot be written: {error.strerror or error}") from None


def cut(text: str, length: int) -> str:
    """On one line, at most so many characters of it."""
    shown = visible(text)
    return shown if len(shown) <= length else shown[: length - 1].rstrip() + "…"
