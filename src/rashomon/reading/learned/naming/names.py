"""The names of everybody in one document, by the words that stand for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.knowledge.actors import KnownActor
from rashomon.model import Actor, Document, Span
from rashomon.model.reading import ActorKind
from rashomon.reading.learned.naming.context import Context
from rashomon.reading.learned.naming.entering import enter
from rashomon.reading.learned.naming.entities import Entity
from rashomon.reading.learned.naming.resolving import resolve
from rashomon.reading.learned.naming.vocabulary import capital
from rashomon.reading.learned.types import Draft, Stretch

_DEEP = 4
"""How often words may be followed from one to the next."""


@dataclass(frozen=True, slots=True)
class Named:
    """Whom words stand for: the name that claims use, its entry in the knowledge, and why (`rule`, raw `score`).

    `roles`: the offices that the text gives to it, in lower case.
    """

    name: str
    known: KnownActor | None
    kind: ActorKind
    score: float
    rule: str
    roles: frozenset[str] = frozenset()


class Names:
    """Everybody in one document, by the words that stand for them."""

    def __init__(self, draft: Draft, document: Document) -> None:
        self._context = Context(draft, document, resolve)
        enter(self._context)
        for stretch in sorted(set(self._context.roles) | set(self._context.sorts)):
            self._context.answer(stretch, _DEEP)

    def name_of(self, start: int, end: int, names: Stretch | None = None) -> Named | None:
        """Whom words stand for, several of them joined by "and"; None: nobody can be found for a pronoun."""
        found = self.all_of(start, end, names)
        if len(found) < 2:
            return found[0] if found else None
        first = found[0]
        return Named(" and ".join(f.name for f in found), None, first.kind, first.score, first.rule)

    def all_of(self, start: int, end: int, names: Stretch | None = None) -> tuple[Named, ...]:
        """Everybody for whom words stand: both of "the two sides". Empty: nobody can be found for a pronoun."""
        context = self._context
        stretch = context.whole((start, end))
        if names is not None and stretch not in context.links and stretch not in context.roles:
            context.link(stretch, names)
            context.answers.pop(stretch, None)
        answer = context.answer(stretch, _DEEP)
        if answer is None:
            return ()
        entities, score, rule = answer
        return tuple(Named(e.name, e.known, e.kind, score, rule, frozenset(e.roles)) for e in entities)

    def actors(self, claimed: Iterable[str]) -> tuple[Actor, ...]:
        """Everybody whom claims name, and every other person or body named, by first mention."""
        wanted = set(claimed)
        wanted |= {part for name in wanted for part in name.split(" and ")}
        found: dict[str, Entity] = {}
        for entity in self._context.entities:
            told = entity.name in wanted
            if told or (entity.spans and entity.category in ("person", "group") and capital(entity.name)):
                found.setdefault(entity.name, entity)
        ordered = sorted(found.values(), key=lambda e: min(e.spans, default=(len(self._context.text), 0)))
        return tuple(
            Actor(
                name=e.name, kind=e.kind, known_as=e.known.id if e.known else None,
                mentions=tuple(Span(start=start, end=end) for start, end in sorted(e.spans)),
            )
            for e in ordered
        )  # fmt: skip
