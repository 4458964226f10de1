"""Relative clauses with a verb of saying between noun and gap: "the man the army says | killed the mayor"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.reading.syntax.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_FINITE = {"VBD", "VBZ", "VBP"}


def told_of(verb: Token) -> Token | None:
    """The noun whose relative clause says that it does this: its own verb stands right behind the saying verb,
    which has a subject of its own, with no subject in between."""
    if verb.pos_ not in {"VERB", "AUX"}:
        return None
    before = _before(verb)
    if before is None or before.tag_ not in _FINITE or before.lemma_.lower() not in words("saying"):
        return None
    helpers = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    if (verb.tag_ == "VBG" and not helpers) or any(c.lower_ == "to" for c in helpers):
        return None
    sayers = [c for c in before.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i < before.i]
    sayer = next((s for s in reversed(sayers) if s.lower_ not in words("relative_pronouns")), None)
    if sayer is None:
        return None
    for relative in (before, verb):
        if relative.dep_ in {"relcl", "acl"} and relative.head.i < sayer.left_edge.i:
            return relative.head
    return None


def told_object(verb: Token) -> Token | None:
    """What it is done to, taken for the subject of the main verb: "killed **the mayor** was arrested"."""
    main = _main(verb)
    if main is None:
        return None
    return next((c for c in main.children if c.dep_ in {"nsubj", "nsubjpass"} and c.left_edge.i > verb.i), None)


def main_of(verb: Token) -> Token | None:
    """The noun before a relative clause of this kind, of which this verb is the main one."""
    return told_of(verb.head) if verb.dep_ == "ccomp" and _main(verb.head) == verb else None


def _main(verb: Token) -> Token | None:
    noun = told_of(verb)
    if noun is None or (noun.dep_ != "ROOT" and noun.head not in {verb, *verb.children}):
        return None
    for clause in verb.children:
        if clause.dep_ == "ccomp" and clause.i > verb.i and not any(c.dep_ == "mark" for c in clause.children):
            own = [c for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"} and c.left_edge.i == verb.i + 1]
            return clause if own else None
    return None


def _before(verb: Token) -> Token | None:
    """What stands before the verb, its auxiliaries and adverbs."""
    doc, at = verb.doc, verb.i
    while at and not doc[at].is_sent_start:
        at -= 1
        token = doc[at]
        if token.dep_ not in {"aux", "auxpass", "neg", "advmod"} or token.head != verb:
            return token
    return None
