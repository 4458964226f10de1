"""Quotation marks of any style, nested or unbalanced, in a stretch of text. No parser."""

from __future__ import annotations

import re
from dataclasses import dataclass

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


@dataclass
class _Open:
    mark: str
    start: int
    inner: int
    depth: int


Marked = tuple[int, int, int, int, int, bool]
"""(inner start, inner end, outer start, outer end, depth, closed), in code points."""


def marked(text: str, begin: int, stop: int) -> list[Marked]:
    """The quotations in one paragraph, in the order in which they end."""
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
