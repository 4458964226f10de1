"""The number of a noun phrase, what it counts, and whom it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.knowledge.classes import in_class
from rashomon.model.claim import QuantityKind
from rashomon.reading.quantities.numbers import Number, number_at
from rashomon.reading.quantities.words import first_words, members, phrases, table
from rashomon.reading.syntax import phrase
from rashomon.reading.types import Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEPS = {"nummod", "det", "quantmod", "amod", "predet", "poss", "nmod", "compound", "advmod"}
_YEAR = re.compile(r"(?:1[89]|20)\d\d\Z")
_HYPHENS = {"-", "–"}
_LINKS = {"IN", "DT", "PRP$", "POS"}


@dataclass(frozen=True, slots=True)
class Counted:
    """A number with what it counts.

    Attributes:
        noun: what is counted; None where the number stands for it ("wounding at least 14").
        start, end: token range of the words: from what bounds the number to the head of what is counted.
        money: the currency that a sign names.
        harm: what an adjective says of those counted: "12 **dead**".
    """

    number: Number
    noun: Token | None
    start: int
    end: int
    money: str | None = None
    harm: QuantityKind | None = None


def counted(noun: Token) -> Counted | None:
    """The number of the noun phrase that this token heads, if one is there and counts something."""
    doc = noun.doc
    if _measures(noun):
        return None
    for i in _starts(noun):
        number = number_at(doc, i)
        if number is None:
            continue
        if _no_count(noun, number, i):
            return _single(noun)
        if number.end > noun.i:  # the number heads the phrase: "dozens of men", "two of them", "killed 31"
            return _headed(noun, number, _currency(noun, i))
        money = _currency(noun, i)
        if any(doc[j].is_punct and doc[j].text not in _HYPHENS for j in range(number.end, noun.i)):
            continue
        if number.end == noun.i and (harm := _harm(noun)) is not None:
            return Counted(number, None, number.start, number.end, harm=harm)
        if money:
            return Counted(number, noun, number.start, number.end, money)
        noun = _plural_before(noun, number)
        return Counted(number, noun, number.start, _whole_word(_joined(noun)))
    return _sized(noun) or _single(noun)


def nobody(noun: Token) -> Counted | None:
    """Nobody counted: "no civilians", "none of the guards", "no one"."""
    doc = noun.doc
    for i in dict.fromkeys((noun.left_edge.i, noun.i)):
        for words in phrases("none") if doc[i].lower_ in first_words("none") else ():
            end = i + len(words)
            if i <= noun.i and tuple(token.lower_ for token in doc[i:end]) == words:
                number = Number(i, end, 0, 0)
                if noun.i >= end:
                    return Counted(number, noun, i, noun.i + 1)
                return _headed(noun, number)
    return None


def _starts(noun: Token) -> Iterator[int]:
    """Tokens of the phrase that a number may start at, from left to right."""
    left = noun.i
    for child in noun.children:
        if child.dep_ in _DEPS and child.i < noun.i:
            left = min(left, child.left_edge.i)
    yield from range(left, noun.i + 1)


def _measures(noun: Token) -> bool:
    return noun.lemma_.lower() in members("measures") or noun.lower_ in members("measures")


def _no_count(noun: Token, number: Number, i: int) -> bool:
    """Whether a number is a share, an age, a year, a size, or names something: "Route 6", "a 48-hour pause"."""
    doc = noun.doc
    after = doc[number.end] if number.end < len(doc) else None
    if after is not None and (after.lower_ in members("measures") or after.lemma_.lower() in members("measures")):
        return True
    if after is not None and after.text in _HYPHENS and number.end <= noun.i and not doc[number.end - 1].whitespace_:
        return True
    before = doc[number.start - 1] if number.start and not doc[number.start].is_sent_start else None
    if noun.i == i and before is not None and before.text == "," and after is not None and after.text in {",", ")"}:
        return noun.dep_ in {"appos", "nummod", "npadvmod"}  # "the general, 54, said"
    if before is not None and before.lemma_.lower() in members("labels"):
        return True
    if _YEAR.fullmatch(doc[i].text) and (number.start, number.end) == (i, i + 1):
        return noun.i == i or noun.tag_ in {"NN", "NNP"} or (before is not None and before.pos_ in {"DET", "ADP"})
    return before is not None and doc[i].is_digit and before.pos_ == "PROPN" and before.head in (noun, doc[i])


def _currency(noun: Token, i: int) -> str | None:
    """The money that a sign right before the figures names."""
    return table("currencies").get(noun.doc[i - 1].text) if i else None


def _headed(noun: Token, number: Number, money: str | None = None) -> Counted:
    """A number that heads its phrase, with what an "of" or "others" after it counts."""
    doc = noun.doc
    after = doc[number.end] if number.end < len(doc) else None
    if after is not None and after.lower_ == "of":
        for inner in after.children:
            if inner.dep_ == "pobj":
                return Counted(number, inner, number.start, _whole_word(_joined(inner)))
    if after is not None and after.lower_ in members("rest"):
        return Counted(number, after, number.start, after.i + 1)
    if money:
        return Counted(number, None, number.start, number.end, money)
    return Counted(number, None, number.start, number.end, harm=_harm(after))


def _harm(token: Token | None) -> QuantityKind | None:
    """What an adjective behind a number says of those counted."""
    if token is None or token.lower_ not in table("casualties") or token.tag_ in {"NN", "NNS"}:
        return None
    harm: QuantityKind = table("casualties")[token.lower_]
    return harm


def _joined(noun: Token) -> Token:
    """The last noun that shares a number: "200 men **and boys**"."""
    for child in noun.children:
        if child.dep_ != "conj" or child.tag_ not in {"NNS", "NNPS"} or noun.tag_ not in {"NNS", "NNPS"}:
            continue
        after = child.doc[child.i + 1] if child.i + 1 < len(child.doc) else child
        if after.tag_ in {"VBD", "VBZ", "VBP"} and noun.dep_ not in {"nsubj", "nsubjpass"}:
            continue  # the subject of what follows: "shot two rebels and gunmen killed"
        own = any(c.dep_ in {"det", "nummod", "poss", "predet"} for c in child.children)
        if not own and child.left_edge.i <= noun.i + 2 and child.doc[noun.i + 1].lower_ in {"and", "or"}:
            return child
    return noun


def _plural_before(noun: Token, number: Number) -> Token:
    """Who is counted, where a noun of the verb's follows: "took eight **soldiers** prisoner"."""
    before = noun.doc[noun.i - 1]
    several = number.end < noun.i and (number.low or number.high or 0) > 1
    return before if several and noun.tag_ == "NN" and before.tag_ in {"NNS", "NNPS"} else noun


def _whole_word(noun: Token) -> int:
    """The token after a noun, with what a hyphen ties to it: "passers-by"."""
    doc, end = noun.doc, noun.i + 1
    while end + 1 < len(doc) and doc[end].text in _HYPHENS and not (doc[end - 1].whitespace_ or doc[end].whitespace_):
        end += 2
    return end


def _sized(noun: Token) -> Counted | None:
    """A number behind those who are counted, "a family of six"."""
    doc = noun.doc
    if noun.lemma_.lower() not in members("sized") or noun.i + 2 >= len(doc) or doc[noun.i + 1].lower_ != "of":
        return None
    number = number_at(doc, noun.i + 2)
    if number is None:
        return None
    if number.end < len(doc) and doc[number.end].tag_ in {"NNS", "NN", "NNPS", "NNP", "JJ"}:
        inner = [c for c in doc[noun.i + 1].children if c.dep_ == "pobj" and c.i >= number.end]
        return counted(inner[0]) if inner else None
    start = min([noun.i, *(c.i for c in noun.children if c.dep_ == "det")])
    return Counted(number, noun, start, number.end)


def _single(noun: Token) -> Counted | None:
    """A single one: "a policeman"."""
    if noun.tag_ != "NN" or (in_class(noun.lemma_, "group") and not in_class(noun.lemma_, "person")):
        return None
    for child in noun.children:
        if child.dep_ in {"det", "nummod"} and child.lower_ in members("single"):
            return Counted(Number(child.i, child.i + 1, 1, 1), noun, child.i, _whole_word(noun))
    return None


def who(scene: Scene, found: Counted) -> str | None:
    """Whom or what a number counts, in the words of the text; a pronoun as the name that it stands for."""
    if found.money:
        return found.money
    noun = found.noun
    if noun is None:
        return None
    if noun.pos_ == "PRON" and noun.lower_ not in members("rest"):
        referents = scene.actors.referents(noun)
        return referents[0].name if referents else None
    if noun.i < found.number.start or noun.i >= found.end:
        return noun.text
    start, doc = found.number.end, noun.doc
    while start < noun.i and (doc[start].tag_ in _LINKS or doc[start].is_punct or doc[start].is_space):
        if doc[start].tag_ == "IN" and not doc[start].whitespace_:  # "an off-duty officer"
            break
        start += 1
    end = max(found.end, start + 1)
    if noun.lemma_.lower() in members("of_whom") and end == noun.i + 1:
        end = _with_of(noun)
    return " ".join(doc[start:end].text.split())


def _with_of(noun: Token) -> int:
    """The token after the body that members are of: "70 members **of the tribe**"."""
    doc = noun.doc
    if noun.i + 1 < len(doc) and doc[noun.i + 1].lower_ == "of":
        for inner in doc[noun.i + 1].children:
            if inner.dep_ == "pobj":
                return phrase(inner)[1]
    return noun.i + 1


def known_already(found: Counted) -> bool:
    """Whether a number only repeats a group known before: "the two divers"."""
    if found.noun is None:
        return False
    doc, start = found.noun.doc, found.start
    words = doc[max(start - 1, 0) : found.number.end]
    return any(token.tag_ in {"DT", "PRP$", "POS"} for token in words) and doc[start].tag_ != "DT"
