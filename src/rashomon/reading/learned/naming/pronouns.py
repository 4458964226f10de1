"""Whom a pronoun takes up: the last that fits it, or nobody."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.knowledge.wordlists import words
from rashomon.reading.learned.naming.context import Answer, Context
from rashomon.reading.learned.naming.deeds import partners
from rashomon.reading.learned.naming.entities import Entity
from rashomon.reading.learned.naming.first_person import first_person
from rashomon.reading.learned.naming.phrases import Phrase
from rashomon.reading.learned.naming.vocabulary import capital, listed
from rashomon.reading.learned.types import Stretch


def by_pronoun(context: Context, stretch: Stretch, phrase: Phrase, depth: int) -> Answer | None:
    """Whom a pronoun stands for, of any person or a relative one; None: nobody fits."""
    word = phrase.word
    if word in ("i", "we", "you"):
        return first_person(context, stretch, word, depth)
    if word in listed("relative"):
        return relative(context, stretch, word)
    if word in words("where"):
        place = context.trail.last(stretch[0], lambda e: e.category == "place" or bool(e.nouns & {"place"}))
        return ((place,), 0.6, "the last place named") if place is not None else None
    if word not in ("he", "she", "it", "they"):
        return None
    roles = context.roles.get(stretch, set())
    avoid = partners(context, stretch)
    if roles == {"place"}:
        place = context.trail.last(stretch[0], lambda e: e.category == "place", avoid)
        return ((place,), 0.55, "the last place named") if place is not None else None
    found = third_person(context, stretch[0], word, avoid)
    return ((found,), 0.6, "the last that fits the pronoun") if found is not None else None


def third_person(context: Context, offset: int, word: str, avoid: Sequence[Entity] = ()) -> Entity | None:
    """Whom a pronoun of the third person takes up, by number, gender and sort."""
    gender = {"he": "m", "she": "f"}.get(word)
    if gender is not None:
        found = context.trail.last(
            offset, lambda e: e.category == "person" and e.gender in (None, gender) and not e.plural, avoid, 6
        ) or context.trail.last(
            offset, lambda e: e.category == "unknown" and not e.plural and capital(e.name), avoid, 3
        )
        if found is not None:
            found.gender, found.category = gender, "person"
        return found
    if word == "it":
        bodies = context.trail.last(offset, lambda e: (e.category == "group" or e.is_state) and not e.plural, avoid, 2)
        return bodies or context.trail.last(
            offset,
            lambda e: not e.plural and (e.category == "place" or not capital(e.name)) and e.category != "person",
            avoid,
            2,
        )
    plural = context.trail.last(offset, lambda e: e.plural, avoid, 3)
    return plural or context.trail.last(offset, lambda e: e.category == "group", avoid, 2)


def relative(context: Context, stretch: Stretch, word: str) -> Answer | None:
    """Who stands right before "who", "which" or "that"."""
    before = [r for r in context.trail.before(stretch[0], 0) if stretch[0] - r.end < 60]
    before = [r for r in before if not (word in listed("persons_only") and r.entity.category in ("place", "thing"))]
    return ((before[-1].entity,), 0.7, "relative clause") if before else None
