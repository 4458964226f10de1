"""Whom words stand for that are a name: its bearer, the body whose members they are, or whose office it is."""

from __future__ import annotations

from rashomon.knowledge.classes import in_class
from rashomon.reading.learned.naming.bodies import land_of, membership
from rashomon.reading.learned.naming.context import Answer, Context
from rashomon.reading.learned.naming.definite import bearer_of
from rashomon.reading.learned.naming.phrases import Phrase
from rashomon.reading.learned.types import Stretch


def by_name(context: Context, stretch: Stretch, phrase: Phrase, link: Stretch | None, depth: int) -> Answer:
    """Whom a name stands for: those whom it is linked to, else its bearer, an office's holder, a land."""
    entity = context.entities.named(phrase.text) or context.entities.add(phrase.text, phrase.title, phrase.definite)
    if link is not None and (linked := context.answer(link, depth - 1)) is not None and linked[0][0] is not entity:
        return linked[0], 0.85, "model: link"
    if (body := membership(context, phrase.text)) is not None:
        return (body,), 0.85, "members of a body"
    role = phrase.text.lower()
    if (
        phrase.definite
        and len(phrase.text.split()) <= 3
        and entity.known is None
        and in_class(phrase.word, "person")
        and (bearer := bearer_of(context, stretch[0], role)) is not None
    ):
        return (bearer,), 0.75, f"office “{phrase.text}”"
    single = context.text[stretch[0] : stretch[0] + 3].lower().startswith(("a ", "an "))
    land = land_of(context, phrase.text, entity) if not single else None
    if land is not None:
        return (land,), 0.8, "word of belonging"
    return (entity,), 0.95, "name"
