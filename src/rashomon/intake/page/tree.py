"""From the text of a page to a tree that is no larger than can be worked through in bounded time."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, html_parser

MOST_CHARACTERS = 12_000_000
MOST_ELEMENTS = 60_000
_DEEPEST = 150
_MOST_ATTRIBUTES = 40
_LONGEST_ATTRIBUTE = 4_000
_LEFT_OUT = frozenset({"style", "svg", "noscript", "template", "iframe", "object", "canvas", "math"})
_CHUNK = 1 << 16
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
_NAME = re.compile(r"[^\s&<>/\"'{}=]+")  # what lxml takes for a name; its parser gives others, of `<p<b>`


class PageError(ValueError):
    """The page is none that can be read. The message is a reason without a final stop."""


def tree_of(text: str) -> HtmlElement:
    """The tree of a page. Elements that lie too deep give way to their text, and very long attributes are dropped.

    The tree is built by our own hands from the parser's events: the parser's own takes time that grows with the
    square of an element's attributes. Raises PageError if the page is empty or too large.
    """
    if len(text) > MOST_CHARACTERS:
        raise PageError(f"has {len(text):,} characters of HTML; at most {MOST_CHARACTERS:,} are read")
    builder = _Builder()
    parser = HTMLParser(target=builder, encoding="utf-8", remove_comments=True, remove_pis=True)
    data = _CONTROL.sub("", text).encode()
    try:
        for start in range(0, len(data), _CHUNK):
            parser.feed(data[start : start + _CHUNK])
        parser.close()
        root = builder.whole()
    except PageError:
        raise
    except (etree.LxmlError, AssertionError, ValueError):
        raise PageError("holds no HTML that can be read") from None
    if not isinstance(root, HtmlElement):
        raise PageError("holds no HTML that can be read")
    return root


class _Builder:
    """Takes a parser's events; keeps what is within bounds."""

    def __init__(self) -> None:
        self._tree = etree.TreeBuilder(element_factory=html_parser.makeelement)
        self._open: list[bool] = []  # of each open element, whether it is kept
        self._depth = 0
        self._unwanted = 0
        self._elements = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        tag = _name(tag)
        self._elements += 1
        if self._elements > MOST_ELEMENTS:
            raise PageError(f"has more than {MOST_ELEMENTS:,} elements")
        if len(self._open) > 100 * _DEEPEST:
            raise PageError("is nested too deep")
        unwanted = self._unwanted or _unwanted(tag, attributes)
        kept = not unwanted and self._depth < _DEEPEST
        self._unwanted += bool(unwanted)
        self._open.append(kept)
        if kept:
            self._depth += 1
            self._tree.start(tag, _bounded(attributes))

    def end(self, tag: str) -> None:
        if not self._open:
            return
        kept = self._open.pop()
        if self._unwanted:
            self._unwanted -= 1
        elif kept:
            self._depth -= 1
            self._tree.end(_name(tag))

    def data(self, data: str) -> None:
        if not self._unwanted and self._depth:
            self._tree.data(data)

    def close(self) -> None:
        """The parser is done."""

    def whole(self) -> object:
        """The root of what was built."""
        return self._tree.close()


def _name(tag: str) -> str:
    """The tag as far as it is a name.

    >>> _name("p<head"), _name("h1")
    ('p', 'h1')
    """
    found = _NAME.match(tag)
    return found[0] if found else "span"


def _unwanted(tag: str, attributes: Mapping[str, str]) -> bool:
    if tag == "script":
        return "ld+json" not in attributes.get("type", "").lower()
    return tag in _LEFT_OUT


def _bounded(attributes: Mapping[str, str]) -> dict[str, str]:
    kept: dict[str, str] = {}
    for name, value in attributes.items():
        if len(kept) == _MOST_ATTRIBUTES:
            break
        if len(value) <= _LONGEST_ATTRIBUTE and _NAME.fullmatch(name):
            kept[name] = value
    return kept
