"""Actors and places of a case by number. What is kept of them does not hang on the order in which they were met."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import Any

from rashomon.case.identity import actor_key, place_key
from rashomon.knowledge.folding import fold
from rashomon.model import Actor, Place

_OF_A_PLACE = ("kind", "known_as", "country", "admin1", "latitude", "longitude", "radius_km")
_MOST = 50_000  # names remembered
_ABBREVIATION = 6  # letters of which a name in capitals may be one


class Numbers:
    """Finds and makes the numbers of actors and places, inside the caller's transaction. Remembers what it has met."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self._met: dict[tuple[object, ...], int] = {}

    def forget(self) -> None:
        """To be called after a rollback: what was remembered may not be there."""
        self._met.clear()

    def actor(self, name: str, known: Actor | None) -> int:
        """The number of an actor whom a document names so."""
        key, kind = actor_key(name, known), known.kind if known else "other"
        met = ("actor", key, name, kind)
        if met not in self._met:
            given = {"name": name, "kind": kind, "known_as": known.known_as if known else None}
            self._keep(met, self._number("actor", key, given))
            self._named("actor", self._met[met], name)
        return self._met[met]

    def place(self, name: str, known: Place | None) -> int:
        """The number of a place that a document names so."""
        key = place_key(name, known)
        met = ("place", key, name, known and (known.lat, known.lon, known.kind))
        if met not in self._met:
            given: dict[str, Any] = {"name": name, **dict.fromkeys(_OF_A_PLACE)}
            if known:
                given |= {
                    field: getattr(known, field) for field in _OF_A_PLACE if field not in ("latitude", "longitude")
                }
                given |= {"latitude": known.lat, "longitude": known.lon}
            self._keep(met, self._number("place", key, given))
            self._named("place", self._met[met], name)
        return self._met[met]

    def _keep(self, met: tuple[object, ...], number: int) -> None:
        if len(self._met) >= _MOST:
            self._met.clear()
        self._met[met] = number

    def _number(self, what: str, key: str, given: Mapping[str, Any]) -> int:
        row = self._db.execute(f"SELECT * FROM {what}s WHERE key = ?", (key,)).fetchone()
        if row is None:
            names = ", ".join(("key", *given))
            marks = ", ".join("?" * (len(given) + 1))
            cursor = self._db.execute(f"INSERT INTO {what}s ({names}) VALUES ({marks})", (key, *given.values()))
            assert cursor.lastrowid is not None
            return cursor.lastrowid
        number: int = row[f"{what}no"]
        best = {field: min(row[field], value, key=_RANKS.get(field, _least)) for field, value in given.items()}
        if any(best[field] != row[field] for field in best):
            changes = ", ".join(f"{field} = ?" for field in best)
            self._db.execute(f"UPDATE {what}s SET {changes} WHERE {what}no = ?", (*best.values(), number))
        return number

    def _named(self, what: str, number: int, name: str) -> None:
        self._db.execute(
            f"INSERT INTO {what}_names VALUES (?, ?, ?) ON CONFLICT (folded, {what}no) "
            "DO UPDATE SET name = excluded.name WHERE excluded.name < name",
            (fold(name), number, name),
        )


def _least(value: Any) -> tuple[bool, Any]:
    """Anything before nothing, else the least."""
    return value is None, 0 if value is None else value


def _best_name(name: str) -> tuple[bool, str]:
    """Names in ordinary letters before shouted ones."""
    return name.isupper() and len(name) > _ABBREVIATION, name


def _best_kind(kind: str | None) -> tuple[bool, str]:
    """A kind that is known before one that is not."""
    return kind in (None, "other"), kind or ""


_RANKS = {"name": _best_name, "kind": _best_kind}
