"""Light and support verbs: "carried out an attack", "sanctions were imposed", "came under fire"."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from rashomon.knowledge.deeds import Light, fold, light_verbs
from rashomon.reading.deeds.phrases import match
from rashomon.reading.syntax import slots
from rashomon.reading.syntax.slots import Slots


@dataclass(frozen=True)
class Support:
    """The verb that carries a noun's deed, its knowledge entry, and its slots."""

    verb: Token
    light: Light
    tokens: tuple[Token, ...]
    slots: Slots


def support(noun: Token) -> Support | None:
    """The light verb that carries this noun, if one does."""
    first = noun
    while first.dep_ == "conj" and first.head.pos_ in {"NOUN", "PROPN"}:
        first = first.head
    for verb in _governors(first):
        verb_slots = slots(verb)
        if verb_slots.get("comp") and verb_slots.get("obj"):
            continue  # "called the raid heroic" does not carry out a raid
        if any(c.dep_ == "appos" and c.i > first.i and c.left_edge.lower_ in {"a", "an"} for c in first.children):
            continue  # nor does "called the raid a crime"
        for light in light_verbs().get(fold(verb.lemma_), ()):
            tokens = match(verb, light.words, 0, "verb")
            carrying = next((slot for slot in light.noun if verb_slots.get(slot)), None)
            if tokens and carrying is not None and first in verb_slots[carrying]:
                return Support(verb, light, tuple(tokens), verb_slots)
    return None


def _governors(noun: Token) -> list[Token]:
    """Verbs that may carry the noun: its governor, through one or two prepositions, or its relative clause."""
    found = []
    head = noun.head
    for _ in range(3):
        if head.pos_ in {"VERB", "AUX"}:
            found.append(head)
            break
        if head.dep_ not in {"prep", "agent", "prt", "advmod"} or head.head == head:
            break
        head = head.head
    found.extend(c for c in noun.children if c.dep_ in {"relcl", "acl"} and c.pos_ == "VERB")
    return found
