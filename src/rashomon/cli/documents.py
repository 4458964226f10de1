"""`rashomon documents`: the documents of a case."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from rashomon.case.case import open_case
from rashomon.case.query.filters import Filters
from rashomon.case.types import DocumentRow
from rashomon.cli.asking import (
    CaseArgument,
    Format,
    FormatOption,
    LimitOption,
    OutOption,
    filtered_documents,
    limited,
    write,
)
from rashomon.showing.case_rows import show_documents
from rashomon.showing.phrases import total


class Order(StrEnum):
    """What `--sort` takes."""

    newest = "newest"
    oldest = "oldest"
    claims = "claims"
    by_title = "title"
    relevance = "relevance"


@filtered_documents
def documents(
    case: CaseArgument,
    filters: Filters,
    format: FormatOption = Format.table,
    sort: Annotated[
        Order | None,
        typer.Option(
            "--sort", help="By publication, by claims, by title, or by how well --text fits.", show_default=False
        ),
    ] = None,
    limit: LimitOption = None,
    out: OutOption = None,
) -> None:
    """List the documents of a case.

    --text looks for words in titles and texts and shows where they stand, --since and --until are of publication. With
    other filters, documents are listed that hold a claim which fits them all.
    """
    order = sort or (Order.relevance if filters.text else Order.newest)
    with open_case(case) as opened:
        most = limited(limit, format)
        found = opened.documents(filters, sort=order.value, limit=most)
        if format is not Format.table:
            write(found, DocumentRow, format, case, out, lambda _: None)
            return
        rows = list(found)
        count = opened.count_documents(filters) if most is not None and len(rows) >= most else len(rows)
        heading = total(len(rows), count, "document")
        write(rows, DocumentRow, format, case, out, lambda console: show_documents(rows, heading, console))
