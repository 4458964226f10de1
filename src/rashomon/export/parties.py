"""Who the actors of a claim are, as far as knowledge or their names tell: their sides and countries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from rashomon.case.identity import actor_key
from rashomon.comparing.names import organ_of
from rashomon.comparing.words import head
from rashomon.export.countries import country, table
from rashomon.knowledge.actors import KnownActor, known_actors
from rashomon.knowledge.classes import in_class
from rashomon.model import Actor, Place, Reading

Side = Literal[
    "state", "rebels", "armed", "party", "organisation", "media", "civilians", "protesters", "rioters", "unknown"
]
"""`armed`: of an armed body, but whose is not known."""
_PARENTS = 5


@dataclass(frozen=True, slots=True)
class Party:
    """An actor of a document.

    Attributes:
        name: as the document's claims call it. `key`: equal for one and the same actor (see `case.identity`).
        kind: the reader's kind of it. `known_as`: its entry in the knowledge of actors.
        side: what it is. `country`: ISO 3166 alpha-2 code of its country, "" if that is not known.
    """

    name: str
    key: str
    kind: str
    known_as: str | None
    side: Side
    country: str


class Parties:
    """The actors of one reading by the names that its claims use, and its places."""

    def __init__(self, reading: Reading) -> None:
        self._actors = {actor.name: actor for actor in reading.actors}
        self._places = {place.name: place for place in reading.places}

    def party(self, name: str) -> Party:
        """The actor of this name."""
        actor = self._actors.get(name)
        known = _entry(actor)
        return Party(
            name=name,
            key=actor_key(name, actor),
            kind=actor.kind if actor else "other",
            known_as=actor.known_as if actor else None,
            side=side_of(name, actor, known),
            country=(known.country if known else None) or _state_of(name),
        )

    def parties(self, names: Iterable[str]) -> list[Party]:
        """The actors of these names, in their order."""
        return [self.party(name) for name in names]

    def place(self, name: str) -> Place | None:
        """The place of this name, as the reading has it."""
        return self._places.get(name)


def side_of(name: str, actor: Actor | None, known: KnownActor | None) -> Side:
    """What an actor is: by its entry, a person's by whom he serves; else by the noun that names it."""
    kinds: dict[str, Side] = table("sides")["kinds"]
    if known is not None and (side := _known_side(known, kinds)):
        return side
    if actor is not None and actor.kind != "civilians" and actor.kind in kinds:
        return kinds[actor.kind]
    if organ_of(name) is not None:
        return "state"
    side = _side_of_noun(head(name) or "")
    owner, possessive, _ = name.replace("’", "'").rpartition("'s ")
    if side == "armed" and possessive and (whose := side_of(owner, None, None)) in ("state", "party"):
        return whose
    return side


@cache
def _side_of_noun(noun: str) -> Side:
    for rule in table("sides")["nouns"]:
        if noun in rule.get("words", ()) or any(in_class(noun, sort) for sort in rule.get("classes", ())):
            side: Side = rule["side"]
            return side
    return "unknown"


def _known_side(known: KnownActor, kinds: dict[str, Side]) -> Side | None:
    seen: KnownActor | None = known
    for _ in range(_PARENTS):
        if seen is None or seen.kind in kinds:
            break
        above = seen.parent or next((role.of for role in seen.roles), None)
        seen = known_actors().get(above) if above else None
    return kinds.get(seen.kind) if seen else None


def _state_of(name: str) -> str:
    """The country whose organ a name means ("Kadrian warplanes"), "" if it says none that there is."""
    organ = organ_of(name)
    return organ[1] if organ and country(organ[1]).iso3 else ""


def _entry(actor: Actor | None) -> KnownActor | None:
    return known_actors().get(actor.known_as) if actor and actor.known_as else None
