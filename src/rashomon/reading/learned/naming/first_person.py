"""Who says "I" and "we": the one who is quoted, the author, or the institution that publishes the text."""

from __future__ import annotations

from rashomon.reading.institution import author_name, institution, outlet_voice
from rashomon.reading.learned.naming.context import Answer, Context
from rashomon.reading.learned.naming.deeds import teller_around
from rashomon.reading.learned.naming.entities import Entity
from rashomon.reading.learned.naming.vocabulary import listed
from rashomon.reading.learned.types import Stretch


def first_person(context: Context, stretch: Stretch, word: str, depth: int) -> Answer | None:
    """I and we: the one who tells it, else the author, or the body that publishes the text."""
    teller = teller_around(context, stretch, depth)
    if teller is not None:
        return ((teller,), 0.75, "first person: the one quoted") if word != "you" else None
    if word == "you":
        return None
    own = institution(context.document)
    author = author_name(context.document)
    if word == "i":
        return (_somebody(context, author or "author", "person"),), 0.8, "first person: the author"
    voice = outlet_voice(context.document)
    name = (
        _behind(own.name) if own is not None else voice.name if voice is not None else author or context.document.source
    )
    rule = "first person: the publishing institution" if own is not None else "first person: the author"
    return ((_somebody(context, name, "group"),), 0.7, rule) if name else None


def _somebody(context: Context, name: str, category: str) -> Entity:
    """The entity of a name that the text need not hold."""
    entity = context.entities.add(" ".join(name.split()).removeprefix("The "))
    entity.category = category if entity.category == "unknown" else entity.category
    return entity


def _behind(name: str) -> str:
    """The body for which an organ of it speaks: the Tarn Army for the "Headquarters of the Tarn Army"."""
    head, linked, body = name.partition(" of ")
    organ = bool(linked) and head.split()[-1].lower() in listed("organs_of")
    return _behind(body.removeprefix("the ")) if organ else name
