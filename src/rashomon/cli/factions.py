"""`rashomon factions`: who sides with whom by what is claimed, exactly, and what does not fit."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Annotated

import typer

from rashomon.analysis.relations import Entry, Sides, divide
from rashomon.analysis.relations.counting import accounts
from rashomon.analysis.relations.fitting import TieRow, figures, tie_rows
from rashomon.case.case import Case, open_case
from rashomon.case.query.filters import Filters
from rashomon.cli.asking import CaseArgument, OutOption, filtered, results, write
from rashomon.cli.asking import Format as Rows
from rashomon.cli.relations import left_out, of_case, witnesses_of
from rashomon.showing import screen
from rashomon.showing.factions import show_factions
from rashomon.showing.relations import number
from rashomon.showing.safe import visible_lines


class Weighing(StrEnum):
    """What `--weigh` takes."""

    tellers = "tellers"
    claims = "claims"
    one = "one"


_WEIGHTS = {
    Weighing.tellers: "A tie weighs as much as tellers tell it; a reprint counts with its origin.",
    Weighing.claims: "A tie weighs as much as there are claims of it.",
    Weighing.one: "All ties weigh the same.",
}
_NAMED = 8
"""So many tellers are named."""


class Format(StrEnum):
    """What `--format` takes."""

    table = "table"
    json = "json"
    csv = "csv"


@filtered
def factions(
    case: CaseArgument,
    filters: Filters,
    without: Annotated[
        list[str] | None,
        typer.Option(
            "--without", metavar="DOC", help="Also as it would be without this account; several: without all."
        ),
    ] = None,
    weigh: Annotated[
        Weighing, typer.Option("--weigh", help="What a tie weighs: its tellers, its claims, or all ties the same.")
    ] = Weighing.tellers,
    seconds: Annotated[
        float,
        typer.Option("--seconds", metavar="S", min=0.1, help="Roughly how long it may take; then bounds are given."),
    ] = 10.0,
    divisions: Annotated[
        int, typer.Option("--divisions", metavar="N", min=1, help="List at most so many equally good divisions.")
    ] = 100,
    format: Annotated[
        Format, typer.Option("--format", "-f", help="How it is written; csv: one row a tie.")
    ] = Format.table,
    out: OutOption = None,
) -> None:
    """Divide the actors of a case by their claimed ties: two camps, and as many factions as need be.

    Only claims that fit all filters make ties. Shows the fewest ties that fit no division, with their words, who stands
    between factions, and how balanced it is. Says what is claimed, not who is right.
    """
    with open_case(case) as opened:
        whole = of_case(opened, filters)
        left = _documents(opened, without or [])
        independent = witnesses_of(opened, whole.entries) if weigh is Weighing.tellers else None
    sides = divide(
        whole.entries, without=left, weigh=weigh.value, independent=independent, seconds=seconds, cap=divisions
    )
    if format is Format.csv:
        write(tie_rows(sides) if sides.drawing.graph.ties else (), TieRow, Rows.csv, case, out, lambda _: None)
        return
    with results(case, out) as stream:
        if format is Format.json:
            text = json.dumps(figures(sides), ensure_ascii=False, indent=1) + "\n"
            stream.write(visible_lines(text) if stream.isatty() else text)
        else:
            notes = [*_told(sides, weigh), *_notes(whole.entries, left), *left_out(whole)]
            show_factions(sides, _heading(sides), notes, screen(stream))


def _documents(opened: Case, names: list[str]) -> frozenset[str]:
    """The documents' ids. Raises QueryError if there is no such document."""
    return frozenset(opened.document(name).id for name in names)


def _heading(sides: Sides) -> str:
    graph = sides.drawing.graph
    if not graph.ties:
        return "No ties"
    friendly = sum(tie.sign > 0 for tie in graph.ties)
    hostile = number(len(graph.ties) - friendly, "hostile tie")
    return f"{number(len(graph.nodes), 'side')}, {friendly:,} friendly and {hostile}"


def _told(sides: Sides, weigh: Weighing) -> list[str]:
    """Whose accounts the ties are, and what they weigh."""
    names = accounts(entry for entries in sides.drawing.entries.values() for entry in entries)
    if not names:
        return []
    more = f"; and {len(names) - _NAMED:,} more" if len(names) > _NAMED + 1 else ""
    told = f"As told by {'; '.join(names[:_NAMED] if more else names)}{more}."
    return [told, f"{_WEIGHTS[weigh]} -f csv lists every tie with its claims."]


def _notes(entries: tuple[Entry, ...], left: frozenset[str]) -> list[str]:
    uncounted = len({entry.claim for entry in entries if not entry.counts})
    inside = len({entry.claim for entry in entries if entry.counts and entry.inside})
    notes = []
    if uncounted:
        notes.append(f"Not in it: {number(uncounted, 'claim')} without a tie (see `rashomon relations`).")
    if inside:
        notes.append(f"Not in it: {number(inside, 'claim')} of ties between organs of one state, which is one side.")
    if left:
        notes.append(f"Beside it, as it would be without {len(left):,} of the accounts.")
    return notes
