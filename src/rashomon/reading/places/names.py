"""Stretches of a document that may name a place, by their form: "Umm Ruwaba", "the Lenn estuary"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.reading.places.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NO_NAME = frozenset({"PRP", "PRP$", "DT", "IN", "CC", "MD", "TO", "WDT", "WP", "WRB", "EX", "RB", "VBD", "VBZ", "UH"})


def capitalised(token: Token) -> bool:
    """Whether a word is written like (part of) a name: "Sele", "al-Hasakah", "T4"."""
    text = token.text
    if not token.is_alpha and not any(c.isalpha() for c in text):
        return False
    if text[0].isupper():
        return token.tag_ not in _NO_NAME or not (token.is_sent_start or token.is_stop)
    head, _, tail = text.partition("-")
    return bool(tail) and len(head) <= 3 and tail[0].isupper()


def runs(doc: Doc) -> Iterator[tuple[int, int]]:
    """Maximal runs of capitalised words, with "of", "de", "al" between two of them."""
    i = 0
    while i < len(doc):
        if not capitalised(doc[i]):
            i += 1
            continue
        end = i + 1
        while end < len(doc):
            if capitalised(doc[end]) and not doc[end].is_sent_start:
                end += 1
            elif (doc[end].lower_ in words("links") and end + 1 < len(doc) and capitalised(doc[end + 1])) or (
                doc[end].text in {"-", "–", "‑"}
                and end + 1 < len(doc)
                and not doc[end - 1].whitespace_
                and not doc[end].whitespace_
                and capitalised(doc[end + 1])
            ):
                end += 2
            else:
                break
        yield i, end
        i = end


def widened(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The run with a lower-case last word and its attributes ("Dorn crossing", "Mezzeh military
    airport") and a direction before it ("northern Iraq")."""
    for last in range(min(end + 2, len(doc) - 1), end - 1, -1):
        attributes = all(t.lower_ in words("between") for t in doc[end:last])
        if attributes and doc[last].lower_ in words("heads_after") and doc[last].tag_.startswith("NN"):
            end = last + 1
            break
    if start and doc[start - 1].lower_ in words("directions") and not doc[start - 1].is_sent_start:
        start -= 1
    return start, end
