"""Finding the embedding words of `embedding.yaml` in a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from rashomon.knowledge.embedding import FILE, Member, embedding
from rashomon.reading.syntax import is_passive

_SORTS = {"VERB": ("verbs", "adjectives"), "AUX": ("verbs",), "NOUN": ("nouns",), "PROPN": ("nouns",),
    "PRON": ("nouns",),
          "ADJ": ("adjectives",), "ADV": ("adjectives",), "ADP": ("adjectives",)}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Step:
    """One embedding word met on the way out: its token, its class, and the knowledge entry."""

    token: int
    operator: str
    entry: str


@dataclass(frozen=True, slots=True)
class Edge:
    """Where a step leads.

    Attributes:
        to: the next word outwards; None: the walk ends here.
        steps: what the edge itself does, innermost first.
        cut: what lies further out says nothing about the deed.
        silent: the words beside `to` belong to it alone ("has come and will go").
    """

    to: Token | None
    steps: tuple[Step, ...] = ()
    cut: bool = False
    silent: bool = False


def step(token: Token, operator: str, word: str | None = None) -> Step:
    """A step that a closed-class word or a construction makes."""
    return Step(token.i, operator, f"{FILE}:{operator}/{word or token.lower_}")


def lookup(token: Token, place: str) -> Step | None:
    """What this word does to a deed that stands in this place of it, if it is known to do anything."""
    for sort in ("adjectives", "verbs") if token.tag_ == "VBN" else _SORTS.get(token.pos_, ()):
        table = embedding().members[sort]
        for key in lemmas(token):
            for member in table.get(key, ()):
                if _stands(token, place, member) and _beside(token, member.words[1:]):
                    past = member.past and in_past(token)
                    return Step(token.i, member.past if past and member.past else member.operator, member.entry)
    return None


def lemmas(token: Token) -> list[str]:
    """The forms under which a word may be listed; small lemmatisers lose a final e ("hopes": "hop")."""
    lemma = token.lemma_.lower()
    return list(dict.fromkeys((lemma, token.lower_, *([f"{lemma}e"] if token.tag_.startswith("VB") else []))))


def _stands(token: Token, place: str, member: Member) -> bool:
    if place in member.places:
        return True
    return f"passive-{place}" in member.places and is_passive(token)


def _beside(token: Token, words: tuple[str, ...]) -> bool:
    """Whether the other words of a phrase hang on its head (or on what hangs on it)."""
    if not words:
        return True
    near = list(token.children) + [g for c in token.children if c.dep_ != "conj" for g in c.children]
    if token.dep_ in {"dobj", "nsubjpass", "attr", "advmod", "acomp", "npadvmod"}:
        near.append(token.head)
    present = {form for t in near for form in lemmas(t)}
    return all(word in present for word in words)


def in_past(token: Token) -> bool:
    """Whether the word's clause is in the past or perfect: "was able", "has had to"."""
    verb = token
    while verb.pos_ not in {"VERB", "AUX"} and verb.dep_ in {"acomp", "attr", "oprd", "advmod", "conj"}:
        verb = verb.head
    finite = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    if finite:
        return finite[0].tag_ == "VBD" or finite[0].lemma_ in words("perfect-helpers")
    return verb.tag_ == "VBD"


def kind(verb: Token) -> str:
    """Which kind of clause a verb heads: inf, ing, part (a bare participle) or that (a finite clause)."""
    helpers = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    if any(c.tag_ == "TO" for c in helpers):
        return "inf"
    if any(c.tag_ in {"MD", "VBD", "VBZ", "VBP"} for c in helpers) or verb.tag_ in {"VBD", "VBZ", "VBP", "MD"}:
        return "that"
    if subjunctive(verb):
        return "that"
    if any(c.tag_ == "VBG" for c in helpers) or verb.tag_ == "VBG":
        return "ing"
    if verb.tag_ == "VBN":
        return "part"
    return "inf" if verb.tag_ == "VB" else "that"


def subjunctive(verb: Token) -> bool:
    """Whether a clause is told as wished for: "(that) the army withdraw", "that the siege be lifted"."""
    helpers = [c for c in verb.children if c.dep_ in {"aux", "auxpass"} and c.tag_ != "VBG"]
    if any(c.tag_ not in {"VB"} for c in helpers) or (not helpers and verb.tag_ != "VB"):
        return False
    return complement(verb)


def complement(verb: Token) -> bool:
    """Whether a clause is introduced by a bare complementiser: "that X left"."""
    return any(c.dep_ == "mark" and c.lower_ in words("complementisers") for c in verb.children)


def words(name: str) -> frozenset[str]:
    """The closed-class words listed under this name."""
    return embedding().words[name]


def definite(noun: Token) -> bool:
    """Whether a noun phrase takes its deed for granted: "the attack", "its siege"."""
    known = words("definite")
    return any(c.dep_ == "poss" or (c.dep_ in {"det", "predet"} and c.lower_ in known) for c in noun.children)
