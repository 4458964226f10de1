"""Whole quotations to those who tell them: what the model heard in one sentence of a quotation holds for all of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rashomon.reading.learned.composing.frames import with_arguments
from rashomon.reading.learned.naming.vocabulary import listed
from rashomon.reading.learned.types import Argument, Draft, Frame, Stretch
from rashomon.reading.quotemarks import marked

_SPEECH = 5
"""Words of the shortest quotation that is taken for speech and not for words set apart."""
_BETWEEN = 14
"""Words of the author between two quotations of one teller, at the most."""
_SCORE = 0.6
"""Raw score of a teller who is found by quotation marks."""
_SOURCE = 9
"""Words of the longest name of a teller beside a quotation."""
_PARAGRAPH = re.compile(r"[^\n]+")
_WORD = re.compile(r"[^\W_][\w’'.\-]*\w|[^\W_]")
_CLAUSE = re.compile(r"[^.!?;\n]{0,160}")


@dataclass(slots=True)
class _Quote:
    """A quotation (code points inside and with the marks) and its tellers; `goes_on`: from the one before."""

    inner: Stretch
    outer: Stretch
    goes_on: bool
    tellers: tuple[Argument, ...] = ()


def attributed(draft: Draft) -> Draft:
    """The draft with the tellers of each quotation at the frames in it that have none."""
    quotes = list(_quotes(draft.text))
    told = list(draft.frames)
    before: _Quote | None = None
    for quote in quotes:
        inside = [i for i, f in enumerate(told) if quote.inner[0] <= f.start and f.end <= quote.inner[1]]
        quote.tellers = _beside(draft.text, quote) or _heard([told[i] for i in inside], quote)
        if not quote.tellers and quote.goes_on and before is not None:
            quote.tellers = before.tellers
        for i in inside if quote.tellers else ():
            if not _tellers(told[i]):
                told[i] = replace(with_arguments(told[i], quote.tellers), endorsement="neutral")
        before = quote
    return replace(draft, frames=tuple(told))


def _quotes(text: str) -> Iterator[_Quote]:
    """The outermost quotations that hold speech, in text order."""
    last, open_ = -1, False
    for paragraph in _PARAGRAPH.finditer(text):
        found = sorted((m for m in marked(text, *paragraph.span()) if m[4] == 1), key=lambda m: m[2])
        if found and _WORD.search(text, paragraph.start(), found[0][2]):  # the author speaks first
            last, open_ = -1, False
        for a, b, start, end, _, closed in found:
            if len(_WORD.findall(text, a, b)) >= _SPEECH:
                near = last >= 0 and (open_ or len(_WORD.findall(text, last, start)) <= _BETWEEN)
                yield _Quote((a, b), (start, end), near)
                last, open_ = end, not closed
        if not found:
            last, open_ = -1, False


def _beside(text: str, quote: _Quote) -> tuple[Argument, ...]:
    """The teller whom the words right behind or before a quotation name."""
    start, end = quote.outer
    behind = _CLAUSE.match(text, end)
    after = text[end - 2 : end + 1]
    if behind is not None and not re.search(r"[.]\W*$", after):
        found = _source(text, end, _cut(text, *behind.span()), False)
        if found is not None:
            return (found,)
    opening = text[:start].rstrip()
    if opening.endswith((":", ",")):
        line = max(opening.rfind(mark) for mark in ("\n", ". ", "? ", "! ", "”", '"', ";")) + 1
        found = _source(text, line, len(opening) - 1, True)
        if found is not None:
            return (found,)
    return ()


def _cut(text: str, start: int, end: int) -> int:
    """The end of the words behind a quotation: where the next quotation begins."""
    marks = [at for mark in '“"«„' if (at := text.find(mark, start, end)) >= 0]
    return min(marks, default=end)


def _source(text: str, start: int, end: int, before: bool) -> Argument | None:
    """Who says something in a clause: the words up to the verb of saying, or those behind it."""
    found = list(_WORD.finditer(text, start, end))
    verbs = [i for i, w in enumerate(found) if w[0].lower() in listed("quoting")]
    if not verbs:
        return None
    at = verbs[-1] if before else verbs[0]
    subject = _until_comma(text, found[:at])
    while subject and subject[-1][0].lower() in listed("quoting_beside"):
        subject.pop()
    if not subject and not before:
        subject = _until_comma(text, found[at + 1 :])
        ends = listed("after_head") - {"of", "for"}
        subject = subject[: next((i for i, w in enumerate(subject) if i and w[0].lower() in ends), None)]
    if not 0 < len(subject) <= _SOURCE:
        return None
    return Argument("teller", subject[0].start(), subject[-1].end(), _SCORE)


def _until_comma(text: str, found: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """The first words of a run, up to the first mark between two of them."""
    kept = list(found[:1])
    for one, other in pairwise(found):
        if text[one.end() : other.start()].strip():
            break
        kept.append(other)
    return kept


def _heard(frames: Sequence[Frame], quote: _Quote) -> tuple[Argument, ...]:
    """The tellers of the first frame of a quotation whose tellers stand outside of it."""
    for frame in frames:
        tellers = _tellers(frame)
        if tellers and all(a.end <= quote.outer[0] or quote.outer[1] <= a.start for a in tellers):
            return tellers
    return ()


def _tellers(frame: Frame) -> tuple[Argument, ...]:
    return tuple(a for a in frame.arguments if a.role in ("teller", "teller-outer"))
