"""`rashomon read`: files to claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TextIO

import typer

from rashomon.cli.options import (
    AuthorOption,
    ColumnOption,
    JobsOption,
    KnowledgeOption,
    LangOption,
    MinConfidenceOption,
    ParserOption,
    PublishedOption,
    ReaderOption,
    SourceOption,
    TitleOption,
    columns,
    details,
    loader,
)
from rashomon.cli.output import OutputError, output
from rashomon.cli.progress import Run
from rashomon.engine import run
from rashomon.export import FORMATS
from rashomon.intake import SUFFIXES, count, take_in
from rashomon.model import Reading
from rashomon.reading.choosing import DEFAULT_READER
from rashomon.reading.confident import all_confident
from rashomon.showing import screen, show_reading
from rashomon.showing.phrases import not_shown
from rashomon.showing.safe import visible_lines


class Format(StrEnum):
    """What `--format` takes."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    gold = "gold"
    html = "html"


def read(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE|DIR|GLOB|-...",
            help=f"Accounts: {', '.join(SUFFIXES)}, folders of these, globs, or - (standard input).",
        ),
    ],
    format: Annotated[
        Format,
        typer.Option("--format", "-f", help="How claims are written."),
    ] = Format.table,
    out: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file.")] = None,
    source: SourceOption = None,
    title: TitleOption = None,
    author: AuthorOption = None,
    published: PublishedOption = None,
    lang: LangOption = None,
    column: ColumnOption = None,
    jobs: JobsOption = 1,
    knowledge: KnowledgeOption = None,
    reader: ReaderOption = DEFAULT_READER,
    parser: ParserOption = None,
    min_confidence: MinConfidenceOption = None,
) -> None:
    """Read accounts and lay out who claims what.

    Claims are machine-read, unreviewed allegations. What cannot be read gives one line on stderr and
    exit code 1 at the end; the rest goes on.
    """
    load = loader(reader, parser, knowledge)
    given = details(source, title, author, published, lang)
    with output(out, inputs) as stream:
        if format is Format.html and stream.isatty():
            raise OutputError("a page is for a browser, not for a terminal: give it a file with -o page.html")
        with Run(count(inputs), stream.isatty()) as progress:
            outcomes = all_confident(run(take_in(inputs, given, columns(column)), load, jobs), min_confidence)
            write(progress.readings(outcomes), format, stream)
    if progress.left_out and format is not Format.table:  # a table says it of each account
        typer.echo(not_shown(progress.left_out), err=True)
    if progress.failed:
        raise typer.Exit(1)


def write(readings: Iterable[Reading], format: Format, stream: TextIO) -> None:
    """Writes readings as they come."""
    if format is Format.table:
        console = screen(stream)
        for number, reading in enumerate(readings):
            if number:
                console.rule(style="dim")
            show_reading(reading, console)
        return
    for piece in _pieces(readings, format):
        stream.write(visible_lines(piece) if stream.isatty() else piece)
        stream.flush()


def _pieces(readings: Iterable[Reading], format: Format) -> Iterator[str]:
    if format is Format.html:
        from rashomon.showing.page import as_html

        return as_html(readings)
    return FORMATS[format](readings)
