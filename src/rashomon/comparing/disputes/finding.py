"""From events to findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rashomon.comparing.disputes.backing import Apart, Witnesses, independent, position
from rashomon.comparing.disputes.counting import numbers
from rashomon.comparing.disputes.denials import happened
from rashomon.comparing.disputes.doers import actors
from rashomon.comparing.disputes.drafts import Draft
from rashomon.comparing.disputes.holders import Holds, control
from rashomon.comparing.disputes.statements import Speakers, Statement
from rashomon.comparing.disputes.surroundings import when, where
from rashomon.comparing.disputes.types import KINDS, SLOTS, Finding, Kind
from rashomon.comparing.disputes.victims import targets
from rashomon.comparing.disputes.wordings import wordings
from rashomon.comparing.events.types import Event
from rashomon.model import Reading


def find(
    events: Iterable[Event],
    readings: Sequence[Reading],
    origins: Witnesses | None = None,
    camps: Mapping[str, str] | None = None,
) -> tuple[Finding, ...]:
    """Where the accounts of each event agree and where they part, slot by slot.

    Args:
        events: as found among the readings.
        readings: at least those with the events' claims.
        origins: where the documents come from; None: each is a witness of its own.
        camps: name of a teller -> the camp that he belongs to, as far as known: "one side" is said by it alone.

    Returns:
        Event by event in their order; within one by slot, then disputes first.
    """
    return tuple(findings(events, readings, origins, camps))


def findings(
    events: Iterable[Event],
    readings: Sequence[Reading],
    origins: Witnesses | None = None,
    camps: Mapping[str, str] | None = None,
) -> Iterator[Finding]:
    """As `find`, one after the other."""
    events = tuple(events)
    known = origins or Apart()
    speakers = Speakers(readings, events, known.of, camps)
    holds = Holds(speakers)
    for event in events:
        some = speakers.of(event)
        found = [finding for draft in _drafts(some, speakers, holds) if (finding := _judged(event, draft, known))]
        yield from sorted(found, key=lambda f: (SLOTS.index(f.slot), KINDS.index(f.kind), f.about))


def _drafts(some: Sequence[Statement], speakers: Speakers, holds: Holds) -> Iterator[Draft]:
    for slot in (happened, actors, targets, numbers, where, when, wordings):
        yield from slot(some)
    yield from control(some, speakers, holds)


def _judged(event: Event, draft: Draft, origins: Witnesses) -> Finding | None:
    """The finding, with its witnesses counted. Of what nobody disputes, the value with the most witnesses."""
    positions = [(position(value, said, origins), said) for value, said in draft.groups if said]
    kind, why = draft.kind, draft.why
    if kind is None:
        if not positions:
            return None
        best, said = min(positions, key=lambda item: (-item[0].witnesses, item[0].value))
        positions, kind = [(best, said)], _agreement(said, origins)
        why = f"all of one camp by the ties claimed, that of {said[0].camp}" if kind == "one side" else ""
    return Finding(
        event=event.id, slot=draft.slot, kind=kind, about=draft.about,
        positions=tuple(found for found, _ in positions), why=why,
    )  # fmt: skip


def _agreement(said: Sequence[Statement], origins: Witnesses) -> Kind:
    if independent(said, origins) < 2:
        return "one witness"
    camps = {s.camp for s in said}
    return "one side" if len(camps) == 1 and None not in camps else "agreed"
