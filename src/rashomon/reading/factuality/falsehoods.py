"""Predicates that say of a report that it is not so: "reports that X are lies", "the claim is without foundation"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from rashomon.knowledge.reporting import FILE, reporting
from rashomon.reading.factuality.operators import Step, words


def denied(noun: Token, verb: Token) -> tuple[Step, ...] | None:
    """What the predicate of a noun for something said makes of that; None: it is no such noun, or not denied.

    Of "has no basis" nothing: the "no" will.
    """
    if not tells(noun):
        return None
    known = reporting()
    for word in _predicates(verb) if verb.lemma_ in words("copulas") else ():
        if known.has("falsehoods", word.lemma_.lower()) or known.has("falsehoods", word.lower_):
            return (_step(word),)
    for ground in _grounds(verb):
        if known.has("grounds", ground.lemma_.lower()):
            return () if ground.dep_ == "dobj" else (_step(ground),)
    return None


def tells(noun: Token) -> bool:
    """Whether a noun stands for something said, which a clause behind it may spell out: "the story that"."""
    cues = reporting().nouns.get(noun.lemma_.lower(), ())
    return any("that" in cue.content for cue in cues) and all("to" not in cue.content for cue in cues)


def _predicates(verb: Token) -> Iterator[Token]:
    """What a copula says of its subject: "lies", "a pack of lies"."""
    for child in verb.children:
        if child.dep_ in {"attr", "acomp", "oprd"}:
            yield child
            yield from (c for prep in child.children if prep.lower_ == "of" for c in prep.children)


def _grounds(verb: Token) -> Iterator[Token]:
    """What a subject has, or is without."""
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ == "without":
            yield from child.children
        if child.dep_ == "dobj":
            yield child


def _step(token: Token) -> Step:
    return Step(token.i, "denies", f"{FILE}:falsehoods/{token.lemma_.lower()}")
