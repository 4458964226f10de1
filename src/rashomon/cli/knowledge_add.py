"""`rashomon knowledge add`: new entries for a folder of one's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rashomon.cli.output import OutputError, output
from rashomon.knowledge.layers import open_overlay, using
from rashomon.showing.safe import visible

if TYPE_CHECKING:
    from rashomon.knowledge.keeping.adding import Addition

adding = typer.Typer(
    help="Add an actor, an outlet, another name, a place or a verb to a folder of your own.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

Folder = Annotated[
    Path, typer.Option("--knowledge", metavar="DIR", help="Your folder of knowledge; made if it is not there.")
]
Name = Annotated[str, typer.Argument(metavar="NAME", help="The name, as text writes it.")]
Aliases = Annotated[
    list[str] | None, typer.Option("--alias", metavar="NAME", help="Another name for it; may be given several times.")
]
Country = Annotated[str | None, typer.Option("--country", metavar="CODE", help="ISO 3166 code of two letters.")]
OwnId = Annotated[str | None, typer.Option("--id", metavar="ID", help="Its id; by default country and name.")]


@adding.command()
def actor(
    name: Name,
    kind: Annotated[str, typer.Option("--kind", help="state, military, armed group, party, organisation, person, ...")],
    folder: Folder,
    country: Country = None,
    parent: Annotated[str | None, typer.Option("--parent", metavar="ID", help="The body it belongs to.")] = None,
    aliases: Aliases = None,
    demonyms: Annotated[
        list[str] | None, typer.Option("--demonym", metavar="WORD", help="An adjective or noun of belonging.")
    ] = None,
    since: Annotated[str | None, typer.Option("--since", metavar="DATE", help="When it began.")] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="DATE", help="When it ended.")] = None,
    own_id: OwnId = None,
) -> None:
    """Add an actor."""
    from rashomon.knowledge.keeping import entries

    fields = {
        "kind": kind, "country": country, "parent": parent, "aliases": aliases, "demonyms": demonyms,
        "since": since, "until": until,
    }  # fmt: skip
    _write(folder, lambda: entries.actor(folder, name, fields, own_id))


@adding.command()
def outlet(
    name: Name,
    folder: Folder,
    country: Country = None,
    owner: Annotated[str | None, typer.Option("--owner", help="Who owns it: an actor's id, or in words.")] = None,
    voice: Annotated[
        str | None, typer.Option("--voice", metavar="ID", help="The state or party for which it speaks.")
    ] = None,
    aliases: Aliases = None,
    own_id: OwnId = None,
) -> None:
    """Add a newspaper, an agency, a broadcaster."""
    from rashomon.knowledge.keeping import entries

    fields = {"kind": "media", "country": country, "owner": owner, "voice": voice, "aliases": aliases}
    _write(folder, lambda: entries.actor(folder, name, fields, own_id))


@adding.command()
def alias(
    actor: Annotated[str, typer.Argument(metavar="ACTOR", help="The actor's id, or a name that only it has.")],
    name: Name,
    folder: Folder,
) -> None:
    """Add another name for an actor that is known."""
    from rashomon.knowledge.keeping import entries

    _write(folder, lambda: entries.alias(folder, actor, name))


@adding.command()
def place(
    name: Name,
    country: Annotated[
        str, typer.Option("--country", metavar="CODE", help="ISO 3166 code of two letters; XX: across borders, at sea.")
    ],
    kind: Annotated[str, typer.Option("--kind", help="village, hill, crossing, dam, camp, front, ...")],
    lat: Annotated[float, typer.Option("--lat", metavar="DEGREES", help="Latitude, south is negative.")],
    lon: Annotated[float, typer.Option("--lon", metavar="DEGREES", help="Longitude, west is negative.")],
    folder: Folder,
    aliases: Aliases = None,
) -> None:
    """Add a place."""
    from rashomon.knowledge.keeping import entries

    _write(folder, lambda: entries.place(folder, name, country, kind, (lat, lon), aliases or ()))


@adding.command()
def verb(
    word: Annotated[str, typer.Argument(metavar="WORD", help="The verb's plain form: pummel.")],
    like: Annotated[str, typer.Option("--like", metavar="WORD", help="The known verb that means the same.")],
    folder: Folder,
    noun: Annotated[bool, typer.Option("--noun", help="Both are nouns (an onslaught), not verbs.")] = False,
) -> None:
    """Add a verb, or a noun, that means what a known one means."""
    from rashomon.knowledge.keeping import verbs

    _write(folder, lambda: verbs.verb(folder, word, like, "noun" if noun else "verb"))


def _write(folder: Path, make: Callable[[], Addition]) -> None:
    """Writes what is added to its file, and says so."""
    with using((open_overlay(folder),) if folder.exists() else ()):
        added = make()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{folder}: cannot be made: {error.strerror}") from None
    with output(added.path) as stream:
        stream.write(added.text)
    typer.echo(visible(f"{added.path}: added {added.entry}"))
    for note in added.notes:
        typer.echo(visible(f"warning: {note}"), err=True)
    typer.echo(visible(f"Read with it: rashomon read FILE --knowledge {folder}"))
