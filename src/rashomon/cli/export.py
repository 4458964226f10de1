"""`rashomon export`: a case's claims in formats for other programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import chain, islice
from pathlib import Path
from typing import Annotated, cast

import typer

from rashomon.case.case import open_case
from rashomon.case.query.filters import Filters
from rashomon.cli.asking import CaseArgument, filtered, refuse_case
from rashomon.cli.output import OutputError, output
from rashomon.cli.whole import whole_file, whole_folder
from rashomon.export.archiving import write_folder, write_zip
from rashomon.export.formats import FORMATS, File, Format, graphs, pieces, taken
from rashomon.export.reality import UNREAL, Tally
from rashomon.export.wellformed import utf8
from rashomon.model import Reading
from rashomon.showing.phrases import NOTICE
from rashomon.showing.safe import visible_lines

Name = StrEnum("Name", [(name, name) for name in FORMATS])  # type: ignore[misc]  # made of a table


class Per(StrEnum):
    """What `--per` takes."""

    month = "month"
    year = "year"


@filtered
def export(
    case: CaseArgument,
    filters: Filters,
    format: Annotated[
        Name, typer.Option("--format", "-f", help="The format; docs/exports.md tells what each leaves out.")
    ],
    out: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE|DIR", help="Write here; without it, standard output.")
    ] = None,
    per: Annotated[
        Per | None,
        typer.Option("--per", help="gexf, graphml: a file for each month or year, into a folder or a .zip."),
    ] = None,
    include_unreal: Annotated[
        bool,
        typer.Option(
            "--include-unreal", help="Also what is denied, possible, planned, demanded or supposed, so marked."
        ),
    ] = False,
) -> None:
    """Write a case's claims in a format for another program.

    Claims are machine-read, unreviewed allegations. Formats whose readers take what is in them for facts
    (acled, polecat, ftm, geojson, gexf, graphml) get only what its teller says is so, unless --include-unreal is
    given. What is left out is counted on standard error. The same claims give the same bytes.
    """
    wanted = FORMATS[format.value]
    check(wanted, out, per, case)
    tally = Tally()
    with open_case(case) as opened:
        if filters.min_confidence is not None:
            unsure = opened.count_claims(filters.without("min_confidence")) - opened.count_claims(filters)
            tally.leave(f"below confidence {filters.min_confidence:g}", unsure)
        readings = taken(wanted, begun(opened.readings(filters)), tally, include_unreal=include_unreal)
        written = write(wanted, readings, out, per, tally)
    typer.echo(summary(tally, include_unreal, written), err=True)


def check(wanted: Format, out: Path | None, per: Per | None, case: Path) -> None:
    """Raises BadParameter or OutputError if the format cannot be written so, before anything is read."""
    nowhere = out is None or str(out) == "-"
    if per and wanted.kind != "graph":
        graph = " and ".join(format.name for format in FORMATS.values() if format.kind == "graph")
        raise typer.BadParameter(f"is for {graph}", param_hint="--per")
    if per and nowhere:
        raise OutputError(f"a file for each {per} needs a folder or an archive: -o FOLDER or -o FILE.zip")
    if wanted.kind == "file" and nowhere:
        raise OutputError(f"{wanted.name} needs a file: -o FILE{wanted.suffix}")
    if case.exists():
        refuse_case(case, out)


def begun(readings: Iterator[Reading]) -> Iterator[Reading]:
    """The readings, the first one had already: what is wrong with a question shows before anything is written."""
    return chain(list(islice(readings, 1)), readings)


def write(wanted: Format, readings: Iterable[Reading], out: Path | None, per: Per | None, tally: Tally) -> int | None:
    """Writes the export; of several files, how many there are."""
    if per and out is not None:
        made = graphs(wanted, readings, tally, per.value)
        members = ((f"{period}{wanted.suffix}", content) for period, content in made)
        if out.suffix.lower() == ".zip":
            with whole_file(out) as part:
                return write_zip(part, members)
        with whole_folder(out) as part:
            return write_folder(part, members)
    if wanted.kind == "file" and out is not None:
        with whole_file(out) as part:
            cast(File, wanted.load())(readings, part, tally)
        return None
    with output(out) as stream:
        for piece in pieces(wanted, readings, tally):
            stream.write(visible_lines(piece) if stream.isatty() else utf8(piece))
    return None


def summary(tally: Tally, include_unreal: bool, files: int | None) -> str:
    """What was written and what was left out, and what the claims are."""
    into = "" if files is None else f" in {files:,} {'file' if files == 1 else 'files'}"
    lines = [f"{claims(tally.written)} written{into}."]
    for reason, count in tally.left_out.items():
        hint = "; --include-unreal writes them, marked" if reason == UNREAL and not include_unreal else ""
        lines.append(f"Left out: {claims(count)} {reason}{hint}.")
    return "\n".join([*lines, NOTICE])


def claims(count: int) -> str:
    """`1 claim`, `12,345 claims`."""
    return f"{count:,} {'claim' if count == 1 else 'claims'}"
