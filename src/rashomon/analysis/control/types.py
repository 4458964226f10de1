"""The ledger of one place in one account. Ids of claims are `DOC:c3`; days are ISO dates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

State = Literal["contested", "besieged"]
"""What a place is said to be while somebody holds it, or nobody wholly does."""


@dataclass(frozen=True, slots=True)
class Tenure:
    """A stretch of time in which an account has somebody hold a place.

    Attributes:
        holder: as usually named. None: the account says that somebody lost or gained it, but not who has it.
        key: who that is, the same in all documents.
        since, until: the days on which it begins and ends; None: the account does not say.
        begins: how sure the beginning is. "said": the day is the claim's own. "by": it had begun by then (a hold
            that is told without a beginning). None: nothing is said.
        part: what of the place it is about ("barracks"); None: all of it.
        taken_from: from whom, if it changed hands. `handed`: whether the loser gave it.
        claims: those that tell it, in text order; `ended_by`: those that end it.
    """

    holder: str | None
    key: str | None
    since: str | None
    until: str | None
    begins: Literal["said", "by"] | None
    part: str | None
    taken_from: str | None
    handed: bool
    claims: tuple[str, ...]
    ended_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """That a place is besieged or fought over, and when, as far as it is said."""

    state: State
    by: str | None
    since: str | None
    until: str | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Denial:
    """A claim that denies a change or a hold: `holder` is who does not have it, or did not lose it."""

    claim: str
    holder: str | None
    lost: bool


@dataclass(frozen=True, slots=True)
class Ledger:
    """One place in one account.

    Attributes:
        place: as it is named most; `place_key`: the same for one place however it is spelt.
        account: the teller whose words it is; `account_key`: who that is.
        tenures: in the order of time. `marks`, `denials`: beside them. `unsure`: claims that leave it open: they
            make no tenure, nor does what is planned, demanded or supposed.
    """

    place: str
    place_key: str
    account: str
    account_key: str
    tenures: tuple[Tenure, ...]
    marks: tuple[Mark, ...]
    denials: tuple[Denial, ...]
    unsure: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """Who holds a place on a day, by one account.

    Attributes:
        sure: whether the account itself puts the day between beginning and end; else it only says nothing to the
            contrary.
    """

    place: str
    account: str
    holder: str | None
    part: str | None
    states: tuple[State, ...]
    sure: bool
    claims: tuple[str, ...]
