"""The dates of one document: its own, all that its text names, and from where each is reckoned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rashomon.model import Document
from rashomon.reading.dates.calendar import Day, Interval, published
from rashomon.reading.dates.expressions import DateExpression, find_dates
from rashomon.reading.dates.moments import after, meant, month_first, own_date, paragraph_end, runs_on, with_years
from rashomon.reading.dates.tense import is_ahead, lasts, verb_of
from rashomon.reading.dates.ties import governor_of
from rashomon.reading.dates.values import Moment, Until, Value
from rashomon.reading.types import Telling, TimeReading

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_KEY = "rashomon.dates"
_DATELINE = 8
"""Within how many tokens of the beginning a dateline has its date."""


@dataclass(frozen=True, slots=True)
class Dates:
    """The date expressions of a document with the moment from which each is reckoned (tense apart)."""

    expressions: tuple[DateExpression, ...]
    moments: tuple[Moment, ...]

    def interval(self, n: int, head: Token, today: Day | None = None, planned: bool | None = None) -> Interval | None:
        """What the n-th expression means as the time of what `head` tells.

        `today`: the day of who speaks there. `planned`: whether a noun tells what is to come; None: its verb says.
        """
        expression = self.expressions[n]
        ahead = is_ahead(head)
        if planned is not None and head.pos_ in {"NOUN", "PROPN"}:
            ahead = True if planned else (None if ahead else ahead)
        moment = replace(self.moments[n], ahead=ahead, lasting=lasts(head))
        if today is not None:
            moment = replace(moment, today=today, story=None)
        if _has_until(expression.value) and moment.ahead is None and head.tag_ in {"VB", "VBP", "VBZ"}:
            moment = replace(moment, ahead=True)
        return meant(expression.value, moment)

    def too_late(self, interval: Interval, head: Token) -> bool:
        """Whether a deed in a past tense cannot be of a time after the document: "promised aid next week"."""
        today = self.moments[0].today if self.moments else None
        late = today is not None and interval.first is not None and interval.first.first > today.last
        return late and is_ahead(head) is False


def reading(expression: DateExpression, iso: str, score: float, why: str) -> TimeReading:
    """A time with the words that tell it."""
    return TimeReading(iso, expression.left, expression.right, round(score, 3), why)


def dates_of(doc: Doc, document: Document, before: Day | None = None, tellings: Sequence[Telling] = ()) -> Dates:
    """The dates of a document, found at the first call. `before`: a day named before its text begins.

    `tellings`: a day on which something was said is not the story's if what was said has a day of its own.
    """
    known = doc.user_data.get(_KEY)
    if isinstance(known, Dates) and before is None:
        return known
    expressions = with_years(find_dates(doc), published(document) is None, lambda a, b: b.start < doc[a.start].sent.end)
    dateline = next((e for e in expressions[:1] if in_dateline(doc, e)), None)
    start = Moment(today=own_date(document, dateline), before=before, lately=before)
    start = replace(start, month_first=month_first(document, expressions))
    moments: list[Moment] = []
    now, story_end = start, -1
    text = doc.text  # spaCy builds it anew each time it is asked for
    for expression in expressions:
        paragraph = paragraph_end(text, doc[expression.start].idx)
        fresh = now if story_end == paragraph else replace(now, story=None)
        moments.append(fresh)
        if not _of_saying(doc, expression, expressions, tellings):
            verb = verb_of(doc[expression.start : expression.end].root)
            now = after(fresh, expression.value, is_ahead(verb))
            story_end = paragraph
    found = Dates(tuple(expressions), tuple(moments))
    if before is None:
        doc.user_data[_KEY] = found
    return found


def read_dates(doc: Doc, document: Document, before: Day | None = None) -> list[tuple[DateExpression, Interval]]:
    """Each date expression with its interval, by the verb that it hangs on; those without one left out."""
    dates = dates_of(doc, document, before)
    found = []
    for n, expression in enumerate(dates.expressions):
        head = verb_of(doc[expression.start : expression.end].root)
        interval = dates.interval(n, head)
        if interval is not None:
            found.append((expression, interval))
    return found


def _of_saying(
    doc: Doc, expression: DateExpression, others: Sequence[DateExpression], tellings: Sequence[Telling]
) -> bool:
    """Whether a date is that of a telling whose content has a date as well."""
    own = [e.start for e in others if not runs_on(e.value)]
    about = [t for t in tellings if any(t.holds(i) for i in own) and not t.holds(expression.start)]
    if not about:
        return False
    governor, _ = governor_of(doc, expression)
    return any(t.cue[0] <= governor.i < t.cue[1] for t in about)


def _has_until(value: Value) -> bool:
    return isinstance(value, Until)


def in_dateline(doc: Doc, expression: DateExpression) -> bool:
    """Whether a date stands in the document's dateline: "VELL, 3 May 2021 - ", or alone on the first line."""
    if expression.start > _DATELINE:
        return False
    after = doc[expression.end : expression.end + 6].text
    if "\n" in after[:2] and expression.start <= _DATELINE - 2:
        return not any(t.pos_ in {"VERB", "AUX"} for t in doc[: expression.start])
    opening = after.lstrip(" ")[:1]
    return opening in {"-", "–", "—", "("} and not any(t.pos_ in {"VERB", "AUX"} for t in doc[: expression.start])
