"""The place of a deed whose own clause names none: carried over from what stands around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.reading.places.candidates import is_where
from rashomon.reading.places.index import PlaceIndex, PlaceMention
from rashomon.reading.places.words import words
from rashomon.reading.types import PlaceReading

if TYPE_CHECKING:
    from spacy.tokens import Token

_EARLIER = 0.35
_KEY = "rashomon.where it happened"
_FAR = {"violence_scene": 3, "talks_scene": 5}
"""Sentences after which a scene is over."""


def carried(head: Token, index: PlaceIndex, sort: str) -> PlaceReading | None:
    """Where the scene goes on, else the last country that something was said to happen in.

    After a pronoun ("They wounded two men") the place of the sentence before it goes on.
    Only for deeds told as single events: nouns ("the bombardment") and finite past or perfect verbs. Aims,
    demands and standing activity seldom have the place of what was told before. Scores stay low: the
    reader infers here, nobody says it.
    """
    if _told_as_event(head, sort) and (running := last_event(head, sort)) is not None:
        return running
    goes_on = _goes_on(head) and _tells_on(head)
    if sort not in words("carried") and not (goes_on and sort in words("meeting")):
        return None
    if not single_event(head) or head.lemma_.lower() in words("lasting"):
        return None
    doc, sentence = head.doc, head.sent
    before = doc[sentence.start - 1].sent.start if sentence.start else 0
    for mention in reversed(index.mentions):
        if mention.end <= sentence.start and is_where(doc[mention.head], mention):
            goes_on = goes_on and mention.start >= before
            if goes_on or (mention.kind == "country" and sort in words("carried")):
                return _reading(mention, _EARLIER, "carried over")
    return None


def note(head: Token, sort: str, place: PlaceReading) -> None:
    """Keeps where a deed happened, for those told after it. Deeds are asked for in the order of the text."""
    if sort in words("going_on") and _told_as_event(head, sort):
        told = head.doc.user_data.setdefault(_KEY, [])
        told.append((head.i, _scene(sort), place))


def _told_as_event(head: Token, sort: str) -> bool:
    """Whether a deed is told as an event; talks may be announced ("will meet")."""
    announced = sort in words("talks_scene") and any(c.lower_ == "will" for c in head.children if c.dep_ == "aux")
    return single_event(head) or announced


def last_event(head: Token, sort: str) -> PlaceReading | None:
    """Where the last event of that sort happened, for one told shortly after it in a sentence without a place."""
    kind = _scene(sort)
    if kind is None or not _tells_on(head) or head.lemma_.lower() in words("lasting"):
        return None
    for i, other, place in reversed(head.doc.user_data.get(_KEY, [])):
        if i < head.i and other == kind:
            between = sum(1 for t in head.doc[i : head.i] if t.is_sent_start)
            if between > _FAR[kind]:
                return None
            return PlaceReading(place.name, place.head, _EARLIER, "going on")
    return None


def _tells_on(head: Token) -> bool:
    """Whether a word may tell more of the same scene: a finite verb, or one event as a noun ("the strike");
    not of nobody ("hit no house"), and not where the sentence turns elsewhere ("In another case")."""
    around = [*head.children, *(t for child in head.children for t in child.children)]
    if any(t.lower_ in words("nobody") for t in around) or any(t.lower_ in words("turning") for t in head.sent):
        return False
    if head.pos_ in {"NOUN", "PROPN"}:
        return head.tag_ == "NN" and any(t.dep_ == "det" for t in head.children)
    return True


def _scene(sort: str) -> str | None:
    """The sort of scene that a deed of this type goes on in."""
    return next((kind for kind in ("violence_scene", "talks_scene") if sort in words(kind)), None)


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


def single_event(head: Token) -> bool:
    """Whether a word tells one event: a noun, or a finite past or perfect verb."""
    if head.pos_ in {"NOUN", "PROPN"}:
        return True
    if head.tag_ == "VBD":
        return True
    auxiliaries = [c for c in head.children if c.dep_ in {"aux", "auxpass"}]
    return head.tag_ == "VBN" and bool(auxiliaries) and not any(c.tag_ in {"TO", "MD"} for c in auxiliaries)
