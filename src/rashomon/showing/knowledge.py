"""What is known of a name, shown to people: actors with their offices and history, places with their whereabouts."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from rashomon.knowledge.actors import KnownActor, Link, Role, known_actors
from rashomon.knowledge.keeping.searching import Found, FoundActor, FoundPlace
from rashomon.showing.safe import visible

_MOST = 10
_HEAD, _ASIDE = "bold", "dim"
_HOW = {
    "alias": "also called so",
    "demonym": "whose adjective or people this is",
    "seat": "whose government this seat stands for",
    "organ": "an organ of its state",
    "spelling": "also spelt “{}”",
}
_BECAME = {"renamed": "renamed", "merged": "merged into", "split": "split off", "succeeded": "succeeded by"}
_WAS = {"renamed": "renamed from", "merged": "took in", "split": "split from", "succeeded": "successor of"}


def show_found(name: str, found: Found, console: Console) -> None:
    """Draws what is known of a name."""
    if not found.actors and not found.places:
        line = Text(f"“{visible(name)}” is not known.")
        if found.suggestions:
            near = ", ".join(f"“{visible(other)}”" for other in found.suggestions)
            line.append(f" Did you mean {near}?")
        console.print(line)
        return
    for title, entries in (("Actors", found.actors), ("Places", found.places)):
        if entries:
            console.print(Text(f"{title} ({len(entries)})", "bold underline"))
            for entry in entries[:_MOST]:
                _show(entry, console)
            if len(entries) > _MOST:
                console.print(Text(f"and {len(entries) - _MOST:,} more (--json lists all)", _ASIDE))


def _show(entry: FoundActor | FoundPlace, console: Console) -> None:
    actor = isinstance(entry, FoundActor)
    own_id = entry.actor.id if isinstance(entry, FoundActor) else entry.place.id
    name = entry.actor.name if isinstance(entry, FoundActor) else entry.place.name
    console.print(Text(visible(name), _HEAD).append(f"  {visible(own_id)}", _ASIDE))
    lines = _of_actor(entry) if isinstance(entry, FoundActor) else _of_place(entry)
    for line in lines:
        console.print(Padding(Text(visible(line)), (0, 0, 0, 4)))
    if actor or entry.files:
        console.print(Padding(Text(f"known from {visible(', '.join(entry.files))}", _ASIDE), (0, 0, 0, 4)))


def _of_actor(found: FoundActor) -> Iterator[str]:
    actor = found.actor
    sort = ", ".join(filter(None, [actor.kind, actor.country, _span(actor.since, actor.until)]))
    how = _HOW.get(found.how, "").format(found.found_as)
    yield f"{sort} ({how})" if how else sort
    if actor.aliases:
        yield f"also: {', '.join(actor.aliases)}"
    if actor.demonyms:
        yield f"adjectives and people: {', '.join(actor.demonyms)}"
    if actor.metonyms:
        yield f"seats: {', '.join(actor.metonyms)}"
    if actor.parent is not None:
        yield f"belongs to {_called(actor.parent)}"
    yield from (_role(role) for role in actor.roles)
    yield from (f"{_WAS[link.how]} {_named(earlier)}{_on(link)}" for earlier, link in found.formerly)
    yield from (f"{_BECAME[link.how]} {_called(link.to)}{_on(link)}" for link in actor.links)
    if actor.owner is not None:
        yield f"owned by {_called(actor.owner)}"
    if actor.voice is not None:
        yield f"speaks for {_called(actor.voice)}"


def _role(role: Role) -> str:
    return f"{role.role} of {_called(role.of)}, {_span(role.start, role.end) or 'dates not known'}"


def _span(start: str | None, end: str | None) -> str:
    """A stretch of time in words; nothing if it has no bound."""
    if start is not None and end is not None:
        return f"{start} to {end}"
    return f"since {start}" if start is not None else f"until {end}" if end is not None else ""


def _on(link: Link) -> str:
    return (
        f" on {link.date}"
        if link.date is not None and link.date.count("-") > 1
        else f" in {link.date}"
        if link.date
        else ""
    )


def _called(actor_id: str) -> str:
    """An actor's name and id; text that is no id as it is."""
    actor = known_actors().get(actor_id)
    return _named(actor) if actor is not None else actor_id


def _named(actor: KnownActor) -> str:
    return f"{actor.name} ({actor.id})"


def _of_place(found: FoundPlace) -> Iterator[str]:
    place = found.place
    inside = [place.kind, place.admin2, place.admin1, place.country]
    people = [f"{place.population:,} people"] if place.population else []
    spelling = "" if found.exact else " (spelt otherwise)"
    yield ", ".join(filter(None, [*inside, *people])) + spelling
    if place.lat is not None and place.lon is not None:
        yield f"{place.lat:.4f}, {place.lon:.4f}, reaching {place.radius_km:g} km"
    else:
        yield f"whereabouts not known, reaching {place.radius_km:g} km"
