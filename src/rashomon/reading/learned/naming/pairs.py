"""Whom "the two sides", "both" and "the other" mean."""

from __future__ import annotations

from rashomon.knowledge.classes import in_class
from rashomon.knowledge.wordlists import words
from rashomon.reading.learned.naming.context import Answer, Context
from rashomon.reading.learned.naming.deeds import opposed, partners
from rashomon.reading.learned.naming.entities import Entity
from rashomon.reading.learned.naming.phrases import Phrase
from rashomon.reading.learned.naming.vocabulary import listed
from rashomon.reading.learned.types import Stretch


def both_of(context: Context, stretch: Stretch, phrase: Phrase) -> Answer | None:
    """Both of "the two sides"; the second of two for "the other"."""
    if phrase.text in listed("triples"):
        found = context.trail.two(stretch[0], lambda e: e.category != "thing", 3)
        return (found, 0.5, "the last three named") if found else None
    noun = phrase.word.split()[-1]
    lands = noun in words("state_descriptions")
    persons = in_class(noun, "person")

    def fits(entity: Entity) -> bool:
        if lands:
            return entity.category in ("place", "unknown") or entity.is_state
        if persons:
            return entity.category in ("person", "unknown")
        return entity.category != "thing" and (entity.category != "place" or entity.is_state)

    pair = context.trail.joined(stretch[0], fits, context.text) or opposed(context, stretch[0], fits)
    pair = pair or context.trail.two(stretch[0], fits)
    if not pair:
        return None
    if phrase.text in listed("the_other"):
        avoid = partners(context, stretch)
        one = next((e for e in reversed(pair) if all(e is not a for a in avoid)), pair[1])
        return (one,), 0.5, "the other of two"
    if phrase.text in listed("the_one"):
        return (pair[0],), 0.5, "the one of two"
    return pair, 0.55, "the last two named"
