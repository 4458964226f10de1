"""Deeds interrupted by their telling: "the Herons, Orsa assured Belvar, had not fired"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from rashomon.reading.syntax import is_passive
from rashomon.reading.types import ActorIndex, Deed, Telling


def mend(deeds: Sequence[Deed], doc: Doc, tellings: Sequence[Telling], actors: ActorIndex) -> None:
    """Gives deeds after an interrupting telling the subject that stands before it, in place of the teller."""
    for telling in tellings:
        if telling.source is None or len(telling.content) < 2:
            continue
        before, after = telling.content[0], telling.content[1]
        if not before[1] <= telling.source < after[0]:
            continue
        subject = _subject(doc, before, actors)
        if subject is None:
            continue
        for deed in deeds:
            if after[0] <= deed.head.i < after[1] and not _own_subject(deed.head, after):
                _replace(deed, telling.source, subject)


def _subject(doc: Doc, span: tuple[int, int], actors: ActorIndex) -> Token | None:
    """The noun phrase that the stretch before the interruption ends with, if it is all there is."""
    if any(t.pos_ == "VERB" and t.dep_ != "amod" for t in doc[span[0] : span[1]]):
        return None
    nouns = [t for t in doc[span[0] : span[1]] if t.pos_ in {"NOUN", "PROPN", "PRON"}]
    heads = [t for t in nouns if actors.mention_at(t) is not None and not span[0] <= t.head.i < span[1]]
    return heads[0] if heads else None


def _own_subject(verb: Token, span: tuple[int, int]) -> bool:
    subjects = {"nsubj", "nsubjpass"}
    return any(c.dep_ in subjects and span[0] <= c.i < span[1] for c in verb.children) or verb.dep_ in {"relcl", "acl"}


def _replace(deed: Deed, teller: int, subject: Token) -> None:
    role = deed.recipients if is_passive(deed.head) else deed.agents
    for tokens in (role, deed.to, deed.from_):
        for position, token in enumerate(tokens):
            if token.i == teller:
                tokens[position] = subject
    if not role and deed.head.pos_ == "VERB":
        role.append(subject)
