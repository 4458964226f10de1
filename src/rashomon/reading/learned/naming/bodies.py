"""The body or land that words belong to: "members of the Falcons", "militants", "Kestrian"."""

from __future__ import annotations

from rashomon.knowledge.actors import known_actors
from rashomon.knowledge.wordlists import words
from rashomon.reading.learned.naming.context import Context
from rashomon.reading.learned.naming.entities import Entity
from rashomon.reading.learned.naming.phrases import Phrase
from rashomon.reading.learned.naming.vocabulary import capital, listed, singular


def membership(context: Context, text: str) -> Entity | None:
    """The body whose members words mean: "members of the Falcons", "Falcons fighters" (of armed ones)."""
    head, of, body = text.partition(" of ")
    if not of:
        body, _, head = text.rpartition(" ")
    body = body.removeprefix("the ")
    word = singular(head.split()[-1].lower()) if head else ""
    if not body or not capital(body) or word not in words("members") or word in words("body_descriptions"):
        return None
    if " of " in body or (of and len(head.split()) > 1):
        return None
    entity = context.entities.named(body)
    known = entity.known if entity is not None else known_actors().named(body)
    armed = known is not None and known.kind in ("armed group", "party")
    if armed or (of and word == "member" and known is not None and not known.country):
        return entity or context.entities.add(body)
    return None


def only_armed(context: Context, phrase: Phrase) -> Entity | None:
    """The one armed group that a document names, for "militants" without more."""
    if phrase.tail or phrase.owner or phrase.text.lower() not in listed("armed_alone"):
        return None
    armed = [e for e in context.entities if e.known is not None and e.known.kind == "armed group"]
    return armed[0] if len(armed) == 1 else None


def land_of(context: Context, text: str, entity: Entity) -> Entity | None:
    """The land or body whose name a word of belonging is formed from: "Kestrian" of Kestria."""
    if " " in text:
        return None
    known = known_actors().demonym(text)
    if known is not None and not text.endswith("s"):
        found = next((e for e in context.entities if e.known is known and e.name != text), None)
        return found or (context.entities.add(known.name) if known.kind == "state" else None)
    low = text.lower()
    endings = listed("belonging")
    for other in context.entities:
        name = other.name.lower()
        if other is entity or " " in name or len(name) < 4 or name == low:
            continue
        for stem in (name, name[:-1], name[:-2]):
            if len(stem) > 3 and low.startswith(stem) and low[len(stem) :] in endings and len(low) > len(name):
                return other if not low.endswith("s") else None
    return None
