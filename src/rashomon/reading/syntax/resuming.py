"""Verbs of speech that go on with the saying verb before them rather than with what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.reading.syntax.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_FINITE = {"VBD", "VBZ", "VBP"}


def resumes_telling(verb: Token) -> bool:
    """Whether a verb of speech goes on with a saying verb before it, though the parser coordinated it with what that
    one tells: "**said** ten patients died and **blamed** the army"."""
    told = verb.head
    if verb.dep_ != "conj" or told.dep_ != "ccomp" or verb.lemma_.lower() not in words("resuming"):
        return False
    if verb.tag_ not in _FINITE or told.head.tag_ != verb.tag_:
        return False
    if any(c.dep_ in {"nsubj", "nsubjpass", "mark", "aux", "auxpass"} for c in verb.children):
        return False
    subjects = [c for c in told.children if c.dep_ in {"nsubj", "nsubjpass"}]
    return bool(subjects) and subjects[-1].pos_ != "PROPN"
