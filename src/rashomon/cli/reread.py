"""`rashomon reread`: the documents of a case read again by the reader that there is now."""

from __future__ import annotations

from typing import Annotated

import typer

from rashomon.case.differing import read_so_far
from rashomon.case.rereading import reread as reread_case
from rashomon.case.settings import Settings
from rashomon.case.summary import Summary
from rashomon.cli.add import CaseArgument, stoppable, tell
from rashomon.cli.adding_progress import Shown
from rashomon.cli.options import JobsOption, KnowledgeOption, ParserOption, loader
from rashomon.reading.choosing import DEFAULT_READER, READERS


def reread(
    case: CaseArgument,
    every: Annotated[bool, typer.Option("--all", help="Read all documents again, whatever read them.")] = False,
    jobs: JobsOption = 1,
    knowledge: KnowledgeOption = None,
    without_knowledge: Annotated[
        bool, typer.Option("--without-knowledge", help="Leave out the knowledge that the case was read with so far.")
    ] = False,
    reader: Annotated[
        str | None,
        typer.Option(
            "--reader", metavar="|".join(READERS), help="Which reader reads.", show_default="as the case was read last"
        ),
    ] = None,
    parser: ParserOption = None,
) -> None:
    """Read again the documents of a case that another version read: of the program, reader, parser or knowledge.

    Older readings are kept beside the new ones (`rashomon show CASE.db ID`). A document that cannot be read again keeps
    the reading that it has, and makes the exit code 1.
    """
    before = read_so_far(case)
    if (missing := before.get("knowledge")) and not knowledge and not without_knowledge:
        folders = " ".join(f"--knowledge {folder}" for folder in missing)
        raise typer.BadParameter(
            f"the case was read with knowledge of your own so far: give {folders}, or --without-knowledge",
            param_hint="--knowledge",
        )
    if reader is None:
        reader = before.get("reader") or DEFAULT_READER
        parser = parser or before.get("parser")
    settings = Settings(loader(reader, parser, knowledge), jobs=jobs)
    with Shown("reading again") as shown, stoppable(case, shown, came):
        summary = reread_case(case, settings, every=every, tell=shown.tell)
    tell(came(str(case), summary))
    if summary.refusals:
        raise typer.Exit(1)


def came(case: str, summary: Summary) -> list[str]:
    """The lines that say what came of a run."""
    claims = f" ({summary.claims:,} claims, machine-read and unreviewed)" if summary.added else ""
    lines = [f"read again: {summary.added:,}{claims}"]
    lines += [f"as they were: {summary.there:,}"] if summary.there else []
    lines += [f"could not be read, and keep their readings: {summary.refusals:,}"] if summary.refusals else []
    for kind in summary.refused.values():
        lines += [f"  {example}" for example in kind.examples]
        lines += [f"  ... and {more:,} more for the same reason"] if (more := kind.count - len(kind.examples)) else []
    return lines
