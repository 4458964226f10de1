"""The place of a deed whose own clause names none: carried over from what stands around it."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.reading.places.index import PlaceIndex, PlaceMention
from rashomon.reading.places.words import words
from rashomon.reading.types import PlaceReading

_LATER = 0.45
_EARLIER = 0.35


def carried(head: Token, index: PlaceIndex) -> PlaceReading | None:
    """A place elsewhere in the sentence, else the last country that something was said to happen in.

    After a pronoun ("They wounded two men") the place of the sentence before it goes on.
    Only for deeds told as single events: nouns ("the bombardment") and finite past or perfect verbs. Aims,
    demands and standing activity seldom have the place of what was told before. Scores stay low: the
    reader infers here, nobody says it.
    """
    if not _single_event(head):
        return None
    doc, sentence = head.doc, head.sent
    for mention in index.mentions:
        if head.i < mention.start < sentence.end and (mention.kind != "country" or _where(doc[mention.head])):
            return _reading(mention, _LATER, "later in the sentence")
    goes_on = head.tag_ == "VBD" and any(c.dep_ in {"nsubj", "nsubjpass"} and c.tag_ == "PRP" for c in head.children)
    before = doc[sentence.start - 1].sent.start if sentence.start else 0
    for mention in reversed(index.mentions):
        if mention.end <= head.i and _where(doc[mention.head]):
            if mention.start >= sentence.start:
                return _reading(mention, _LATER, "earlier in the sentence")
            goes_on = goes_on and mention.start >= before
            if mention.kind == "country" or goes_on:
                return _reading(mention, _EARLIER, "carried over")
    return None


def _reading(mention: PlaceMention, score: float, why: str) -> PlaceReading:
    return PlaceReading(mention.name, mention.head, score, why)


def _single_event(head: Token) -> bool:
    if head.pos_ in {"NOUN", "PROPN"}:
        return True
    if head.tag_ == "VBD":
        return True
    auxiliaries = [c for c in head.children if c.dep_ in {"aux", "auxpass"}]
    return head.tag_ == "VBN" and bool(auxiliaries) and not any(c.tag_ in {"TO", "MD"} for c in auxiliaries)


def _where(token: Token) -> bool:
    """Whether a place name is the object of a preposition of place."""
    while token.dep_ in {"conj", "appos", "compound", "nmod"}:
        token = token.head
    return token.dep_ == "pobj" and token.head.lower_ in words("at") | words("of")
