"""Bodies that stand behind their members: RSF in "RSF fighters"."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.reading.actors.entities import Entity
from rashomon.reading.actors.words import lemma, sort_of


def established(entity: Entity, token: Token, inner: Token) -> bool:
    """Whether a name by itself is the body's: "Vell militia" stays whole if "Vell" never stands alone."""
    if inner.i > token.i or entity.known is not None:
        return True
    name = entity.name
    if len(name.split()) > 1 or name.isupper():
        return True
    return entity.alone and not sort_of(lemma(token), "armed_group") and name.endswith("s")


def is_body(entity: Entity) -> bool:
    """Whether an entity has members that can stand for it: an armed group, not a state or an outlet."""
    if entity.category != "group" or entity.is_state or entity.plural:
        return False
    if entity.known is None:
        return True
    return entity.known.kind in {"armed group", "party", "military"} or (
        entity.known.kind == "organisation" and entity.known.parent is not None
    )
