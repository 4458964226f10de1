"""`rashomon add`: documents into a case."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from rashomon.case.adding import add as add_to_case
from rashomon.case.retrying import retry as retry_in_case
from rashomon.case.settings import Settings
from rashomon.case.summary import Summary
from rashomon.cli.adding_progress import Shown
from rashomon.cli.options import (
    AuthorOption,
    ColumnOption,
    JobsOption,
    KnowledgeOption,
    LangOption,
    ParserOption,
    PublishedOption,
    ReaderOption,
    SourceOption,
    TitleOption,
    columns,
    details,
    loader,
)
from rashomon.intake import SUFFIXES
from rashomon.reading.choosing import DEFAULT_READER
from rashomon.showing.safe import visible

STOPPED = 130
"""Exit code of a command that Ctrl-C stopped."""

CaseArgument = Annotated[Path, typer.Argument(metavar="CASE.db", help="The file of the case.", show_default=False)]


def add(
    case: CaseArgument,
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FILE|DIR|GLOB|-...",
            help=f"Accounts: {', '.join(SUFFIXES)}, folders of these, globs, or - (standard input).",
            show_default=False,
        ),
    ] = None,
    source: SourceOption = None,
    title: TitleOption = None,
    author: AuthorOption = None,
    published: PublishedOption = None,
    lang: LangOption = None,
    column: ColumnOption = None,
    jobs: JobsOption = 1,
    raw: Annotated[bool, typer.Option("--raw/--no-raw", help="Keep the bytes, or only their digests.")] = True,
    knowledge: KnowledgeOption = None,
    reader: ReaderOption = DEFAULT_READER,
    parser: ParserOption = None,
    retry: Annotated[bool, typer.Option("--retry", help="Try again what was refused before.")] = False,
) -> None:
    """Add accounts to a case, which is made if it is not there; read what is new.

    What is there already is not read again, so the same command goes on where it was cut off. What cannot be taken in
    is kept in quarantine (`rashomon quarantine`), and makes the exit code 1.
    """
    if not inputs and not retry:
        raise typer.BadParameter("give files, folders, globs or - to add", param_hint="FILE|DIR|GLOB|-")
    given = details(source, title, author, published, lang)
    settings = Settings(loader(reader, parser, knowledge), given, columns(column), jobs=jobs, keep_raw=raw)
    with Shown("adding") as shown, stoppable(case, shown, came):
        summary = Summary()
        if inputs:
            summary.plus(add_to_case(case, inputs, settings, shown.tell, shown.say))
        if retry:
            summary.plus(retry_in_case(case, settings, shown.tell))
    tell(came(str(case), summary))
    if summary.refusals:
        raise typer.Exit(1)


@contextmanager
def stoppable(case: Path, shown: Shown, lines: Callable[[str, Summary], list[str]]) -> Iterator[None]:
    """Where Ctrl-C ends a command: what came of it until then is said."""
    try:
        yield
    except KeyboardInterrupt:
        shown.stop()
        tell(lines(str(case), shown.summary))
        typer.echo("Stopped. What was written is kept: the same command goes on from there.", err=True)
        raise typer.Exit(STOPPED) from None


def came(case: str, summary: Summary) -> list[str]:
    """The lines that say what came of a run."""
    claims = f" ({_counted(summary.claims, 'claim')}, machine-read and unreviewed)" if summary.added else ""
    lines = [f"added: {_counted(summary.added, 'document')}{claims}"]
    if summary.there:
        lines.append(f"already there: {_counted(summary.there, 'document')}")
    if summary.refusals:
        kept = f", kept in quarantine (rashomon quarantine {case})" if summary.quarantined else ""
        lines.append(f"refused: {summary.refusals:,}{kept}")
    for _, kind in sorted(summary.refused.items(), key=lambda item: -item[1].count):
        lines += [f"  {example}" for example in kind.examples]
        if more := kind.count - len(kind.examples):
            lines.append(f"  ... and {more:,} more for the same reason")
    if summary.refused_before:
        lines.append(f"refused before, not tried again: {summary.refused_before:,} (rashomon add {case} --retry)")
    return lines


def tell(lines: Iterable[str]) -> None:
    """Writes lines to standard error, made safe to show, with their indents."""
    for line in lines:
        typer.echo(" " * (len(line) - len(line.lstrip(" "))) + visible(line), err=True)


def _counted(n: int, what: str) -> str:
    return f"{n:,} {what}{'' if n == 1 else 's'}"
