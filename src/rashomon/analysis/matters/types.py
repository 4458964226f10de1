"""Matters that several tellers speak about: who says what of it, and where they part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rashomon.analysis.control.types import Denial, Tenure
from rashomon.comparing.disputes.types import Kind
from rashomon.comparing.disputes.types import Slot as Disputed
from rashomon.model import Sign

MatterKind = Literal["control", "event", "pair"]
Slot = Disputed | Literal["tie"]


@dataclass(frozen=True, slots=True)
class Voice:
    """A teller within a document, by its id: its author (an empty chain), or a chain of sources, outermost first."""

    document: str
    chain: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stance:
    """What one voice says of a matter.

    Attributes:
        claims: ids of claims of the voice's document, in text order.
        rejects: those among them that the voice passes on from others and disowns.
        signs: of a pair: how the voice has the two stand to each other (`+` friendly, `-` hostile).
        tenures, denials: of a place: the stretches of its account's ledger that its claims tell, in the order of time.
    """

    voice: Voice
    claims: tuple[str, ...]
    rejects: tuple[str, ...] = ()
    signs: tuple[Sign, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    denials: tuple[Denial, ...] = ()


@dataclass(frozen=True, slots=True)
class Position:
    """A value that some voices give: in words, with the indices of their stances.

    `witnesses`: how many independent ones they are; None of what a comparison of events did not count.
    """

    value: str
    voices: tuple[int, ...]
    witnesses: int | None = None


@dataclass(frozen=True, slots=True)
class Parting:
    """One thing in which the voices part: two positions or more. A voice without a position is silent on it.

    Attributes:
        slot: what they part in. `about`: the same, more closely ("killed", "who holds Orm").
        kind: as in `rashomon.comparing.disputes.Finding`, and `why`; None of how two actors stand.
        event: the title of the event that it is about, where the matter is more than that event.
    """

    slot: Slot
    kind: Kind | None
    about: str
    positions: tuple[Position, ...]
    why: str = ""
    event: str | None = None


@dataclass(frozen=True, slots=True)
class Matter:
    """The control of a place, an event, or a pair of actors, about which at least two tellers speak.

    Attributes:
        id: the same for the same claims, whatever else is compared with them; of an event the event's own.
        title: a heading that takes no side. `place`, `actors`: by the names that the documents use.
        stances: the voices with their claims: document by document, each author before whom he quotes.
        partings: where they part; never which of them is right.
    """

    id: str
    kind: MatterKind
    title: str
    place: str | None
    actors: tuple[str, ...]
    stances: tuple[Stance, ...]
    partings: tuple[Parting, ...]
