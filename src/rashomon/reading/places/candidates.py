"""The places that syntax puts near a deed, each with how strongly it is tied to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.knowledge.classes import in_class
from rashomon.reading.places.index import PlaceIndex, PlaceMention
from rashomon.reading.places.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOMINAL = {"NOUN", "PROPN", "PRON"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that may be where a deed happens: the mentions joined in one phrase, and why."""

    mentions: tuple[PlaceMention, ...]
    score: float
    why: str

    @property
    def head(self) -> int:
        """The token that heads the (first) name."""
        return self.mentions[0].head


def prepositional(token: Token) -> Iterator[tuple[str, Token, Token]]:
    """The prepositions that hang on a token, as (word, preposition, object)."""
    for child in token.children:
        pointing = child.i > token.i and child.lower_ in words("compass")  # "an area west of X"
        if pointing or child.dep_ in {"prep", "dative", "agent", "advmod", "prt", "npadvmod"}:
            yield from _objects(child, child)


def _objects(first: Token, preposition: Token) -> Iterator[tuple[str, Token, Token]]:
    for child in preposition.children:
        if child.dep_ == "pobj":
            yield preposition.lower_, first, child
        elif child.dep_ in {"prep", "pcomp", "conj"} and child.tag_ in {"IN", "TO", "RB"}:
            yield from _objects(first, child)


def in_phrase(token: Token, index: PlaceIndex, depth: int = 0) -> list[PlaceMention]:
    """The places that a noun phrase names: itself, "the town of X", "a mosque in X", "X's schools"."""
    if depth > 4:
        return []
    own = index.at(token)
    if own is not None:
        inner = _after(token, index, depth) if token.lower_ in words("settlements") else []
        return inner or [own, *_joined(token, index)]  # "the Red Sea island of X" is X
    for child in token.children:
        if child.dep_ == "appos" and (mention := index.at(child)):
            return [mention]
    if token.lower_ in words("relative_nouns") and (before := _modifiers(token, index)):
        return before
    if child_mentions := _after(token, index, depth):
        return child_mentions
    return _modifiers(token, index) or _anaphor(token, index)


def _joined(token: Token, index: PlaceIndex) -> list[PlaceMention]:
    """Places coordinated with this one: "in Rabiyah and Zumar"."""
    found: list[PlaceMention] = []
    for child in token.children:
        if child.dep_ == "conj" and (mention := index.at(child)):
            found += [mention, *_joined(child, index)]
    return found


def _after(token: Token, index: PlaceIndex, depth: int) -> list[PlaceMention]:
    """Places in the prepositional phrases of a noun, the most specific first."""
    fitting = words("at") | words("relative_nouns")
    best: list[PlaceMention] = []
    for word, first, obj in prepositional(token):
        if (word in words("examples") or first.lower_ in words("examples")) and (mention := index.at(obj)):
            return [mention, *_joined(obj, index)]
        if (word == "of" and _of_goes_on(token)) or word in fitting or (word in {"to", "from"} and _reaches(token)):
            found = in_phrase(obj, index, depth + 1)
            if found and (not best or specificity(found[0]) > specificity(best[0])):
                best = found
    return best


def _of_goes_on(token: Token) -> bool:
    """Whether "of X" after this noun says where it is: "village of X", "outskirts of X", "people of X"."""
    lemma = token.lemma_.lower()
    return (
        token.lower_ in words("relative_nouns") | words("sorts") | words("of_place")
        or in_class(lemma, "place")
        or in_class(lemma, "facility")
        or in_class(lemma, "civilian")
    )


def _reaches(token: Token) -> bool:
    """Whether "to X" after this noun says where it lies: "the power line to Vantry", "the road to X"."""
    lemma = token.lemma_.lower()
    return in_class(lemma, "facility") or in_class(lemma, "place") or lemma in words("trips")


def _modifiers(token: Token, index: PlaceIndex) -> list[PlaceMention]:
    """A place before a noun that is no body: "Aleppo hospital", "Amadiyah's schools"."""
    lemma = token.lemma_.lower()
    if in_class(lemma, "group") or in_class(lemma, "official") or in_class(lemma, "fighter"):
        return []
    for child in token.children:
        if child.dep_ in {"compound", "poss", "nmod"} and (mention := index.at(child)) and mention.kind != "country":
            return [mention]
    return []


def _anaphor(token: Token, index: PlaceIndex) -> list[PlaceMention]:
    """The last place of that sort, for "the town" and "the country"."""
    definite = any(c.lower_ in words("definite") for c in token.children if c.dep_ in {"det", "poss"})
    if not definite:
        return []
    if token.lower_ in words("country_words"):
        last = index.before(token.i, country=True)
    elif token.lower_ in words("anaphors"):
        last = _settled(token, index) or index.before(token.i)
    elif token.lower_ in words("heads_after"):  # "the dam" after "the Sorra Dam"
        last = index.ending(token.lower_, token.i)
    else:
        return []
    return [last] if last else []


def _settled(token: Token, index: PlaceIndex) -> PlaceMention | None:
    """For "the quarter of the town", the last place before it that is no quarter: a town does not lie in its part."""
    preposition = token.head
    inner = index.at(preposition.head) if token.dep_ == "pobj" and preposition.lower_ in words("links_in") else None
    if inner is None or token.lower_ not in words("towns"):
        return None
    for mention in reversed(index.mentions):
        if mention.end <= inner.start and mention.name.split()[-1].lower() not in words("heads_after"):
            return mention
    return None


def _spatial(token: Token, index: PlaceIndex) -> bool:
    """Whether a noun is something that lies somewhere, not a topic ("talks on the crisis in X")."""
    lemma = token.lemma_.lower()
    return (
        index.at(token) is not None
        or token.lower_ in words("relative_nouns")
        or in_class(lemma, "place")
        or in_class(lemma, "facility")
        or in_class(lemma, "person")
        or in_class(lemma, "group")
    )


def specificity(mention: PlaceMention) -> int:
    """How small a place is: country 0, region 1, town or unknown 2, a spot in a town 3."""
    if mention.kind == "country" or (mention.entry and not mention.entry.country and mention.kind in {"region", "sea"}):
        return 0
    last = mention.name.split()[-1].lower()
    if mention.kind == "region" or last in words("wide"):
        return 1
    return 3 if last in words("heads_after") and last not in words("sorts") else 2


def joined(mentions: Sequence[PlaceMention]) -> str:
    """Several places as one name: "Rabiyah and Zumar"."""
    names = [m.name for m in mentions]
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]


def around(
    token: Token, index: PlaceIndex, prepositions: Iterable[str], score: float, why: str, talk: bool = False
) -> Iterator[Candidate]:
    """Places in the prepositional phrases of a token, and "there".

    `talk`: the token is talk, of which "on X" and "over X" give the topic.
    """
    allowed = set(prepositions)
    for word, first, obj in prepositional(token):
        if word in allowed or (first.lower_ in words("relative_nouns") and first.lower_ not in {"of"}):
            if obj.pos_ == "VERB" or (word in words("topical") and not _spatial(obj, index)):
                continue
            if talk and word in words("topics") and obj.lower_ not in words("relative_nouns"):
                continue
            if (found := in_phrase(obj, index)) and not (word in words("aimed") and found[0].kind == "country"):
                yield Candidate(tuple(found), score, why)
        elif word not in words("from") | words("topics") and obj.pos_ in _NOMINAL and index.at(obj) is None:
            found = _after(obj, index, 1)
            if found:
                yield Candidate(tuple(found), score * 0.75, "inside")
    for child in token.children:
        if child.dep_ == "advmod" and child.lower_ in words("adverbs") and (last := last_where(child, index)):
            yield Candidate((last,), score * 0.8, "there")


def last_where(token: Token, index: PlaceIndex) -> PlaceMention | None:
    """The last place before a token that something was said to be in."""
    for mention in reversed(index.mentions):
        if mention.end <= token.i and is_where(token.doc[mention.head], mention):
            return mention
    return None


def is_where(token: Token, mention: PlaceMention) -> bool:
    """Whether a place name is the object of a preposition of place, not a mere point of reference.

    "30 km south of X" refers to X; "the Government of X" names a body.
    """
    modifiers = set() if mention.kind == "country" else {"compound", "nmod"}
    while token.dep_ in {"conj", "appos"} | modifiers:
        token = token.head
    if token.dep_ != "pobj":
        return False
    if token.head.lower_ in words("at"):
        return True
    governor = token.head.head.lower_
    return token.head.lower_ in words("of") and mention.kind != "country" and governor not in words("compass")
