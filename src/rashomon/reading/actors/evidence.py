"""What speaks for the sort of a name: its own words and form, and what stands around it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from rashomon.knowledge.places import load as gazetteer
from rashomon.reading.actors.context import context, modified
from rashomon.reading.actors.names import Name
from rashomon.reading.actors.nouns import noun_category
from rashomon.reading.actors.words import lemma, sort_of, words
from rashomon.reading.types import Category

_DASHES = {"-", "--", "–", "—"}

Votes = dict[Category, float]
Vote = tuple[Category, float]

_ENTITY_TYPES: dict[str, Category] = {
    "PERSON": "person", "GPE": "place", "LOC": "place", "FAC": "place", "ORG": "group", "NORP": "group",
}  # fmt: skip
_CONTEXTS: dict[str, Votes] = {
    "speaks": {"person": 1.5, "group": 1.5},
    "acts": {"person": 1.0, "group": 1.0},
    "addressed": {"person": 1.0, "group": 1.0},
    "where": {"place": 3.0},
    "taken": {"place": 2.0},
    "near": {"place": 0.7},
    "undergoes": {"person": 2.5},
    "struck": {"place": 1.5, "group": 0.7, "person": 0.3},
    "owns": {"group": 0.3, "place": 0.3},
}


def from_form(doc: Doc, name: Name) -> Iterator[Vote]:
    """Votes from the name itself: its title, first and last words, number, and the gazetteer."""
    parts = [t for t in doc[name.start : name.end] if not t.is_punct]
    first, last = parts[0], parts[-1]
    governing = next((parts[i - 1] for i, t in enumerate(parts) if i and t.lower_ in {"of", "for"}), last)
    if name.title:
        yield "person", 5
    elif _opens_report(doc, name):
        yield "place", 6
    word = governing.lower_
    if len(parts) > 1:
        if word in words("body_words") or first.lower_ in words("body_words"):
            yield "group", 4
        elif word in words("media_words"):
            yield "group", 3
        elif word in words("place_words"):
            yield "place", 4
        elif sort_of(lemma(governing), "person"):
            yield "group" if governing.tag_ == "NNPS" else "person", 1
        if first.text in words("place_beginnings") and word not in words("body_words"):
            yield "place", 2.5
    matter = len(parts) > 1 and not name.title and _is_matter(lemma(governing))
    if matter:
        yield "thing", 3
    place = gazetteer().is_place(name.text)
    if place:
        yield "place", 2.5 if len(parts) == 1 else 3
    article = name.start > 0 and doc[name.start - 1].lower_ == "the"
    plural = governing.tag_ == "NNPS" or (governing.text.endswith("s") and not governing.text.endswith("ss"))
    if article and not place and not any(t.lower_ in words("place_words") for t in parts):
        yield "group", 2 if plural else 0.7
    elif plural and governing.tag_ == "NNPS" and not place:
        yield "group", 1.5
    elif not article and not place and not matter and not _says_what(parts):
        if len(parts) > 1:
            yield "person", 1.2
        elif not name.title and context(doc[name.head]) not in {"where", "taken", "near", "struck"}:
            yield "group", 1.0  # a lone name that is nobody's surname rather is a body's
    if len(parts) == 1 and last.text.isupper() and 2 <= len(last.text) <= 6 and not place:
        yield "group", 2


def _is_matter(word: str) -> bool:
    """Whether a noun makes a longer name that of a matter, not of somebody: "Tarn Conference", "Penal Code"."""
    body = any(sort_of(word, n) for n in ("person", "group", "place", "facility")) or word in words("body_words")
    return not body and any(sort_of(word, n) for n in words("matter_classes"))


def _opens_report(doc: Doc, name: Name) -> bool:
    """Whether a name in capitals begins a dateline: "PORT SAREN, 3 May - "."""
    sentence = doc[name.start].sent
    last = next((t for t in reversed(list(sentence)) if not t.is_space), sentence[0])
    return name.start == sentence.start and name.text.isupper() and last.text in _DASHES


def _says_what(parts: list[Token]) -> bool:
    return any(t.lower_ in words(n) for t in parts for n in ("body_words", "place_words", "media_words")) or parts[
        0
    ].text in words("place_beginnings")


def from_surroundings(doc: Doc, name: Name) -> Iterator[Vote]:
    """Votes from the syntax and the words around one mention."""
    head = doc[name.head]
    article = name.start > 0 and doc[name.start - 1].lower_ == "the"
    for category, weight in _CONTEXTS.get(context(head), {}).items():
        if not (article and category == "person"):
            yield category, weight
    if head.ent_type_ in _ENTITY_TYPES and not (article and head.ent_type_ == "PERSON"):
        yield _ENTITY_TYPES[head.ent_type_], 0.5 if head.ent_type_ == "ORG" else 0.9
    if context(head) == "acts" and head.dep_ == "nsubj" and head.head.tag_ in {"VBP"} and head.tag_ == "NNP":
        yield "group", 1
    if any(c.lower_ in words("place_participles") and c.dep_ == "amod" for c in head.children):
        yield "place", 3
    noun = modified(head)
    if noun is not None and noun.i >= name.end:
        word = lemma(noun)
        if noun.dep_ == "punct":
            return
        if head.dep_ == "poss":
            if word in words("group_heads"):
                yield "group", 1
            elif word in words("place_heads") or sort_of(word, "place"):
                yield "place", 1
        elif sort_of(word, "fighter"):
            yield "group", 1.5
        elif sort_of(word, "facility") and name.end - name.start == 1:
            yield "place", 1.5  # "the Orm hospital"
    yield from _role_before(doc, name)
    yield from _of_or_apposition(doc, name, head)


def _role_before(doc: Doc, name: Name) -> Iterator[Vote]:
    """Votes from a role before the name: "the poet Salwa Nur", "the militia Ansar"."""
    if name.start == 0:
        return
    before = doc[name.start - 1]
    if before.pos_ != "NOUN" or before.dep_ not in {"compound", "nmod", "amod", "appos"}:
        return
    found = noun_category(before)
    if found == "person" and before.tag_ == "NN":
        yield "person", 4
    elif found in {"group", "place"}:
        yield found, 2


def _of_or_apposition(doc: Doc, name: Name, head: Token) -> Iterator[Vote]:
    """Votes from "the town of X", "militants of X", and from appositions: "X, a town north of"."""
    if head.dep_ == "pobj" and head.head.lower_ == "of":
        governor = head.head.head
        word = lemma(governor)
        if word in words("group_heads"):
            yield "group", 2
        elif word in words("place_descriptions") and governor.pos_ == "NOUN":
            yield "place", 5
        elif sort_of(word, "group") and governor.pos_ == "NOUN":
            yield "place", 0.5
    for other in _apposed(doc, name, head):
        found = noun_category(other)
        if found in {"person", "group", "place"} and other.pos_ == "NOUN":
            yield found, 4


def _apposed(doc: Doc, name: Name, head: Token) -> Iterator[Token]:
    for child in head.children:
        if child.dep_ == "appos":
            yield child
    if head.dep_ == "appos":
        yield head.head
    elif name.end + 1 < len(doc) and doc[name.end].text == "," and doc[name.end + 1].lower_ in {"a", "an", "the"}:
        noun = next((t for t in doc[name.end + 1 : name.end + 8] if t.pos_ == "NOUN" and t.dep_ != "compound"), None)
        if noun is not None and noun.head.i <= noun.i and noun.dep_ not in {"nsubj", "nsubjpass"}:
            yield noun
