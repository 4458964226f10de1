"""When a deed happened, by the words that the model takes for its time."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from rashomon.model import Document
from rashomon.reading.dates.calendar import Day, Interval, published
from rashomon.reading.dates.expressions import DateExpression
from rashomon.reading.dates.grammar import Stream, expression, starters
from rashomon.reading.dates.moments import after, meant, month_first, own_date, paragraph_end, with_years
from rashomon.reading.dates.values import Moment, Until, Written
from rashomon.reading.dates.words import table, words
from rashomon.reading.learned.settling.words import is_plural, knowledge
from rashomon.reading.learned.types import Frame, Stretch

_AHEAD = {"future": True, "demanded": True, "hypothetical": True, "happened": False, "not": False}
_DATELINE = 8
"""Within how many words of the beginning a dateline has its date."""
_SURE, _FAIR, _LOOSE = 0.95, 0.8, 0.6
_PERFECT = frozenset({"has", "have", "been"})
_YEAR = re.compile(r"(?:[Ii]n |[Oo]f )?(1\d{3}|20\d{2})")
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d{2}\b|\b\d{1,2} ?[ap]\.?m\b")
_OTHER = frozenset({"before", "after", "next", "following", "previous", "every", "each"})
_BESIDE = 3
"""How many words may stand between a cue and the day of the saying."""


class Dates:
    """The date expressions of a document, and from where each is reckoned."""

    def __init__(self, document: Document, sentences: Sequence[Stretch], frames: Sequence[Frame]) -> None:
        self._stream = Stream(document.text)
        self._starts = [start for start, _ in sentences]
        self._claimed = [(a.start, a.end, f) for f in frames for a in f.arguments if a.role == "time"]
        self._cues = [(a.start, a.end) for f in frames for a in f.arguments if a.role == "cue"]
        found = with_years(
            self._found(), published(document) is None, lambda one, other: self._at(one.left) == self._at(other.left)
        )
        dateline = found[0] if found and self._in_dateline(found[0]) else None
        start = Moment(today=own_date(document, dateline), month_first=month_first(document, found))
        self._today = start.today
        self.expressions = tuple(found)
        self._moments = self._reckoned(start)

    def when(self, stretch: Stretch, frame: Frame | None = None) -> tuple[str, float] | None:
        """The time that these words tell, for a deed as a frame presents it: ISO 8601, and a raw score."""
        ahead = _AHEAD.get(frame.factuality) if frame else False
        lasting = frame is not None and self._lasts(frame)
        found: list[tuple[DateExpression, Interval]] = []
        for n, each in self._touching(stretch):
            interval = self._interval(each, self._moments[n], ahead, lasting)
            if interval is not None:
                found.append((each, interval))
        if not found:
            return self._by_form(stretch)
        if len(found) > 1 and (row := self._row(found)):
            return row.iso, _FAIR
        each, interval = min(found, key=lambda f: (_width(f[1]), f[0].left))
        exact = stretch[0] <= each.left and each.right <= stretch[1]
        return interval.iso, _SURE if exact and len(found) == 1 else _FAIR if exact else _LOOSE

    def said(self, cue: Stretch) -> tuple[str, float] | None:
        """The day of a saying, right beside its cue and not the time of any deed: "said on Friday that"."""
        for n, each in enumerate(self.expressions):
            if self._at(each.left) != self._at(cue[0]) or any(
                s < each.right and each.left < e for s, e, _ in self._claimed
            ):
                continue
            left, right = (cue[1], each.left) if each.left >= cue[1] else (each.right, cue[0])
            between = self._stream.text[left:right]
            if left <= right and len(between.split()) <= _BESIDE and "," not in between:
                interval = self._interval(each, self._moments[n], False, False)
                if interval is not None:
                    return interval.iso, _LOOSE
        return None

    def _by_form(self, stretch: Stretch) -> tuple[str, float] | None:
        """A year of long ago, or an hour of the day that the text speaks of, else of the document's."""
        said = self._stream.text[slice(*stretch)]
        if (year := _YEAR.fullmatch(said)) is not None:
            return year[1], _FAIR
        hour = _CLOCK.search(said) or set(said.lower().split()) & (table("parts_of_day").keys() | knowledge("hours"))
        if not hour or self._touching(stretch) or _OTHER & set(said.lower().split()):
            return None
        earlier = [n for n, each in enumerate(self.expressions) if each.right <= stretch[0]]
        day = (self._after[earlier[-1]] if earlier else None) or self._today
        return (day.iso, _LOOSE) if day is not None and day.day else None

    def _touching(self, stretch: Stretch) -> list[tuple[int, DateExpression]]:
        return [(n, e) for n, e in enumerate(self.expressions) if e.left < stretch[1] and stretch[0] < e.right]

    def _interval(self, each: DateExpression, moment: Moment, ahead: bool | None, lasting: bool) -> Interval | None:
        moment = replace(moment, ahead=ahead, lasting=lasting)
        if isinstance(each.value, Until) and ahead is None:
            moment = replace(moment, ahead=True)
        found = meant(each.value, moment)
        late = found is not None and found.first is not None and self._today is not None and ahead is False
        return (
            None if late and found and found.first and self._today and found.first.first > self._today.last else found
        )

    def _row(self, found: Sequence[tuple[DateExpression, Interval]]) -> Interval | None:
        """One time for several days named: "on Monday and again on Wednesday"."""
        spans = [interval.days for _, interval in found]
        for (one, _), (other, _), mine, theirs in zip(found, found[1:], spans, spans[1:], strict=False):
            between = self._stream.text[one.right : other.left]
            if mine is None or theirs is None or mine[1] >= theirs[0] or not {"and", "or", "to"} & set(between.split()):
                return None
        return Interval(found[0][1].first, found[-1][1].last)

    def _lasts(self, frame: Frame) -> bool:
        """Whether a perfect tense stands before the trigger: "has besieged"."""
        return bool(_PERFECT & set(self._stream.text[max(0, frame.start - 16) : frame.start].lower().split()[-2:]))

    def _reckoned(self, start: Moment) -> list[Moment]:
        """The moment of each expression, tense apart."""
        moments: list[Moment] = []
        self._after: list[Day | None] = []
        now, story_end = start, -1
        text = self._stream.text
        for each in self.expressions:
            paragraph = paragraph_end(text, each.left)
            fresh = now if story_end == paragraph else replace(now, story=None)
            if fresh.today is None:  # "in 1972 ... on 2 April ... on the 9th"
                last = fresh.before or fresh.lately
                fresh = replace(fresh, before=last, story=fresh.story or last)
            moments.append(fresh)
            claims = self._claims(each)
            if claims or not self._beside_cue(each):
                ahead = _AHEAD.get(claims[0].factuality) if claims else None
                now = after(fresh, each.value, ahead)
                story_end = paragraph
            self._after.append(now.before)
        return moments

    def _claims(self, each: DateExpression) -> list[Frame]:
        """The frames whose time it is."""
        return [f for start, end, f in self._claimed if start < each.right and each.left < end]

    def _beside_cue(self, each: DateExpression) -> bool:
        """Whether a date that is no deed's stands in the sentence of a cue, beside other dates."""
        here = self._at(each.left)
        told = any(self._at(start) == here for start, _ in self._cues)
        return told and any(e is not each and self._at(e.left) == here for e in self.expressions)

    def _at(self, offset: int) -> int:
        """The sentence of an offset."""
        return bisect_right(self._starts, offset)

    def _found(self) -> list[DateExpression]:
        """All date expressions, from left to right the longest that fits; doubtful ones where the model sees a time."""
        stream, known = self._stream, starters()
        found: list[DateExpression] = []
        i = 0
        while i < len(stream):
            read = expression(stream, i) if stream.low[i] in known or stream.words[i][0].isdigit() else None
            if read is None:
                i += 1
                continue
            value, end = read
            left, right = stream.spans[i][0], stream.spans[end - 1][1]
            claimed = any(s < right and left < e for s, e, _ in self._claimed)
            if not claimed and not _is_date(stream, i, end):
                i += 1
                continue
            found.append(DateExpression(i, end, left, right, value))
            i = end
        return found

    def _in_dateline(self, each: DateExpression) -> bool:
        """Whether a date stands in the document's dateline: "VELL, 3 May 2021 - ", or alone on the first line."""
        if each.start > _DATELINE or not isinstance(each.value, Written):
            return False
        rest = self._stream.text[each.right : each.right + 8]
        named = all(not w[0].isalpha() or w[0].isupper() for w in self._stream.words[: each.start])
        return named and (rest.lstrip(" ")[:1] in {"-", "–", "—", "("} or "\n" in rest[:2])


def _width(interval: Interval) -> float:
    """How many days it covers; open ones are the widest."""
    return (interval.days[1] - interval.days[0]).days if interval.days else math.inf


def _is_date(s: Stream, i: int, end: int) -> bool:
    """Whether a word that may be something else is a date here, by the words around it."""
    bounded = s.low[i] in words("since") | words("until") | words("from") | words("in")
    at = i + 1 if bounded and end == i + 2 else i
    if end != at + 1:
        return True
    before, after_it = s.low[at - 1] if at else "", s.low[at + 1]
    if s.words[at].isdigit():
        if before in words("numbered") or is_plural(after_it):
            return before in words("surely_year") and before not in words("numbered")
        return before in words("before_year") or before in table("months") or before in {"(", ","}
    return s.low[at] not in words("doubtful_months") or before in words("before_month")
