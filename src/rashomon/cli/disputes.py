"""`rashomon disputes`: where the accounts of each event part, and where they agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

import typer

from rashomon.analysis.relations import ledger
from rashomon.analysis.relations.siding import camps
from rashomon.case.case import Case, open_case
from rashomon.case.query.filters import Filters
from rashomon.cli.asking import CaseArgument, Format, FormatOption, LimitOption, OutOption, filtered, write
from rashomon.comparing.disputes import DISPUTES, Finding, find
from rashomon.comparing.events import Event
from rashomon.comparing.events import find as find_events
from rashomon.comparing.slimming import slim
from rashomon.comparing.witnesses import origins
from rashomon.export.findings import FindingRow, HolderRow, finding_rows, holder_rows
from rashomon.showing.findings import show_findings

_EVENTS = 50


class DisputeKind(StrEnum):
    """What `--dispute` takes."""

    conflict = "conflict"
    update = "update"
    scope = "scope"


class DisputedSlot(StrEnum):
    """What `--slot` takes."""

    happened = "happened"
    actor = "actor"
    target = "target"
    number = "number"
    place = "place"
    time = "time"
    control = "control"
    wording = "wording"


@filtered
def disputes(
    case: CaseArgument,
    filters: Filters,
    format: FormatOption = Format.table,
    dispute: Annotated[
        list[DisputeKind] | None, typer.Option("--dispute", help="Only disputes of this kind; several times, of any.")
    ] = None,
    slot: Annotated[
        list[DisputedSlot] | None, typer.Option("--slot", help="Only what is said of this; several times, of any.")
    ] = None,
    framing: Annotated[
        bool | None,
        typer.Option(
            "--framing/--no-framing",
            help="Also one deed in words that take different views of it. Default: yes, but not with --dispute.",
            show_default=False,
        ),
    ] = None,
    agreed: Annotated[
        bool, typer.Option("--agreed", help="Also what several witnesses tell and nobody disputes.")
    ] = False,
    single: Annotated[bool, typer.Option("--single", help="Also what one witness alone tells.")] = False,
    limit: LimitOption = None,
    out: OutOption = None,
) -> None:
    """List where the accounts of an event part: conflicts, updates of a count, differences of scope, and of wording.

    Every position has its tellers, their words and the number of independent witnesses; none is called right. With
    filters: of the events of which a claim that fits speaks.
    """
    with open_case(case) as opened:
        events, found = _found(opened, filters, sides=agreed)
    kinds = {str(kind) for kind in dispute or DISPUTES}
    kinds |= {"framing"} if framing or (framing is None and not dispute) else set()
    kinds |= {"agreed", "one side"} if agreed else set()
    kinds |= {"one witness"} if single else set()
    slots = {str(one) for one in slot or DisputedSlot}
    asked = [f for f in found if f.kind in kinds and f.slot in slots]
    kept = asked[: limit or (_EVENTS if format is Format.table else None)]
    by_id = {event.id: event for event in events}
    if format is Format.csv:
        write(holder_rows(by_id, kept), HolderRow, format, case, out, lambda _: None)
        return
    others = Counter(f.kind for f in found if f.kind not in kinds and f.slot in slots)
    rows = finding_rows(by_id, kept)
    write(rows, FindingRow, format, case, out, lambda console: show_findings(by_id, kept, len(asked), others, console))


def _found(case: Case, filters: Filters, *, sides: bool) -> tuple[Sequence[Event], Sequence[Finding]]:
    """The events that are asked for and what is found of them. `sides`: also which camp a teller is of."""
    readings = list(slim(case.readings()))
    events = find_events(readings)
    if filters.asked:
        fitting = {(row.document, row.id) for row in case.claims(filters)}
        events = tuple(e for e in events if any((m.document, m.claim) in fitting for m in e.mentions))
    known = origins((reading.document for reading in readings), readings)
    camp = camps(ledger(readings).entries, independent=known.independent) if sides else None
    return events, find(events, readings, known, camp)
