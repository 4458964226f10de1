"""`rashomon demo`: the bundled example, as a table and as a page."""

from __future__ import annotations

import sys
import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from rashomon import example
from rashomon.cli.options import ReaderOption, loader
from rashomon.cli.output import OutputError, output
from rashomon.cli.progress import Run
from rashomon.cli.read import Format, write
from rashomon.engine import run
from rashomon.intake import count, take_in
from rashomon.reading.choosing import DEFAULT_READER
from rashomon.showing.safe import visible

_PAGE = Path("rashomon-demo.html")
_OURS = b'<meta name="generator" content="Rashomon '
_HEAD = 4096  # bytes of a page in which that stands


def demo(
    out: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="Where the page is written.")] = _PAGE,
    show: Annotated[
        bool | None,
        typer.Option("--open/--no-open", help="Open the page in the browser.", show_default="a terminal asks"),
    ] = None,
    reader: ReaderOption = DEFAULT_READER,
) -> None:
    """Read the bundled example: four invented accounts of how one town changed hands.

    Prints the claims as a table and writes them as a page.
    """
    refuse_what_is_not_ours(out)
    inputs, load = [str(example.path())], loader(reader)
    with output(out) as stream:
        with Run(count(inputs), sys.stdout.isatty()) as progress:
            readings = list(progress.readings(run(take_in(inputs), load)))
        write(readings, Format.html, stream)
    with output(None) as stream:
        write(readings, Format.table, stream)
    typer.echo(f"The same as a page: {visible(str(out.absolute()))}", err=True)
    if show is None and sys.stdin.isatty() and sys.stdout.isatty():
        show = typer.confirm("Open it in the browser?", default=False, err=True)
    if show and not webbrowser.open(out.absolute().as_uri()):
        typer.echo("No browser could be started: open the page by hand.", err=True)


def refuse_what_is_not_ours(path: Path) -> None:
    """Raises OutputError if a page written there would replace anything but an earlier page."""
    if str(path) == "-":
        raise OutputError("the page of the example needs a file: -o FILE")
    try:
        if not path.is_file():
            return
        with path.open("rb") as file:
            ours = _OURS in file.read(_HEAD)
    except OSError as error:
        raise OutputError(f"{path}: cannot be read: {error.strerror}") from None
    if not ours:
        raise OutputError(f"{path}: is there already, and is no page of Rashomon: choose another with -o FILE")
