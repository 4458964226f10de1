"""Elements of SVG as escaped markup, and the room that texts take."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from markupsafe import Markup, escape

from rashomon.showing.safe import visible

_NARROW = frozenset("fijlrtI.,:;'!|()[]-·’ ")
_WIDE = frozenset("mwMWOQGCD@%&—…")


class Rect(NamedTuple):
    """A rectangle of a drawing, its corner top left."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: Rect) -> bool:
        """Whether they overlap; touching is no overlap."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.x <= x <= self.x + self.width and self.y <= y <= self.y + self.height

    def within(self, other: Rect) -> bool:
        """Whether all of it lies in the other."""
        return (
            other.x <= self.x
            and other.y <= self.y
            and self.x + self.width <= other.x + other.width
            and self.y + self.height <= other.y + other.height
        )

    def padded(self, by: float) -> Rect:
        """Larger by so much on each side."""
        return Rect(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)


def number(value: float) -> str:
    """A number with one decimal at most.

    >>> number(12.04), number(0.25), number(-3.0)
    ('12', '.2', '-3')
    """
    text = f"{value:.1f}".removesuffix(".0")
    if text in ("-0", "0"):
        return "0"
    return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text


def element(tag: str, *content: object, **attributes: object) -> Markup:
    """An element. Attributes that are None are left out; `class_` is `class`, other underscores are hyphens.

    Text is escaped and its control characters are shown as escapes; `Markup` goes in as it is.

    >>> print(element("text", "a < b", class_="map-name", x=3.0))
    <text class="map-name" x="3">a &lt; b</text>
    """
    given = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for name, value in attributes.items()
        if value is not None
    )
    inner = Markup("").join(part if isinstance(part, Markup) else escape(visible(str(part))) for part in content)
    return Markup(f"<{tag}{given}>{inner}</{tag}>" if inner else f"<{tag}{given}/>")


def text_width(text: str, size: float, spacing: float = 0.0) -> float:
    """About how wide a text will be in a sans-serif of this size; rather too wide than too narrow."""
    return sum(_share(character) * size + spacing for character in text)


def trimmed(text: str, length: int) -> str:
    """The text on one line, at most so many characters of it."""
    shown = visible(text)
    return shown if len(shown) <= length else shown[: length - 1].rstrip() + "…"


def _value(value: object) -> Markup:
    return escape(number(value) if isinstance(value, float) else visible(str(value)))


def _share(character: str) -> float:
    if unicodedata.combining(character):
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        return 1.05
    if character in _NARROW:
        return 0.36
    if character in _WIDE:
        return 0.92
    return 0.7 if character.isupper() else 0.58
