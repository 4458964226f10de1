"""Names and texts from documents made safe for a page: nothing in them can reorder or hide what stands around it."""

from __future__ import annotations

import unicodedata

from markupsafe import Markup, escape

from rashomon.showing.page.alphabets import mixed_alphabets
from rashomon.showing.safe import visible

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
