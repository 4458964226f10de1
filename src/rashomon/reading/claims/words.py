"""From token ranges to exact offsets: triggers and quotes."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from rashomon.reading.syntax import clause, phrase
from rashomon.reading.types import Deed

_TRIM = " \t\r\n.,;:!?…-–—\"“”‘’'«»()[]*"


def offsets(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Code-point offsets of a token range, without white space at its ends."""
    while end - 1 > start and doc[end - 1].is_space:
        end -= 1
    while start < end - 1 and doc[start].is_space:
        start += 1
    return doc[start].idx, doc[end - 1].idx + len(doc[end - 1])


def quote_of(text: str, deed: Deed, arguments: list[Token]) -> tuple[int, int]:
    """Offsets of the smallest clause that holds the trigger and its agents and recipients."""
    doc, sentence = deed.head.doc, deed.head.sent
    start, end = clause(deed.head)
    start, end = min(start, deed.start), max(end, deed.end)
    for token in arguments:
        if sentence.start <= token.i < sentence.end:
            first, last = phrase(token)
            start, end = min(start, first), max(end, last)
    first, last = offsets(doc, start, end)
    trigger_start, trigger_end = offsets(doc, deed.start, deed.end)
    while first < trigger_start and text[first] in _TRIM:
        first += 1
    while last > trigger_end and text[last - 1] in _TRIM:
        last -= 1
    return first, last
