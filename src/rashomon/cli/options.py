"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from rashomon.api import ReaderLoader
from rashomon.errors import ReaderError
from rashomon.intake import Details
from rashomon.intake.columns import ColumnError, Columns, parse_columns
from rashomon.intake.details import iso_date
from rashomon.knowledge.layers import open_overlay
from rashomon.reading.choosing import READERS

_ALL = "for all documents, whatever they say themselves"

SourceOption = Annotated[str | None, typer.Option("--source", help=f"Outlet or institution, {_ALL}.")]
TitleOption = Annotated[str | None, typer.Option("--title", help=f"Title, {_ALL}.")]
AuthorOption = Annotated[str | None, typer.Option("--author", help=f"Who wrote it, {_ALL}.")]
PublishedOption = Annotated[
    str | None,
    typer.Option("--published", metavar="DATE", help=f"Date of publication, like 2016-12-31, {_ALL}."),
]
LangOption = Annotated[
    str | None,
    typer.Option("--lang", metavar="CODE", help="“en” reads text as English however it looks."),
]
ColumnOption = Annotated[
    list[str] | None,
    typer.Option(
        "--column",
        metavar="FIELD=NAME",
        help="Which column of tables and records is the text, title, source, author, published, url, id or lang, like "
        "text=body; may be given several times. Common names are known.",
    ),
]
ReaderOption = Annotated[str, typer.Option("--reader", metavar="|".join(READERS), help="Which reader reads.")]
ParserOption = Annotated[
    str | None,
    typer.Option("--parser", metavar="NAME", help="Another spaCy pipeline for the reader “rules”: package or path."),
]
JobsOption = Annotated[int, typer.Option("--jobs", "-j", metavar="N", min=1, help="How many processes read.")]
MinConfidenceOption = Annotated[
    float | None,
    typer.Option(
        "--min-confidence", metavar="X", min=0, max=1, help="Leave out claims below this confidence (0 to 1); counted."
    ),
]

KnowledgeOption = Annotated[
    list[Path] | None,
    typer.Option("--knowledge", metavar="DIR", help="A folder of your own knowledge; several lie over one another."),
]


def details(
    source: str | None, title: str | None, author: str | None, published: str | None, lang: str | None
) -> Details:
    """What the options say of all documents. Raises BadParameter if the date is none."""
    if published is not None and not iso_date(published):
        raise typer.BadParameter(
            f"{published!r} is not a date like 2016-12-31, 2016-12 or 2016", param_hint="--published"
        )
    return Details(source=source, title=title, author=author, published=published, lang=lang)


def columns(pairs: Iterable[str] | None) -> Columns:
    """What the options `--column` say. Raises BadParameter if one says nothing that is understood."""
    try:
        return parse_columns(pairs or ())
    except ColumnError as error:
        raise typer.BadParameter(str(error), param_hint="--column") from None


def loader(reader: str, parser: str | None = None, folders: Iterable[Path] | None = None) -> ReaderLoader:
    """What loads the reader that the options ask for.

    Raises, before anything is read, BadParameter if there is no such reader or it has no parser to choose,
    KnowledgeError if a folder of knowledge is none.
    """
    try:
        return ReaderLoader(parser, tuple(str(open_overlay(folder).path) for folder in folders or ()), reader)
    except ReaderError as error:
        raise typer.BadParameter(str(error), param_hint="--reader") from None
