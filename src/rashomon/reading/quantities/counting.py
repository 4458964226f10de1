"""Which numbers belong to a deed, and what they count."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from rashomon.model import Quantity
from rashomon.model.claim import QuantityKind
from rashomon.reading.quantities.numbers import Number, number_at, table
from rashomon.reading.syntax import coordinated, slots
from rashomon.reading.types import Deed, Scene

_MOST = 10**15
_KINDS: dict[str, QuantityKind] = {
    "killed": "killed",
    "wounded": "wounded",
    "captured": "captured",
    "displaced": "displaced",
}
_COUNTED_DEPS = {"nummod", "det", "quantmod", "amod", "predet", "poss", "nmod", "compound"}


def quantities_of(scene: Scene, deed: Deed) -> tuple[Quantity, ...]:
    """The numbers that a claim carries: of those to whom it is done, or of the things it is done with."""
    found: dict[int, Quantity] = {}
    for token in _counted(deed):
        quantity = _quantity(scene, deed, token)
        if quantity is not None and quantity.start not in found:
            found[quantity.start] = quantity
    own = _own_number(scene, deed)
    if own is not None and own.start not in found:
        found[own.start] = own
    return tuple(found[start] for start in sorted(found))


def _counted(deed: Deed) -> Iterator[Token]:
    """The noun phrases whose numbers are the deed's: its recipients and objects; whoever died or fled."""
    given = list(deed.recipients)
    filled = slots(deed.head)
    for name in ("obj", "iobj"):
        given += filled.get(name, [])
    given += [
        t for c in deed.head.children if c.dep_ in {"advmod", "prep"} and c.lower_ in {"up", "as", "to"}
        for t in c.subtree if t.tag_ == "CD" and t.dep_ == "pobj"
    ]  # fmt: skip
    kind = _by_lemma(deed)
    if (kind in {"displaced", "killed"} and not given) or deed.type == "RETREAT":
        given += filled.get("subj", [])
    if deed.head.pos_ in {"NOUN", "PROPN"}:
        given += filled.get("of", [])
    seen: set[int] = set()
    for token in given:
        for one in coordinated(token):
            if one.i not in seen and (one.pos_ != "PRON" or one.tag_ == "CD"):
                seen.add(one.i)
                yield one


def _quantity(scene: Scene, deed: Deed, noun: Token) -> Quantity | None:
    lemma = noun.lemma_.lower()
    if lemma in table("measures") or noun.lower_ in table("measures"):
        return None
    number, counted = _number_of(noun)
    if number is None:
        return None
    if max(number.low or 0, number.high or 0) > _MOST:
        return None
    what = _what(deed, counted or noun)
    if number.low == number.high == 1 and what not in {"killed", "wounded"}:
        return None
    if what == "other" and _already_known(noun, number):
        return None
    end = max(number.end, (counted.i + 1) if counted is not None else number.end)
    who = _who(scene, number, counted)
    doc = noun.doc
    return Quantity(
        what=what,
        min=number.low,
        max=number.high,
        who=who,
        start=doc[number.start].idx,
        end=doc[end - 1].idx + len(doc[end - 1]),
    )


def _number_of(noun: Token) -> tuple[Number | None, Token | None]:
    """The number of a noun phrase and what it counts: "15 civilians", "dozens of young men", "two of them"."""
    doc = noun.doc
    for i in _starts(noun):
        number = number_at(doc, i)
        if number is None:
            continue
        if number.end > noun.i:  # the number heads the phrase: "dozens of men", "two of them", "killed 31"
            counted = _partitive(noun, number)
            return number, counted
        if any(doc[j].is_punct and doc[j].text not in {"-", "–"} for j in range(number.end, noun.i)):
            continue
        return number, noun
    if any(c.dep_ == "det" and c.lower_ in table("single") for c in noun.children) and noun.tag_ == "NN":
        first = min(c.i for c in noun.children if c.dep_ == "det")
        return Number(first, first + 1, 1, 1), noun
    return None, None


def _starts(noun: Token) -> Iterator[int]:
    """Tokens of the phrase that a number may start at, from left to right."""
    left = noun.i
    for child in noun.children:
        if child.dep_ in _COUNTED_DEPS and child.i < noun.i:
            left = min(left, child.left_edge.i)
    yield from range(left, noun.i + 1)


def _partitive(noun: Token, number: Number) -> Token | None:
    """What an "of" after a number counts."""
    doc = noun.doc
    if number.end < len(doc) and doc[number.end].lower_ == "of":
        for child in doc[number.end].children:
            if child.dep_ == "pobj":
                return child
    following = doc[number.end] if number.end < len(doc) else None
    return following if following is not None and following.lower_ in {"others", "more"} else None


def _who(scene: Scene, number: Number, counted: Token | None) -> str | None:
    if counted is None:
        return None
    if counted.pos_ == "PRON" and counted.lower_ not in {"others"}:
        referents = scene.actors.referents(counted)
        return referents[0].name if referents else None
    start = number.end
    doc = counted.doc
    while start < counted.i and (doc[start].tag_ in {"IN", "DT", "PRP$"} or doc[start].is_punct):
        start += 1
    return str(doc[start : counted.i + 1].text) or None


def _already_known(noun: Token, number: Number) -> bool:
    """Whether a number only repeats a group known already: "the two divers"."""
    words = [t.tag_ for t in noun.doc[number.start : number.end]] + [
        t.tag_ for t in noun.doc[max(number.start - 1, 0) : number.start]
    ]
    return any(tag in {"DT", "PRP$", "POS"} for tag in words) and noun.doc[number.start].lower_ not in {"a", "an"}


def _by_lemma(deed: Deed) -> QuantityKind | None:
    """What a deed's own words count."""
    names: tuple[QuantityKind, ...] = ("killed", "wounded", "captured", "displaced")
    lemmas = [t.lemma_.lower() for t in deed.head.doc[deed.start : deed.end]]
    text = " ".join(lemmas)
    head = deed.head.lemma_.lower()
    for name in names:
        listed = table(name)
        if head in listed or any(" " in entry and entry in text for entry in listed):
            return name
    for name in names:
        if any(lemma in table(name) for lemma in lemmas):
            return name
    return None


def _what(deed: Deed, counted: Token) -> QuantityKind:
    casualty = table("casualties").get(counted.lemma_.lower()) or table("casualties").get(counted.lower_)
    if casualty and deed.type != "RETREAT":
        return _KINDS[casualty]
    if deed.mode in table("modes"):
        return _KINDS[table("modes")[deed.mode]]
    named = _by_lemma(deed)
    if named is not None:
        return named
    if counted.lemma_.lower() in table("strikes"):
        return "strikes"
    return "killed" if any(c.lower_ == "dead" for c in deed.head.children) else "other"


def _own_number(scene: Scene, deed: Deed) -> Quantity | None:
    """A number of the deeds themselves: "10 airstrikes"; or of the dead: "the toll rose to 31"."""
    if deed.head.pos_ not in {"NOUN", "PROPN", "ADJ"}:
        return None
    quantity = _quantity(scene, deed, deed.head)
    if quantity is not None and quantity.min == quantity.max == 1:
        return None
    if (
        quantity is None
        and deed.head.head.pos_ == "VERB"
        and _by_lemma(deed)
        and deed.head.dep_ in {"nsubj", "nsubjpass"}
    ):
        for child in deed.head.head.children:
            if child.dep_ in {"prep", "dobj", "attr"}:
                for obj in [child, *child.children]:
                    number = number_at(obj.doc, obj.i) if obj.tag_ == "CD" else None
                    if number is not None:
                        return _quantity(scene, deed, obj)
    return quantity
