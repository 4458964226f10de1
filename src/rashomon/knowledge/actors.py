"""Who is who in the world: states, armed groups, organisations, media and leaders that reporting names.

The entries stand in `data/en/actors/*.yaml`: `id`, `name`, `kind`, and optionally `country` (ISO 3166),
`parent` (id), `aliases`, `demonyms` (adjectives and nouns of belonging), `metonyms` (seats that stand
for a government).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from rashomon.errors import KnowledgeError
from rashomon.knowledge.base import ENGLISH, folder, load_yaml
from rashomon.model.reading import ActorKind

_FIELDS = {"id", "name", "kind", "country", "parent", "aliases", "demonyms", "metonyms"}
_LISTS = ("aliases", "demonyms", "metonyms")


@dataclass(frozen=True, slots=True)
class KnownActor:
    """An actor as the knowledge has it. `aliases` are all names but the first."""

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    parent: str | None = None
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()


class KnownActors:
    """Known actors by name, by demonym and by seat of government."""

    def __init__(self, entries: Iterator[KnownActor]) -> None:
        self._by_id: dict[str, KnownActor] = {}
        self._by_name: dict[str, KnownActor] = {}
        self._beginnings: set[str] = set()
        self._by_demonym: dict[str, KnownActor] = {}
        self._by_seat: dict[str, KnownActor] = {}
        self._longest = 1
        for entry in entries:
            if entry.id in self._by_id:
                raise KnowledgeError(f"actors: {entry.id}: two entries of this id")
            self._by_id[entry.id] = entry
            for name in (entry.name, *entry.aliases):
                self._by_name.setdefault(key(name), entry)
                self._beginnings.add(_beginning(name))
                self._longest = max(self._longest, len(name))
            for word in entry.demonyms:
                self._by_demonym.setdefault(key(word), entry)
            for word in entry.metonyms:
                self._by_seat.setdefault(key(word), entry)
        for entry in self._by_id.values():
            if entry.parent is not None and entry.parent not in self._by_id:
                raise KnowledgeError(f"actors: {entry.id}: unknown parent {entry.parent}")

    def __len__(self) -> int:
        return len(self._by_id)

    @property
    def longest(self) -> int:
        """Length of the longest name, in code points."""
        return self._longest

    def get(self, actor_id: str) -> KnownActor | None:
        """The actor of this id."""
        return self._by_id.get(actor_id)

    def named(self, name: str) -> KnownActor | None:
        """The actor of this name or alias."""
        return self._by_name.get(key(name))

    def begins(self, word: str) -> bool:
        """Whether some known name begins with this word: a quick no for most words."""
        return _beginning(word) in self._beginnings

    def demonym(self, word: str) -> KnownActor | None:
        """The state or people that an adjective or noun of belonging names: "Syrian", "Kurds"."""
        return self._by_demonym.get(key(word))

    def seat(self, place: str) -> KnownActor | None:
        """Whose government a capital stands for."""
        return self._by_seat.get(key(place))

    def state(self, country: str | None) -> KnownActor | None:
        """The state of an ISO code."""
        return self._by_id.get(country) if country else None


def key(name: str) -> str:
    """How names are compared: apostrophes alike; of several words, letter case aside; "al-" in any case.

    >>> key("Iraqi Security Forces") == key("Iraqi security forces")
    True
    >>> key("IS") == key("is")
    False
    """
    plain = " ".join(name.replace("’", "'").replace("‘", "'").replace("‑", "-").split())
    if " " in plain:
        return plain.casefold()
    head, dash, tail = plain.partition("-")
    return f"{head.lower()}-{tail}" if dash and len(head) <= 3 and not head.isupper() else plain


def _beginning(name: str) -> str:
    """The first letters of a name, up to its first space, hyphen or apostrophe."""
    return re.split(r"[\s\-‐‑'’‘ʼ`]", name.strip().casefold(), maxsplit=1)[0]


@cache
def known_actors(lang: str = ENGLISH) -> KnownActors:
    """The knowledge of actors, loaded once a process. Raises KnowledgeError if a file breaks its schema."""
    return KnownActors(_entries(lang))


def _entries(lang: str) -> Iterator[KnownActor]:
    for path in sorted((folder(lang) / "actors").glob("*.yaml")):
        rows = load_yaml(f"actors/{path.name}", lang)
        if not isinstance(rows, list):
            raise KnowledgeError(f"actors/{path.name}: expected a list of actors")
        for row in rows:
            yield _entry(path.name, row)


def _entry(file: str, row: Any) -> KnownActor:
    if not isinstance(row, dict) or not {"id", "name", "kind"} <= set(row):
        raise KnowledgeError(f"actors/{file}: {row!r}: needs id, name and kind")
    where = f"actors/{file}: {row['id']}"
    if unknown := sorted(set(row) - _FIELDS):
        raise KnowledgeError(f"{where}: unknown field {unknown[0]}")
    if row["kind"] not in get_args(ActorKind):
        raise KnowledgeError(f"{where}: unknown kind {row['kind']}")
    for name in _LISTS:
        if not all(isinstance(word, str) for word in row.get(name, ())):
            raise KnowledgeError(f"{where}: {name}: every entry must be text (quote it)")
    fields: dict[str, Any] = {k: tuple(v) if k in _LISTS else v for k, v in row.items()}
    return KnownActor(**fields)
