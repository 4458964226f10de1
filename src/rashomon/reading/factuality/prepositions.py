"""Through prepositions to the word that they hang on, and what they do to the deed on the way."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.knowledge.embedding import embedding
from rashomon.reading.factuality.conditions import marker
from rashomon.reading.factuality.operators import Edge, definite, lookup, step, words

_PREPOSITIONS = {"prep", "agent", "dative", "mark", "cc", "advmod", "amod", "prt"}
_NOMINAL = {"NOUN", "PROPN", "PRON", "NUM"}


def prepositional(token: Token) -> Edge:
    """Through one or more prepositions to the word that they hang on."""
    known = embedding()
    outer = token.head
    names = [outer.lower_]
    while outer.head != outer and outer.dep_ in _PREPOSITIONS and outer.head.pos_ in {"ADP", "SCONJ"}:
        outer = outer.head
        names.insert(0, outer.lower_)
    inner = token.head
    governor = outer.head
    if governor == outer:
        return Edge(None)
    clause = token.dep_ == "pcomp" or token.tag_ == "VBG"
    asked = marker(token) if clause else None
    if asked is not None and asked.operator == "open":
        return Edge(governor, (asked,))
    before = [c.lower_ for c in outer.children if c.i < outer.i and c.dep_ in {"advmod", "mark"}]
    phrases = [" ".join(names), " ".join(before + names[-1:]), *_wider(governor, outer, names), names[-1]]
    if governor.pos_ not in _NOMINAL and f"{governor.lower_} {inner.lower_}" in known.prepositions:
        phrases.insert(0, f"{governor.lower_} {inner.lower_}")
        governor = governor.head
    for phrase in phrases:
        if " " in phrase and phrase in known.prepositions:
            further = governor.head if phrase.count(" ") > 1 and governor.pos_ == "NOUN" else governor
            return _presented(phrase, inner, further, clause)
    found = (lookup(governor, f"{inner.lower_}-ing") if clause else None) or lookup(governor, inner.lower_)
    if found is None and governor.dep_ in {"dobj", "nsubjpass"}:  # "prevented aid from reaching the town"
        found = lookup(governor.head, inner.lower_)
        if found is not None:
            return Edge(governor.head, (found,))
    if found is not None:
        return Edge(governor, (found,))
    if inner.lower_ in known.prepositions:
        return _presented(inner.lower_, inner, governor, clause)
    if clause:
        if inner.lower_ in words("noun-purposes") and governor.pos_ in _NOMINAL:
            return Edge(governor, (step(inner, "purpose"),))
        return Edge(governor, (step(inner, "manner"),))
    if governor.pos_ in _NOMINAL:
        return Edge(None, cut=True)
    return Edge(None, cut=True) if definite(token) else Edge(governor)


def _presented(phrase: str, inner: Token, governor: Token, clause: bool) -> Edge:
    """What a preposition with a meaning of its own does: "without", "after", "in the event of"."""
    operator = embedding().prepositions[phrase]
    if operator == "presupposes":
        return Edge(governor, (step(inner, "manner" if clause else operator, phrase),), cut=not clause)
    return Edge(governor, (step(inner, operator, phrase),))


def _wider(governor: Token, outer: Token, names: list[str]) -> list[str]:
    """The noun and the preposition before it as one phrase: "in the event of", "with the aim of"."""
    if governor.pos_ not in _NOMINAL or governor.head.pos_ != "ADP":
        return []
    noun = governor.lower_
    return [f"{governor.head.lower_} {noun} {names[-1]}", f"{governor.head.lower_} the {noun} {names[-1]}",
            f"{governor.head.lower_} a {noun} {names[-1]}"]  # fmt: skip
