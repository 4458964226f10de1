"""Mentions in passing: a state as a place ("in Syria"), words of belonging ("the Syrian winter"), and nouns that
only say what another noun is about ("refugee crisis")."""

from __future__ import annotations

from rashomon.reading.actors.behind import is_deed
from rashomon.reading.actors.entities import Registry
from rashomon.reading.actors.mentions import Mentions
from rashomon.reading.actors.names import Name
from rashomon.reading.actors.trail import Answer

_BEFORE_NOUN = {"amod", "compound", "nmod"}


Mentioned = set[tuple[int, int, int]]
"""Entity, start and end, offsets into the text."""


def in_passing(mentions: Mentions, registry: Registry, of_name: dict[int, int], answers: dict[int, Answer]) -> Mentioned:
    """The mentions that speak of no actor."""
    found: Mentioned = set()
    doc = mentions.doc
    for mention in mentions.in_order():
        head = doc[mention.head]
        if mention.form == "nominal" and head.dep_ in _BEFORE_NOUN and head.head.i > head.i and head.i in answers:
            for entity in answers[head.i].entities:
                found.add((registry[entity].id, doc[mention.start].idx, head.idx + len(head)))
    for name in mentions.names:
        entity = registry[of_name[name.head]]
        mention = mentions.mention_at(doc[name.head])
        place = entity.is_state and mention is not None and mention.category == "place"
        if place or _belonging(name, mentions):
            last = doc[name.end - 1]
            found.add((entity.id, doc[name.start].idx, last.idx + len(last)))
    return found


def _belonging(name: Name, mentions: Mentions) -> bool:
    """Whether a demonym only says what another noun belongs to; a deed's is its doer ("the Israeli raid")."""
    head = mentions.doc[name.head]
    noun = head.head
    return name.demonym and head.dep_ in _BEFORE_NOUN and noun.i >= name.end and not is_deed(noun)
