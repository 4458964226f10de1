"""What the surroundings of a noun phrase show: does it act, is it spoken to, is it where things happen?"""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Token

from rashomon.reading.actors.words import words

Context = Literal["speaks", "acts", "addressed", "where", "taken", "near", "owns", "undergoes", "struck", ""]
"""speaks: subject of a verb of saying; acts: of another deed, or a by-phrase; addressed: object of
"urge", "accuse"; where: after "in", "near"; taken: object of "capture", "enter"; near: after "from",
"to"; owns: "X's"; undergoes: object of "kill", "arrest"; struck: object of "hit", "attack"."""


def context(token: Token) -> Context:
    """The context of the noun phrase that this token heads."""
    head = token.head
    dep = token.dep_
    if dep == "conj" and head != token:
        return context(head)
    if dep == "nsubj":
        return _as_subject(head)
    if dep in {"dobj", "nsubjpass", "dative"}:
        return _as_object(head)
    if dep == "poss":
        return "owns"
    if dep == "pobj":
        return _after_preposition(head)
    if dep == "appos" and head != token and head.pos_ != "PROPN":
        return context(head)
    return ""


def _as_subject(verb: Token) -> Context:
    word = verb.lemma_.lower()
    if word in words("speech_verbs"):
        return "speaks"
    if word in words("being_verbs") and word not in words("agent_verbs"):
        return ""
    if word in words("agent_verbs"):
        return "acts"
    return "acts" if any(c.dep_ == "dobj" for c in verb.children) and word not in words("being_verbs") else ""


def _as_object(verb: Token) -> Context:
    word = verb.lemma_.lower()
    if word in words("addressed"):
        return "addressed"
    if word in words("person_verbs"):
        return "undergoes"
    if word in words("strike_verbs"):
        return "struck"
    return "taken" if word in words("place_verbs") else ""


def _after_preposition(preposition: Token) -> Context:
    word = preposition.lower_
    if word == "by":
        return "acts"
    if word in words("place_prepositions"):
        return "where"
    if word in words("weak_place_prepositions"):
        return "near"
    if word == "of" and preposition.head.lemma_.lower() in words("place_heads"):
        return "where"
    return ""


def is_land(token: Token, found: Context) -> bool:
    """Whether a state's name in this context means the land: "in Syria", "travelled to Syria", "a new Syria"."""
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    if any(c.lower_ in {"a", "an"} and c.dep_ == "det" for c in token.children):
        return True
    if token.dep_ != "pobj":
        return found in {"where", "taken"}
    preposition = token.head
    before = preposition.head
    word = before.lemma_.lower()
    if preposition.lower_ == "between":
        return word in words("between_lands")
    if (
        preposition.lower_ == "of"
        and before.dep_ in {"prep", "advmod"}
        and before.lower_ in words("place_prepositions")
    ):
        return True  # "outside of Syria"
    if found == "near":
        return word in words("motion_verbs") or word in words("motion_nouns")
    return found == "where"


def modified(token: Token) -> Token | None:
    """The noun that a name modifies directly ("Marsh Column | fighters"), if it does."""
    if token.dep_ in {"compound", "amod", "nmod", "npadvmod", "poss"} and token.head.i > token.i:
        return token.head
    return None
