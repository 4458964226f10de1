"""What sort of thing a common noun stands for."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.knowledge.classes import in_class
from rashomon.reading.actors.context import context
from rashomon.reading.actors.words import lemma, words
from rashomon.reading.types import Category

_PEOPLE_ENDINGS = ("ist", "man", "woman", "men", "women")


def noun_category(token: Token) -> Category:
    """The category of the noun phrase headed by a common noun, from its lemma, then from its context."""
    word = lemma(token)
    before = token.nbor(-1) if token.i else None
    whole = f"{before.lemma_.lower()} {word}" if before is not None and before.dep_ == "compound" else word
    group = in_class(whole, "group")
    place = in_class(whole, "place") or in_class(whole, "facility")
    if token.i and token.text.istitle() and _called_a_body(token, word):
        return "group"
    if in_class(whole, "person") or token.lower_ in words("person_pronouns"):
        return "person"
    if group and place:
        return _of_two(token)
    if group:
        return "thing" if word in words("abstract_bodies") and not _does_something(token) else "group"
    if place:
        return "place"
    if token.pos_ == "ADJ" or token.tag_ in {"JJ", "VBN"}:
        return "person" if any(c.lower_ == "the" for c in token.children) else "unknown"
    if token.pos_ == "NUM":
        return "unknown"
    if word.endswith(_PEOPLE_ENDINGS) and not in_class(whole, "abstract"):
        return "person"
    return "thing"


def _called_a_body(token: Token, word: str) -> bool:
    """Whether a capital makes a noun with an article a body's short name: "the Front", not "the front"."""
    alone = [c.lower_ for c in token.children if c.i < token.i] == ["the"]
    return alone and token.nbor(-1).lower_ == "the" and word in words("body_descriptions") and not token.is_sent_start


def _does_something(token: Token) -> bool:
    """Whether a noun that may be a body or something abstract ("security", "the rule") stands for the body."""
    owned = any(c.dep_ in {"poss", "compound", "nmod"} and c.text[:1].isupper() for c in token.children)
    return owned or context(token) in {"speaks", "acts", "addressed", "undergoes"}


def _of_two(token: Token) -> Category:
    """A noun that may be a body or a place ("the ministry", "the base"), by what it does here."""
    found = context(token)
    if lemma(token) in words("rather_places") and found not in {"speaks", "acts"}:
        return "place"
    if found in {"speaks", "acts", "addressed", "owns"}:
        return "group"
    if found in {"where", "taken", "near"}:
        return "place"
    body = any(in_class(lemma(token), name) for name in ("armed_group", "government", "society"))
    return "place" if not body or lemma(token) in words("place_descriptions") else "group"
