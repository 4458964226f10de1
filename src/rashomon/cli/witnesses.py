"""`rashomon witnesses`: where the documents of a case come from, and how many independent witnesses they are."""

from __future__ import annotations

from rashomon.analysis.comparison import Comparison
from rashomon.case.case import open_case
from rashomon.case.query.filters import Filters
from rashomon.cli.asking import PAGE, CaseArgument, Format, FormatOption, LimitOption, OutOption, filtered, write
from rashomon.export.origins import OriginRow, origin_rows
from rashomon.showing.witnesses import show_origins


@filtered
def witnesses(
    case: CaseArgument,
    filters: Filters,
    format: FormatOption = Format.table,
    limit: LimitOption = None,
    out: OutOption = None,
) -> None:
    """Show where documents come from: reprints under their origin, credits, citations, circles, common sources.

    What counts is the number of origins, never of documents. With filters: of the documents with a claim that fits.
    """
    with open_case(case) as opened:
        documents = {row.id: row for row in opened.documents()}
        kept = {row.id for row in opened.documents(filters)} if filters.asked else set(documents)
        compared = Comparison.of(reading for reading in opened.readings() if reading.document.id in kept)
    found, sources = compared.origins, compared.sources
    titles = {event.id: event.title for event in compared.events}
    write(
        origin_rows(found, sources), OriginRow, format, case, out,
        lambda console: show_origins(found, sources, documents, titles, limit or PAGE, console),
    )  # fmt: skip
