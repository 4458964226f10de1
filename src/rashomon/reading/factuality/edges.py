"""One step outwards in the syntax tree: where it leads, and what the place that is left does to the deed."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.knowledge.embedding import embedding
from rashomon.reading.factuality.clauses import clausal
from rashomon.reading.factuality.conditions import inverted, stray_condition
from rashomon.reading.factuality.operators import Edge, definite, kind, lookup, step, words
from rashomon.reading.factuality.prepositions import prepositional

_CLAUSAL = {"xcomp", "ccomp", "csubj", "csubjpass", "advcl", "acl", "relcl"}
_MADE = {"demands", "aims", "vows", "reports"}
_NOMINAL = {"NOUN", "PROPN", "PRON", "NUM"}


def edge(token: Token) -> Edge:
    """The step outwards from this word."""
    head = token.head
    if head == token:
        return Edge(None)
    if _apart(token, head):
        return Edge(None)
    if token.dep_ == "conj":
        return _conjunct(token, head)
    if token.dep_ in {"pobj", "pcomp"}:
        return prepositional(token)
    if token.dep_ in _CLAUSAL or _verb_like(token):
        place = clausal(token, head)
        return Edge(None if place.cut else place.to, place.steps, place.cut)
    if token.dep_ in {"dobj", "nsubjpass", "dative", "oprd"} and head.pos_ in {"VERB", "AUX"}:
        return _object(token, head)
    if token.dep_ in {"attr", "acomp"}:
        return _predicate(token, head)
    if token.dep_ == "nsubj":
        return _subject(token, head)
    if token.dep_ in {"compound", "nmod", "amod", "npadvmod", "poss"}:
        found = lookup(head, "mod") if token.dep_ != "poss" else None
        return Edge(head, (found,)) if found else Edge(None, cut=True)
    if token.dep_ == "appos":
        return Edge(_listed_with(token))
    if token.dep_ in {"dep", "prep"}:
        return Edge(head)
    if token.dep_ == "aux" and head.pos_ in {"VERB", "AUX"}:
        return Edge(head)
    return Edge(None, cut=True)


def _apart(token: Token, head: Token) -> bool:
    """Whether a semicolon parts a clause from one that follows it, which the parser made its head."""
    if token.dep_ not in {"ccomp", "parataxis", "advcl"} or head.i < token.i:
        return False
    return any(t.text == ";" for t in token.doc[token.i + 1 : head.i])


def _verb_like(token: Token) -> bool:
    return token.tag_.startswith("VB") and token.dep_ in {"dep", "dobj", "advmod"} and token.pos_ == "VERB"


def _conjunct(token: Token, head: Token) -> Edge:
    """A conjunct stands where the first one stands; it shares what stands beside it where form allows."""
    verbs = token.pos_ in {"VERB", "AUX"} and head.pos_ in {"VERB", "AUX"}
    if verbs:
        if inverted(token):
            return Edge(None, (step(token, "condition", "inversion"),), cut=True)
        bare = token.lower_ == token.lemma_.lower()  # "to take the dam and cut the road"
        if kind(head) != "that" and kind(token) == "that" and not bare and not _modal_aside(head):
            return Edge(_finite_above(head), silent=True)  # a finite verb is no conjunct of an infinitive
        return Edge(head, silent=not _shares(token, head))
    joined = [c.lower_ for c in head.children if c.dep_ == "cc"]
    return Edge(head, silent=not words("alternatives") & set(joined) and head.pos_ in _NOMINAL)


def _listed_with(token: Token) -> Token:
    """What an apposition stands beside; in a list ("the murder of men, the abduction of women and ...") that is
    the head of the first item, not the last noun in it."""
    head = token.head
    later = [c for c in token.children if c.dep_ in {"conj", "appos"}]
    if not any(c.dep_ == "conj" or any(g.dep_ == "conj" for g in c.children) for c in later):
        return head
    while head.dep_ == "pobj" and head.head.head.pos_ == "NOUN" and lookup(head.head.head, head.head.lower_) is None:
        head = head.head.head
    return head


def _modal_aside(verb: Token) -> bool:
    return any(c.tag_ == "MD" for c in verb.children if c.dep_ == "aux")


def _finite_above(verb: Token) -> Token:
    """The nearest finite verb further out (or the outermost one)."""
    while verb.head != verb and (kind(verb) != "that" or verb.pos_ not in {"VERB", "AUX"}):
        verb = verb.head
    return verb


def _shares(token: Token, head: Token) -> bool:
    """Whether a later verb takes the auxiliaries of the first: "will come and go"."""
    own = {c.dep_ for c in token.children}
    gapped = token.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in head.children)  # "and their bodies thrown"
    if own & {"aux", "auxpass", "expl"} or (own & {"nsubj", "nsubjpass"} and not gapped):
        return False
    if any(c.dep_ == "cc" and c.lower_ in words("contrasts") and c.i < token.i for c in head.children):
        return False
    helpers = {c.lemma_.lower() if c.tag_ != "MD" else "MD" for c in head.children if c.dep_ in {"aux", "auxpass"}}
    if not helpers:
        return token.tag_ == head.tag_
    if token.lower_ == token.lemma_.lower() and "to" in helpers:
        return True
    wanted = {"VB": {"MD", "to", "do"}, "VBP": {"MD", "to", "do"}, "VBN": {"have", "be", "get"},
              "VBD": {"have", "be"} if head.tag_ == "VBN" else set(), "VBG": {"be"}}  # fmt: skip
    return bool(helpers & wanted.get(token.tag_, set()))


def _object(token: Token, head: Token) -> Edge:
    found = lookup(head, "obj") or (None if definite(token) else lookup(head, "indefinite"))
    if found is None and token.dep_ == "nsubjpass" and (raised := _raised(head)) is not None:
        return raised
    if found is not None and found.operator == "turns" and _told(token):
        return Edge(None, (step(head, "presupposes"),), cut=True)
    if found is not None:
        return Edge(head, (found,))
    if token.tag_ == "VBG" or token.dep_ == "oprd":
        return Edge(head, (step(head, "manner"),))
    return Edge(None, cut=True) if definite(token) else Edge(head)


def _told(noun: Token) -> bool:
    """Whether the noun is itself a demand, plan or report: rejecting it leaves it made."""
    return any(
        m.operator in _MADE and len(m.words) == 1 for m in embedding().members["nouns"].get(noun.lemma_.lower(), ())
    )


def _predicate(token: Token, head: Token) -> Edge:
    """As the copula of "X is the deed" stands, or as its subject says ("the aim is the defeat of Y")."""
    for child in head.children:
        if child.dep_ in {"nsubj", "csubj"} and token.dep_ == "attr":
            found = lookup(child, "be") or (lookup(child, "obj") if child.dep_ == "csubj" else None)
            if found is not None and found.operator != "carries":
                return Edge(head, (found,))
    return Edge(head)


def _subject(token: Token, head: Token) -> Edge:
    stray = stray_condition(head)
    if stray is not None and any(c.dep_ == "nsubj" and c.i > token.i for c in head.children):
        return Edge(None, (stray,), cut=True)
    if (raised := _raised(head)) is not None:
        return raised
    found = lookup(head, "subj") if head.lemma_ not in words("copulas") else None
    if found is None:
        for child in head.children:
            if child.dep_ in {"acomp", "attr", "oprd"} and child != token:
                found = found or lookup(child, "subj")
    if found is not None:
        return Edge(head, (found,))
    helpers = {c.lower_ for c in head.children if c.dep_ == "aux"}
    free = any(c.dep_ == "det" and c.lower_ in words("indefinite") for c in token.children)
    there = free or any(c.dep_ == "expl" for c in head.children)
    if there or token.tag_ == "VBG" or any(_irreal(h) for h in helpers):
        return Edge(head)
    return Edge(None, cut=True)


def _raised(head: Token) -> Edge | None:
    """The subject of "talks are due to begin" is the subject of what is due."""
    places = [head, *(c for c in head.children if c.dep_ in {"acomp", "oprd"})]
    for verb in (c for place in places for c in place.children if c.dep_ == "xcomp" and kind(c) == "inf"):
        done = lookup(verb, "obj" if any(c.dep_ == "auxpass" for c in verb.children) else "subj")
        if done is not None:
            place = clausal(verb, verb.head)
            return Edge(head, (done, *place.steps))
    return None


def _irreal(helper: str) -> bool:
    modal = embedding().modals.get(helper)
    return modal is not None and modal.operator == "irreal"
