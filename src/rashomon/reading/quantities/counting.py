"""Which numbers belong to a deed: of those whom it befalls, of its doers, of the deeds themselves.

The words of a quantity run from the first word that bounds the number ("at least", "some") to the head of what
is counted where that follows ("at least 12 civilians", "five of them"); a number alone is its own words.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.knowledge.classes import in_class
from rashomon.model import Quantity
from rashomon.model.claim import QuantityKind
from rashomon.reading.quantities import tolls
from rashomon.reading.quantities.phrases import Counted, counted, known_already, nobody, who
from rashomon.reading.quantities.sorts import HARMS, is_thing, of_deed, sort_of
from rashomon.reading.quantities.words import members, table
from rashomon.reading.syntax import coordinated, slots
from rashomon.reading.syntax.slots import Slots
from rashomon.reading.types import Deed, Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

_MOST = 10**15
_NOMINAL = {"NOUN", "PROPN", "ADJ"}


def quantities_of(scene: Scene, deed: Deed) -> tuple[Quantity, ...]:
    """The numbers that a claim carries, in the order of the text."""
    found: dict[int, Quantity] = {}
    if deed.kind == "appraisal":
        return ()
    for head, number, whole, done_to in _numbers(deed):
        quantity = _quantity(scene, deed, number, sort_of(deed, head, whole, done_to))
        if quantity is not None:
            found.setdefault(quantity.start, quantity)
    return tuple(found[start] for start in sorted(found))


def _numbers(deed: Deed) -> Iterator[tuple[Token, Counted, Counted, bool]]:
    """The numbers with the word that heads their phrase, the number that they are part of (or they themselves), and
    whether they are of those whom the deed befalls."""
    for noun, done_to in _phrases(deed):
        number = counted(noun)
        empty = nobody(noun) if done_to else None
        if empty is not None and (number is None or number.start > empty.start or number.number.high == 1):
            yield noun, empty, empty, done_to
        elif number is not None:
            yield noun, number, number, done_to or number.harm is not None
            yield from ((noun, part, number, done_to) for part in tolls.parts(number, deed))
    if deed.kind == "event" and (own := _own(deed)) is not None:
        yield deed.head, own, own, True


def _own(deed: Deed) -> Counted | None:
    """A number of the deeds themselves ("10 airstrikes"), or one that is told of them ("the toll rose to 31")."""
    if deed.head.pos_ in _NOMINAL:
        number = counted(deed.head)
        if number is not None and not number.number.low == number.number.high == 1:
            return number
        toll = of_deed(deed) and not any(in_class(deed.head.lemma_.lower(), sort) for sort in members("happenings"))
        if toll and (none := nobody(deed.head)) is not None:  # "no deaths" is a number, "no massacre" is none
            return none
    if of_deed(deed) is None:
        return None
    if (deed.head.pos_ in _NOMINAL or _tells_toll(deed)) and (told := tolls.told_of(deed)) is not None:
        return told
    return tolls.beside(deed)


def _tells_toll(deed: Deed) -> bool:
    """Whether a deed's words say that a figure follows: "raising the **toll** to 31"."""
    return any(token.lemma_.lower() in members("tolls") for token in deed.head.doc[deed.start : deed.end])


def _phrases(deed: Deed) -> Iterator[tuple[Token, bool]]:
    """The noun phrases whose numbers are the deed's, each once; whether the deed befalls them."""
    filled = slots(deed.head)
    objects = [*filled.get("obj", []), *filled.get("iobj", []), *_loose(deed.head)]
    own = any(t.head == deed.head for name in ("subj", "obj") for t in filled.get(name, []))
    if not own and (subject := _right_before(deed)) is not None:
        yield subject, True
        return
    numbered = any(counted(o) is not None for o in objects)
    befallen = deed.recipients if not numbered else [r for r in deed.recipients if r not in filled.get("subj", [])]
    patients = [*befallen, *objects, *_resulting(deed.head)]  # "the patrol lost one man" counts the man
    patients += _together(deed.head)
    patients += [inner for noun in patients for inner in _remains(noun)]
    counts_doers = deed.type in members("doers") and not _tells_toll(deed)
    subjects = filled.get("subj", []) if deed.head.pos_ == "VERB" else []
    doers = [*deed.agents, *subjects] if counts_doers else []
    if deed.head.pos_ in _NOMINAL:
        patients += filled.get("of", [])
    if _befalls_subject(deed, filled, patients):
        patients += [*filled.get("subj", [])]
    seen: set[int] = set()
    for tokens, done_to in ((patients, True), (doers, False)):
        for token in tokens:
            for one in _all(token):
                if one.i not in seen and (one.pos_ != "PRON" or one.tag_ == "CD" or one.lower_ in members("none")):
                    seen.add(one.i)
                    yield one, done_to


def _all(token: Token) -> list[Token]:
    """A noun with those coordinated with it, and the whole that it is an example of: "**20 rebels** including five"."""
    first = token
    while first.dep_ == "conj":
        first = first.head
    if first.dep_ == "pobj" and first.head.lower_ in members("parts") and first.head.head.pos_ in _NOMINAL:
        return [first.head.head]
    alike = token.dep_ in {"nsubj", "nsubjpass"}
    return [one for one in coordinated(token) if one == token or alike or not _begins_clause(one)]


def _begins_clause(noun: Token) -> bool:
    """Whether a noun coordinated with another is really the subject of what follows: "and eight **were** hurt"."""
    after = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else noun
    return after.pos_ == "AUX" and after.tag_ in {"VBD", "VBP", "VBZ"}


def _right_before(deed: Deed) -> Token | None:
    """The subject of a passive, where the parser gave the verb an earlier one: "five died and **20 were** wounded"."""
    doc, i = deed.head.doc, deed.start - 1
    while i > deed.head.sent.start and (doc[i].pos_ in {"AUX", "ADV"} or doc[i].tag_ == "RB"):
        i -= 1
    passive = any(token.lemma_ == "be" for token in doc[i + 1 : deed.start])
    if not passive or doc[i].pos_ not in {"NOUN", "PROPN", "NUM"} or deed.head.tag_ not in {"VBN", "VBD"}:
        return None
    number = counted(doc[i])
    return doc[i] if number is not None and number.end == i + 1 else None


def _befalls_subject(deed: Deed, filled: Slots, patients: list[Token]) -> bool:
    """Whether who stands as subject is counted as the one it happens to: who flees, dies, is said to be dead."""
    harm = of_deed(deed)
    return harm in {"displaced", "killed", "wounded"} and not patients and deed.head.tag_ != "VBG"


def _resulting(noun: Token) -> list[Token]:
    """The objects of a verb whose subject is the deed: "the shelling claimed **45 lives**"."""
    verb = noun.head
    if noun.dep_ != "nsubj" or noun.pos_ not in _NOMINAL or verb.lemma_ not in members("resulting"):
        return []
    return [c for c in verb.children if c.dep_ in {"dobj", "oprd"}]


def _together(verb: Token) -> list[Token]:
    """Who shares a fate: "was killed along with **six others**"."""
    return [
        p for c in verb.children if c.lower_ == "with" and c.i and c.nbor(-1).lower_ in members("along")
        for p in c.children if p.dep_ == "pobj"
    ]  # fmt: skip


def _remains(noun: Token) -> list[Token]:
    """Whose bodies, lives or deaths: "found the bodies of **70 civilians**"."""
    if noun.lemma_.lower() not in members("casualties"):
        return []
    return [p for c in noun.children if c.dep_ == "prep" and c.lower_ == "of" for p in c.children if p.dep_ == "pobj"]


def _loose(verb: Token) -> list[Token]:
    """Objects that the parser hung on the verb in other ways: "killed up **to 40**", "killed **between 12 and 15**"."""
    found: list[Token] = []
    for child in verb.children if verb.pos_ == "VERB" else ():
        if child.dep_ in {"prep", "advmod"} and child.lower_ in members("bounding"):
            found += [t for t in child.subtree if t.dep_ == "pobj" and (t.tag_ == "CD" or t.tag_ == "NNS")]
        elif child.dep_ == "prep":  # "killed four in Pell and **two** in Orsa"
            found += [t for t in child.subtree if t.tag_ == "CD" and t.dep_ == "conj" and t.head.pos_ == "PROPN"]
        elif child.dep_ == "npadvmod" and child.tag_ in {"NNS", "CD"} and child.i > verb.i:
            found.append(child)
    return found


def _person(found: Counted) -> bool:
    """Whether a single one is a person: "a policeman", not "a hospital", "an attack"."""
    noun = found.noun
    if noun is None or noun.dep_ == "conj":
        return noun is None or in_class(noun.lemma_, "person")
    return not (is_thing(noun) or any(in_class(noun.lemma_, name) for name in table("happenings")))


def _quantity(scene: Scene, deed: Deed, found: Counted, what: QuantityKind) -> Quantity | None:
    number = found.number
    if max(number.low or 0, number.high or 0) > _MOST:
        return None
    if found.harm is not None and found.harm != (of_deed(deed) or found.harm):  # "left 12 dead and 30 wounded"
        return None
    if number.low == number.high == 1 and (what not in {"killed", "wounded"} or not _person(found)):
        return None
    if number.high == 0 and what not in HARMS:
        return None
    if what == "other" and known_already(found):
        return None
    doc = scene.doc
    return Quantity(
        what=what,
        min=number.low,
        max=number.high,
        who=who(scene, found),
        start=doc[found.start].idx,
        end=doc[found.end - 1].idx + len(doc[found.end - 1]),
    )
