"""Names and texts from documents made safe for a page: nothing in them can reorder or hide what stands around it."""

from __future__ import annotations

from markupsafe import Markup, escape

from rashomon.showing.safe import visible, visible_lines

_ESCAPED = Markup('<span class="esc" data-code="{:x}">{}</span>')
_RETURN = Markup("&#13;")


def shown(text: object) -> Markup:
    """A name or phrase from a document on one line: escaped, controls as escapes, its direction kept to itself.

    >>> print(shown("<b>Qarah</b>"))
    <bdi>&lt;b&gt;Qarah&lt;/b&gt;</bdi>
    """
    return Markup("<bdi>") + escape(visible(str(text))) + Markup("</bdi>")


def traced(text: str) -> Markup:
    r"""A text as it stands, escaped. What could reorder or hide the words around it is shown as an escape.

    Such a character is an element of class `esc`, and its attribute `data-code` the code point: so the text can be had
    back from the page, character for character.

    >>> print(traced("left\u202eright"))
    left<span class="esc" data-code="202e">\u202e</span>right
    """
    pieces, plain = [], 0
    for at, character in enumerate(text):
        if (escaped := visible_lines(character)) == character:
            continue
        line_end = text[at : at + 2] == "\r\n"
        pieces += [escape(text[plain:at]), _RETURN if line_end else _ESCAPED.format(ord(character), escaped)]
        plain = at + 1
    return Markup("").join([*pieces, escape(text[plain:])])


def line_breaks(blanks: str) -> Markup:
    """White space so that it survives in HTML, where a carriage return would become a line feed."""
    return escape(blanks).replace("\r", _RETURN)
