"""The filters of a case's claims as options, shared by the commands that ask a case."""

from __future__ import annotations

import re
from typing import Annotated, get_args

import typer

from rashomon.case.query.filters import Filters, Near
from rashomon.model import EventType, Factuality, Kind

_NEAR = re.compile(r"\s*(.+?)\s*,\s*(\d+(?:\.\d+)?)\s*(?:km)?\s*", re.IGNORECASE)
_POINT = re.compile(r"([+-]?\d+(?:\.\d+)?)\s*,\s*([+-]?\d+(?:\.\d+)?)")

ActorFilter = Annotated[str | None, typer.Option("--actor", metavar="NAME", help="Takes part, in any role.")]
AgentFilter = Annotated[str | None, typer.Option("--agent", metavar="NAME", help="Does it.")]
RecipientFilter = Annotated[str | None, typer.Option("--recipient", metavar="NAME", help="It is done to.")]
PairFilter = Annotated[
    tuple[str, str] | None, typer.Option("--pair", metavar="NAME NAME", help="Between these two, either way.")
]
PlaceFilter = Annotated[
    str | None, typer.Option("--place", metavar="NAME", help="Where; a country stands for all in it.")
]
NearFilter = Annotated[
    str | None,
    typer.Option("--near", metavar="PLACE,KM", help="Near a place or a point: Ostrel,50km or 34.5,38.2,50km."),
]
TellerFilter = Annotated[
    str | None, typer.Option("--teller", metavar="NAME", help="Whoever tells it: author, outlet, or a source.")
]
TypeFilter = Annotated[
    list[str] | None,
    typer.Option("--type", metavar="TYPE", help="PLOVER event type, like ASSAULT; several: any of them."),
]
KindFilter = Annotated[
    list[str] | None, typer.Option("--kind", metavar="KIND", help=f"{', '.join(get_args(Kind))}; several: any.")
]
FactualityFilter = Annotated[
    list[str] | None,
    typer.Option("--factuality", metavar="F", help=f"{', '.join(get_args(Factuality))}; several: any."),
]
SinceFilter = Annotated[str | None, typer.Option("--since", metavar="DATE", help="Not before this day, month or year.")]
UntilFilter = Annotated[str | None, typer.Option("--until", metavar="DATE", help="Not after this day, month or year.")]
TextFilter = Annotated[
    str | None, typer.Option("--text", metavar="WORDS", help='Words of the quote: all of them, "a phrase", begin*.')
]


def chosen(
    *,
    actor: str | None = None,
    agent: str | None = None,
    recipient: str | None = None,
    pair: tuple[str, str] | None = None,
    place: str | None = None,
    near: str | None = None,
    teller: str | None = None,
    type: list[str] | None = None,
    kind: list[str] | None = None,
    factuality: list[str] | None = None,
    since: str | None = None,
    until: str | None = None,
    text: str | None = None,
    min_confidence: float | None = None,
) -> Filters:
    """The filters that options ask for. Raises BadParameter or QueryError if one of them cannot be."""
    return Filters(
        actor=actor,
        agent=agent,
        recipient=recipient,
        pair=pair or None,
        place=place,
        near=_near(near) if near is not None else None,
        teller=teller,
        type=tuple(_known("--type", value, get_args(EventType)) for value in type or ()),
        kind=tuple(_known("--kind", value, get_args(Kind)) for value in kind or ()),
        factuality=tuple(_known("--factuality", value, get_args(Factuality)) for value in factuality or ()),
        since=since,
        until=until,
        text=text,
        min_confidence=min_confidence,
    )


def _near(text: str) -> Near:
    """`Ostrel,50km`, `34.5,38.2,50`."""
    found = _NEAR.fullmatch(text)
    if found is None:
        raise typer.BadParameter(f"{text!r}: give a place and kilometres, like Ostrel,50km", param_hint="--near")
    point = _POINT.fullmatch(found[1])
    return Near((float(point[1]), float(point[2])) if point else found[1], float(found[2]))


def _known(option: str, value: str, known: tuple[str, ...]) -> str:
    """A value in any letter case."""
    for one in known:
        if one.casefold() == value.strip().casefold():
            return one
    raise typer.BadParameter(f"{value!r} is none of {', '.join(known)}", param_hint=option)
