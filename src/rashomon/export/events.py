"""Events of a case as rows, and what their tellers say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rashomon.comparing.events.tellings import Telling, Told


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event. `origins`: independent witnesses, if known; `denied`: how many tellers deny it, or part of it."""

    id: str
    title: str
    type: str | None
    place: str | None
    place_id: str | None
    since: str | None
    until: str | None
    tellers: tuple[str, ...]
    documents: int
    origins: int | None
    denied: int
    disputed: int
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TellingRow:
    """What one teller says in one slot of an event, with the claims and their words."""

    event: str
    teller: str
    outlets: tuple[str, ...]
    slot: str
    value: str
    claims: tuple[str, ...]
    quotes: tuple[str, ...]


def event_row(told: Told, disputed: int) -> EventRow:
    """An event with what is told of it. `disputed`: the number of its disputes."""
    event = told.event
    return EventRow(
        event.id, event.title, event.type, event.place, event.place_id, event.since, event.until,
        told.tellers, told.documents, told.origins, told.denied, disputed, tuple(m.id for m in event.mentions),
    )  # fmt: skip


def telling_rows(tellings: Iterable[Telling]) -> Iterator[TellingRow]:
    """A row for each value of each teller."""
    for one in tellings:
        claims = tuple(words.claim for words in one.words)
        quotes = tuple(words.quote for words in one.words)
        yield TellingRow(one.event, one.teller, one.outlets, one.slot, one.value, claims, quotes)
