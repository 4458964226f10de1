"""The actors of one document: each with all its names, roles and mentions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from rashomon.knowledge.actors import KnownActor, known_actors
from rashomon.model.reading import ActorKind
from rashomon.reading.types import Category

_ARTICLE = re.compile(r"\b(?:al|el|an|as|ad|ar|at|ash|az|ez|es)[- ](?=\w)", re.IGNORECASE)


@dataclass(slots=True)
class Entity:
    """Somebody or something that a document speaks of.

    Attributes:
        names: proper names as written, without titles, each as often as it stands; `described`: descriptions.
        roles: offices in lower case ("prime minister", "minister"); `nouns`: head nouns it goes by.
        body: the body that a person speaks for or leads, as an entity's number.
        land: the state it belongs to, as an entity's id, if the text says so.
        spans: where it is mentioned, as offsets. `alone`: named other than before a noun.
        collective: it takes plural verbs ("the Taliban have").
    """

    id: int
    category: Category
    names: list[str] = field(default_factory=list)
    described: list[str] = field(default_factory=list)
    modifying: list[str] = field(default_factory=list)
    known: KnownActor | None = None
    roles: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)
    gender: str | None = None
    plural: bool = False
    land: str | None = None
    spans: list[tuple[int, int]] = field(default_factory=list)
    given: str | None = None
    body: int | None = None
    alone: bool = False
    collective: bool = False

    @property
    def name(self) -> str:
        """The name that claims use: a person's fullest, anybody else's shortest."""
        if self.given is not None:
            return self.given
        if self.names:
            often = Counter(self.names)
            if self.category == "person":
                return max(self.names, key=lambda n: (len(n.split()), often[n]))
            full = [n for n in self.names if "." not in n] or self.names if self.is_state else self.names
            return min(full, key=lambda n: (len(n), -often[n]))
        if self.known is not None and (self.modifying or not self.described):
            return self.known.name
        if self.described:
            return self.described[0]
        return self.modifying[0] if self.modifying else ""

    @property
    def kind(self) -> ActorKind:
        """What it is, as far as knowledge and the text tell."""
        if self.known is not None:
            return self.known.kind
        if self.category == "person":
            return "civilians" if self.plural else "person"
        return "group" if self.category == "group" else "other"

    @property
    def is_state(self) -> bool:
        """Whether it is a known state itself (not one of its ministries)."""
        return self.known is not None and self.known.id == self.known.country


class Registry:
    """All entities of a document, found again by name, description and role."""

    def __init__(self) -> None:
        self._entities: list[Entity] = []
        self._merged: dict[int, int] = {}
        self._by_key: dict[str, int] = {}

    def __iter__(self) -> Iterator[Entity]:
        return (e for e in self._entities if e.id not in self._merged)

    def __getitem__(self, index: int) -> Entity:
        while index in self._merged:
            index = self._merged[index]
        return self._entities[index]

    def find(self, key: str) -> Entity | None:
        """The entity of this key (`known:ID`, `name:TEXT`, `described:TEXT`), if there is one."""
        index = self._by_key.get(key)
        return None if index is None else self[index]

    def at(self, key: str, category: Category) -> Entity:
        """The entity of this key, made if need be."""
        found = self.find(key)
        if found is None:
            found = Entity(len(self._entities), category)
            self._entities.append(found)
            self._by_key[key] = found.id
        return found

    def alias(self, key: str, entity: Entity) -> None:
        """Let a key find an entity from now on."""
        self._by_key.setdefault(key, entity.id)

    def merge(self, keep: Entity, gone: Entity) -> Entity:
        """Make one of two."""
        keep, gone = self[keep.id], self[gone.id]
        if keep.id == gone.id:
            return keep
        if gone.id < keep.id and gone.known is None and keep.known is None:
            keep, gone = gone, keep
        self._merged[gone.id] = keep.id
        for name in ("names", "described", "modifying", "spans"):
            getattr(keep, name).extend(getattr(gone, name))
        keep.alone = keep.alone or gone.alone
        keep.roles |= gone.roles
        keep.nouns |= gone.nouns
        keep.known = keep.known or gone.known
        keep.gender = keep.gender or gone.gender
        keep.land = keep.land or gone.land
        keep.body = gone.body if keep.body is None else keep.body
        if keep.category in {"unknown", "thing"}:
            keep.category = gone.category
        return keep

    def known(self, actor_id: str) -> Entity:
        """The entity of a known actor, made if the text does not name it."""
        actor = known_actors().get(actor_id)
        assert actor is not None
        entity = self.at(f"known:{actor_id}", "person" if actor.kind == "person" else "group")
        entity.known = actor
        return entity


def without_article(name: str) -> str:
    """A name without the Arabic article."""
    return _ARTICLE.sub("", name)


def surname_key(name: str) -> str:
    """The last word of a person's name, without the Arabic article: "Al-Abadi" and "Abadi" alike."""
    plain = without_article(name.replace("’", "'"))
    return plain.split()[-1].casefold() if plain.split() else ""


def initials(name: str) -> str:
    """The capitals that an acronym of this name has: "Rapid Support Forces" gives RSF."""
    return "".join(w[0] for w in re.split(r"[\s\-]+", name) if w and w[0].isupper())
