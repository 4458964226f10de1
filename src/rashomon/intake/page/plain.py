"""From elements to plain text: paragraphs apart by a blank line, lines kept, white space as it would be seen."""

from __future__ import annotations

import re

from lxml.etree import _Element

_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl",
        "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head",
        "header", "hr", "html", "item", "li", "list", "main", "nav", "ol", "p", "pre", "quote", "row",
        "section", "table", "td", "th", "tr", "ul", "ab", "code",
    }
)  # fmt: skip
_LINES = frozenset({"br", "lb"})
_CELLS = frozenset({"cell"})
_SILENT = frozenset({"script", "style", "noscript", "template", "head-meta", "graphic", "title"})
_WHITE = re.compile(r"[^\S\u2028\u2029]+")
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
_BREAK, _PARAGRAPH = "\u2028", "\u2029"


def plain_text(*elements: _Element) -> str:
    """The text of elements; one line break alone stays one."""
    pieces: list[str] = []
    for element in elements:
        _walk(element, pieces)
        pieces.append(_PARAGRAPH)
    text = _WHITE.sub(" ", _UNSEEN.sub("", "".join(pieces)))
    text = re.sub(f" ?{_BREAK}(?: ?{_BREAK})+ ?", _PARAGRAPH, text)
    paragraphs = (part.strip(f" {_BREAK}") for part in text.split(_PARAGRAPH))
    kept = ("\n".join(line.strip() for line in p.split(_BREAK)) for p in paragraphs if p)
    return "\n\n".join(kept)


def _walk(element: _Element, pieces: list[str]) -> None:
    tag = element.tag
    if not isinstance(tag, str) or tag in _SILENT:
        return
    around = _PARAGRAPH if tag in _BLOCKS else ""
    pieces.append(around)
    if tag in _LINES:
        pieces.append(_BREAK)
    pieces.append(_own(element.text))
    for child in element:
        _walk(child, pieces)
        pieces.append(_own(child.tail))
    pieces.append(" | " if tag in _CELLS and element.getnext() is not None else around)


def _own(text: str | None) -> str:
    return (text or "").replace(_BREAK, " ").replace(_PARAGRAPH, " ")
