"""Whether the words around an unknown name say that it is a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.knowledge.classes import in_class
from rashomon.knowledge.places import load
from rashomon.reading.places.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BARE = 0.75
_NAMED_SORT = 0.9
_LYING = 0.7
_MOVEMENT = 0.55


def says_place(doc: Doc, start: int, end: int) -> float:
    """How surely the context makes a name a place; 0.0: it does not.

    "at Harpin", "the village of Harpin", "north of Harpin", "Harpin, a market town".
    """
    if _called_a_place(doc, end):
        return _NAMED_SORT
    if (end < len(doc) and doc[end].tag_ == "POS") or _modifies(doc, start, end):
        return 0.0
    before = start - 1
    while before >= 0 and doc[before].tag_ in {"DT", "JJ"}:
        before -= 1
    if before < 0:
        return 0.0
    word = doc[before]
    if word.lower_ == "of" and before:
        noun = doc[before - 1]
        lemma = noun.lemma_.lower()
        if noun.lower_ in words("sorts") or lemma in words("sorts"):
            return _NAMED_SORT
        if noun.pos_ == "NOUN" and start - before == 1 and (in_class(lemma, "place") or in_class(lemma, "facility")):
            return _BARE
        return _BARE if noun.lower_ in words("of_place") and start - before == 1 else 0.0
    if _lies_in(doc, end) and word.pos_ in {"VERB", "ADP"}:
        return _LYING
    if word.lower_ not in words("naming") or word.tag_ not in {"IN", "RP", "RB", "TO"}:
        return _BARE if _coordinated(doc, start, end) else 0.0
    if word.lower_ in words("from") | words("to"):
        return _MOVEMENT if doc[end - 1].ent_type_ in {"GPE", "LOC", "FAC"} and not _titled(doc, start) else 0.0
    if doc[end - 1].ent_type_ in {"DATE", "EVENT", "TIME", "LAW"} or (
        start - before > 1 and doc[start].ent_type_ == "ORG"
    ):
        return 0.0
    return _BARE if not _titled(doc, start) else 0.0


def _called_a_place(doc: Doc, end: int) -> bool:
    """Whether an apposition says so: "X, a market town"."""
    if end + 2 >= len(doc) or doc[end].text not in {",", "("} or doc[end + 1].lower_ not in {"a", "an", "the"}:
        return False
    for token in doc[end + 2 : end + 7]:
        if token.lower_ in words("sorts"):
            return True
        if token.is_punct or token.pos_ in {"VERB", "ADP"}:
            return False
    return False


def _lies_in(doc: Doc, end: int) -> bool:
    """Whether a known place follows that the name lies in: "X in eastern Aleppo", "X, Aleppo province"."""
    if end + 1 >= len(doc) or doc[end].lower_ not in {"in", ","}:
        return False
    start = end + 1
    while start < min(len(doc) - 1, end + 4) and doc[start].lower_ in words("directions") | {"the"}:
        start += 1
    stop = start + 1
    while stop < len(doc) and stop - start < 3 and doc[stop].text[:1].isupper():
        stop += 1
    return any(load().is_place(doc[start:last].text) for last in range(stop, start, -1))


def _modifies(doc: Doc, start: int, end: int) -> bool:
    """Whether the name only modifies a noun after it: "Muscat shipping firm"."""
    root: Token = doc[start:end].root
    return root.dep_ in {"compound", "nmod", "amod"} and root.head.i >= end and not root.head.text[0].isupper()


def _titled(doc: Doc, start: int) -> bool:
    return doc[start].lower_ in words("not_heads") or bool(start and doc[start - 1].lower_ in words("not_heads"))


def _coordinated(doc: Doc, start: int, end: int) -> bool:
    """Whether this is a further name after a preposition of place: "in Ostry, Tarvol and Lisk"."""
    i = start - 1
    if i < 2 or not (doc[i].lower_ == "and" or (doc[i].text == "," and _goes_on(doc, end))):
        return False
    while i > 0 and (doc[i].text == "," or doc[i].lower_ == "and" or doc[i].text[:1].isupper()):
        i -= 1
    named = doc[start].pos_ == "PROPN" and doc[start].text[:1].isupper()
    return named and doc[i].lower_ in words("naming") & words("at") and doc[i].tag_ == "IN"


def _goes_on(doc: Doc, end: int) -> bool:
    """Whether a list goes on to its last name: ", Tarvol and Lisk"."""
    for token in doc[end : end + 6]:
        if token.lower_ == "and":
            return token.i + 1 < len(doc) and doc[token.i + 1].text[:1].isupper()
        if token.text != "," and not token.text[:1].isupper():
            return False
    return False
