"""What is held or changes hands: the full name of the ground that a control claim is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.knowledge.classes import in_class
from rashomon.reading.places.candidates import in_phrase, joined, prepositional
from rashomon.reading.places.index import PlaceIndex
from rashomon.reading.places.words import words
from rashomon.reading.syntax import phrase
from rashomon.reading.syntax.holding import meant_by
from rashomon.reading.types import Deed, PlaceReading

if TYPE_CHECKING:
    from spacy.tokens import Token


def held_place(deed: Deed, index: PlaceIndex) -> PlaceReading | None:
    """The place of a control claim, from the tokens that its sense names as place."""
    for token in deed.place:
        name, score, why = _ground(token, index)
        if name:
            return PlaceReading(name, token.i, score, why)
    return None


def _ground(token: Token, index: PlaceIndex) -> tuple[str, float, str]:
    mention = index.at(token)
    if mention is not None:
        return mention.name, mention.score, "role"
    if token.pos_ == "PRON":
        if token.lower_ == "them" and (meant := meant_by(token)) is not None:
            return _ground(meant, index)
        last = index.before(token.i)
        return (last.name, 0.6, "pronoun") if last else ("", 0.0, "")
    if token.text[:1].isupper():
        start, end = phrase(token)
        return _trimmed(token, start, end), 0.7, "named"
    if token.dep_ == "attr" and (subject := _said_of(token, index)):
        return subject, 0.8, "predicate"
    if token.dep_ == "appos" and (named := index.at(token.head)):
        return named.name, 0.8, "apposition"
    found = in_phrase(token, index)
    start, end = phrase(token)
    own = _trimmed(token, start, end)
    if found and (token.lower_ in words("sorts") or (_bare(token) and _stands_for(token, found[0].name))):
        return joined(found), 0.8, "phrase"
    if _names_itself(token, index):
        return _with_phrase(token, own), 0.85, "phrase"
    last = index.before(token.i)
    for word, first, obj in prepositional(token):
        if last and obj.pos_ == "PRON" and word in words("at") | words("to") | words("of"):
            return f"{own} {token.doc[first.i : obj.i].text} {last.name}", 0.6, "phrase and pronoun"
    beside = _beside(token, index)
    if beside:
        return f"{own} {beside}", 0.8, "phrase beside it"
    if last and _owned_there(token) and in_class(token.lemma_.lower(), "facility"):
        return f"{own} at {last.name}", 0.5, "last place"
    return own, 0.5, "description"


def _said_of(token: Token, index: PlaceIndex) -> str:
    """The name of which a noun is said: "**Orm** is the last town that the army holds"."""
    if token.head.lemma_ != "be":
        return ""
    subject = next((c for c in token.head.children if c.dep_ == "nsubj"), None)
    if subject is None:
        return ""
    named = index.at(subject)
    if named is not None:
        return named.name
    start, end = phrase(subject)
    return _trimmed(subject, start, end) if subject.text[:1].isupper() and subject.pos_ in {"PROPN", "NOUN"} else ""


def _beside(token: Token, index: PlaceIndex) -> str:
    """A phrase of place right after the noun that the parser hung on the verb: "hold the store | at X"."""
    if token.head.pos_ not in {"VERB", "AUX"}:
        return ""
    for word, first, obj in prepositional(token.head):
        if first.i == token.i + 1 and word in words("at") and index.at(obj):
            return str(token.doc[first.i : phrase(obj)[1]].text)
    return ""


def _stands_for(token: Token, name: str) -> bool:
    """Whether "the town", "the dam" repeats the name found for it."""
    return token.lower_ in words("anaphors") or token.lower_ in name.lower().split()


def _owned_there(token: Token) -> bool:
    """Whether the place meant is at the last one named: "its depot", "the depot there"."""
    near = [*token.children, *token.head.children]
    return any(c.tag_ == "PRP$" for c in token.children) or any(c.lower_ in words("adverbs") for c in near)


def _bare(token: Token) -> bool:
    return all(c.dep_ in {"det", "poss"} for c in token.children)


def _names_itself(token: Token, index: PlaceIndex) -> bool:
    """Whether the phrase holds the name of where it is: "the camp on the Quito river"."""
    return any(in_phrase(obj, index) or obj.text[:1].isupper() for _, _, obj in prepositional(token))


def _with_phrase(token: Token, own: str) -> str:
    """The phrase up to the end of its first prepositional phrase."""
    for word, first, obj in prepositional(token):
        if word in words("at") | {"of", "to"}:
            end = phrase(obj)[1]
            return f"{own} {token.doc[first.i : end].text}"
    return own


def _trimmed(token: Token, start: int, end: int) -> str:
    """A phrase without article, possessive and what follows its head but a name."""
    doc = token.doc
    while start < token.i and (
        doc[start].tag_ in {"DT", "PRP$", "POS", "PDT", "CC"} or doc[start].dep_ == "poss" or doc[start].tag_ == "RB"
    ):
        start += 1
    held = [c.i + 1 for c in token.lefts if c.dep_ == "amod" and c.tag_ == "VBN" and doc[c.i - 1].text == "-"]
    start = max(start, *held, start)  # "rebel-held quarters" are quarters
    return str(doc[start : max(end, token.i + 1)].text).strip()
