"""The time of a deed: the date expression tied to it, never that of the telling."""

from __future__ import annotations

import math

from rashomon.reading.dates.calendar import Day, Interval, parsed
from rashomon.reading.dates.context import dates_of, in_dateline, reading
from rashomon.reading.dates.expressions import DateExpression
from rashomon.reading.dates.saying import said_of
from rashomon.reading.dates.ties import tie
from rashomon.reading.types import Deed, Scene, TimeReading

_LEAST = 0.33


def when_of(scene: Scene, deed: Deed) -> TimeReading | None:
    """The time of a deed as far as the text and the document's date tell; None where they do not."""
    if deed.kind == "appraisal":
        return None
    dates = dates_of(scene.doc, scene.document)
    sentence = deed.head.sent
    spoken: Day | None = None
    asked = False
    best: tuple[float, float, int, str, str] | None = None
    for n, expression in enumerate(dates.expressions):
        if not sentence.start <= expression.start < sentence.end or _outside(scene, deed, expression):
            continue
        score, why = tie(scene.doc, deed, expression)
        if score < _LEAST:
            continue
        if not asked:
            asked, spoken = True, _spoken(scene, deed.head.i)
        interval = dates.interval(n, deed.head, spoken)
        if interval is not None and (best is None or (score, -_width(interval)) > best[:2]):
            best = (score, -_width(interval), n, interval.iso, why)
    if best is None:
        return None
    score, _, n, iso, why = best
    return reading(scene.doc, dates.expressions[n], iso, score, why)


def _spoken(scene: Scene, head: int) -> Day | None:
    """The day on which a quoted speaker spoke: his "yesterday" is reckoned from it."""
    quotes = [t for t in scene.tellings if t.quoted and t.holds(head)]
    said = said_of(scene, min(quotes, key=lambda t: t.size)) if quotes else None
    return parsed(said.iso) if said and "/" not in said.iso else None


def _width(interval: Interval) -> float:
    """How many days an interval covers; open ones are the widest."""
    return (interval.days[1] - interval.days[0]).days if interval.days else math.inf


def _outside(scene: Scene, deed: Deed, expression: DateExpression) -> bool:
    """Whether the expression dates the telling instead of what is told, or the other way round."""
    return any(t.holds(deed.head.i) != t.holds(expression.start) for t in scene.tellings) or in_dateline(
        scene.doc, expression
    )
