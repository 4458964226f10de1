"""Quotations: what stands between quotation marks of any style, nested, unbalanced or across paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from rashomon.reading.tellers.layout import Layout

_PAIRS = {
    "“": "”",
    "‘": "’",
    "«": "»",
    "„": "“”",
    "‟": "”",
    "‹": "›",
    "「": "」",
    "『": "』",
    "``": "''",
    '"': '"',
    "'": "'",
}
_MARK = re.compile("``|''|\"\"|[“”‘’«»„‟‹›「」『』\"']")
_SINGLE = frozenset("‘’'")
_BEFORE_OPENING = frozenset(" \t\n\r\u00a0([{—–-/“‘\"'«„:,;")
_DIGIT_OR_ELISION = re.compile(r"\d\ds?\b|(?:em|cause|til|tis|twas|n)\b", re.IGNORECASE)


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


@dataclass
class _Open:
    mark: str
    start: int
    inner: int
    depth: int


def find_quotes(doc: Doc, layout: Layout) -> list[Quote]:
    """All quotations, in text order, outer before inner."""
    starts = [token.idx for token in doc]
    text = doc.text  # spaCy builds it anew each time it is asked for
    found: list[Quote] = []
    last: Quote | None = None
    for first, end in layout.paragraphs:
        begin, stop = doc[first].idx, doc[end - 1].idx + len(doc[end - 1])
        quotes = []
        for inner_a, inner_b, outer_a, outer_b, depth, closed in _scan(text, begin, stop):
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


def _scan(text: str, begin: int, stop: int) -> list[tuple[int, int, int, int, int, bool]]:
    """(inner start, inner end, outer start, outer end, depth, closed) of the quotations in one paragraph."""
    begin, stop = _unwrap(text, begin, stop)
    stack: list[_Open] = []
    found = []
    for match in _MARK.finditer(text, begin, stop):
        mark, a, b = match.group(), match.start(), match.end()
        role = _role(text, mark, a, b, begin, stop, stack)
        mark = '"' if mark == '""' else mark
        if role == "open":
            stack.append(_Open("``" if mark == "``" else mark, a, b, len(stack) + 1))
        elif role == "close":
            at = next(i for i in range(len(stack) - 1, -1, -1) if mark in _closers(stack[i].mark))
            opened = stack[at]
            del stack[at:]
            found.append((opened.inner, a, opened.start, b, opened.depth, True))
    if stack and stack[0].mark not in _SINGLE:
        end = stop
        if text[begin : stack[0].start].strip():  # begun within a sentence: it ends with the sentence
            ended = re.compile(r"[.!?…](?=\s|$)").search(text, stack[0].inner, stop)
            end = ended.end() if ended else stop
        found.append((stack[0].inner, end, stack[0].start, end, 1, False))
    return found


def _unwrap(text: str, begin: int, stop: int) -> tuple[int, int]:
    """A line of a spreadsheet dump stands in marks of its own, with the quotations' marks doubled."""
    while begin < stop and text[begin].isspace():
        begin += 1
    while stop > begin and text[stop - 1].isspace():
        stop -= 1
    body = text[begin:stop]
    if len(body) > 3 and body[0] == body[-1] == '"' and '""' in body[1:-1] and '"' not in body[1:-1].replace('""', ""):
        return begin + 1, stop - 1
    return begin, stop


def _closers(mark: str) -> tuple[str, ...]:
    closing = _PAIRS.get(mark, "")
    return ("''", '"') if mark == "``" else ('"', "”") if mark == '"' else tuple(closing)


def _role(text: str, mark: str, a: int, b: int, begin: int, stop: int, stack: list[_Open]) -> str | None:
    """Whether a mark opens or closes a quotation, or is an apostrophe or stray (None)."""
    before = text[a - 1] if a > begin else " "
    after = text[b] if b < stop else " "
    closes = any(('"' if mark == '""' else mark) in _closers(o.mark) for o in stack)
    if mark in {"‘", "'", "’"}:
        return _single(text, mark, before, after, b, stop, closes)
    if mark in {"”", "''", "›", "」", "』"}:
        return "close" if closes else None
    if mark == "“" and closes and before not in _BEFORE_OPENING and not after.isalnum():
        return "close"
    if mark in {"“", "„", "‟", "«", "‹", "「", "『", "``"}:
        return "open"
    if mark == "»":
        return "close" if closes else None
    opening = before in _BEFORE_OPENING and not after.isspace()
    closing = not before.isspace() and (after.isspace() or after in ".,;:!?)]—–-'’/")
    if closes and (closing or not opening):
        return "close"
    return "open" if opening and not closes else "close" if closes else None


def _single(text: str, mark: str, before: str, after: str, b: int, stop: int, closes: bool) -> str | None:
    if mark != "’" and before in _BEFORE_OPENING and (after.isalnum() or after in "[(…"):
        if mark == "'" and _DIGIT_OR_ELISION.match(text, b):
            return None
        close = "’'" if mark == "‘" else "'"
        ahead = re.compile(rf"(?<=\S)[{close}](?![\w])").search(text, b, stop)
        return "open" if ahead else None
    if mark == "‘" or not closes or after.isalnum() or before.isspace():
        return None
    if before in "sS" and after == " ":  # "the rebels’ base": a plural's apostrophe if a closing mark is still to come
        later = re.compile(r"(?<=[.,!?…\w])[’'](?![\w])").search(text, b, stop)
        return None if later else "close"
    return "close"
