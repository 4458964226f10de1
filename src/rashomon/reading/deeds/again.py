"""Nouns that only take up what was told before: "the attack", "these talks"."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from rashomon.knowledge.classes import in_class
from rashomon.reading.syntax.slots import Slots
from rashomon.reading.syntax.words import words

_NO_ARGUMENTS = {"self", "mod", "clause", "infinitive", "finite", "attributive"}


def takes_up(noun: Token, slots: Slots, told: Collection[str], sense: str) -> bool:
    """Whether a noun points back to a deed of the same sort: it is definite, and has nobody of its own.

    Args:
        noun: the noun that might carry a deed.
        slots: its own slots, without those of a verb that carries it.
        told: the types of the deeds told before it.
        sense: its own type.

    """
    determiners = {c.lower_ for c in noun.children if c.dep_ == "det"}
    if any(fillers for name, fillers in slots.items() if name not in _NO_ARGUMENTS):
        return False
    if any(t.pos_ == "PROPN" for t in slots.get("mod", ())):
        return False
    if determiners & words("demonstratives"):
        return True
    return "the" in determiners and sense in told


def tells_sort(noun: Token) -> bool:
    """Whether a noun only tells what sort of person or thing the next one is ("aid workers", "raid sirens"),
    or is part of a preposition or conjunction ("in order to")."""
    head = noun.head
    if noun.i and f"{noun.nbor(-1).lower_} {noun.lower_}" in words("function_phrases"):
        return True
    if noun.dep_ != "compound" or head.pos_ != "NOUN" or head.i < noun.i:
        return False
    return any(in_class(head.lemma_, name) for name in ("person", "group", "vehicle", "facility", "document"))
