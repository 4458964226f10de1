"""What the model reads in a text, before names, places and dates are settled. All stretches are code points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rashomon.model import Endorsement, EventType, Factuality, Kind, Sign

Stretch = tuple[int, int]

Role = Literal["agent", "recipient", "place", "from", "to", "time", "teller", "teller-outer", "cue", "quantity"]
"""What words can be to a trigger. `teller` is the innermost one, `teller-outer` each of those around it."""


@dataclass(frozen=True, slots=True)
class Argument:
    """Words in a role of a trigger.

    Attributes:
        role, start, end: which words, in which role.
        score: the model's raw score, 0..1.
        names: the words that name whom these stand for ("it", "the group"), in the same window; None: themselves.
        link: raw score of that.
    """

    role: Role
    start: int
    end: int
    score: float
    names: Stretch | None = None
    link: float = 1.0


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for somebody or something. `sort`: person, organisation, place or what else the model marks."""

    start: int
    end: int
    sort: str
    score: float
    names: Stretch | None = None
    link: float = 1.0


@dataclass(frozen=True, slots=True)
class Frame:
    """A trigger with its labels and arguments, as the model sees them.

    Attributes:
        start, end: the trigger.
        kind, type, sign, mode, holds, factuality, endorsement, negated: as in a claim.
        scores: raw score of each label, by field ("found", "type", "mode", "factuality", "endorsement", "negated").
        runners: for "type" and "factuality", the labels that lost: (value, raw score), best first.
        arguments: in text order.
        certainty: -3 (did not happen) .. 3 (happened).
    """

    start: int
    end: int
    kind: Kind
    type: EventType | None
    sign: Sign | None
    mode: str | None
    holds: bool
    factuality: Factuality
    endorsement: Endorsement
    negated: bool
    scores: dict[str, float]
    runners: dict[str, tuple[tuple[str, float], ...]]
    arguments: tuple[Argument, ...]
    certainty: float


@dataclass(frozen=True, slots=True)
class Draft:
    """A text as the model reads it: sentences, triggers and mentions, in text order."""

    text: str
    sentences: tuple[Stretch, ...]
    frames: tuple[Frame, ...]
    mentions: tuple[Mention, ...]
