"""`rashomon report`: a case laid out as one page."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Annotated

import typer

from rashomon.case.case import open_case
from rashomon.case.query.filters import Filters
from rashomon.cli.asking import CaseArgument, filtered, refuse_case
from rashomon.cli.compared import comparison, networks
from rashomon.cli.output import output
from rashomon.showing.report import Findings, as_report
from rashomon.showing.report.adapting import happening, ledger
from rashomon.showing.safe import visible


@filtered
def report(
    case: CaseArgument,
    filters: Filters,
    out: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="Where the page is written; `-`: standard output.")
    ] = Path("report.html"),
    title: Annotated[str | None, typer.Option("--title", help="Its heading.", show_default="the case's name")] = None,
) -> None:
    """Write a report of a case: one page that asks nothing of any server.

    Where accounts part, events with tellers side by side, who holds what, who stands with whom, where documents come
    from, a map, and the words of every claim that it draws on. No position is called right.
    """
    refuse_case(case, out)
    with open_case(case) as opened:
        compared = comparison(opened, filters)
    found = Findings(
        title=title or case.stem,
        asked=asked(filters),
        readings=compared.readings,
        happenings=[happening(e, compared.findings[e.id], compared.origins) for e in compared.events],
        ledgers=[ledger(one) for one in compared.control],
        scopes=list(networks(compared)),
        origins=compared.origins,
    )
    with output(out) as stream:
        for piece in as_report(found):
            stream.write(piece)
    if str(out) != "-":
        typer.echo(f"The report: {visible(str(out.absolute()))}", err=True)


def asked(filters: Filters) -> str:
    """Which part of the case is laid out, in words."""
    given = {f.name: getattr(filters, f.name) for f in fields(filters) if f.name in filters.asked}
    if not given:
        return "The whole case."
    return "Claims that fit: " + "; ".join(f"{name.replace('_', ' ')} {_words(value)}" for name, value in given.items())


def _words(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
