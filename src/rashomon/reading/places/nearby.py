"""Places in the clauses around a deed: its arguments' phrases, its aim, the clauses that it hangs on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.reading.places.candidates import Candidate, around, in_phrase
from rashomon.reading.places.index import PlaceIndex
from rashomon.reading.places.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_ARGUMENTS = {"dobj", "nsubjpass", "pobj", "attr", "oprd", "xcomp", "advcl"}
_CLIMBED = {"conj", "advcl", "relcl", "acl", "xcomp", "prep", "pcomp", "pobj", "aux", "auxpass"}


def nearby(head: Token, index: PlaceIndex, sort: str) -> Iterator[Candidate]:
    """Places elsewhere in the deed's clause, and in the clauses that it hangs on."""
    here = words("at")
    for child in head.children:
        if child.dep_ in _ARGUMENTS and sort in words("physical"):
            yield from around(child, index, here, 0.55, "clause")
            yield from _clauses_of(child, index, 0.5)
        if child.dep_ == "conj" and child.pos_ == "VERB" and head.pos_ == "VERB" and sort in words("physical"):
            yield from around(child, index, here, 0.5, "coordination")
        if child.dep_ in {"acl", "xcomp", "advcl"} and sort in words("physical") and infinitive(child):
            yield from _aim(child, index)
    node, score = head, 0.6
    for _ in range(6):
        above = node.head
        if above.i == node.i or node.dep_ not in _CLIMBED:
            break
        if above.pos_ in {"VERB", "AUX"}:
            yield from around(above, index, here, score, "above")
            for child in above.children:
                if child.dep_ == "dobj" and above.lemma_.lower() in words("going") and (mention := index.at(child)):
                    yield Candidate((mention,), score, "above")
                struck = child.dep_ in {"dobj", "nsubjpass"} and child.i != node.i and sort in words("physical")
                if not struck:
                    continue
                if (found := in_phrase(child, index)) and found[0].kind != "country":
                    yield Candidate(tuple(found), score * 0.8, "above")
                yield from around(child, index, here, score * 0.8, "above")
                yield from _clauses_of(child, index, score * 0.7)
        elif above.pos_ in {"NOUN", "PROPN"}:
            if infinitive(node) or (node.dep_ == "conj" and node.i == head.i):
                break
            if found := in_phrase(above, index):
                yield Candidate(tuple(found), score * 0.95, "above")
            node, score = above, score * 1.01  # the parser hangs clauses on the last noun before them
            continue
        elif above.tag_ == "IN":
            node = above
            continue
        node, score = above, score * 0.85


def _clauses_of(noun: Token, index: PlaceIndex, score: float) -> Iterator[Candidate]:
    """Places in the clauses of what is struck: "killed officers whom they held in X", "a bus passing X"."""
    for clause in noun.children:
        if noun.dep_ in {"dobj", "nsubjpass"} and clause.dep_ in {"relcl", "acl"}:
            yield from around(clause, index, words("at"), score, "clause")


def infinitive(verb: Token) -> bool:
    """Whether a verb is a to-infinitive."""
    return any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.children)


def _aim(verb: Token, index: PlaceIndex) -> Iterator[Candidate]:
    """The aim of "an offensive to retake X": the offensive is at X as well."""
    for child in verb.children:
        if child.dep_ == "dobj" and (found := in_phrase(child, index)) and found[0].kind != "country":
            yield Candidate(tuple(found), 0.7, "aim")
    yield from around(verb, index, words("at"), 0.65, "aim")
