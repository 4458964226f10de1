"""The program and its commands."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from rashomon.cli.actors import actors
from rashomon.cli.add import add
from rashomon.cli.claims import claims
from rashomon.cli.control import control
from rashomon.cli.demo import demo
from rashomon.cli.disputes import disputes
from rashomon.cli.documents import documents
from rashomon.cli.event import event
from rashomon.cli.events import events
from rashomon.cli.explain import explain
from rashomon.cli.export import export
from rashomon.cli.factions import factions
from rashomon.cli.fetch import fetch
from rashomon.cli.knowledge import knowledge
from rashomon.cli.places import places
from rashomon.cli.plot import plot
from rashomon.cli.quarantine import quarantine
from rashomon.cli.read import read
from rashomon.cli.relations import relations
from rashomon.cli.report import report
from rashomon.cli.reread import reread
from rashomon.cli.schema import schema
from rashomon.cli.show import show
from rashomon.cli.tellers import tellers
from rashomon.cli.witnesses import witnesses
from rashomon.errors import RashomonError
from rashomon.showing.safe import visible
from rashomon.version import __version__

app = typer.Typer(
    help="Reads conflict reporting as attributed claims: who says who did what to whom, where and when.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command()(read)
app.command()(explain)
app.command()(demo)
app.command()(schema)
app.command()(add)
app.command()(fetch)
app.command()(documents)
app.command()(claims)
app.command()(actors)
app.command()(places)
app.command()(tellers)
app.command()(show)
app.command()(reread)
app.command()(quarantine)
app.command()(export)
app.command()(witnesses)
app.command()(relations)
app.command()(factions)
app.command()(control)
app.command()(events)
app.command()(event)
app.command()(disputes)
app.command()(report)
app.command()(plot)
app.add_typer(knowledge, name="knowledge")


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"rashomon {__version__}")
        raise typer.Exit


@app.callback()
def _program(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Options of the program itself."""


def main() -> None:
    """Runs the program. What goes wrong on purpose is one line on stderr and exit code 1."""
    try:
        app()
    except RashomonError as error:
        typer.echo(f"rashomon: {visible(str(error))}", err=True)
        sys.exit(1)
