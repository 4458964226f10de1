"""Whom a definite description without more takes up: "the group", "the minister", "the town"."""

from __future__ import annotations

from rashomon.knowledge.classes import in_class
from rashomon.knowledge.wordlists import words
from rashomon.reading.learned.naming.context import Answer, Context
from rashomon.reading.learned.naming.entities import Entity
from rashomon.reading.learned.naming.phrases import Phrase
from rashomon.reading.learned.naming.vocabulary import capital
from rashomon.reading.learned.types import Stretch


def taken_up_by(context: Context, stretch: Stretch, phrase: Phrase) -> Answer | None:
    """Whom it takes up; None: nobody who was named before."""
    word, offset = phrase.word, stretch[0]
    if in_class(word, "person") and not phrase.plural:
        role = phrase.text.lower()
        bearer = bearer_of(context, offset, role)
        if bearer is None and word in words("person_descriptions") | {"official", "politician"}:
            bearer = context.trail.last(offset, lambda e: e.category == "person" and not e.plural)
        return ((bearer,), 0.75, f"office “{role}”") if bearer is not None else None
    same = context.trail.last(
        offset,
        lambda e: e.category != "person" and e.called(phrase.word) and e.name.lower() != phrase.text.lower(),
        reach=8,
    )
    if same is not None and same.plural == phrase.plural and len(phrase.text.split()) == 1:
        return (same,), 0.7, f"the {phrase.text} named before"
    if len(phrase.text.split()) > 1 or phrase.plural:
        return None
    return _of_sort(context, offset, word)


def _of_sort(context: Context, offset: int, word: str) -> Answer | None:
    """The last that a noun without a name can mean: an armed body for "the group", a land for "the country"."""
    rule = f"the {word} named before"
    if word in words("state_descriptions"):
        found = context.trail.last(offset, lambda e: e.is_state or (e.category == "place" and e.known is not None))
        return ((found,), 0.6, rule) if found is not None else None
    if word in words("media_descriptions"):
        found = context.trail.last(offset, lambda e: e.known is not None and e.known.kind == "media")
        if found is not None or word not in words("body_descriptions"):
            return ((found,), 0.65, rule) if found is not None else None
    if word in words("body_descriptions"):
        if word in words("armed_bodies"):
            found = context.trail.last(offset, lambda e: e.is_armed, reach=6)
            if found is not None:
                return (found,), 0.7, rule
        found = context.trail.last(offset, lambda e: e.category == "group" and capital(e.name), reach=6)
        return ((found,), 0.6, rule) if found is not None else None
    if word in words("place_descriptions"):
        found = context.trail.last(offset, lambda e: e.category == "place" and capital(e.name) and not e.is_state)
        return ((found,), 0.6, rule) if found is not None else None
    return None


def bearer_of(context: Context, offset: int, role: str) -> Entity | None:
    """The last person before an offset who bears an office."""
    return context.trail.last(offset, lambda e: e.category == "person" and role in e.roles, reach=60)
