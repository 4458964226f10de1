"""`rashomon places`: the places of a case."""

from __future__ import annotations

from typing import Annotated

import typer

from rashomon.case.case import open_case
from rashomon.case.query.filters import Filters
from rashomon.case.types import PlaceRow
from rashomon.cli.asking import (
    CaseArgument,
    Format,
    FormatOption,
    LimitOption,
    NameSort,
    OutOption,
    filtered,
    limited,
    write,
)
from rashomon.showing.case_rows import show_places
from rashomon.showing.phrases import total


@filtered
def places(
    case: CaseArgument,
    filters: Filters,
    format: FormatOption = Format.table,
    sort: Annotated[NameSort, typer.Option("--sort", help="By the number of claims, or by name.")] = NameSort.claims,
    limit: LimitOption = None,
    out: OutOption = None,
) -> None:
    """List where the claims of a case happen, and how many.

    Only claims that fit all filters count.
    """
    with open_case(case) as opened:
        found = opened.places(filters, sort=sort.value)
    rows = found[: limited(limit, format)]
    heading = total(len(rows), len(found), "place")
    write(rows, PlaceRow, format, case, out, lambda console: show_places(rows, heading, console))
