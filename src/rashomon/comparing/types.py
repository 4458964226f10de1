"""Matters that several tellers speak about: who says what of it, and where they part."""

from __future__ import annotations

from typing import Literal

from rashomon.model import Sign
from rashomon.model.text import Frozen

MatterKind = Literal["control", "event", "pair"]
Slot = Literal["happened", "holder", "agent", "recipient", "number", "place", "time", "tie", "framing"]


class Voice(Frozen):
    """A teller: the author of a document (an empty chain), or a chain of sources inside it.

    `name`: as shown: `Document.teller` of an author, else the chain, outermost first ("State radio → the army").
    """

    document: str
    chain: tuple[str, ...]
    name: str


class Stance(Frozen):
    """What one voice says of a matter.

    Attributes:
        claims: ids of claims of the voice's document, in text order.
        rejects: those among them that the voice passes on from others and disowns.
        signs: of a pair: how the voice has the two stand to each other (`+` friendly, `-` hostile, `0` neither).
    """

    voice: Voice
    claims: tuple[str, ...]
    rejects: tuple[str, ...] = ()
    signs: tuple[Sign, ...] = ()


class Position(Frozen):
    """A value that some voices give: in words, with the indices of their stances."""

    value: str
    voices: tuple[int, ...]


class Parting(Frozen):
    """One thing in which the voices part: two positions or more. A voice without a position is silent on it."""

    slot: Slot
    positions: tuple[Position, ...]


class Matter(Frozen):
    """The control of a place, an event, or a pair of actors, about which at least two voices speak.

    Attributes:
        id: the same for the same claims, whatever else is compared with them.
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
