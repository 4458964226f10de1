"""What a figure draws: plain rows, whatever they were computed from. Names are any text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rashomon.model import Sign


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time in which an account has somebody hold a place.

    Attributes:
        holder: None: the account says that it is open.
        first, last: None: the account does not say since when, or until when.
        state: "" (held), or in a word what limits it: "contested", "besieged", "in part".
    """

    holder: str | None
    first: date | None
    last: date | None
    state: str = ""


@dataclass(frozen=True, slots=True)
class Lane:
    """One place in one account."""

    place: str
    account: str
    spans: Sequence[Span]


@dataclass(frozen=True, slots=True)
class Bond:
    """A tie claimed between two actors, with how many claims and how many tellers have it."""

    one: str
    other: str
    sign: Sign
    claims: int
    tellers: int


@dataclass(frozen=True, slots=True)
class Happening:
    """An event on a timeline row: the days between which it is put, and how its teller stands to it."""

    row: str
    first: date
    last: date
    title: str
    number: int
    denied: bool = False


@dataclass(frozen=True, slots=True)
class Copy:
    """A document under its origin: `own` the origin itself, else a reprint."""

    origin: str
    document: str
    outlet: str
    day: date | None
    own: bool
