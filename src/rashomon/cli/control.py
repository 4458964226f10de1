"""`rashomon control`: who holds what, by each account."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from difflib import get_close_matches
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

_NEAR, _NAMED = 3, 8
"""So many names are offered that are much like the one asked for, else of those that there are."""


@filtered
def control(
    case: CaseArgument,
    filters: Filters,
    town: Annotated[
        str | None, typer.Argument(metavar="PLACE", show_default=False, help="Only this place, by any of its names.")
    ] = None,
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
        raise QueryError(f"--as-of '{day}' is not a day like 2016-12-31")
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
        found = _of_place(case, found, place)
    ids = {id for row in holding_rows(found) for id in (*row.claims, *row.ended_by)}
    claims = {
        id: claim
        for reading in readings
        for claim in reading.claims
        if (id := f"{reading.document.id}:{claim.id}") in ids
    }
    return found, claims


def _of_place(case: Case, found: Sequence[Ledger], place: str) -> tuple[Ledger, ...]:
    """The ledgers of a place, else of what the case takes the name for. Raises QueryError if there are none."""
    kept = tuple(one for one in found if fold(place) in (fold(one.place), fold(one.place_key)))
    if kept:
        return kept
    with suppress(QueryError):  # nothing in the case has that name
        meant = {row.ref for row in case.claims(Filters(place=place))}
        kept = tuple(one for one in found if any(meant.intersection(row.claims) for row in holding_rows([one])))
    if not kept:
        raise _unknown(place, sorted({one.place for one in found}))
    return kept


def _unknown(place: str, known: Sequence[str]) -> QueryError:
    """What to say of a place that no ledger is of: names much like it, else some of those that there are."""
    by_fold = {fold(name): name for name in known}
    wanted = fold(place)
    close = get_close_matches(wanted, list(by_fold), _NEAR, 0.6)
    near = [by_fold[key] for key in dict.fromkeys([*close, *(key for key in by_fold if wanted in key)])][:_NEAR]
    hint = ""
    if near:
        hint = f"; did you mean {', '.join(f'“{name}”' for name in near)}?"
    elif known:
        more = f" and {len(known) - _NAMED:,} more" if len(known) > _NAMED else ""
        hint = f"; somebody tells it of {', '.join(known[:_NAMED])}{more}"
    return QueryError(f"place “{place}”: nobody tells who holds it{hint}")


def _heading(found: Sequence[Ledger]) -> str:
    places, accounts = len({one.place_key for one in found}), len({one.account_key for one in found})
    if not found:
        return "Nobody tells who holds a place"
    return (
        f"{places:,} {'place' if places == 1 else 'places'} in {accounts:,} "
        f"{'account' if accounts == 1 else 'accounts'}"
    )
