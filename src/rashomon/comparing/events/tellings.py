"""What each teller says of an event, slot by slot, with the words; and how many tell it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from rashomon.comparing.accounts import account, stand_ins
from rashomon.comparing.events.types import Event
from rashomon.comparing.names import Names
from rashomon.comparing.numbers import counts
from rashomon.comparing.settings import settings_of
from rashomon.model import Claim, Reading

Slot = Literal["happened", "agent", "target", "number", "place", "time", "holder after", "wording"]
SLOTS: tuple[Slot, ...] = ("happened", "agent", "target", "number", "place", "time", "holder after", "wording")
_HAPPENED = {"happened": "happened", "not": "did not happen", "possible": "may have happened"}
_UNKNOWN = "a source that could not be found"


class Independent(Protocol):
    """What is known of where documents come from (`rashomon.comparing.witnesses.Origins`)."""

    def witnesses(self, documents: Iterable[str]) -> tuple[tuple[str, ...], ...]:
        """The origins behind some documents, those of one witness together."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a claim: its id in the case, the quote, and where in it the trigger stands."""

    claim: str
    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Telling:
    """One value that one teller gives for one slot.

    Attributes:
        event: the event's id. `teller`: whose words it is, not the outlet that carries them.
        outlets: who carries them, if others.
        words: the claims that say so, in order.
    """

    event: str
    teller: str
    outlets: tuple[str, ...]
    slot: Slot
    value: str
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """An event with how much is told of it.

    Attributes:
        event: the event. `tellers`: by name, in the order in which they begin to speak.
        documents: how many. `origins`: how many independent ones, None if that is not known.
        denied: how many tellers deny it, or part of it.
    """

    event: Event
    tellers: tuple[str, ...]
    documents: int
    origins: int | None
    denied: int


class Tellers:
    """Whose account each claim of some readings is."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        ordered = sorted(readings, key=lambda reading: reading.document.id)
        self._names = Names(ordered, settings_of(ordered))
        self._at = {reading.document.id: at for at, reading in enumerate(ordered)}
        self._readings = ordered
        self._claims: dict[str, Mapping[str, Claim]] = {}
        self._stand_ins: dict[str, Mapping[str, str]] = {}

    def count(self, event: Event, origins: Independent | None = None) -> Told:
        """How many tell an event."""
        documents = {mention.document for mention in event.mentions}
        told = [(self.teller(m.document, m.claim), self.claim(m.document, m.claim)) for m in event.mentions]
        return Told(
            event=event,
            tellers=tuple(dict.fromkeys(teller for teller, _ in told)),
            documents=len(documents),
            origins=len(origins.witnesses(sorted(documents))) if origins else None,
            denied=len({teller for teller, claim in told if claim.factuality == "not"}),
        )

    def tellings(self, event: Event) -> Iterator[Telling]:
        """Teller by teller in the order in which they begin to speak, slot by slot; silence gives nothing."""
        by: dict[str, dict[tuple[Slot, str], list[Words]]] = {}
        outlets: dict[str, dict[str, None]] = {}
        for mention in event.mentions:
            claim = self.claim(mention.document, mention.claim)
            teller = self.teller(mention.document, mention.claim)
            document = self._readings[self._at[mention.document]].document
            outlet = document.source or document.author or document.teller
            begin = claim.start - claim.quote_start
            words = Words(mention.id, claim.quote, begin, begin + len(claim.trigger))
            outlets.setdefault(teller, {}).setdefault(outlet)
            for key in _values(claim):
                by.setdefault(teller, {}).setdefault(key, []).append(words)
        for teller, values in by.items():
            others = tuple(outlet for outlet in outlets[teller] if outlet != teller)
            for (slot, value), some in sorted(values.items(), key=lambda item: SLOTS.index(item[0][0])):
                yield Telling(event.id, teller, others, slot, value, tuple(some))

    def claim(self, document: str, claim: str) -> Claim:
        """A claim by its ids."""
        if document not in self._claims:
            self._claims[document] = {one.id: one for one in self._readings[self._at[document]].claims}
        return self._claims[document][claim]

    def teller(self, document: str, claim: str) -> str:
        """Whose account a claim is, by name."""
        at = self._at[document]
        reading = self._readings[at]
        if document not in self._stand_ins:
            self._stand_ins[document] = stand_ins(reading)
        found = account(self._names, at, self.claim(document, claim), reading.document, self._stand_ins[document])
        return found.name if found else _UNKNOWN


def _values(claim: Claim) -> Iterator[tuple[Slot, str]]:
    yield "happened", _HAPPENED.get(claim.factuality, claim.factuality)
    for name in claim.agents:
        yield "agent", name
    for name in claim.recipients:
        yield "target", name
    for count in counts(claim):
        yield "number", count.words
    if claim.place:
        yield "place", claim.place
    if claim.when:
        yield "time", claim.when
    if claim.control and claim.control.to:
        yield "holder after", claim.control.to
    yield "wording", claim.trigger
