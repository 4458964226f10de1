"""Who is behind a deed that a noun names: ISIS in "ISIS's crimes", "the attack claimed by ISIS"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from rashomon.knowledge.classes import in_class
from rashomon.reading.actors.words import lemma, words
from rashomon.reading.syntax import coordinated, subjects
from rashomon.reading.types import Category

_PARTS = {"between", "by", "among"}


def is_deed(token: Token) -> bool:
    """Whether a noun names something done, said or thought, not somebody or some object."""
    return token.pos_ == "NOUN" and any(in_class(lemma(token), name) for name in words("deed_classes"))


def doers(token: Token, category: Callable[[Token], Category]) -> list[Token]:
    """Heads of the phrases that tell whose deed it is: possessor, by-phrase, modifier, relative clause."""
    found = [t for t in _candidates(token) if category(t) in {"person", "group"}]
    return [m for t in found[:1] for m in coordinated(t)]


def _candidates(token: Token) -> Iterator[Token]:
    for child in token.children:
        if child.dep_ == "poss":
            yield child
        elif child.dep_ in {"prep", "agent"} and (child.lower_ in _PARTS or _theirs(token, child)):
            yield from (p for p in child.children if p.dep_ == "pobj")
    for child in token.children:
        if child.dep_ in {"relcl", "acl"} and child.pos_ == "VERB":
            yield from _of_clause(token, child)
    for child in token.children:
        if child.dep_ in {"amod", "compound", "nmod"} and child.text[:1].isupper():
            yield child


def _theirs(token: Token, preposition: Token) -> bool:
    """Whether "of" names the doer: "the decision of the court", not "the murder of the judge"."""
    return preposition.lower_ == "of" and any(
        in_class(lemma(token), n) for n in ("speech", "proposal", "abstract", "misdeed")
    )


def _of_clause(token: Token, verb: Token) -> Iterator[Token]:
    """The doer in a clause on the noun: "crimes that ISIS commits", "news that the army has left"."""
    yield from (t for t in subjects(verb) if t.i != token.i)
    for child in verb.children:
        if child.dep_ in {"prep", "agent"} and child.lower_ in _PARTS:
            yield from (p for p in child.children if p.dep_ == "pobj")
