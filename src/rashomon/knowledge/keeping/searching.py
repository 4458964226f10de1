"""Finds what is known of a name: actors and places, under close spellings too, and where each is known from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from rashomon.knowledge.actors import KnownActor, Link, key, known_actors
from rashomon.knowledge.folding import fold, loosen
from rashomon.knowledge.keeping.files import files
from rashomon.knowledge.layers import layers
from rashomon.knowledge.places import PlaceEntry, load
from rashomon.knowledge.places.loading import added, supplement
from rashomon.knowledge.places.sources import city_names

_MOST = 5
_CLOSE = 0.8
_GEONAMES = "GeoNames"


@dataclass(frozen=True, slots=True)
class FoundActor:
    """An actor of a name.

    Attributes:
        found_as: the name it was found under. `how`: `name`, `alias`, `id`, `demonym`, `seat`, `organ`, `spelling`.
        files: the knowledge files that know it.
        formerly: earlier bodies with the links that lead to it.
    """

    actor: KnownActor
    found_as: str
    how: str
    files: tuple[str, ...]
    formerly: tuple[tuple[KnownActor, Link], ...] = ()


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place of a name; `files`: the knowledge file or the source that knows it; `exact`: it is spelt so."""

    place: PlaceEntry
    files: tuple[str, ...]
    exact: bool


@dataclass(frozen=True, slots=True)
class Found:
    """What is known of a name; `suggestions` only where nothing is."""

    actors: tuple[FoundActor, ...]
    places: tuple[FoundPlace, ...]
    suggestions: tuple[str, ...] = ()


def search(name: str) -> Found:
    """Everything known of a name, the likeliest first."""
    found = {actor.id: (actor, as_, how) for actor, as_, how in reversed(list(_actors(name)))}
    knowers = _knowers(set(found)) if found else {}
    actors = tuple(
        FoundActor(actor, as_, how, tuple(knowers.get(actor.id, ["bodies.yaml"])), tuple(_earlier(actor)))
        for actor, as_, how in reversed(found.values())
    )
    exact = load().lookup(name)
    places = tuple(FoundPlace(p, _place_files(p), bool(exact)) for p in exact or load().lookup_loosely(name))
    return Found(actors, places, () if actors or places else tuple(_suggestions(name)))


def alike(word: str, known: Iterable[str], most: int = 3) -> list[str]:
    """The known words that are spelt most like a word."""
    by_fold: dict[str, str] = {}
    for other in known:
        by_fold.setdefault(fold(other), other)
    return [by_fold[near] for near in get_close_matches(fold(word), list(by_fold), most, _CLOSE)]


def _actors(name: str) -> Iterator[tuple[KnownActor, str, str]]:
    """Actors with the name they were found under, and how."""
    actors = known_actors()
    if actor := actors.get(name):
        yield actor, name, "id"
    for actor in actors.all_named(name):
        yield actor, name, "name" if key(actor.name) == key(name) else "alias"
    for how, other in (("demonym", actors.demonym(name)), ("seat", actors.seat(name)), ("organ", actors.body(name))):
        if other is not None:
            yield other, name, how
    wanted, loose = fold(name), loosen(fold(name))
    spelt: list[tuple[KnownActor, str, str]] = []
    for actor in actors:
        for other_name in actor.names:
            folded = fold(other_name)
            if folded == wanted:
                yield actor, other_name, "spelling"
            elif len(loose) > 3 and loosen(folded) == loose:
                spelt.append((actor, other_name, "spelling"))
    yield from spelt


def _earlier(later: KnownActor) -> Iterator[tuple[KnownActor, Link]]:
    for actor in known_actors():
        yield from ((actor, link) for link in actor.links if link.to == later.id)


def _knowers(ids: set[str]) -> dict[str, list[str]]:
    """Id -> the files with an entry of it, ours first."""
    found: dict[str, list[str]] = {}
    overlays = tuple(overlay.path for overlay in layers())
    for folders, kinds in ((), ("actors",)), (overlays, ("actors", "outlets") if overlays else ()):
        for file, rows in (file for kind in kinds for file in files(kind, folders)):
            for row in rows or ():
                if row["id"] in ids and file not in found.setdefault(row["id"], []):
                    found[row["id"]].append(file)
    return found


def _place_files(place: PlaceEntry) -> tuple[str, ...]:
    """The file or source that knows a place."""
    source = place.id.partition(":")[0]
    if source in {"gn", "iso"}:
        return (_GEONAMES,)
    if source == "country":
        return ("countries.yaml",)
    overlays = tuple(overlay.path for overlay in layers()) if source == "user" else ()
    code, _, name = place.id.partition(":")[2].partition(":")
    return tuple(
        file
        for file, content in files("places", overlays)
        if any(row[0] == name for rows in ((content or {}).get(code) or {}).values() for row in rows)
    )


def _suggestions(name: str) -> Iterator[str]:
    """Names spelt most like one that nobody has."""
    ours = [other for actor in known_actors() for other in actor.names]
    places = [other for place in (*supplement(), *added(layers())) for other in place.names]
    yield from alike(name, [*ours, *places, *city_names()], _MOST)
