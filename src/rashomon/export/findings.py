"""What a comparison finds, as rows: for JSON a finding each, for CSV a teller of a position each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rashomon.comparing.disputes.types import Finding, Position
from rashomon.comparing.events.types import Event


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding with its event."""

    event: str
    title: str
    place: str | None
    since: str | None
    until: str | None
    slot: str
    kind: str
    about: str
    why: str
    positions: tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class HolderRow:
    """One teller of one position. `witnesses`: independent origins of the whole position."""

    event: str
    title: str
    place: str | None
    since: str | None
    until: str | None
    slot: str
    kind: str
    about: str
    why: str
    value: str
    witnesses: int
    teller: str
    claims: tuple[str, ...]
    outlets: tuple[str, ...]
    published: tuple[str, ...]
    quotes: tuple[str, ...]


def finding_rows(events: Mapping[str, Event], findings: Iterable[Finding]) -> Iterator[FindingRow]:
    """Findings with their events (by id)."""
    for found in findings:
        event = events[found.event]
        yield FindingRow(
            event.id, event.title, event.place, event.since, event.until,
            found.slot, found.kind, found.about, found.why, found.positions,
        )  # fmt: skip


def holder_rows(events: Mapping[str, Event], findings: Iterable[Finding]) -> Iterator[HolderRow]:
    """Findings taken apart into the tellers of their positions."""
    for found in findings:
        event = events[found.event]
        for position in found.positions:
            for holder in position.holders:
                yield HolderRow(
                    event.id, event.title, event.place, event.since, event.until,
                    found.slot, found.kind, found.about, found.why, position.value, position.witnesses, holder.teller,
                    tuple(w.claim for w in holder.words),
                    tuple(dict.fromkeys(w.outlet for w in holder.words)),
                    tuple(dict.fromkeys(w.published or "" for w in holder.words)),
                    tuple(w.quote for w in holder.words),
                )  # fmt: skip
