"""Date expressions in a text: "5-6 April 2016", "last Friday", "since 2011", "two days later"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.reading.dates.grammar import Stream, expression, starters
from rashomon.reading.dates.values import Value, Written
from rashomon.reading.dates.words import table, words

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class DateExpression:
    """One date expression: token range `[start, end)`, code-point offsets `[left, right)`, what it stands for."""

    start: int
    end: int
    left: int
    right: int
    value: Value

    @property
    def bare_year(self) -> bool:
        """Whether it is nothing but a year."""
        return isinstance(self.value, Written) and self.value.month is None and self.value.day is None


def find_dates(doc: Doc) -> list[DateExpression]:
    """All date expressions in text order, none overlapping; from left to right the longest that fits."""
    stream = Stream(doc.text)
    known = starters()
    found: list[DateExpression] = []
    i = 0
    while i < len(stream):
        if stream.low[i] not in known and not stream.words[i][0].isdigit():
            i += 1
            continue
        read = expression(stream, i)
        if read is None:
            i += 1
            continue
        value, end = read
        left, right = stream.spans[i][0], stream.spans[end - 1][1]
        span = doc.char_span(left, right, alignment_mode="expand")
        if span is None or not _is_date(doc, stream, i, end, span.start, span.end):
            i += 1
            continue
        found.append(DateExpression(span.start, span.end, left, right, value))
        i = end
    return found


def _is_date(doc: Doc, s: Stream, i: int, end: int, start: int, stop: int) -> bool:
    """Whether a word that may be something else is a date here."""
    bounded = s.low[i] in words("since") | words("until") | words("from") | words("in")
    at = i + 1 if bounded and end == i + 2 else i
    if end != at + 1:
        return True
    if s.words[at].isdigit():
        return _is_year(doc, s, at, stop)
    if s.low[at] in words("doubtful_months"):
        before = s.low[at - 1] if at else ""
        last = doc[stop - 1]
        return before in words("before_month") and last.ent_type_ != "PERSON" and last.pos_ not in {"VERB", "AUX"}
    return True


def _is_year(doc: Doc, s: Stream, at: int, stop: int) -> bool:
    """Whether a number of four figures is a year: by the word before it, or as what says which ("the 2016 summit")."""
    before = s.low[at - 1] if at else ""
    if before in words("numbered") or (
        at > 1 and s.low[at - 2] in words("numbered") and before in {"no", "number", "."}
    ):
        return False
    counted = stop < len(doc) and doc[stop].tag_ == "NNS"
    if before in words("surely_year"):
        return True
    attributive = stop < len(doc) and doc[stop].pos_ in {"NOUN", "PROPN", "ADJ"}
    if before == "the":
        return attributive
    if before in words("before_year") or before in table("months") or before in {"(", ","}:
        return not counted
    return attributive and not counted
