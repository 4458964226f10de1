"""What the commands that ask a case share: its filters as options, how rows are written, and the words around them."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, TextIO

import typer
from rich.console import Console

from rashomon.cli.filters import (
    ActorFilter,
    AgentFilter,
    FactualityFilter,
    KindFilter,
    NearFilter,
    PairFilter,
    PlaceFilter,
    RecipientFilter,
    SinceFilter,
    TellerFilter,
    TextFilter,
    TypeFilter,
    UntilFilter,
    chosen,
)
from rashomon.cli.output import OutputError, output
from rashomon.export.rows import FORMATS
from rashomon.showing import screen
from rashomon.showing.safe import visible_lines

PAGE = 50
"""Rows of a table, unless more are asked for."""

DocumentFilter = Annotated[
    str | None, typer.Option("--document", metavar="ID", help="Of this document: its id, or the beginning of it.")
]
ConfidenceFilter = Annotated[
    float | None,
    typer.Option(
        "--min-confidence", metavar="X", min=0, max=1, help="Not below this confidence (0 to 1), nor without any."
    ),
]
DocumentTextFilter = Annotated[
    str | None,
    typer.Option("--text", metavar="WORDS", help='Words of the title or text: all of them, "a phrase", begin*.'),
]
_OPTIONS: dict[str, Any] = {
    "actor": ActorFilter,
    "agent": AgentFilter,
    "recipient": RecipientFilter,
    "pair": PairFilter,
    "place": PlaceFilter,
    "near": NearFilter,
    "teller": TellerFilter,
    "type": TypeFilter,
    "kind": KindFilter,
    "factuality": FactualityFilter,
    "since": SinceFilter,
    "until": UntilFilter,
    "text": TextFilter,
    "min_confidence": ConfidenceFilter,
    "document": DocumentFilter,
}

CaseArgument = Annotated[Path, typer.Argument(metavar="CASE.db", help="The file of the case.", show_default=False)]
OutOption = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file.")]
LimitOption = Annotated[
    int | None,
    typer.Option("--limit", metavar="N", min=1, help=f"At most so many (of a table {PAGE}, else all)."),
]


class Format(StrEnum):
    """What `--format` takes."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"


class NameSort(StrEnum):
    """What `--sort` takes where names are listed."""

    claims = "claims"
    name = "name"


FormatOption = Annotated[Format, typer.Option("--format", "-f", help="How they are written.")]


def filtered(command: Callable[..., None]) -> Callable[..., None]:
    """The command with an option for each filter in place of its parameter `filters`."""
    return _filtered(command, _OPTIONS)


def filtered_documents(command: Callable[..., None]) -> Callable[..., None]:
    """The same for a command that looks for words in whole documents."""
    return _filtered(command, _OPTIONS | {"text": DocumentTextFilter})


def _filtered(command: Callable[..., None], options: dict[str, Any]) -> Callable[..., None]:
    own = inspect.signature(command, eval_str=True).parameters.values()
    kept = [parameter for parameter in own if parameter.name != "filters"]
    kind = inspect.Parameter.KEYWORD_ONLY
    added = [inspect.Parameter(name, kind, default=None, annotation=option) for name, option in options.items()]

    def asked(**given: Any) -> None:
        document = given.pop("document")
        filters = chosen(**{name: given.pop(name) for name in options if name != "document"})
        command(**given, filters=replace(filters, document=document))

    parameters = [parameter.replace(kind=kind) for parameter in kept] + added
    asked.__name__, asked.__doc__ = command.__name__, command.__doc__
    asked.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]  # what typer reads
    asked.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return asked


@contextmanager
def results(case: Path, out: Path | None) -> Iterator[TextIO]:
    """As `output`. Raises OutputError if the file is the case itself."""
    refuse_case(case, out)
    with output(out) as stream:
        yield stream


def refuse_case(case: Path, out: Path | None) -> None:
    """Raises OutputError if what is to be written is the case itself."""
    if out is not None and out.exists() and out.samefile(case):
        raise OutputError(f"{out}: is the case itself")


def write(
    rows: Iterable[object], row: type, format: Format, case: Path, out: Path | None, show: Callable[[Console], None]
) -> None:
    """Writes rows of one type: as a table by `show`, else row by row."""
    with results(case, out) as stream:
        if format is Format.table:
            show(screen(stream))
            return
        for piece in FORMATS[format](rows, row):
            stream.write(visible_lines(piece) if stream.isatty() else piece)


def limited(limit: int | None, format: Format) -> int | None:
    """How many rows are written at most."""
    return limit or (PAGE if format is Format.table else None)
