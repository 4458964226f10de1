"""Deeds of another world: what happens on a pitch, on a stage or in a novel is no claim."""

from __future__ import annotations

import re

from spacy.tokens import Span, Token

from rashomon.knowledge.classes import in_class

_RESULT = re.compile(r"(?<![\d.,/–-])\d{1,2}\s?[-–]\s?\d{1,2}(?![\d.,/–-])")
"""A result: "2-0"."""


def told_by_art(token: Token) -> bool:
    """Whether a word stands in what a work of art is about ("a film in which a general surrenders")."""
    node = token
    while node.head != node:
        if node.dep_ in {"relcl", "acl"} and node.head.pos_ == "NOUN" and in_class(node.head.lemma_, "fiction"):
            return True
        if node.dep_ == "pobj" and node.head.lower_ == "about" and in_class(node.head.head.lemma_, "fiction"):
            return True
        node = node.head
    return False


def of_a_game(sentence: Span) -> bool:
    """Whether a sentence tells of a game: one with a result, or of nothing but sport."""
    played = sum(in_class(t.lemma_, "playing") for t in sentence)
    if played >= 2:
        return True
    scored = played or any(in_class(t.lemma_, "scoring") for t in sentence)
    return bool(scored) and _RESULT.search(sentence.text) is not None and not _voted(sentence)


def _voted(sentence: Span) -> bool:
    return any(in_class(t.lemma_, "voting") for t in sentence)
