"""Names and texts from documents made safe for a page: nothing in them can reorder or hide what stands around it."""

from __future__ import annotations

import unicodedata

from markupsafe import Markup, escape

from rashomon.showing.page.alphabets import mixed_alphabets
from rashomon.showing.safe import visible, visible_lines

_ESCAPED = Markup('<span class="esc" data-code="{:x}">{}</span>')
_RETURN = Markup("&#13;")

_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})


def shown(text: object) -> Markup:
    """A name or phrase from a document on one line: escaped, controls as escapes, its direction kept to itself.

    Where a word of it mixes alphabets, a note says so.

    >>> print(shown("<b>Qarah</b>"), shown("الجيش"))
    &lt;b&gt;Qarah&lt;/b&gt; <bdi>الجيش</bdi>
    """
    plain = visible(str(text))
    made = escape(plain)
    if plain.isascii():
        return made
    if any(unicodedata.bidirectional(c) in _RIGHT_TO_LEFT for c in plain):
        made = Markup("<bdi>{}</bdi>").format(made)
    if mixed := mixed_alphabets(str(text)):
        made += Markup(' <span class="mixed">(mixes alphabets: {})</span>').format(", ".join(mixed))
    return made


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
