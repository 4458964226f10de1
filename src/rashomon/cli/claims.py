"""`rashomon claims`: the claims of a case."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from rashomon.case.case import open_case
from rashomon.case.query.filters import Filters
from rashomon.case.types import ClaimRow
from rashomon.cli.asking import PAGE, CaseArgument, Format, FormatOption, LimitOption, OutOption, filtered, write
from rashomon.showing.case_rows import show_claims
from rashomon.showing.phrases import total

MOST = 10_000
"""Claims are counted up to here."""


class Order(StrEnum):
    """What `--sort` takes."""

    newest = "newest"
    oldest = "oldest"
    confidence = "confidence"
    document = "document"
    relevance = "relevance"


@filtered
def claims(
    case: CaseArgument,
    filters: Filters,
    format: FormatOption = Format.table,
    sort: Annotated[
        Order, typer.Option("--sort", help="By the day it happened, by confidence, by document, or by --text.")
    ] = Order.newest,
    limit: LimitOption = None,
    out: OutOption = None,
) -> None:
    """List the claims of a case: who tells them, how firmly, that who did what to whom.

    All filters given must fit. Claims are machine-read, unreviewed allegations.
    """
    with open_case(case) as opened:
        if format is not Format.table:
            found = opened.claims(filters, sort=sort.value, limit=limit)
            write(found, ClaimRow, format, case, out, lambda _: None)
            return
        rows, count = opened.page(filters, sort=sort.value, limit=limit or PAGE, most=MOST)
        heading = total(len(rows), count, "claim", MOST)
        write(rows, ClaimRow, format, case, out, lambda console: show_claims(rows, heading, console))
