"""Mentions in passing: a state as a place ("in Syria"), words of belonging ("the Syrian winter"), and nouns that
only say what another noun is about ("refugee crisis")."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.reading.actors.behind import is_deed
from rashomon.reading.actors.entities import Registry
from rashomon.reading.actors.mentions import Mentions
from rashomon.reading.actors.names import Name
from rashomon.reading.actors.trail import Answer

_BEFORE_NOUN = {"amod", "compound", "nmod"}


Mentioned = set[tuple[int, int, int]]
"""Entity, start and end, offsets into the text."""


def in_passing(
    mentions: Mentions, registry: Registry, of_name: dict[int, int], answers: dict[int, Answer]
) -> Mentioned:
    """The mentions that speak of no actor."""
    doc = mentions.doc
    found = {
        (registry[entity].id, doc[mention.start].idx, doc[mention.head].idx + len(doc[mention.head]))
        for mention in mentions.in_order()
        if mention.form == "nominal" and _before_noun(doc[mention.head]) and mention.head in answers
        for entity in answers[mention.head].entities
    }
    for name in mentions.names:
        entity = registry[of_name[name.head]]
        if (entity.is_state and mentions.category(doc[name.head]) == "place") or _belonging(name, mentions):
            last = doc[name.end - 1]
            found.add((entity.id, doc[name.start].idx, last.idx + len(last)))
    return found


def _before_noun(token: Token) -> bool:
    return token.dep_ in _BEFORE_NOUN and token.head.i > token.i


def _belonging(name: Name, mentions: Mentions) -> bool:
    """Whether a demonym only says what another noun belongs to; a deed's is its doer ("the Israeli raid")."""
    head = mentions.doc[name.head]
    noun = head.head
    return name.demonym and head.dep_ in _BEFORE_NOUN and noun.i >= name.end and not is_deed(noun)
