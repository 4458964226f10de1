"""What is in somebody's hands, and whose flag flies: states of holding that have no verb of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.knowledge.classes import in_class
from rashomon.reading.syntax.verbs import is_passive, surface_subjects
from rashomon.reading.syntax.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOMINAL = {"NOUN", "PROPN"}
_IN = {"in", "under"}
_NUMBERS = {"it": False, "they": True}
_NEAR = 45
"""How many tokens before a pronoun the place may stand that it means."""
_PLACES = ("place", "facility")
_LIVING = ("person", "group", "fighter", "arms", "vehicle", "captive")


def in_whose_hands(hands: Token) -> Token | None:
    """What is in the hands that a noun names: "**Orm**, still in rebel hands", "**Orm** is the last in their hands"."""
    preposition = hands.head
    if hands.dep_ != "pobj" or preposition.lower_ not in _IN:
        return None
    above = preposition.head
    if above.lemma_ in words("copulas"):
        return next(iter(surface_subjects(above)), None)
    if above.pos_ in {"VERB", "AUX"}:
        return _set_off(preposition, above)
    if above.pos_ not in _NOMINAL:
        return None
    node = above
    while node.dep_ == "pobj" and node.head.pos_ == "ADP" and node.head.head.pos_ in _NOMINAL:
        node = node.head.head
        if node.dep_ == "attr":
            break
    said_of = surface_subjects(node.head) if node.dep_ == "attr" and node.head.lemma_ in words("copulas") else []
    return said_of[0] if said_of and said_of[0].pos_ in _NOMINAL else above


def _set_off(preposition: Token, verb: Token) -> Token | None:
    """The subject right before a phrase between commas, which the parser hung on the verb."""
    first = preposition.left_edge
    while first.i > preposition.sent.start and first.nbor(-1).pos_ == "ADV":
        first = first.nbor(-1)
    if preposition.i > verb.i or first.i <= preposition.sent.start + 1 or first.nbor(-1).text != ",":
        return None
    subject = next(iter(surface_subjects(verb)), None)
    return subject if subject is not None and subject.right_edge.i >= first.i - 2 else None


def headline_of(verb: Token) -> Token | None:
    """What a headline's participle is said of: "**Orm** taken by the Lances", "3 May, **Orm**. Taken by the Lances"."""
    if verb.dep_ == "acl":
        noun = verb.head
        return noun if noun.dep_ == "ROOT" and noun.tag_ != "NNPS" and is_passive(verb) else None
    if verb.dep_ != "ROOT" or not any(c.dep_ == "agent" for c in verb.children):
        return None
    if any(c.dep_ in {"aux", "auxpass"} for c in verb.children):
        return None
    if own := [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"} and c.pos_ == "PROPN"]:
        return own[0] if own[0].tag_ != "NNPS" else None
    if verb.i != verb.sent.start or not verb.i:
        return None
    before = verb.nbor(-2) if verb.i > 1 and verb.nbor(-1).is_punct else verb.nbor(-1)
    if before.pos_ != "PROPN" or any(t.pos_ in {"VERB", "AUX"} for t in before.sent):
        return None
    return before


def whose_flag(flag: Token) -> list[Token]:
    """Whose flag it is: "the flag of **the Herons**", "**the Lances'** flag", "the **Orsan** flag"."""
    of = [p for c in flag.children if c.dep_ == "prep" and c.lower_ == "of" for p in c.children if p.dep_ == "pobj"]
    owners = of or [c for c in flag.children if c.dep_ == "poss"]
    return owners or [c for c in flag.children if c.dep_ in {"compound", "amod", "nmod"} and c.text[:1].isupper()]


def meant_by(pronoun: Token) -> Token | None:
    """The place that an object pronoun means: the last noun of its number before it, if that is a place.

    "The army held the barracks. It left **them** on Friday."
    """
    if pronoun.dep_ not in {"dobj", "nsubjpass", "pobj"} or pronoun.lemma_.lower() not in _NUMBERS:
        return None
    plural = _NUMBERS[pronoun.lemma_.lower()]
    for noun in reversed(pronoun.doc[max(0, pronoun.i - _NEAR) : pronoun.i]):
        if noun.pos_ not in _NOMINAL or noun.dep_ not in {"dobj", "nsubjpass", "pobj", "attr", "conj"}:
            continue
        lemma = noun.lemma_.lower()
        if _many(noun) == plural and any(in_class(lemma, sort) for sort in _PLACES):
            return noun
        if _many(noun) == plural and any(in_class(lemma, sort) for sort in _LIVING):
            return None
    return None


def _many(noun: Token) -> bool:
    return noun.tag_ in {"NNS", "NNPS"} or noun.lower_ in words("plural_places")
