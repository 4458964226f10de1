"""Whom and where a name in a filter means: numbers of actors and places of the case."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from rashomon.errors import QueryError
from rashomon.knowledge.actors import known_actors
from rashomon.knowledge.folding import fold

_THE = "the "
_MOST = 5
_CLOSE = 0.7
_COMPARED = 20_000  # names; more are not compared with a misspelt one


@dataclass(frozen=True, slots=True)
class Tellers:
    """Who tells under a name: actors by number, documents by the outlets and authors that they give."""

    actors: tuple[int, ...]
    sources: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()


def actors_named(db: sqlite3.Connection, name: str, what: str) -> tuple[int, ...]:
    """The actors that a name, an alias or a key means. Raises QueryError if there are none, with near misses."""
    found = _actors(db, name)
    if not found:
        raise unknown(db, name, what, (row[0] for row in db.execute("SELECT name FROM actor_names")))
    return found


def tellers_named(db: sqlite3.Connection, name: str) -> Tellers:
    """The tellers that a name means. Raises QueryError if there are none, with near misses."""
    wanted = spellings(name)
    sources, authors = (
        tuple(value for value in _given(db, column) if fold(value) in wanted) for column in ("source", "author")
    )
    found = Tellers(_actors(db, name), sources, authors)
    if not (found.actors or sources or authors):
        names = [row[0] for row in db.execute("SELECT name FROM actor_names")]
        raise unknown(db, name, "teller", [*_given(db, "source"), *_given(db, "author"), *names])
    return found


def spellings(name: str) -> tuple[str, ...]:
    """The folded keys of a name, with and without "the"."""
    folded = fold(name)
    bare = folded.removeprefix(_THE)
    return (folded, bare if bare != folded else _THE + folded)


def unknown(db: sqlite3.Connection, name: str, what: str, names: Iterable[str]) -> QueryError:
    """What to say of a name that nothing in the case has."""
    by_fold = {fold(other): other for other, _ in zip(names, range(_COMPARED), strict=False)}
    wanted = fold(name)
    within = sorted((key for key in by_fold if wanted in key or f" {key} " in f" {wanted} "), key=len)
    close = get_close_matches(wanted, list(by_fold), _MOST, _CLOSE)
    near = [by_fold[key] for key in dict.fromkeys([*close, *within])][:_MOST]
    hint = f"; did you mean {', '.join(f'“{other}”' for other in near)}?" if near else ""
    return QueryError(f"{what} “{name}”: nothing in this case has that name{hint}")


def _actors(db: sqlite3.Connection, name: str) -> tuple[int, ...]:
    found: set[int] = set()
    for folded in spellings(name):
        found |= {row[0] for row in db.execute("SELECT actorno FROM actor_names WHERE folded = ?", (folded,))}
    for key in (name, *_known_ids(name)):
        found |= {row[0] for row in db.execute("SELECT actorno FROM actors WHERE key = ?", (key,))}
    return tuple(sorted(found))


def _known_ids(name: str) -> set[str]:
    """Ids of the entries that bear this name, in its own case or as an abbreviation or a name is written."""
    actors = known_actors()
    found = {actor.id for spelt in {name, name.upper(), name.title()} for actor in actors.all_named(spelt)}
    if body := actors.body(name):
        found.add(body.id)
    return found


def _given(db: sqlite3.Connection, column: str) -> list[str]:
    """Every outlet or author that documents give."""
    return [row[0] for row in db.execute(f"SELECT DISTINCT {column} FROM documents WHERE {column} IS NOT NULL")]
