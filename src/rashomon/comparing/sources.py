"""Common sources: documents that, on one event, have nothing but what one and the same source says."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from rashomon.comparing.disputes.statements import Speakers, Statement
from rashomon.comparing.events.types import Event
from rashomon.comparing.places import apart
from rashomon.comparing.saying import Told
from rashomon.model import Reading

Stance = Literal["affirms", "denies"]
_SEASON = 14
"""Days between two documents that deny one thing without giving its day."""


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


def common_sources(events: Iterable[Event], readings: Sequence[Reading]) -> tuple[CommonSource, ...]:
    """All common sources, event by event; the same in any order of readings.

    A document rests on a source if all that it affirms, or all that it denies, of the event is told by that source.
    One body's denials of one sort of deed are one denial, though they were told of in other words and so stand under
    several events: if their days and places may be the same. They are given under the event that most of them are of.
    """
    events = tuple(events)
    speakers = Speakers(sorted(readings, key=lambda r: (r.document.id, r.document.sha256)), events)
    said = {event.id: speakers.of(event) for event in events}
    found = [source for event in events for source in _of_event(event.id, said[event.id])]
    wider = list(_denials(said))
    covered = {(w.source, claim) for w in wider for claim in w.claims}
    kept = [f for f in found if not (f.stance == "denies" and all((f.source, claim) in covered for claim in f.claims))]
    at = {event.id: number for number, event in enumerate(events)}
    return tuple(sorted((*kept, *wider), key=lambda one: (at[one.event], one.stance, one.source, one.claims)))


def _of_event(event: str, statements: Sequence[Statement]) -> Iterator[CommonSource]:
    stances: dict[tuple[Stance, str], list[Statement]] = defaultdict(list)
    for statement in statements:
        if statement.stand != "leaves open" and not statement.rejects:
            stances["affirms" if statement.stand == "says" else "denies", statement.document].append(statement)
    resting: dict[tuple[Stance, str], list[Statement]] = defaultdict(list)
    for (stance, _), own in sorted(stances.items()):
        if len({statement.teller.key for statement in own}) == 1:
            resting[stance, own[0].teller.key] += own
    for (stance, _), own in sorted(resting.items()):
        yield from _common(event, stance, own)


def _denials(said: Mapping[str, Sequence[Statement]]) -> Iterator[CommonSource]:
    """One body's denials of one sort of deed, of several events."""
    events: dict[str, str] = {}
    bodies: dict[tuple[str, int, str], list[Statement]] = defaultdict(list)
    for event, statements in said.items():
        for statement in statements:
            if statement.stand == "denies" and not statement.rejects and statement.told.sort:
                events[statement.id] = event
                bodies[statement.teller.key, statement.told.setting, statement.told.sort].append(statement)
    for _, own in sorted(bodies.items()):
        groups: list[list[Statement]] = []
        for one in sorted(own, key=lambda s: (s.told.days is None, s.told.order)):
            fit = next((group for group in groups if all(_may_be_one(one.told, other.told) for other in group)), None)
            if fit is None:
                groups.append(fit := [])
            fit.append(one)
        for group in groups:
            of = Counter(events[statement.id] for statement in group)
            if len(of) > 1:
                yield from _common(min(of, key=lambda event: (-of[event], event)), "denies", group)


def _may_be_one(one: Told, other: Told) -> bool:
    """Whether two denials may be of one deed: neither days nor places lie apart, and none came before the deed."""
    if apart(one.spots, other.spots):
        return False
    if one.days and other.days:
        return one.days.meets(other.days)
    for dated, undated in ((one, other), (other, one)):
        if dated.days and undated.published and undated.published.last < dated.days.first:
            return False
    here, there = one.days or one.published, other.days or other.published
    return here is None or there is None or here.gap(there) <= _SEASON


def _common(event: str, stance: Stance, own: Sequence[Statement]) -> Iterator[CommonSource]:
    documents = sorted({statement.document for statement in own})
    if len(documents) > 1 and any(not statement.teller.own for statement in own):
        ids = sorted({statement.id for statement in own})
        yield CommonSource(event, stance, own[0].teller.name, tuple(documents), tuple(ids))
