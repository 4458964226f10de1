"""The place of a deed whose own clause names none: carried over from what stands around it."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.reading.places.candidates import is_where
from rashomon.reading.places.index import PlaceIndex, PlaceMention
from rashomon.reading.places.words import words
from rashomon.reading.types import PlaceReading

_LATER = 0.45
_EARLIER = 0.35


def carried(head: Token, index: PlaceIndex, sort: str) -> PlaceReading | None:
    """A place elsewhere in the sentence, else the last country that something was said to happen in.

    After a pronoun ("They wounded two men") the place of the sentence before it goes on.
    Only for deeds told as single events: nouns ("the bombardment") and finite past or perfect verbs. Aims,
    demands and standing activity seldom have the place of what was told before. Scores stay low: the
    reader infers here, nobody says it.
    """
    goes_on = _goes_on(head)
    if sort not in words("carried") and not (goes_on and sort in words("meeting")):
        return None
    if not _single_event(head) or head.lemma_.lower() in words("lasting"):
        return None
    doc, sentence = head.doc, head.sent
    for mention in index.mentions:
        if not head.i < mention.start < sentence.end or not _same_clause(head, doc[mention.head]):
            continue
        if mention.kind != "country" or is_where(doc[mention.head], mention):
            return _reading(mention, _LATER, "later in the sentence")
    before = doc[sentence.start - 1].sent.start if sentence.start else 0
    for mention in reversed(index.mentions):
        if mention.end <= head.i and is_where(doc[mention.head], mention):
            if mention.start >= sentence.start:
                return _reading(mention, _LATER, "earlier in the sentence")
            goes_on = goes_on and mention.start >= before
            if goes_on or (mention.kind == "country" and sort in words("carried")):
                return _reading(mention, _EARLIER, "carried over")
    return None


def _goes_on(head: Token) -> bool:
    """Whether a pronoun ties the deed to the sentence before: "They wounded two", "its escort shot two"."""
    if head.pos_ != "VERB":
        return False
    subjects = [c for c in head.children if c.dep_ in {"nsubj", "nsubjpass"}]
    owners = [t for s in subjects for t in s.children if t.tag_ == "PRP$"]
    objects = [c for c in head.children if c.dep_ == "dobj"]
    return any(t.tag_ in {"PRP", "PRP$"} for t in (*subjects, *owners, *objects))


def _reading(mention: PlaceMention, score: float, why: str) -> PlaceReading:
    return PlaceReading(mention.name, mention.head, score, why)


def _single_event(head: Token) -> bool:
    if head.pos_ in {"NOUN", "PROPN"}:
        return True
    if head.tag_ == "VBD":
        return True
    auxiliaries = [c for c in head.children if c.dep_ in {"aux", "auxpass"}]
    return head.tag_ == "VBN" and bool(auxiliaries) and not any(c.tag_ in {"TO", "MD"} for c in auxiliaries)


def _same_clause(head: Token, place: Token) -> bool:
    """Whether a place later in the sentence stands in the deed's clause or one around it."""
    verb = place
    while verb.pos_ not in {"VERB", "AUX"} and verb.head.i != verb.i:
        verb = verb.head
    around = {head.i, *(t.i for t in head.ancestors)}
    while verb.i not in around:
        own_subject = any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)
        if verb.head.i == verb.i or verb.dep_ in {"ccomp", "parataxis", "relcl"}:
            return False
        if verb.dep_ == "conj" and own_subject:
            return False
        verb = verb.head
    return True
