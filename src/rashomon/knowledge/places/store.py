"""Places by name, from the compiled gazetteer and from overlays in memory."""

from __future__ import annotations

import marshal
import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from rashomon.knowledge.folding import fold, loosen
from rashomon.knowledge.places.compile import hashed
from rashomon.knowledge.places.types import Named, PlaceEntry

_NAMED = "SELECT alone, own, places FROM names WHERE hash = ?"
_NONE: tuple[bool, int, tuple[PlaceEntry, ...]] = (False, 0, ())


class Gazetteer:
    """Places by name. Spellings meet under folded keys: "Sukhna" finds "As Sukhnah"."""

    def __init__(self, path: Path, not_places: Iterable[str] = (), extra: Iterable[Named] = ()) -> None:
        self.path = path
        self._db = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        self._db.execute("PRAGMA mmap_size = 268435456")
        self._not_places = frozenset(not_places)
        self._extra: dict[str, list[PlaceEntry]] = defaultdict(list)
        for place in extra:
            for key in dict.fromkeys(map(fold, place.names)):
                self._extra[key].append(place.entry)
        self._loose_extra: dict[str, list[str]] = defaultdict(list)
        for key in self._extra:
            self._loose_extra[loosen(key)].append(key)
        self._find = lru_cache(maxsize=4096)(self._find_key)

    def lookup(self, name: str) -> tuple[PlaceEntry, ...]:
        """All places of that name: an overlay's, our own and countries first, then the likeliest first."""
        key = fold(name)
        found = self._find(key)[2]
        return (*self._extra[key], *found) if key in self._extra else found

    def lookup_loosely(self, name: str) -> tuple[PlaceEntry, ...]:
        """The same for a name spelt another way ("Kobane" for "Kobani", "Deir Ezzor"), if it has no entry as it is."""
        if found := self.lookup(name):
            return found
        row = self._db.execute("SELECT keys FROM spellings WHERE loose = ?", (loose := loosen(fold(name)),)).fetchone()
        keys = [*self._loose_extra.get(loose, ()), *(row[0].split("\n") if row else ())]
        places = {entry.id: entry for key in keys for entry in self.lookup(key)}
        return tuple(sorted(places.values(), key=lambda p: (p.id.startswith("gn:"), -p.population, p.id)))

    def is_place(self, name: str) -> bool:
        """Whether a name by itself, without context, is most likely a place.

        Conservative: ordinary words and common names of persons are not, nor are lesser towns.
        """
        if not name[:1].isupper():
            return False
        key = fold(name)
        return key not in self._not_places and (key in self._extra or self._find(key)[0])

    def is_country(self, name: str) -> bool:
        """Whether a name is a state's or a de facto territory's."""
        _, own, places = self._find(fold(name))
        return any(place.kind == "country" for place in places[:own])

    def country(self, name: str) -> str | None:
        """The country (ISO code) of the likeliest place of that name, or of the country itself."""
        entries = self.lookup(name)
        return entries[0].country or None if entries else None

    def __len__(self) -> int:
        count: int = self._db.execute("SELECT count(*) FROM places").fetchone()[0]
        return count

    def _find_key(self, key: str) -> tuple[bool, int, tuple[PlaceEntry, ...]]:
        """Whether a name stands alone, how many of its places are our own, and the places."""
        row = self._db.execute(_NAMED, (hashed(key),)).fetchone()
        if row is None:
            return _NONE
        return bool(row[0]), row[1], tuple(map(PlaceEntry._make, marshal.loads(row[2])))
