"""`rashomon quarantine`: what was refused, and why."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from enum import StrEnum
from typing import Annotated, Any

import typer
from rich.table import Table

from rashomon.case.opening import connect
from rashomon.case.quarantine import Refusal, refusals
from rashomon.cli.add import CaseArgument
from rashomon.cli.output import output
from rashomon.showing import screen
from rashomon.showing.safe import visible, visible_lines

_FIELDS = ("place", "reason", "error", "tries", "first", "last", "raw_sha256", "kept", "settled")


class Format(StrEnum):
    """What `--format` takes."""

    table = "table"
    json = "json"
    csv = "csv"


def quarantine(
    case: CaseArgument,
    format: Annotated[Format, typer.Option("--format", "-f", help="How the list is written.")] = Format.table,
    every: Annotated[bool, typer.Option("--all", help="List what a later try took in as well.")] = False,
) -> None:
    """List what was refused and not taken in since, and why. `rashomon add CASE.db --retry` tries it again."""
    with closing(connect(case)) as connection, output(None) as stream:
        found = refusals(connection, settled=every)
        if format is Format.table:
            _table(found, str(case))
            return
        for piece in _json(found) if format is Format.json else _csv(found):
            stream.write(visible_lines(piece) if stream.isatty() else piece)


def _table(found: Iterable[Refusal], case: str) -> None:
    table = Table(box=None, pad_edge=False, header_style="bold", expand=True)
    table.add_column("what", overflow="fold", ratio=2)
    table.add_column("why", overflow="fold", ratio=3)
    table.add_column("tries", justify="right", no_wrap=True)
    table.add_column("last", no_wrap=True)
    table.add_column("bytes", no_wrap=True)
    waiting = 0
    for refusal in found:
        waiting += not refusal.settled
        why = f"{refusal.reason} (taken in since)" if refusal.settled else refusal.reason
        kept = "kept" if refusal.kept else "not kept"
        table.add_row(visible(refusal.place), visible(why), f"{refusal.tries:,}", refusal.last[:10], kept)
    console = screen(sys.stdout)
    if not table.row_count:
        console.print("Nothing is in quarantine.")
        return
    console.print(table)
    again = f" rashomon add {case} --retry tries them again." if waiting else ""
    typer.echo(visible(f"{waiting:,} refused and not taken in since.{again}"), err=True)


def _json(found: Iterable[Refusal]) -> Iterator[str]:
    yield "["
    for number, refusal in enumerate(found):
        yield (",\n " if number else "\n ") + json.dumps(_record(refusal), ensure_ascii=False)
    yield "\n]\n"


def _csv(found: Iterable[Refusal]) -> Iterator[str]:
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, _FIELDS, lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    for refusal in found:
        writer.writerow({name: _harmless(value) for name, value in _record(refusal).items()})
    yield buffer.getvalue()


def _record(refusal: Refusal) -> dict[str, Any]:
    return {name: getattr(refusal, name) for name in _FIELDS} | {"given": dict(refusal.details)}


def _harmless(value: Any) -> Any:
    """Neutralises what a spreadsheet would take for a formula."""
    if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "\0")):
        value = "'" + value
    return value.replace("\0", "\ufffd") if isinstance(value, str) else value
