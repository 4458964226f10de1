"""`rashomon plot`: figures of a case for papers."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rashomon.analysis.comparison import Comparison
from rashomon.case.case import open_case
from rashomon.case.query.filters import Filters
from rashomon.cli.asking import CaseArgument, filtered, refuse_case
from rashomon.cli.compared import comparison, networks
from rashomon.comparing.events.tellings import Tellers
from rashomon.model import Document
from rashomon.showing.plot.paper import FORMATS, PlotError, save
from rashomon.showing.plot.types import Bond, Copy, Happening, Lane, Span
from rashomon.showing.safe import visible

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_EVENTS = 14
"""So many events are drawn, those that most documents tell of."""


class What(StrEnum):
    """What is drawn."""

    relations = "relations"
    control = "control"
    timeline = "timeline"
    witnesses = "witnesses"


@filtered
def plot(
    case: CaseArgument,
    what: Annotated[What, typer.Argument(help="What is drawn.", show_default=False)],
    filters: Filters,
    out: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE.svg|FILE.png", help="Where it is written, and as what.")
    ],
) -> None:
    """Draw a figure for a paper: greyscale, with a caption that says whose accounts it draws.

    relations: who stands with whom, with camps; control: who holds what, a lane for each place and account; timeline:
    events by day and teller; witnesses: origins with their reprints. With filters: of the claims that fit.
    """
    if out.suffix.lower() not in FORMATS:
        raise PlotError(f"{out}: a figure is {' or '.join(FORMATS)}, by the end of its name")
    refuse_case(case, out)
    with open_case(case) as opened:
        compared = comparison(opened, filters)
    drawn = {What.relations: relations, What.control: control, What.timeline: timeline, What.witnesses: witnesses}
    save(drawn[what](compared), out)
    typer.echo(f"The figure: {visible(str(out.absolute()))}", err=True)


def relations(compared: Comparison) -> Figure:
    """Who stands with whom, by all accounts that are asked for."""
    from rashomon.showing.plot.network import network_figure

    scope = next(networks(compared))
    if not scope.ties:
        raise PlotError("there is no tie to draw")
    bonds = [Bond(tie.one, tie.other, tie.sign, len(tie.claims), len(tie.tellers)) for tie in scope.ties]
    tellers = list(dict.fromkeys(name for tie in scope.ties for name in tie.tellers))
    return network_figure(bonds, tellers, scope.camps or None, f"Camps: {scope.note}" if scope.camps else "")


def control(compared: Comparison) -> Figure:
    """Who holds what."""
    from rashomon.showing.plot.lanes import lanes_figure

    lanes = [
        Lane(
            ledger.place,
            ledger.account,
            [Span(t.holder, _day(t.since), _day(t.until), f"part: {t.part}" if t.part else "") for t in ledger.tenures],
        )
        for ledger in compared.control
        if ledger.tenures
    ]
    if not lanes:
        raise PlotError("nobody tells who holds a place")
    return lanes_figure(lanes)


def timeline(compared: Comparison) -> Figure:
    """Dated events, those that most tellers tell of first in the list."""
    from rashomon.showing.plot.timeline import timeline_figure

    tellers = Tellers(compared.readings)
    dated = [event for event in compared.events if event.since and event.until]
    ranked = sorted(dated, key=lambda event: (-len({m.document for m in event.mentions}), event.since or "", event.id))
    shown = sorted(ranked[:_EVENTS], key=lambda event: (event.since or "", event.id))
    happenings: dict[tuple[str, int], Happening] = {}
    for number, event in enumerate(shown, 1):
        for mention in event.mentions:
            row = tellers.teller(mention.document, mention.claim)
            denied = compared.claims[mention.id].factuality == "not"
            first, last = date.fromisoformat(event.since or ""), date.fromisoformat(event.until or "")
            known = happenings.get((row, number))
            if known is None or known.denied > denied:
                happenings[row, number] = Happening(row, first, last, event.title, number, denied)
    if not happenings:
        raise PlotError("no event has a day")
    return timeline_figure(sorted(happenings.values(), key=lambda h: (h.first, h.number, h.row)))


def witnesses(compared: Comparison) -> Figure:
    """Origins with their reprints."""
    from rashomon.showing.plot.copies import copies_figure

    found = compared.origins
    documents = {reading.document.id: reading.document for reading in compared.readings}
    copies = [
        Copy(origin.id, id, _outlet(documents[id]), _day((documents[id].published or "")[:10] or None), id == origin.id)
        for origin in found.origins
        for id in origin.documents
    ]
    if not copies:
        raise PlotError("there is no document")
    return copies_figure(copies, found.independent(documents))


def _outlet(document: Document) -> str:
    return document.source or document.author or document.teller


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
