"""The dates of one document: its own, all that its text names, and from where each is reckoned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, is_dataclass, replace

from spacy.tokens import Doc, Token

from rashomon.knowledge.actors import known_actors
from rashomon.model import Document
from rashomon.reading.dates.calendar import Day, Interval, published
from rashomon.reading.dates.expressions import DateExpression, find_dates
from rashomon.reading.dates.tense import is_ahead, lasts, verb_of
from rashomon.reading.dates.ties import governor_of
from rashomon.reading.dates.values import Ahead, Moment, Numeric, Running, Since, Until, Value, Written, in_year_of
from rashomon.reading.dates.words import words
from rashomon.reading.types import Telling, TimeReading

_KEY = "rashomon.dates"
_DATELINE = 8
"""Within how many tokens of the beginning a dateline has its date."""
_FRESH = 10
"""A dateline is the document's date if it lies at most so many days before publication."""
_ELSEWHERE = 31
"""A story that stands so many days before the document's date is told from its own dates."""


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
        return _meant(expression.value, moment)

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
    expressions = _with_years(find_dates(doc), doc, published(document) is None)
    start = Moment(today=_own_date(doc, document, expressions), before=before, lately=before)
    start = replace(start, month_first=_month_first(document, expressions))
    moments: list[Moment] = []
    now, story_end = start, -1
    text = doc.text  # spaCy builds it anew each time it is asked for
    for expression in expressions:
        paragraph = _paragraph_end(text, doc[expression.start].idx)
        fresh = now if story_end == paragraph else replace(now, story=None)
        moments.append(fresh)
        if not _of_saying(doc, expression, expressions, tellings):
            now = _after(fresh, expression, doc)
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
    own = [e.start for e in others if not _runs_on(e.value)]
    about = [t for t in tellings if any(t.holds(i) for i in own) and not t.holds(expression.start)]
    if not about:
        return False
    governor, _ = governor_of(doc, expression)
    return any(t.cue[0] <= governor.i < t.cue[1] for t in about)


def _runs_on(value: object) -> bool:
    """Whether an expression is itself reckoned from the story's day."""
    if isinstance(value, Running):
        return True
    parts = (getattr(value, f.name) for f in fields(value)) if is_dataclass(value) else ()
    return any(_runs_on(part) for part in parts)


def _meant(value: Value, moment: Moment) -> Interval | None:
    """What an expression means; None also where it would leave the calendar's years 1 to 9999."""
    try:
        return value.at(moment)
    except (OverflowError, ValueError):
        return None


def _has_until(value: Value) -> bool:
    return isinstance(value, Until)


def _after(moment: Moment, expression: DateExpression, doc: Doc) -> Moment:
    """The moment after an expression: it may have named the story's day."""
    value = expression.value
    if isinstance(value, Since | Until | Ahead):
        return moment
    head = verb_of(doc[expression.start : expression.end].root)
    interval = _meant(value, replace(moment, ahead=is_ahead(head)))
    if interval is None or interval.first is None or interval.last is None:
        return moment
    if interval.days and (interval.days[1] - interval.days[0]).days <= 1 and interval.first.day:
        moment = replace(moment, before=interval.first if interval.first == interval.last else interval.last)
    elif interval.first != interval.last and interval.last.day:
        moment = replace(moment, before=interval.last)
    moment = replace(moment, lately=interval.last)
    explicit = isinstance(value, Written) and value.year is not None and value.month is not None
    today = moment.today
    if explicit and (today is None or (today.first - interval.last.last).days > _ELSEWHERE):
        return replace(moment, story=interval.last)
    if moment.story is not None and moment.before is not None and interval.last.first >= moment.story.first:
        return replace(moment, story=interval.last)
    return moment


def _paragraph_end(text: str, offset: int) -> int:
    """Where the paragraph around an offset ends, as an offset."""
    end = text.find("\n\n", offset)
    return end if end >= 0 else len(text)


def _with_years(found: Sequence[DateExpression], doc: Doc, undated: bool) -> list[DateExpression]:
    """A day without year takes the year of its sentence's next date: "on 4 April and from 5-6 April 2016".

    In a document without a date of its own a year alone will do: "met on 3 March for the 2016 summit".
    """
    dates = list(found)
    for n in range(len(dates) - 2, -1, -1):
        first, second = dates[n].value, _last(dates[n + 1].value)
        if not isinstance(first, Written) or not isinstance(second, Written):
            continue
        if second.month is None and not undated:
            continue
        if dates[n + 1].start < doc[dates[n].start].sent.end:
            dates[n] = replace(dates[n], value=in_year_of(first, second))
    return dates


def _last(value: Value) -> Value:
    inner = getattr(value, "last", None)
    return inner if isinstance(inner, Written) else value


def _own_date(doc: Doc, document: Document, expressions: Sequence[DateExpression]) -> Day | None:
    """The document's date: its dateline where that is of the days before publication, else publication."""
    issued = published(document)
    dateline = next((e for e in expressions[:1] if in_dateline(doc, e)), None)
    if dateline is None or not isinstance(dateline.value, Written) or not dateline.value.day:
        return issued
    day = dateline.value.placed(Moment(today=issued, ahead=False))
    if day is None or issued is None:
        return day or issued
    return day if 0 <= (issued.last - day.first).days <= _FRESH or issued.exact is None else issued


def in_dateline(doc: Doc, expression: DateExpression) -> bool:
    """Whether a date stands in the document's dateline: "VELL, 3 May 2021 - ", or alone on the first line."""
    if expression.start > _DATELINE:
        return False
    after = doc[expression.end : expression.end + 6].text
    if "\n" in after[:2] and expression.start <= _DATELINE - 2:
        return not any(t.pos_ in {"VERB", "AUX"} for t in doc[: expression.start])
    opening = after.lstrip(" ")[:1]
    return opening in {"-", "–", "—", "("} and not any(t.pos_ in {"VERB", "AUX"} for t in doc[: expression.start])


def _month_first(document: Document, expressions: Sequence[DateExpression]) -> bool | None:
    """Whether the outlet writes the month first, by its country; None if that is not known."""
    if not document.source or not any(isinstance(e.value, Numeric) for e in expressions):
        return None
    outlet = known_actors().named(document.source)
    return None if outlet is None or outlet.country is None else outlet.country in words("month_first")
