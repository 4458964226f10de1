"""Which known actor an actor of the text is: by its names and descriptions, ambiguous ones by the document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from rashomon.knowledge.actors import KnownActor, known_actors
from rashomon.knowledge.places import load as gazetteer
from rashomon.reading.actors.entities import Entity, initials
from rashomon.reading.actors.mentions import Mentions

_CLEARLY = 3
"""More than so many times as often as the next country a document must name one, to decide between two actors."""


class Links:
    """The links of one document's actors. Where nothing decides, there is none."""

    def __init__(self, mentions: Mentions) -> None:
        self._published = mentions.document.published
        self._countries = countries_named(mentions)

    def known(self, entity: Entity) -> KnownActor | None:
        """The known actor that an entity is, if that is plain."""
        if entity.known is None and (entity.category == "person" or entity.plural):
            candidates = _shared(all_named(n) for n in entity.names if " " in n)
        elif entity.names:
            candidates = _shared(all_named(n) for n in entity.names)
        else:
            candidates = _shared(all_named(n) for n in entity.described)
        if entity.known is not None and not candidates:
            return entity.known  # known by a word of belonging
        candidates = [c for c in candidates if not self._unborn(c)] or candidates
        chosen = candidates[0] if len(candidates) == 1 else self._nearest(candidates)
        return None if chosen is None or _otherwise_spelled_out(entity, chosen) else chosen

    def _nearest(self, candidates: list[KnownActor]) -> KnownActor | None:
        """The candidate of the country that the document is about."""
        weighed = sorted(
            ((self._countries[c.country], -i) for i, c in enumerate(candidates) if c.country), reverse=True
        )
        if not weighed or not weighed[0][0]:
            return None
        clear = len(weighed) == 1 or weighed[0][0] > _CLEARLY * weighed[1][0]
        return candidates[-weighed[0][1]] if clear else None

    def _unborn(self, actor: KnownActor) -> bool:
        """Whether an actor came to be only after the document was published."""
        return self._published is not None and actor.since is not None and self._published[:4] < actor.since[:4]


def all_named(name: str) -> list[KnownActor]:
    """Every known actor of this name, each once; else the organ of a state that it names ("Nigerian police")."""
    found = list(dict.fromkeys(known_actors().all_named(name)))
    organ = known_actors().body(name) if not found else None
    return found if organ is None else [organ]


def countries_named(mentions: Mentions) -> Counter[str | None]:
    """How often a document names each country: by its states, bodies and places, ambiguous names left out."""
    found: Counter[str | None] = Counter()
    for name in mentions.names:
        if mentions.sorts.of(name) == "place" and (country := gazetteer().country(name.text)):
            found[country] += 1
        elif name.known is not None and (name.demonym or len(all_named(name.text)) == 1) and name.known.country:
            found[name.known.country] += 1
    return found


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
