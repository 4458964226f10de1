"""`rashomon knowledge`: what the reader knows, checked, searched and added to."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from rashomon.cli.knowledge_add import adding
from rashomon.cli.options import KnowledgeOption
from rashomon.cli.output import output
from rashomon.knowledge.layers import open_overlay, using
from rashomon.showing import screen
from rashomon.showing.safe import visible, visible_lines

knowledge = typer.Typer(
    help="Check, search and extend what the reader knows: actors, outlets, places, verbs.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
knowledge.add_typer(adding, name="add")


@knowledge.command()
def check(
    folders: Annotated[
        list[Path] | None, typer.Argument(metavar="[DIR]...", help="Folders of your own; without any, ours is checked.")
    ] = None,
) -> None:
    """Check every file of knowledge against its schema.

    One line for each fault, `file: entry: reason`, and exit code 1 if there is any; one for each thing that is
    allowed but seldom meant.
    """
    from rashomon.knowledge.keeping.checking import check_ours, check_overlays

    findings = check_overlays(tuple(folders)) if folders else check_ours()
    for line in findings.problems:
        typer.echo(visible(line))
    for line in findings.warnings:
        typer.echo(visible(f"warning: {line}"))
    counts = ", ".join(f"{n:,} {sort}" for sort, n in findings.counts.items() if n) or "nothing"
    faults = _counted(len(findings.problems), "fault")
    typer.echo(f"Looked at {counts}: {faults}, {_counted(len(findings.warnings), 'warning')}.", err=True)
    if findings.problems:
        raise typer.Exit(1)


@knowledge.command()
def search(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name, an alias, a spelling or an actor's id.")],
    own: KnowledgeOption = None,
    json: Annotated[bool, typer.Option("--json", help="Write JSON.")] = False,
) -> None:
    """Show the actors and places of a name, of close spellings too. Exit code 1 if there are none."""
    from rashomon.export.found_json import found_text
    from rashomon.knowledge.keeping.searching import search as find
    from rashomon.showing.knowledge import show_found

    with using(tuple(map(open_overlay, own or ()))):
        found = find(name)
        if json:
            with output(None) as stream:
                text = found_text(found)
                stream.write(visible_lines(text) if stream.isatty() else text)
        else:
            show_found(name, found, screen(sys.stdout))
    if not (found.actors or found.places):
        raise typer.Exit(1)


@knowledge.command()
def build() -> None:
    """Compile the gazetteer now. Otherwise that happens when it is first needed."""
    from rashomon.knowledge.places import load

    gazetteer = load()
    size = gazetteer.path.stat().st_size / 1e6
    typer.echo(visible(f"{gazetteer.path}: {len(gazetteer):,} places, {size:.0f} MB"))


def _counted(n: int, what: str) -> str:
    return f"{n:,} {what}{'' if n == 1 else 's'}" if n else f"no {what}s"
