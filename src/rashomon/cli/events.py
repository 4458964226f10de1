"""`rashomon events`: the happenings of which the claims of a case speak."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Annotated

import typer

from rashomon.case.case import Case, open_case
from rashomon.case.query.filters import Filters
from rashomon.cli.asking import PAGE, CaseArgument, Format, FormatOption, LimitOption, OutOption, filtered, write
from rashomon.comparing.disputes import DISPUTES
from rashomon.comparing.disputes import find as find_disputes
from rashomon.comparing.events import Event, find
from rashomon.comparing.events.tellings import Tellers
from rashomon.comparing.slimming import slim
from rashomon.comparing.witnesses import Origins, origins
from rashomon.export.events import EventRow, event_row
from rashomon.model import Reading
from rashomon.showing.events import show_events


@filtered
def events(
    case: CaseArgument,
    filters: Filters,
    format: FormatOption = Format.table,
    least: Annotated[
        int, typer.Option("--tellers", metavar="N", min=1, help="Only those that at least so many tell of.")
    ] = 1,
    limit: LimitOption = None,
    out: OutOption = None,
) -> None:
    """List the events of a case: claims of all documents put together where they speak of one happening.

    Each with its day, place and tellers, how many documents carry it, in how many slots its accounts part, and how many
    deny it. With filters: those of which a claim that fits speaks, with all that is said of them.
    """
    with open_case(case) as opened:
        readings, found = found_events(opened, filters)
    tellers = Tellers(readings)
    known = known_origins(readings)
    told = [one for one in (tellers.count(event, known) for event in found) if len(one.tellers) >= least]
    total = len(told)
    if format is Format.table:
        told = told[: limit or PAGE]
    elif limit:
        told = told[:limit]
    disputed = Counter(
        f.event for f in find_disputes([one.event for one in told], readings, known) if f.kind in DISPUTES
    )
    rows = [event_row(one, disputed[one.event.id]) for one in told]
    heading = _heading(len(rows), total)
    write(rows, EventRow, format, case, out, lambda console: show_events(rows, heading, console))


def known_origins(readings: Sequence[Reading]) -> Origins:
    """Where the documents come from."""
    return origins((reading.document for reading in readings), readings)


def found_events(case: Case, filters: Filters) -> tuple[list[Reading], tuple[Event, ...]]:
    """All readings of a case, and the events that are asked for."""
    readings = list(slim(case.readings()))
    found = find(readings)
    if filters.asked:
        fitting = {f"{row.document}:{row.id}" for row in case.claims(filters)}
        found = tuple(event for event in found if any(mention.id in fitting for mention in event.mentions))
    return readings, found


def _heading(shown: int, total: int) -> str:
    if not total:
        return "No events"
    count = f"{total:,} event{'' if total == 1 else 's'}"
    return count if shown == total else f"{shown:,} of {count} (--limit N shows more)"
