"""The index of actors that the other stages ask: who a phrase is, by name."""

from __future__ import annotations

from collections.abc import Container, Sequence

from spacy.tokens import Doc, Token

from rashomon.model import Actor, Document, Span
from rashomon.reading.actors.behind import doers, is_deed
from rashomon.reading.actors.entities import Entity
from rashomon.reading.actors.linking import Links
from rashomon.reading.actors.mentions import Mentions
from rashomon.reading.actors.passing import in_passing
from rashomon.reading.actors.resolving import Resolution
from rashomon.reading.actors.trail import Answer, together
from rashomon.reading.actors.words import words
from rashomon.reading.syntax import antecedent
from rashomon.reading.types import Category, Mention, Referent, Telling


class Actors:
    """Who is who in one document (see `reading.types.ActorIndex`)."""

    def __init__(self, mentions: Mentions, tellings: Sequence[Telling]) -> None:
        self._mentions = mentions
        self._resolution = Resolution(mentions, tellings)
        self._registry = self._resolution.registry

    def mention_at(self, token: Token) -> Mention | None:
        """The mention whose noun phrase this token heads (or lies in, for names), if any."""
        return self._mentions.mention_at(token)

    def category(self, token: Token) -> Category:
        """What the noun phrase headed by this token stands for."""
        token = antecedent(token)
        mention = self._mentions.mention_at(token)
        if mention is None:
            return "unknown"
        if mention.form == "name":
            return mention.category
        answer = self._resolution.answer(token)
        if answer is None:
            return mention.category
        found = self._registry[answer.entities[0]]
        bare = token.pos_ != "NOUN" or token.lower_ in words("former") | words("latter")
        if bare or mention.category in {"unknown", "thing"}:
            return "group" if found.is_state and mention.category != "place" else found.category
        return mention.category

    def referents(self, token: Token) -> list[Referent]:
        """Whom the noun phrase headed by this token stands for, coordinated heads each apart; [] where unresolved."""
        found: list[Referent] = []
        for member in together(antecedent(token)):
            for referent in self.single(member):
                if all(referent.entity != other.entity for other in found):
                    found.append(referent)
        return found

    def single(self, token: Token) -> list[Referent]:
        """The same without what is coordinated with it."""
        answer = self._resolution.answer(token)
        if answer is None:
            return []
        category = self.category(token)
        if category == "thing" and is_deed(token) and (behind := self._behind(token)):
            return behind
        return [self._referent(e, answer, category, token) for e in answer.entities]

    def _behind(self, token: Token) -> list[Referent]:
        """Whose deed a noun names, where the text says so."""
        found: list[Referent] = []
        for doer in doers(token, self.category):
            answer = self._resolution.answer(doer)
            for entity in answer.entities if answer else ():
                told = Answer((entity,), round(0.7 * answer.score, 2), f"whose {token.text} it is") if answer else None
                if told is not None:
                    found.append(self._referent(entity, told, self.category(doer), doer))
        return found

    def reciprocal(self, token: Token) -> list[tuple[Referent, Referent]]:
        """For "each", "the other", "each other": both ways in which the two do it to one another."""
        answer = self._resolution.answer(token)
        word = token.lower_
        each = word == "other" or any(w in words("each") for w in (word, *(c.lower_ for c in token.children)))
        if answer is None or len(answer.entities) != 2 or not each:
            return []
        first, second = (self._referent(e, answer, self._registry[e].category, token) for e in answer.entities)
        return [(first, second), (second, first)]

    def actors(self, claimed: Container[str] | None = None) -> list[Actor]:
        """Everybody the document speaks of, in the order of first mention, things and places left out.

        Where `claimed` (the names that claims use) is given, states lose the mentions that do not speak of an
        actor (`in_passing`), and stay with those alone only if a claim names them.
        """
        rest = self._resolution
        passing = in_passing(self._mentions, self._registry, rest.of_name, rest.answers) if claimed is not None else ()
        links = Links(self._mentions)
        found: dict[str, list[Entity]] = {}
        for entity in self._registry:
            if entity.spans and entity.name and (entity.category in {"person", "group"} or entity.is_state):
                found.setdefault(entity.name, []).append(entity)
        listed: list[tuple[int, Actor]] = []
        for name, entities in found.items():
            spans = sorted({span for e in entities for span in e.spans})
            acting = [s for s in spans if not any((e.id, *s) in passing for e in entities)]
            if not acting and claimed is not None and name not in claimed:
                continue
            known = next((k for e in entities if (k := links.known(e)) is not None), None)
            actor = Actor(
                name=name,
                kind=known.kind if known is not None else entities[0].kind,
                known_as=known.id if known is not None else None,
                mentions=tuple(Span(start=a, end=b) for a, b in acting or spans),
            )
            listed.append((spans[0][0], actor))
        return [actor for _, actor in sorted(listed, key=lambda item: (item[0], item[1].name))]

    def standing(self, entity: int) -> tuple[str | None, set[str]]:
        """The known actor an entity belongs to (its state or body), and the offices it holds."""
        found = self._registry[entity]
        return found.land, set(found.roles)

    def known_in(self, token: Token) -> str | None:
        """The id of the known actor whose name this token lies in."""
        name = self._mentions.name_at(token)
        return name.known.id if name is not None and name.known is not None else None

    def _referent(self, entity: int, answer: Answer, category: Category, token: Token) -> Referent:
        found = self._registry[entity]
        return Referent(
            name=found.name, entity=found.id, category=category, score=answer.score, why=answer.why,
            head=token.i, alternatives=answer.alternatives,
        )  # fmt: skip


def resolve(mentions: Mentions, tellings: Sequence[Telling]) -> Actors:
    """Coreference and names, once it is known who tells what."""
    return Actors(mentions, tellings)


def build_actors(doc: Doc, document: Document, tellings: Sequence[Telling] = ()) -> Actors:
    """Mentions and their resolution in one step."""
    return resolve(Mentions(doc, document), tellings)
