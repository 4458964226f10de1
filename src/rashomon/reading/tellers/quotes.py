"""Quotations: what stands between quotation marks of any style, nested, unbalanced or across paragraphs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from rashomon.reading.quotemarks import marked
from rashomon.reading.tellers.layout import Layout


@dataclass(frozen=True)
class Quote:
    """A quotation.

    Attributes:
        start, end: tokens inside the marks; `left`, `right`: tokens with the marks.
        depth: 1 for a quotation, 2 for one within it, ...
        closed: its closing mark stands in the same paragraph.
        continues: it goes on from an unclosed quotation of the paragraph before.
        speech: it holds a clause, not merely a word or two.
    """

    start: int
    end: int
    left: int
    right: int
    depth: int
    closed: bool
    continues: bool
    speech: bool


def find_quotes(doc: Doc, layout: Layout) -> list[Quote]:
    """All quotations, in text order, outer before inner."""
    starts = [token.idx for token in doc]
    text = doc.text  # spaCy builds it anew each time it is asked for
    found: list[Quote] = []
    last: Quote | None = None
    for first, end in layout.paragraphs:
        begin, stop = doc[first].idx, doc[end - 1].idx + len(doc[end - 1])
        quotes = []
        for inner_a, inner_b, outer_a, outer_b, depth, closed in marked(text, begin, stop):
            quote = Quote(
                start=_token_at(doc, starts, inner_a),
                end=bisect_left(starts, inner_b),
                left=max(first, bisect_right(starts, outer_a) - 1),
                right=bisect_left(starts, outer_b),
                depth=depth,
                closed=closed,
                continues=False,
                speech=False,
            )
            if quote.start < quote.end:
                quotes.append(replace(quote, speech=_is_speech(doc, quote)))
        quotes.sort(key=lambda q: (q.left, -q.right))
        if quotes and last is not None and not last.closed and quotes[0].left <= _first_word(doc, first):
            quotes[0] = replace(quotes[0], continues=True, speech=True)
        found.extend(quotes)
        outer = [q for q in quotes if q.depth == 1]
        last = outer[-1] if outer else None
    return found


def _token_at(doc: Doc, starts: list[int], offset: int) -> int:
    """The token at an offset, or the first one after it."""
    at = max(0, bisect_right(starts, offset) - 1)
    return at if doc[at].idx + len(doc[at]) > offset else at + 1


def _first_word(doc: Doc, start: int) -> int:
    while start < len(doc) - 1 and doc[start].is_space:
        start += 1
    return start


def _is_speech(doc: Doc, quote: Quote) -> bool:
    tokens = [t for t in doc[quote.start : quote.end] if not t.is_space]
    words = [t for t in tokens if not t.is_punct]
    if not words:
        return False
    finite = any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in words)
    stopped = tokens[-1].text[-1] in ".,!?…"
    return (finite and len(words) > 2) or (stopped and len(words) > 1) or len(words) > 7
