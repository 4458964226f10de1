"""Who was mentioned where, and whom a pronoun or bare description takes up."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Collection
from dataclasses import dataclass

from rashomon.reading.learned.naming.entities import Entity
from rashomon.reading.learned.types import Stretch

_REACH = 4
"""Sentences back in which somebody is looked for."""
_NEAR = 14
_AND = re.compile(r",?\s+and\s+(?:(?:the|its|his|their|a)\s+)?")
_SUBJECT = {"agent", "teller"}


@dataclass(frozen=True, slots=True)
class Record:
    """One mention of an entity. `weight`: how prominent it is in its sentence."""

    start: int
    end: int
    entity: Entity
    sentence: int
    weight: float


class Trail:
    """The mentions of a document in text order."""

    def __init__(self, sentences: tuple[Stretch, ...]) -> None:
        self._starts = [start for start, _ in sentences]
        self.records: list[Record] = []
        self._at: list[int] = []

    def sentence(self, offset: int) -> int:
        """The number of the sentence in which an offset lies."""
        return max(0, bisect_left(self._starts, offset + 1) - 1)

    def add(self, start: int, end: int, entity: Entity, roles: Collection[str]) -> None:
        """Note a mention; the roles its words play tell how prominent it is."""
        weight = 0.6 if _SUBJECT & set(roles) else 0.0 if not roles else 0.3 if set(roles) - {"place"} else -0.3
        at = bisect_left(self._at, start)
        while at < len(self._at) and self._at[at] == start:
            if self.records[at].entity is entity:
                return
            at += 1
        self._at.insert(at, start)
        self.records.insert(at, Record(start, end, entity, self.sentence(start), weight))

    def before(self, offset: int, reach: int = _REACH) -> list[Record]:
        """The mentions that begin before an offset, in text order, of so many sentences back."""
        here = self.sentence(offset)
        found = self.records[: bisect_left(self._at, offset)]
        return [r for r in found if here - r.sentence <= reach and r.end <= offset]

    def last(
        self, offset: int, fits: Callable[[Entity], bool], avoid: Collection[Entity] = (), reach: int = _REACH
    ) -> Entity | None:
        """The likeliest entity before an offset: near, prominent, and again and again."""
        here = self.sentence(offset)
        weights: dict[int, float] = {}
        by_id: dict[int, Entity] = {}
        for record in self.before(offset, reach):
            entity = record.entity
            if any(entity is a for a in avoid) or not fits(entity):
                continue
            weight = record.weight - (here - record.sentence) + 0.0002 * record.start
            old = weights.get(id(entity))
            weights[id(entity)] = weight if old is None else max(old, weight) + 0.1
            by_id[id(entity)] = entity
        return by_id[max(weights, key=lambda i: weights[i])] if weights else None

    def joined(self, offset: int, fits: Callable[[Entity], bool], text: str) -> tuple[Entity, ...]:
        """The last two before an offset that stand side by side: "the army and the Falcons"."""
        before = [r for r in self.before(offset, 2) if fits(r.entity)]
        for i in range(len(before) - 1, 0, -1):
            second = before[i]
            for first in reversed(before[max(0, i - 4) : i]):
                between = text[first.end : second.start] if first.end <= second.start <= first.end + _NEAR else ""
                if first.entity is not second.entity and _AND.fullmatch(between):
                    return first.entity, second.entity
        return ()

    def two(self, offset: int, fits: Callable[[Entity], bool], count: int = 2) -> tuple[Entity, ...]:
        """The last so many different entities before an offset, in the order they were first named there."""
        found: list[Entity] = []
        for record in sorted(self.before(offset), key=lambda r: (-r.sentence, -r.weight, -r.start)):
            if fits(record.entity) and all(record.entity is not e for e in found):
                found.append(record.entity)
            if len(found) == count:
                order = [r.entity for r in self.records]
                return tuple(sorted(found, key=lambda e: next(i for i, o in enumerate(order) if o is e)))
        return ()
