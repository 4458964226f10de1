"""`rashomon show`: one document or claim of a case."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from rashomon.case.case import Case, open_case
from rashomon.case.query.identifying import reference
from rashomon.cli.asking import CaseArgument, refuse_case, results
from rashomon.cli.explain import choose_claim
from rashomon.cli.output import OutputError
from rashomon.errors import QueryError
from rashomon.model import Reading
from rashomon.showing import screen, show_explanation, show_reading
from rashomon.showing.case_document import show_custody
from rashomon.showing.safe import visible_lines


def show(
    case: CaseArgument,
    id: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="A document's id or the beginning of it; ID:c3 is a claim.", show_default=False
        ),
    ],
    text: Annotated[bool, typer.Option("--text", help="Print the document's text, and nothing else.")] = False,
    raw: Annotated[bool, typer.Option("--raw", help="Give back the bytes that it was taken from, checked.")] = False,
    number: Annotated[
        int | None, typer.Option("--reading", metavar="N", help="Show this reading, 1 the oldest.", show_default=False)
    ] = None,
    out: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file.")] = None,
) -> None:
    """Show a document of a case or one of its claims.

    Of a document what is known of it, every way in which it came, its readings and the claims of the current one; of a
    claim why it was read so.
    """
    if text and raw:
        raise typer.BadParameter("either the text or the bytes", param_hint="--raw")
    wanted = reference(id)
    with open_case(case) as opened:
        if raw:
            _give_back(opened.raw(wanted.document), case, out)
        elif text:
            whole = opened.document(wanted.document).text
            with results(case, out) as stream:
                stream.write(visible_lines(whole) if stream.isatty() else whole)
        elif wanted.claim:
            reading = _reading(opened, wanted.document, number)
            with results(case, out) as stream:
                show_explanation(reading, choose_claim(reading, wanted.claim), None, screen(stream))
        else:
            with results(case, out) as stream:
                _document(opened, wanted.document, number, screen(stream))


def _document(case: Case, document: str, number: int | None, console: Console) -> None:
    history = case.history(document)
    reading = _reading(case, document, number) if history or number is not None else None
    show_custody(case.document(document), case.acquisitions(document), history, console)
    if reading is not None:
        console.print()
        show_reading(reading, console)


def _reading(case: Case, document: str, number: int | None) -> Reading:
    """Raises QueryError if it has no such reading."""
    reading = case.reading(document, number)
    if reading is None:
        raise QueryError(f"{document}: has not been read")
    return reading


def _give_back(data: bytes, case: Path, out: Path | None) -> None:
    """Writes bytes as they are. Raises OutputError if that cannot be."""
    if out is None or str(out) == "-":
        if sys.stdout.isatty():
            raise OutputError("the bytes are for a file, not for a terminal: give them one with -o FILE")
        sys.stdout.buffer.write(data)
        return
    refuse_case(case, out)
    try:
        out.write_bytes(data)
    except OSError as error:
        raise OutputError(f"{out}: cannot be written: {error.strerror}") from None
