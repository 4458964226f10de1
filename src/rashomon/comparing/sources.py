"""Common sources: documents that, on one event, have nothing but what one and the same source says."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from rashomon.comparing import places, targets
from rashomon.comparing.disputes.doers import differ, doer
from rashomon.comparing.disputes.statements import Speakers, Statement
from rashomon.comparing.events.types import Event
from rashomon.comparing.places import Spot
from rashomon.comparing.times import Days
from rashomon.comparing.words import core, singular
from rashomon.knowledge.base import load_yaml
from rashomon.knowledge.folding import fold
from rashomon.model import Reading

Stance = Literal["affirms", "denies"]
_SEASON = 14
"""Days between two documents that deny one thing without giving its day."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class CommonSource:
    """Documents that are one witness of an event, for they pass on one source, or are its own.

    Attributes:
        event: the event's id. `stance`: what they pass on. `source`: who says it, as usually named.
        documents: by id, sorted. `claims`: the claims in which it stands.
    """

    event: str
    stance: Stance
    source: str
    documents: tuple[str, ...]
    claims: tuple[str, ...]


def common_sources(
    events: Iterable[Event], readings: Sequence[Reading], rests_on: Mapping[str, Sequence[str]] | None = None
) -> tuple[CommonSource, ...]:
    """All common sources, event by event; the same in any order of readings.

    A document rests on a source if all that it affirms, or all that it denies, of the event is told by that source.
    One body's denials of one sort of deed are one denial, though they were told of in other words and so stand under
    several events: if their days and places may be the same. They are given under the event that most of them are of.
    A text and its reprints are no common source by themselves.

    Args:
        events: the events.
        readings: what they were found in.
        rests_on: for a document the documents whose words it has.
    """
    events = tuple(events)
    speakers = Speakers(sorted(readings, key=lambda r: (r.document.id, r.document.sha256)), events)
    said = {event.id: speakers.of(event) for event in events}
    wider = list(_denials(said))
    given = {claim for source in wider for claim in source.claims}
    found = [source for event in events for source in _of_event(event.id, said[event.id], given)]
    at = {event.id: number for number, event in enumerate(events)}
    roots = rests_on or {}
    several = [s for s in (*found, *wider) if len({tuple(sorted(roots.get(d, (d,)))) for d in s.documents}) > 1]
    return tuple(sorted(several, key=lambda one: (at[one.event], one.stance, one.source, one.claims)))


def _of_event(event: str, statements: Sequence[Statement], given: Container[str]) -> Iterator[CommonSource]:
    """Common sources of one event. `given`: denials that are one with such as stand under other events."""
    stances: dict[tuple[Stance, str], list[Statement]] = defaultdict(list)
    for statement in statements:
        if statement.stand == "denies" and statement.id in given:
            continue
        if statement.stand != "leaves open" and not statement.rejects:
            stances["affirms" if statement.stand == "says" else "denies", statement.document].append(statement)
    resting: dict[tuple[Stance, str], list[Statement]] = defaultdict(list)
    for (stance, _), own in sorted(stances.items()):
        if len({statement.teller.key for statement in own}) == 1:
            resting[stance, own[0].teller.key] += own
    for (stance, _), own in sorted(resting.items()):
        yield from _common(event, stance, own)


@dataclass(frozen=True, slots=True)
class _Denial:
    """A denial of an event, with the days and places of the charges that it answers there, where it gives none."""

    event: str
    statement: Statement
    days: tuple[Days, ...]
    spots: tuple[Spot, ...]

    @property
    def published(self) -> Days | None:
        """When its document was."""
        return self.statement.told.published


def _denials(said: Mapping[str, Sequence[Statement]]) -> Iterator[CommonSource]:
    """One body's denials of one sort of deed, of several events."""
    bodies: dict[tuple[str, str], list[_Denial]] = defaultdict(list)
    for event, statements in said.items():
        for statement in statements:
            sort = statement.told.sort
            if statement.stand == "denies" and not statement.rejects and sort:
                bodies[_body(statement), sort].append(_denial(event, statement, statements))
    for _, own in sorted(bodies.items()):
        groups: list[list[_Denial]] = []
        for one in sorted(own, key=lambda d: (d.statement.told.days is None, not d.days, d.statement.told.order)):
            fit = next((group for group in groups if all(_may_be_one(one, other) for other in group)), None)
            if fit is None:
                groups.append(fit := [])
            fit.append(one)
        for group in groups:
            of = Counter(denial.event for denial in group)
            if len(of) > 1:
                most = min(of, key=lambda event: (-of[event], event))
                yield from _common(most, "denies", [denial.statement for denial in group])


def _body(statement: Statement) -> str:
    """Who denies; a name of one word may be somebody else's in another war."""
    key = statement.teller.key
    return f"{key} {statement.told.setting}" if key.startswith("name:") and " " not in key else key


def _denial(event: str, statement: Statement, around: Sequence[Statement]) -> _Denial:
    told = statement.told
    charges = [
        s.told
        for s in around
        if s.stand == "says" and s.told.sort == told.sort and s.teller.key != statement.teller.key
    ]
    return _Denial(
        event,
        statement,
        days=(told.days,) if told.days else tuple(charge.days for charge in charges if charge.days),
        spots=told.spots or tuple(spot for charge in charges for spot in charge.spots),
    )


def _may_be_one(one: _Denial, other: _Denial) -> bool:
    """Whether two denials may be of one deed: nothing that they are of lies apart, and neither came before it."""
    here, there = one.statement, other.statement
    if targets.apart(here.told.targets, there.told.targets) or not (_place_fits(one, other) or _place_fits(other, one)):
        return False
    doers = doer(here), doer(there)
    if doers[0] and doers[1] and differ(doers[0], doers[1]):
        return False
    for dated, answer in ((one, other), (other, one)):
        if dated.days and answer.published and all(answer.published.last < day.first for day in dated.days):
            return False
    if one.days and other.days:
        return any(a.meets(b) for a in one.days for b in other.days)
    when = [min(d.days) if d.days else d.published for d in (one, other)]
    if when[0] is None or when[1] is None:
        return places.meet(one.spots, other.spots)
    return when[0].gap(when[1]) <= _SEASON


def _place_fits(one: _Denial, other: _Denial) -> bool:
    """Whether the places may be one, or part of one that the same document names: "Mill district"."""
    if not one.spots or not other.spots:
        return True
    text = f" {' '.join(_WORD.findall(fold(one.statement.told.reading.document.text)))} "
    return any(
        not here.apart(there) or (_is_part(here) and f" {' '.join(there.words)} " in text)
        for here in one.spots
        for there in other.spots
    )


def _is_part(spot: Spot) -> bool:
    """Whether a place is by its name a part of another."""
    words = core(spot.shown)
    return bool(words) and singular(words[-1]) in load_yaml("control.yaml")["parts"]


def _common(event: str, stance: Stance, own: Sequence[Statement]) -> Iterator[CommonSource]:
    documents = sorted({statement.document for statement in own})
    if len(documents) > 1 and any(not statement.teller.own for statement in own):
        ids = sorted({statement.id for statement in own})
        yield CommonSource(event, stance, own[0].teller.name, tuple(documents), tuple(ids))
