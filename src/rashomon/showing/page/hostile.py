"""Names and texts from documents made safe for a page: nothing in them can reorder or hide what stands around it."""

from __future__ import annotations

from markupsafe import Markup, escape

from rashomon.showing.page.alphabets import mixed_alphabets
from rashomon.showing.safe import visible


def shown(text: object) -> Markup:
    """A name or phrase from a document on one line: escaped, controls as escapes, its direction kept to itself.

    Where a word of it mixes alphabets, a note says so.

    >>> print(shown("<b>Qarah</b>"))
    <bdi>&lt;b&gt;Qarah&lt;/b&gt;</bdi>
    """
    made = Markup("<bdi>") + escape(visible(str(text))) + Markup("</bdi>")
    mixed = mixed_alphabets(str(text))
    if mixed:
        note = f"mixes alphabets: {', '.join(mixed)}"
        made += Markup(' <span class="mixed">({})</span>').format(note)
    return made
