"""Numbers that stand apart from whom they count: "the toll rose to 31", "Eight dead", "including four children"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.reading.quantities.numbers import number_at
from rashomon.reading.quantities.phrases import Counted, counted
from rashomon.reading.quantities.words import members
from rashomon.reading.types import Deed

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOMINAL = {"NOUN", "PROPN", "ADP", "ADJ", "NUM"}
_REACH = 14


def told_of(deed: Deed) -> Counted | None:
    """The number that a predicate gives: "the death toll **rose to 31**", "put the number of dead **at 45**"."""
    top = deed.head
    while top.head != top and top.pos_ in _NOMINAL:
        top = top.head
    found: list[tuple[int, Counted]] = []
    for holder in (deed.head, *([top] if top.pos_ in {"VERB", "AUX"} else [])):
        for child in holder.children:
            if child.dep_ in {"prep", "dobj", "attr", "oprd", "npadvmod", "advmod"} and child.i > deed.head.i:
                found += [(rank, c) for rank, c in _numbers(child)]
    return min(found, key=lambda f: (f[0], f[1].start))[1] if found else None


def _numbers(child: Token) -> Iterator[tuple[int, Counted]]:
    """The bare numbers under a preposition or as object; those that a list ranks first before others."""
    preposition = child.lower_ if child.dep_ == "prep" else ""
    if preposition and preposition not in members("reaching"):
        return
    for token in [child, *child.children]:
        if token.tag_ == "CD" or token.lemma_.lower() in {"dozen", "score", "hundred", "thousand"}:
            number = counted(token)
            if number is not None and number.noun is None:
                yield (0 if preposition == "to" else 1), number


def beside(deed: Deed) -> Counted | None:
    """The number right before a harm: "**Eight** dead, **13** wounded"; "left **12** dead"."""
    doc = deed.head.doc
    for i in range(max(deed.start - 5, deed.head.sent.start), deed.end):
        number = number_at(doc, i)
        if number is None or number.end > deed.end:
            continue
        inside = number.start > deed.start and number.end < deed.end
        if number.end == deed.start or (inside and doc[number.end].lower_ in members("casualties")):
            return Counted(number, None, number.start, number.end)
    return None


def parts(found: Counted, deed: Deed) -> Iterator[Counted]:
    """The parts of a number, after it or after its verb: "15 people, **including four children**", "12 men, **of whom
    four** were children", "22 people were hurt, **five of them** badly"."""
    noun = found.noun
    if noun is None or found.number.low == found.number.high == 1:
        return
    yield from _parts_at(found, noun, found.end, noun.sent.end)
    if found.end <= deed.start:
        for at in _asides(deed, noun.sent.end):
            yield from _parts_at(found, noun, at, noun.sent.end)


def _asides(deed: Deed, sentence_end: int) -> Iterator[int]:
    """Where a part may stand behind its verb: right after it, and after the next comma ("died in it, including")."""
    doc = deed.head.doc
    yield deed.end
    for token in doc[deed.end + 1 : min(deed.end + _REACH, sentence_end)]:
        if token.pos_ == "VERB":
            return
        if token.text == ",":
            yield token.i
            return


def _parts_at(found: Counted, noun: Token, at: int, sentence_end: int) -> Iterator[Counted]:
    doc = noun.doc
    while at < sentence_end and (doc[at].is_punct or doc[at].lower_ in members("also")):
        at += 1
    if at >= sentence_end:
        return
    for relative in doc[at + 1 : min(at + _REACH, sentence_end)]:
        if relative.lower_ in {"whom", "which"} and relative.nbor(-1).lower_ == "of":
            part = _predicated(relative, sentence_end)
            if part is not None:
                yield part
            return
    if (part := _of_them(noun, at)) is not None:
        yield part
        return
    if doc[at].lower_ not in members("parts"):
        return
    i = at + 1
    while i < min(sentence_end, at + _REACH) and doc[i].pos_ not in {"VERB", "AUX"}:
        part = _part_at(doc[i])
        if part is None:
            i += 1
            continue
        if part.noun is not None and part.noun.dep_ in {"nsubj", "nsubjpass"}:  # "..., two residents said"
            return
        yield part
        i = part.end


def _of_them(whole: Token, at: int) -> Counted | None:
    """A part by a pronoun: "17 guests, **seven of them** children"."""
    doc = whole.doc
    number = number_at(doc, at)
    if number is None or number.end + 1 >= len(doc) or doc[number.end].lower_ != "of":
        return None
    pronoun = doc[number.end + 1]
    if pronoun.lower_ not in members("them"):
        return None
    after = doc[pronoun.i + 1] if pronoun.i + 1 < len(doc) else pronoun
    people = after if after.tag_ == "NNS" else whole
    return Counted(number, people, number.start, pronoun.i + 1)


def _part_at(token: Token) -> Counted | None:
    """The number that starts at a token, with its noun."""
    of_age = token.i > 0 and token.nbor(-1).lower_ == "of"  # "a girl of nine"
    if token.tag_ == "CD" and not of_age and (bare := counted(token)) is not None and bare.noun is None:
        following = token.doc[bare.end] if bare.end < len(token.doc) else token
        if following.pos_ in {"ADP", "PUNCT", "CCONJ"}:  # "including 40 in one village"
            return bare
    for noun in [token, *token.ancestors][:3]:
        if noun.pos_ in {"NOUN", "PROPN"} and noun.i >= token.i and (found := counted(noun)) is not None:
            return found if found.start <= token.i < found.end else None
    return None


def _predicated(relative: Token, sentence_end: int) -> Counted | None:
    """A part said of all: "of whom four were children"."""
    doc = relative.doc
    number = number_at(doc, relative.i + 1) if relative.i + 1 < sentence_end else None
    if number is None or number.end + 1 >= sentence_end or doc[number.end].lemma_ != "be":
        return None
    said = [c for c in doc[number.end].children if c.dep_ == "attr" and c.pos_ == "NOUN"]
    return Counted(number, said[0], number.start, number.end) if said else None
