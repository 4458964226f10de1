"""`rashomon event`: one event, its tellers side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from rashomon.case.case import open_case
from rashomon.case.query.filters import Filters
from rashomon.cli.asking import CaseArgument, Format, FormatOption, OutOption, write
from rashomon.cli.events import found_events, known_origins
from rashomon.comparing.events import Event
from rashomon.comparing.events.tellings import Tellers
from rashomon.errors import QueryError
from rashomon.export.events import TellingRow, telling_rows
from rashomon.showing.events import show_event

_NEAR = 4
"""So many ids are named that begin as the one asked for."""


def event(
    case: CaseArgument,
    id: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="Its id, as `rashomon events` lists it, or the beginning of it.", show_default=False
        ),
    ],
    format: FormatOption = Format.table,
    out: OutOption = None,
) -> None:
    """Show an event: who tells it, and what each says of it, slot by slot, with the words.

    Tellers are columns; whether it happened, the agent, target, numbers, place, time, who holds the place after, and
    the wording are rows. A teller is whose words it is; under him stand the outlets that carry them. An empty cell
    means that he does not say.
    """
    with open_case(case) as opened:
        readings, found = found_events(opened, Filters())
    one = chosen(found, id)
    tellers = Tellers(readings)
    told, tellings = tellers.count(one, known_origins(readings)), tuple(tellers.tellings(one))
    write(telling_rows(tellings), TellingRow, format, case, out, lambda console: show_event(told, tellings, console))


def chosen(events: Sequence[Event], id: str) -> Event:
    """The event of this id, or whose id alone begins so. Raises QueryError if there is none, or several."""
    wanted = id if id.startswith("e-") else f"e-{id}"
    fitting = [one for one in events if one.id.startswith(wanted)]
    if not fitting:
        raise QueryError(
            f"event {id}: there is none; `rashomon events` lists them (an id changes when claims join its event)"
        )
    if len(fitting) > 1:
        raise QueryError(f"event {id}: {len(fitting):,} begin so: {', '.join(one.id for one in fitting[:_NEAR])}")
    return fitting[0]
