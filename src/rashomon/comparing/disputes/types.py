"""What a comparison finds of one event, slot by slot. Ids of claims are `DOC:c3`."""

from __future__ import annotations

from typing import Literal

from rashomon.model.text import Frozen

Slot = Literal["happened", "actor", "target", "number", "place", "time", "control", "wording"]
Kind = Literal["conflict", "update", "scope", "framing", "agreed", "one side", "one witness"]

SLOTS: tuple[Slot, ...] = ("happened", "actor", "target", "number", "place", "time", "control", "wording")
KINDS: tuple[Kind, ...] = ("conflict", "update", "scope", "framing", "agreed", "one side", "one witness")
DISPUTES: frozenset[Kind] = frozenset({"conflict", "update", "scope"})


class Words(Frozen):
    """The words of one claim in which a teller holds a position.

    Attributes:
        claim: the claim's id in the case. `document`: the document's.
        quote: the words. `trigger`: the word that carries the claim; `at`: where it begins within the quote.
        outlet: who published them. `published`: when, as far as known.
    """

    claim: str
    document: str
    quote: str
    trigger: str
    at: int
    outlet: str
    published: str | None


class Holder(Frozen):
    """A teller of a position: whose words it is, not the outlet that carries them."""

    teller: str
    words: tuple[Words, ...]


class Position(Frozen):
    """A value and those who hold it.

    Attributes:
        value: an actor by name, digits (`5`, `5+`: at least, `24-99`), an ISO date, a place, `happened`, `did not
            happen`, `undetermined`, `not X`, `armed`, `unarmed`, or a frame with its words.
        holders: its tellers, by name. `witnesses`: how many independent origins their words go back to.
    """

    value: str
    holders: tuple[Holder, ...]
    witnesses: int


class Finding(Frozen):
    """One slot of one event: where its tellers part, or that they do not.

    Attributes:
        event: the event's id.
        kind: "conflict": the positions cannot all be so. "update": a later figure of the same count. "scope": they
            speak of more and of less, or counted otherwise. "framing": the same deed, worded to another view.
            "agreed": at least two independent witnesses, and none against them. "one side": several, all of one camp.
            "one witness": told by one alone.
        about: what the slot is about, as a heading ("killed", "who did it").
        positions: two or more of what is disputed or framed, one else. Nothing says which of them is right.
        why: what makes it an update or a scope difference, with the words; empty else.
    """

    event: str
    slot: Slot
    kind: Kind
    about: str
    positions: tuple[Position, ...]
    why: str = ""
