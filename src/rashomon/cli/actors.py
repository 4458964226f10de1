"""`rashomon actors`: the actors of a case."""

from __future__ import annotations

from typing import Annotated

import typer

from rashomon.case.case import open_case
from rashomon.case.query.filters import Filters
from rashomon.case.types import ActorRow
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
from rashomon.showing.case_rows import show_actors
from rashomon.showing.phrases import total


@filtered
def actors(
    case: CaseArgument,
    filters: Filters,
    format: FormatOption = Format.table,
    sort: Annotated[NameSort, typer.Option("--sort", help="By the number of claims, or by name.")] = NameSort.claims,
    limit: LimitOption = None,
    out: OutOption = None,
) -> None:
    """List who takes part in the claims of a case, and how often.

    Only claims that fit all filters count: with --actor it lists whom that actor has to do with.
    """
    with open_case(case) as opened:
        found = opened.actors(filters, sort=sort.value)
    rows = found[: limited(limit, format)]
    heading = total(len(rows), len(found), "actor")
    write(rows, ActorRow, format, case, out, lambda console: show_actors(rows, heading, console))
