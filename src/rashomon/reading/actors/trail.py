"""Who was spoken of when: the trail of mentions that pronouns and descriptions look back on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from rashomon.model import Alternative
from rashomon.reading.actors.mentions import pronoun_class
from rashomon.reading.actors.words import mapping, words
from rashomon.reading.syntax import coordinated
from rashomon.reading.types import Category, Telling


@dataclass(frozen=True, slots=True)
class Answer:
    """Whom a phrase stands for: entity ids (several for a plural), with score and reason."""

    entities: tuple[int, ...]
    score: float
    why: str
    alternatives: tuple[Alternative, ...] = ()


@dataclass(slots=True)
class Record:
    """One mention on the trail. `entities` has several where names are coordinated ("X and Y")."""

    head: int
    start: int
    entities: tuple[int, ...]
    category: Category
    plural: bool
    gender: str | None
    role: str
    form: str
    sentence: int


@dataclass(slots=True)
class Trail:
    """The records so far, and what of the text they need to be weighed.

    `answered`: head token -> entities, of every phrase resolved so far. `times`: how often each was
    mentioned. `afterthoughts`: sources named only after what they tell ("..., officials said").
    """

    doc: Doc
    tellings: list[Telling]
    records: list[Record] = field(default_factory=list)
    sentence_of: list[int] = field(default_factory=list)
    paragraph_of: list[int] = field(default_factory=list)
    answered: dict[int, tuple[int, ...]] = field(default_factory=dict)
    times: Counter[tuple[int, ...]] = field(default_factory=Counter)
    afterthoughts: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        for number, sentence in enumerate(self.doc.sents):
            self.sentence_of.extend([number] * len(sentence))
        paragraph = 0
        for token in self.doc:
            self.paragraph_of.append(paragraph)
            paragraph += token.is_space and "\n" in token.text
        self.afterthoughts = frozenset(
            t.source for t in self.tellings if t.source is not None and t.content and t.content[0][0] < t.source
        )

    def before(self, token: Token, sentences: int) -> list[Record]:
        """Records from at most so many sentences back, nearest last."""
        here = self.sentence_of[token.i]
        found: list[Record] = []
        for record in reversed(self.records):
            if here - record.sentence > sentences:
                break
            if record.head != token.i:
                found.append(record)
        return found[::-1]

    def add(self, record: Record) -> None:
        """Put a record at the end."""
        self.records.append(record)
        self.times[record.entities] += 1

    def telling(self, token: Token) -> Telling | None:
        """The innermost telling whose content holds this token."""
        holding = [t for t in self.tellings if t.holds(token.i)]
        return min(holding, key=lambda t: (t.size, t.cue)) if holding else None


def role_of(token: Token) -> str:
    """subject, object, owner, modifier or other: the grammatical role of a noun phrase."""
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    if token.dep_ in {"nsubj", "nsubjpass", "csubj"}:
        return "subject"
    if token.dep_ in {"dobj", "dative"}:
        return "object"
    if token.dep_ == "poss":
        return "owner"
    if token.dep_ in {"compound", "amod", "nmod", "npadvmod"}:
        return "modifier"
    return "agent" if token.dep_ == "pobj" and token.head.dep_ == "agent" else "other"


def is_plural(token: Token) -> bool:
    """Whether a phrase is grammatically plural."""
    kind = pronoun_class(token)
    if kind is not None:
        return bool(mapping("pronouns")[kind]["number"] == "pl")
    if token.pos_ == "ADJ" and token.lower_ not in words("former") | words("latter"):
        return any(c.lower_ == "the" for c in token.children)  # "the wounded"
    return token.tag_ in {"NNS", "NNPS"} or token.lemma_.lower() == "people"


def governor(token: Token) -> Token | None:
    """The verb whose subject or object this is."""
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    if token.dep_ in {"nsubj", "nsubjpass", "dobj", "dative", "attr"}:
        return token.head
    if token.dep_ == "pobj" and token.head.head.pos_ in {"VERB", "AUX"}:
        return token.head.head
    return None


def together(token: Token) -> list[Token]:
    """The token and all coordinated with it, also where the parser made two subjects of "X and Y"."""
    found = coordinated(token)
    if token.dep_ in {"nsubj", "nsubjpass"}:
        joined = {c.i for t in found for c in t.children if c.dep_ == "cc"}
        for other in token.head.children:
            if other.dep_ == token.dep_ and other.i > token.i and other.left_edge.i - 1 in joined:
                found += [t for t in coordinated(other) if t not in found]
    return sorted(found, key=lambda t: t.i)


def first_of(token: Token) -> Token:
    """The first of the phrases that this one is coordinated with."""
    first = token
    while first.dep_ == "conj" and first.head != first:
        first = first.head
    if first.dep_ in {"nsubj", "nsubjpass"}:
        for other in first.head.children:
            if other.i < first.i and first in together(other):
                return other
    return first


def plural_verb(token: Token) -> bool:
    """Whether a name is the subject of a plural verb: "the Taliban have"."""
    if token.dep_ not in {"nsubj", "nsubjpass"} or any(c.dep_ == "conj" for c in token.children):
        return False
    verbs = [token.head, *(c for c in token.head.children if c.dep_ in {"aux", "auxpass"})]
    return any(v.tag_ == "VBP" or v.lower_ == "were" for v in verbs)


def main_subject(token: Token) -> Token | None:
    """The subject of the main clause after a fronted clause or phrase that holds this pronoun."""
    node = token
    while node.head.i != node.i:
        fronted = node.dep_ in {"advcl", "prep", "npadvmod", "pcomp"} and node.head.pos_ in {"VERB", "AUX"}
        if fronted:
            later = [c for c in node.head.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i > token.i]
            if later:
                return later[0]
        node = node.head
    return None
