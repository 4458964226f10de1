"""Compiles the gazetteer: sources and our supplement into one SQLite file.

`places` has a row a place. `names` has a row a name (folded): whether it stands alone, how many of its places
are our own, and the places themselves, the likeliest first, packed by `marshal`, so that one search of the
table answers a look-up. It is searched by a hash of the name, which is the row's number: the fastest that
SQLite has. `spellings` leads from a loosened key to the names that it may be.
"""

from __future__ import annotations

import marshal
import math
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from rashomon.knowledge.folding import fold, loosen
from rashomon.knowledge.places.types import Named, PlaceEntry

FORMAT = 3
"""Raised whenever the tables change."""

_SCHEMA = f"""
CREATE TABLE places ({", ".join(PlaceEntry._fields)});
CREATE TABLE names (hash INTEGER PRIMARY KEY, key TEXT, alone INTEGER, own INTEGER, places BLOB);
CREATE TABLE spellings (loose TEXT PRIMARY KEY, keys TEXT) WITHOUT ROWID;
"""
_FEWER_OF_DIVISIONS = {0: 1.0, 1: 0.3, 2: 0.15}
_MOST_SPELLINGS = 20


@dataclass(frozen=True, slots=True)
class Judging:
    """When a name says by itself, without context, that a place is meant.

    Attributes:
        not_places: folded names that usually mean something else.
        quiet: countries whose lesser towns are seldom meant when their name stands alone.
        least_people: of a town in a quiet country; `least_of_alias`: under one of its other names elsewhere.
        least_city: below this no town is meant by its name alone. `least_letters`: of a name.
    """

    not_places: frozenset[str]
    quiet: frozenset[str]
    least_people: int = 150_000
    least_of_alias: int = 50_000
    least_city: int = 15_000
    least_letters: int = 4

    def alone(self, entry: PlaceEntry, key: str, main: bool, ours: bool) -> bool:
        """Whether this name of a place (its main name or another one), folded to `key`, needs no context."""
        if key in self.not_places or ours:
            return key not in self.not_places
        quiet = entry.country in self.quiet
        if len(key) < self.least_letters or entry.level == 2 or (entry.level == 1 and quiet and not main):
            return False
        if entry.level == 1:
            return entry.population >= self.least_people
        least = self.least_people if quiet else 0 if main else self.least_of_alias
        return entry.population >= max(least, self.least_city)


def weight(entry: PlaceEntry, main: bool) -> float:
    """How likely, of all places of one name, this one is meant where nothing else is known: the logarithm
    of its people, a division of its own counting less than its town; a lesser-known name a tenth."""
    people = entry.population * _FEWER_OF_DIVISIONS.get(entry.level, 1.0)
    return math.log10(people + 10) + (1.0 if main else 0.0)


def write(path: Path, named: Iterable[Named], judging: Judging) -> None:
    """Writes the compiled gazetteer. `path` must not exist."""
    db = sqlite3.connect(path)
    try:
        db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _SCHEMA)
        places: list[PlaceEntry] = []
        keys, alone = _keys(_counted(named, places), judging)
        marks = ", ".join("?" * len(PlaceEntry._fields))
        db.executemany(f"INSERT INTO places VALUES ({marks})", places)
        db.executemany("INSERT INTO names VALUES (?, ?, ?, ?, ?)", _rows(keys, alone, places))
        spellings: dict[str, list[str]] = defaultdict(list)
        for key in sorted(keys):
            spellings[loosen(key)].append(key)
        db.executemany(
            "INSERT INTO spellings VALUES (?, ?)",
            ((loose, "\n".join(found[:_MOST_SPELLINGS])) for loose, found in sorted(spellings.items())),
        )
        db.commit()
        db.execute("ANALYZE")
        db.commit()
    finally:
        db.close()


_Ranked = dict[str, list[tuple[bool, float, int]]]


def _counted(named: Iterable[Named], places: list[PlaceEntry]) -> Iterator[tuple[int, Named]]:
    """The places with their numbers, each put into the list."""
    for number, place in enumerate(named):
        places.append(place.entry)
        yield number, place


def _keys(named: Iterable[tuple[int, Named]], judging: Judging) -> tuple[_Ranked, set[str]]:
    """The keys of all names with (not ours, minus weight, number) of their places, and those that stand alone."""
    keys: _Ranked = defaultdict(list)
    alone: set[str] = set()
    for number, place in named:
        seen: set[str] = set()
        for n, name in enumerate(place.names):
            key = fold(name)
            if not key or key in seen:
                continue
            seen.add(key)
            ours = n < place.ours
            keys[key].append((not ours, -weight(place.entry, n == 0), number))
            if judging.alone(place.entry, key, n == 0, ours):
                alone.add(key)
    return keys, alone


def hashed(key: str) -> int:
    """The number under which a name stands: 56 bits, so that no two of a million names share one."""
    return int.from_bytes(blake2b(key.encode(), digest_size=7).digest(), "big")


def _rows(keys: _Ranked, alone: set[str], places: Sequence[PlaceEntry]) -> Iterator[tuple[int, str, int, int, bytes]]:
    for number, key in sorted((hashed(key), key) for key in keys):
        ranked = sorted(set(keys[key]))
        own = sum(not elsewhere for elsewhere, _, _ in ranked)
        packed = marshal.dumps([tuple(places[place]) for _, _, place in ranked], 4)
        yield number, key, int(key in alone), own, packed
