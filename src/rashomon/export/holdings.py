"""The ledger of control as flat rows: a tenure, a state of the place, or a denial each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rashomon.analysis.control.types import Ledger, Standing


@dataclass(frozen=True, slots=True)
class HoldingRow:
    """One line of a ledger.

    Attributes:
        place, account: of which ledger. `what`: "held", "contested", "besieged", "denied" or "unsure".
        holder: who holds or besieges it, or is denied to; None: open.
        since, until: ISO days; None: not said. `begins`: "said", or "by": it had begun by that day.
        part: of the place. `taken_from`: who lost it. `handed`: whether he gave it.
        claims, ended_by: ids in the case.
    """

    place: str
    account: str
    what: str
    holder: str | None
    since: str | None
    until: str | None
    begins: str | None
    part: str | None
    taken_from: str | None
    handed: bool
    claims: tuple[str, ...]
    ended_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StandingRow:
    """Who holds a place on a day, by one account: `sure` as in `Standing`."""

    day: str
    place: str
    account: str
    holder: str | None
    part: str | None
    states: tuple[str, ...]
    sure: bool
    claims: tuple[str, ...]


def holding_rows(ledgers: Iterable[Ledger]) -> Iterator[HoldingRow]:
    """Every line of every ledger."""
    for one in ledgers:
        for t in one.tenures:
            yield HoldingRow(
                one.place, one.account, "held", t.holder, t.since, t.until, t.begins, t.part, t.taken_from, t.handed,
                t.claims, t.ended_by,
            )  # fmt: skip
        for m in one.marks:
            yield _bare(one, m.state, m.by, m.claims, m.since, m.until)
        for denial in one.denials:
            yield _bare(one, "denied", denial.holder, (denial.claim,))
        if one.unsure:
            yield _bare(one, "unsure", None, one.unsure)


def standing_rows(day: str, standings: Iterable[Standing]) -> Iterator[StandingRow]:
    """A row each."""
    for s in standings:
        yield StandingRow(day, s.place, s.account, s.holder, s.part, s.states, s.sure, s.claims)


def _bare(
    of: Ledger, what: str, who: str | None, claims: tuple[str, ...], since: str | None = None, until: str | None = None
) -> HoldingRow:
    begins = "said" if since else None
    return HoldingRow(of.place, of.account, what, who, since, until, begins, None, None, False, claims, ())
