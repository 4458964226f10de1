"""`rashomon control`: who holds what, by each account."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from rashomon.analysis.control import Ledger, as_of, ledgers
from rashomon.case.case import Case, open_case
from rashomon.case.query.filters import Filters
from rashomon.cli.asking import CaseArgument, Format, FormatOption, OutOption, filtered, write
from rashomon.comparing.events import find
from rashomon.comparing.slimming import slim
from rashomon.errors import QueryError
from rashomon.export.holdings import HoldingRow, StandingRow, holding_rows, standing_rows
from rashomon.knowledge.folding import fold
from rashomon.model import Claim
from rashomon.model.when import days_of
from rashomon.showing.control import show_ledgers, show_standings


@filtered
def control(
    case: CaseArgument,
    filters: Filters,
    town: Annotated[str | None, typer.Argument(metavar="[PLACE]", show_default=False, help="Only this place.")] = None,
    day: Annotated[
        str | None, typer.Option("--as-of", metavar="DATE", help="Who holds it on this day, by each account.")
    ] = None,
    format: FormatOption = Format.table,
    out: OutOption = None,
) -> None:
    """Show who holds which place, since when and until when, as each account has it.

    Hand-overs name both sides; sieges, fights and denials stand beside the holders. Where accounts part both are kept.
    With filters: only the claims that fit make the ledgers.
    """
    if day is not None and ((known := days_of(day)) is None or known.first != known.last):
        raise QueryError(f"--as-of {day!r} is no day like 2016-12-31")
    with open_case(case) as opened:
        found, claims = _found(opened, filters, town)
    if day is not None:
        standings = as_of(found, day)
        rows = standing_rows(day, standings)
        write(rows, StandingRow, format, case, out, lambda console: show_standings(day, standings, claims, console))
        return
    heading = _heading(found)
    write(
        holding_rows(found), HoldingRow, format, case, out,
        lambda console: show_ledgers(found, claims, heading, console),
    )  # fmt: skip


def _found(case: Case, filters: Filters, place: str | None) -> tuple[Sequence[Ledger], dict[str, Claim]]:
    readings = list(slim(case.readings()))
    wanted = {(row.document, row.id) for row in case.claims(filters)} if filters.asked else None
    found = ledgers(readings, find(readings), wanted)
    if place is not None:
        kept = tuple(one for one in found if fold(place) in (fold(one.place), fold(one.place_key)))
        if not kept:
            near = ", ".join(sorted({one.place for one in found})[:8])
            raise QueryError(f"nobody tells who holds {place!r}" + (f": there are {near}" if near else ""))
        found = kept
    ids = {id for row in holding_rows(found) for id in (*row.claims, *row.ended_by)}
    claims = {
        id: claim
        for reading in readings
        for claim in reading.claims
        if (id := f"{reading.document.id}:{claim.id}") in ids
    }
    return found, claims


def _heading(found: Sequence[Ledger]) -> str:
    places, accounts = len({one.place_key for one in found}), len({one.account_key for one in found})
    if not found:
        return "Nobody tells who holds a place"
    return (
        f"{places:,} {'place' if places == 1 else 'places'} in {accounts:,} "
        f"{'account' if accounts == 1 else 'accounts'}"
    )
