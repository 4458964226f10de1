"""Everybody in a document: one entity for all names of one actor."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from rashomon.knowledge.actors import KnownActor, key, known_actors
from rashomon.knowledge.wordlists import person_words, words
from rashomon.model.reading import ActorKind
from rashomon.reading.learned.naming.vocabulary import is_plural, singular, small

_INITIALS = re.compile(r"[\s\-]+")


@dataclass(slots=True, eq=False)
class Entity:
    """An actor (or place) of a document.

    Attributes:
        names: as the text writes it, first the one that claims use.
        category: person, group, place, thing or unknown. `known`: its entry, if knowledge has it.
        roles: the offices it bears, in lower case. `nouns`: what it was called ("group", "town").
        gender: m, f or unknown. `plural`: several people.
        spans: where it is named or referred to.
    """

    names: list[str]
    category: str = "unknown"
    known: KnownActor | None = None
    roles: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)
    gender: str | None = None
    plural: bool = False
    spans: set[tuple[int, int]] = field(default_factory=set)

    @property
    def name(self) -> str:
        """The name that claims use."""
        return self.names[0]

    @property
    def is_state(self) -> bool:
        """Whether it is a state."""
        return self.known is not None and self.known.kind == "state" and self.known.id == self.known.country

    @property
    def is_armed(self) -> bool:
        """Whether it is known as an armed group, or a party that may be one."""
        return self.known is not None and self.known.kind in ("armed group", "party")

    @property
    def kind(self) -> ActorKind:
        """What it is, as far as knowledge or the text tells."""
        if self.known is not None:
            return self.known.kind
        if self.category in ("person", "group"):
            return self.category  # type: ignore[return-value]
        return "other"

    def called(self, noun: str) -> bool:
        """Whether a noun (in the singular and in lower case) is a word of one of its names."""
        return noun in {singular(word.lower()) for name in self.names for word in name.split()}

    def add_role(self, role: str) -> None:
        """Note an office: as written and by its last word ("foreign minister", "minister")."""
        parts = [p for p in role.lower().replace("-", " ").split() if p]
        if not parts:
            return
        self.roles |= {" ".join(parts), " ".join(parts[-2:]), parts[-1]}
        for part in role.split():
            for pool, gender in (("feminine", "f"), ("masculine", "m")):
                if part in person_words(pool) or part.capitalize() in person_words(pool):
                    self.gender = self.gender or gender


class Entities:
    """The entities of one document, found by any of their names."""

    def __init__(self) -> None:
        self._by_key: dict[str, Entity] = {}
        self._by_known: dict[str, Entity] = {}
        self._by_end: dict[str, list[Entity]] = {}
        self.all: list[Entity] = []

    def __iter__(self) -> Iterator[Entity]:
        return iter(self.all)

    def named(self, name: str) -> Entity | None:
        """The entity of exactly this name, letter case of several words and accents aside."""
        return self._by_key.get(key(name))

    def add(self, name: str, title: str = "", definite: bool = False) -> Entity:
        """The entity of a name, a new one if need be; a shorter name joins the fuller one it is taken from."""
        known = known_actors().named(name) or known_actors().body(name)
        found = self.named(name) or (self._by_known.get(known.id) if known is not None else None)
        found = found or self._fuller(name, definite or bool(title), known)
        if found is None:
            found = Entity([name], _category(name, title, known), known)
            found.plural = found.category != "person" and is_plural(name.split()[-1].lower()) and len(name.split()) < 3
            self.all.append(found)
            if known is not None:
                self._by_known[known.id] = found
            for word in {name.split()[0], name.split()[-1]}:
                self._by_end.setdefault(key(word), []).append(found)
        elif name not in found.names:
            found.names.append(name)
        self._by_key.setdefault(key(name), found)
        if title:
            found.add_role(title)
            found.category = "person" if found.known is None and found.category == "unknown" else found.category
        return found

    def alias(self, name: str, entity: Entity) -> None:
        """Another name of an entity."""
        self._by_key[key(name)] = entity
        if name not in entity.names:
            entity.names.append(name)

    def _fuller(self, name: str, definite: bool, known: KnownActor | None) -> Entity | None:
        """The entity whose fuller name begins or ends in this one."""
        parts = [key(p) for p in name.split()]
        best: Entity | None = None
        for entity in self._by_end.get(parts[0], []) + self._by_end.get(parts[-1], []):
            full = [key(p) for p in entity.name.split()]
            if len(full) <= len(parts):
                continue
            begins, ends = full[: len(parts)] == parts, full[-len(parts) :] == parts
            within = ends and not begins and full[-len(parts) - 1] in small()  # "Mothers of the Lion Brigade"
            if within or not (begins or ends):
                continue
            person = entity.category in ("person", "unknown") and len(full) <= 5
            if known is not None and known.kind != "person" and not (definite and entity.category == "group"):
                continue
            if person and (entity.category == "person" or not definite):
                best = best or entity
            elif definite and entity.category in ("group", "place", "thing", "unknown") and len(name) > 2:
                best = entity
        return best

    def join_initials(self) -> None:
        """One entity for a name and its initials ("Lowland Liberation Front", "LLF") where the text has both."""
        full = {initials(e.name): e for e in self.all if len(e.name.split()) > 1 and e.category != "person"}
        for entity in list(self.all):
            short = entity.name.replace(".", "")
            other = full.get(short) if len(short) > 1 and short.isupper() else None
            if other is not None and other is not entity and None in (entity.known, other.known):
                self.merge(other, entity)

    def merge(self, kept: Entity, gone: Entity) -> None:
        """Make one of two."""
        kept.names += [n for n in gone.names if n not in kept.names]
        kept.known = kept.known or gone.known
        kept.category = gone.category if kept.category == "unknown" else kept.category
        kept.roles |= gone.roles
        kept.spans |= gone.spans
        for names in (self._by_key, self._by_known):
            for name, entity in names.items():
                if entity is gone:
                    names[name] = kept
        self.all.remove(gone)


def initials(name: str) -> str:
    """The initials of a name in capitals, small words left out."""
    return "".join(p[0] for p in _INITIALS.split(name) if p and p.lower() not in small()).upper()


def _category(name: str, title: str, known: KnownActor | None) -> str:
    if known is not None:
        if known.kind == "person":
            return "person"
        return "place" if known.kind == "state" and known.id == known.country else "group"
    if title and not (set(title.split()) & words("body_descriptions")):
        return "person"
    parts = name.split()
    low = {p.lower() for p in parts}
    if known_actors().demonym(name) is not None:
        return "group"
    if (low & words("place_words") and not low & words("body_words")) or parts[0] in words("place_beginnings"):
        return "place"
    if low & (words("body_words") | words("media_words")) or (name.isupper() and len(name) > 1):
        return "group"
    return "unknown"
