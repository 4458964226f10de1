"""Which known actor an actor of the text is: by its names and descriptions, ambiguous ones by the document."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.knowledge.actors import KnownActor
from rashomon.reading.actors.ambiguity import all_named, choose, countries_named
from rashomon.reading.actors.entities import Entity, initials
from rashomon.reading.actors.mentions import Mentions


class Links:
    """The links of one document's actors. Where nothing decides, there is none."""

    def __init__(self, mentions: Mentions) -> None:
        self._published = mentions.document.published
        self._countries = countries_named((n, mentions.sorts.of(n)) for n in mentions.names)

    def known(self, entity: Entity) -> KnownActor | None:
        """The known actor that an entity is, if that is plain."""
        if entity.known is None and (entity.category == "person" or entity.plural):
            names = [n for n in entity.names if " " in n]
            names = names or (entity.described if entity.category == "group" else [])  # "German troops"
        else:
            names = entity.names or entity.described
        candidates = _shared(all_named(n, self._published) for n in names)
        if entity.known is not None and not candidates:
            return entity.known  # known by a word of belonging
        chosen = choose(candidates, self._countries, self._published)
        if chosen is None and entity.known in candidates:
            chosen = entity.known  # settled when its name was read
        return None if chosen is None or _otherwise_spelled_out(entity, chosen) else chosen


def _shared(found: Iterable[list[KnownActor]]) -> list[KnownActor]:
    """Those that all names which are known have in common; where they have none, those of the first."""
    lists = [candidates for candidates in found if candidates]
    if not lists:
        return []
    common = [c for c in lists[0] if all(c in other for other in lists[1:])]
    return common or lists[0]


def _otherwise_spelled_out(entity: Entity, actor: KnownActor) -> bool:
    """Whether the text spells an acronym out as the name of somebody else ("Salt Diggers' Front (SDF)")."""
    if actor.kind == "person" or any(actor in all_named(n) for n in entity.names if not n.isupper()):
        return False
    own = {word for name in actor.names for word in _content(name)}
    full = [n for n in entity.names if len(n.split()) > 1 and initials(n) in entity.names]
    return bool(full) and not any(_content(n) & own for n in full)


def _content(name: str) -> set[str]:
    return {word for word in name.casefold().split() if len(word) > 3}
