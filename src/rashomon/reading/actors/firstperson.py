"""I and we: the speaker of a quotation, the author of a text, or the body that publishes it."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from rashomon.knowledge.actors import KnownActor, known_actors
from rashomon.model import Document
from rashomon.reading.actors.entities import Entity, Registry
from rashomon.reading.actors.trail import Answer, Trail
from rashomon.reading.actors.words import person_words
from rashomon.reading.institution import author_name, institution, outlet_voice
from rashomon.reading.types import Telling

Source = Callable[[Telling], tuple[int, ...]]
"""Gives the entities that are the source of a telling."""


class FirstPerson:
    """Whom first persons stand for in one document."""

    def __init__(self, document: Document, registry: Registry, trail: Trail, source: Source) -> None:
        self.registry = registry
        self.trail = trail
        self._source = source
        self._document = document
        self._author = author_name(document)
        self._institution = institution(document)

    def answer(self, token: Token, kind: str) -> Answer | None:
        """I and we: the speaker of the quotation, else the author or his institution."""
        quotes = [t for t in self.trail.tellings if t.holds(token.i) and t.quoted and t.source is not None]
        quotes.sort(key=lambda t: (t.size, t.cue))
        for telling in quotes:
            speaker = self._source(telling)
            if not speaker:
                continue
            if kind == "i":
                return Answer(speaker, 0.9, "first person: the one quoted")
            return self._we(speaker)
        if kind == "i":
            if self._author is not None:
                entity = self._person(self._author)
                return Answer((entity.id,), 0.8, "first person: the author")
            speaker = self._announced(token)
            if speaker:
                return Answer(speaker, 0.7, "first person: the one who speaks")
        return self._own(kind)

    def _we(self, speaker: tuple[int, ...]) -> Answer:
        """For whom one who is quoted says "we": his state if he holds an office of it, else himself."""
        entity = self.registry[speaker[0]]
        own = self._institution
        official = bool(entity.roles & person_words("voices"))
        land = known_actors().get(entity.land) if entity.land is not None else None
        if land is None and entity.known is not None:
            land = self._behind(entity.known, official)
            official = official or land is not None
        if entity.body is not None and entity.roles & person_words("body_voices"):
            body = self.registry[entity.body]
            if body.category == "group" and (not body.is_state or land is None):
                return Answer((body.id,), 0.65, "first person: for whom the speaker stands")
        if land is not None and official:
            state = known_actors().state(land.country) if land.kind in {"state", "military"} else None
            return Answer(
                (self.registry.known((state or land).id).id,), 0.7, "first person: for whom the speaker stands"
            )
        if official and own is not None and entity.category == "person":
            return self._own("we") or Answer(speaker, 0.5, "first person: the one quoted")
        return Answer(speaker, 0.6, "first person: the one quoted")

    def _behind(self, known: KnownActor, official: bool) -> KnownActor | None:
        """The state or body for which a known actor says "we"; None if it is himself."""
        actors = known_actors()
        if known.kind == "person" and known.roles:
            bodies = [actors.get(role.of) for role in known.held(self._document.published)]
            return next((body for body in reversed(bodies) if body is not None), None)
        speaks = official if known.kind == "person" else known.kind in {"state", "military"}
        return actors.state(known.country) if speaks else None

    def _own(self, kind: str) -> Answer | None:
        own = self._institution
        if own is None and kind == "we" and (voice := outlet_voice(self._document)) is not None:
            return Answer((self.registry.known(voice.id).id,), 0.5, "first person: for whom the outlet speaks")
        if own is None:
            if self._author is not None:
                return Answer((self._person(self._author).id,), 0.5, "first person: the author")
            return None
        if own.actor is not None:
            entity = self.registry.known(own.actor.id)
            if own.name not in entity.names and own.name != own.actor.name:
                entity.names.append(own.name)
        else:
            entity = self.registry.at(f"name:{own.name}", "group")
            if not entity.names:
                entity.names.append(own.name)
        return Answer((entity.id,), 0.75 if kind == "we" else 0.4, "first person: the publishing institution")

    def _announced(self, token: Token) -> tuple[int, ...]:
        """Who is said to speak in what follows: the last source of a telling that ends in a colon."""
        for telling in sorted(self.trail.tellings, key=lambda t: t.cue, reverse=True):
            if telling.cue[1] <= token.i and telling.source is not None and telling.holds(token.i):
                return self._source(telling)
        return ()

    def _person(self, name: str) -> Entity:
        for entity in self.registry:
            if entity.category == "person" and name in entity.names:
                return entity
        entity = self.registry.at(f"person:{name}", "person")
        if not entity.names:
            entity.names.append(name)
        return entity
