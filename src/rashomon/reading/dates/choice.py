"""The time of a deed: the date expression tied to it, never that of the telling."""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.model import Factuality
from rashomon.reading.dates.calendar import Day, Interval, parsed
from rashomon.reading.dates.context import dates_of, in_dateline, reading
from rashomon.reading.dates.expressions import DateExpression
from rashomon.reading.dates.saying import said_of
from rashomon.reading.dates.ties import ATTACHED, follows_cue, governor_of, tie
from rashomon.reading.dates.values import Until
from rashomon.reading.types import Deed, Scene, TimeReading

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LEAST = 0.33
_AHEAD = {"future", "demanded"}


@dataclass(frozen=True, slots=True)
class _Tied:
    """A date expression that may be the deed's, what it means, and how closely it is tied."""

    expression: DateExpression
    interval: Interval
    score: float
    why: str

    @property
    def width(self) -> float:
        """How many days it covers; open ones are the widest."""
        return (self.interval.days[1] - self.interval.days[0]).days if self.interval.days else math.inf


def when_of(scene: Scene, deed: Deed, factuality: Factuality | None = None) -> TimeReading | None:
    """The time of a deed as far as the text and the document's date tell; None where they do not.

    `factuality`: how the deed is presented, where that is known.
    """
    if deed.kind == "appraisal":
        return None
    dates = dates_of(scene.doc, scene.document, tellings=scene.tellings)
    sentence = deed.head.sent
    tied: list[_Tied] = []
    for n, expression in enumerate(dates.expressions):
        if not sentence.start <= expression.start < sentence.end or _outside(scene, deed, expression):
            continue
        score, why = tie(scene.doc, deed, expression)
        if score < _LEAST or (why != ATTACHED and _of_another(scene, deed, expression, factuality)):
            continue
        interval = dates.interval(n, deed.head, _spoken(scene, deed.head.i), factuality in _AHEAD)
        if interval is not None and not dates.too_late(interval, deed.head):
            tied.append(_Tied(expression, interval, score, why))
    if not tied:
        return None
    best = max(tied, key=lambda t: (t.score, -t.width, -t.expression.start))
    return _together(scene.doc, best, tied) or reading(best.expression, best.interval.iso, best.score, best.why)


def _of_another(scene: Scene, deed: Deed, expression: DateExpression, factuality: Factuality | None) -> bool:
    """Whether a date that a deed only shares is another's: of the vow before what is vowed, of a limit ("until")."""
    if isinstance(expression.value, Until) and deed.head.dep_ != "conj":
        return True
    governor, _ = governor_of(scene.doc, expression)
    over = factuality in _AHEAD and governor.tag_ == "VBD" and expression.start < deed.head.i
    return over and governor in deed.head.ancestors


def _together(doc: Doc, best: _Tied, tied: list[_Tied]) -> TimeReading | None:
    """One time for what is done on several days: "shelled Ostry on Monday and again on Wednesday"."""
    row = [t for t in tied if t.score == best.score and t.interval.days]
    if len(row) < 2 or best not in row:
        return None
    for one, other in itertools.pairwise(row):
        assert one.interval.days is not None
        assert other.interval.days is not None
        apart = one.interval.days[1] < other.interval.days[0]
        if not apart or not any(t.dep_ == "cc" for t in doc[one.expression.end : other.expression.start]):
            return None
    iso = Interval(row[0].interval.first, row[-1].interval.last).iso
    return TimeReading(iso, row[0].expression.left, row[-1].expression.right, round(best.score, 3), "on several days")


def _spoken(scene: Scene, head: int) -> Day | None:
    """The day on which a quoted speaker spoke: his "yesterday" is reckoned from it."""
    quotes = [t for t in scene.tellings if t.quoted and t.holds(head)]
    said = said_of(scene, min(quotes, key=lambda t: t.size)) if quotes else None
    return parsed(said.iso) if said and "/" not in said.iso else None


def _outside(scene: Scene, deed: Deed, expression: DateExpression) -> bool:
    """Whether the expression dates the telling instead of what is told, or the other way round."""
    for telling in scene.tellings:
        own = telling.cue[0] < deed.end and deed.start < telling.cue[1]
        if own:
            continue
        inside = telling.holds(deed.head.i)
        if inside != telling.holds(expression.start) or (inside and follows_cue(scene.doc, telling, expression)):
            return True
    return in_dateline(scene.doc, expression)
