"""`rashomon tellers`: the tellers of a case."""

from __future__ import annotations

from typing import Annotated

import typer

from rashomon.case.case import open_case
from rashomon.case.query.filters import Filters
from rashomon.case.types import TellerRow
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
from rashomon.showing.case_rows import show_tellers
from rashomon.showing.phrases import total


@filtered
def tellers(
    case: CaseArgument,
    filters: Filters,
    format: FormatOption = Format.table,
    sort: Annotated[NameSort, typer.Option("--sort", help="By the number of claims, or by name.")] = NameSort.claims,
    limit: LimitOption = None,
    out: OutOption = None,
) -> None:
    """List who tells the claims of a case, and how many.

    Authors, outlets that sign for them, and every source within a text. Only claims that fit all filters count. Its own
    are those that a teller holds, and does not merely pass on.
    """
    with open_case(case) as opened:
        found = opened.tellers(filters, sort=sort.value)
    rows = found[: limited(limit, format)]
    heading = total(len(rows), len(found), "teller")
    write(rows, TellerRow, format, case, out, lambda console: show_tellers(rows, heading, console))
