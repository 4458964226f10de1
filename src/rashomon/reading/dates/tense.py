"""Whether a deed lies ahead or behind, and whether it lasts, by its verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.reading.dates.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_PAST = {"VBD"}
_FAR = 3


def is_ahead(head: Token) -> bool | None:
    """True: "will", "is to", "plans to"; False: a past tense; None: the verb does not say."""
    for distance, token in enumerate([head, *list(head.ancestors)[:_FAR]]):
        aux = [c for c in token.children if c.dep_ in {"aux", "auxpass"}]
        perfect = any(c.lemma_ == "have" for c in aux)
        if any(c.lower_ in words("will") for c in aux):
            return None if perfect else True
        if any(c.tag_ == "TO" for c in aux) and not perfect and _planned(token):
            return True
        if distance == 0 and (token.tag_ in _PAST or perfect or any(c.tag_ in _PAST for c in aux)):
            return False
        if token.dep_ in {"ccomp", "relcl", "parataxis"}:
            break
    return None


def _planned(token: Token) -> bool:
    """Whether what an infinitive hangs on lays it in the future."""
    return token.head != token and token.head.lemma_.lower() in words("planning")


def lasts(head: Token) -> bool:
    """Whether the deed goes on up to now: "has besieged", "have been fighting"."""
    chain = [head, *list(head.ancestors)[:1]] if head.pos_ != "VERB" else [head]
    return any(c.dep_ == "aux" and c.lemma_ == "have" and c.tag_ in {"VBZ", "VBP"} for t in chain for c in t.children)


def verb_of(token: Token) -> Token:
    """The verb that a token hangs on, else its sentence's root."""
    while token.head != token and token.pos_ not in {"VERB", "AUX"}:
        token = token.head
    return token
