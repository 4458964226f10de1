"""Phrases and clauses as token ranges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.reading.syntax.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_OUTSIDE_PHRASE = {"relcl", "acl", "appos", "punct", "cc", "conj", "advcl", "parataxis", "preconj", "prep"}
_CLAUSES = {
    "ROOT",
    "ccomp",
    "advcl",
    "relcl",
    "acl",
    "conj",
    "xcomp",
    "pcomp",
    "csubj",
    "parataxis",
    "csubjpass",
}


def coordinated(token: Token) -> list[Token]:
    """The token and everything coordinated with it ("A, B and C"), in text order."""
    found = [token]
    for item in found:
        joined = [c for c in item.children if c.dep_ == "conj" and not contrasted(c)]
        found.extend(c for c in joined if _alike(item, c) and not next_subject(c))
        found.extend(c for c in item.children if c.dep_ == "appos" and _listed(item, c))
    return sorted(found, key=lambda t: t.i)


def contrasted(noun: Token) -> bool:
    """Whether a noun is set against the one beside it: "X and **not Y**", "X, **not Y**", "not X but **Y**"."""
    if ruled_out(noun):
        return True
    between = [c for c in noun.head.children if c.dep_ == "cc" and noun.head.i < c.i < noun.i]
    return noun.dep_ == "conj" and any(c.lower_ in words("contrasting") for c in between) and _negated(noun.head)


def ruled_out(noun: Token) -> bool:
    """Whether a noun is denied beside another: "X and **not Y**", "X, **not Y**"."""
    return noun.dep_ in {"conj", "appos"} and noun.head.i < noun.i and _negated(noun)


def _negated(noun: Token) -> bool:
    """Whether "not" stands right before a noun phrase."""
    first = noun.left_edge
    return first.dep_ == "neg" or (first.i > noun.sent.start and first.nbor(-1).dep_ == "neg")


def next_subject(token: Token) -> Token | None:
    """The verb whose subject this noun is, although the parser coordinated it with the object before it:
    "they left Orsa and **the army** took it"."""
    if token.dep_ != "conj" or token.head.dep_ not in {"pobj", "dobj", "conj"}:
        return None
    for after in token.doc[token.right_edge.i + 1 : min(token.right_edge.i + 4, len(token.doc))]:
        if after.pos_ == "VERB" and after.tag_ in {"VBD", "VBZ", "VBP", "VBN", "VB"}:
            finite = after.tag_ in {"VBD", "VBZ", "VBP"} or any(c.dep_ == "aux" for c in after.children)
            subjectless = not any(c.dep_ in {"nsubj", "nsubjpass"} for c in after.children)
            return after if finite and subjectless and after.dep_ in {"conj", "ccomp", "ROOT"} else None
        if after.pos_ not in {"AUX", "ADV"} and after.dep_ != "neg":
            return None
    return None


def examples(token: Token) -> list[Token]:
    """What a plural noun is exemplified by: "towns like **Orsa** and Belvar", "villages including ..."."""
    found: list[Token] = []
    end = token.i + 1
    for preposition in token.doc[end : min(end + 4, token.sent.end)]:
        such = preposition.lower_ != "as" or preposition.nbor(-1).lower_ == "such"
        if such and preposition.lower_ in words("exemplifying"):
            found.extend(c for c in preposition.children if c.dep_ in {"pobj", "dobj"})
    return found


def _alike(first: Token, second: Token) -> bool:
    nominal = {"NOUN", "PROPN", "PRON", "NUM", "X"}
    return (first.pos_ in nominal) == (second.pos_ in nominal)


def _listed(first: Token, second: Token) -> bool:
    """Whether a parsed apposition is really the middle of a list: "A, B, and C"."""
    return any(c.dep_ == "conj" for c in second.children) and any(c.dep_ == "cc" for c in second.children)


def phrase(token: Token) -> tuple[int, int]:
    """Token range of the noun phrase that this token heads: determiners and modifiers before it, and
    a name's "of"-part after it ("Guardians of the Delta"), without relatives, appositions and conjuncts."""
    start = end = token.i
    for child in token.children:
        if child.dep_ in _OUTSIDE_PHRASE and not _part_of_name(token, child):
            continue
        start = min(start, child.left_edge.i)
        end = max(end, child.right_edge.i)
    while start < token.i and token.doc[start].is_punct and token.doc[start].text not in "“\"'‘#$":
        start += 1
    return start, end + 1


def _part_of_name(token: Token, child: Token) -> bool:
    if child.dep_ != "prep" or child.lower_ != "of" or not token.text[:1].isupper():
        return False
    return any(c.dep_ == "pobj" and c.text[:1].isupper() for c in child.children)


def clause(token: Token) -> tuple[int, int]:
    """Token range of the smallest clause that holds this token, without a coordinated clause after it."""
    head = token
    while head.dep_ not in _CLAUSES and head.head != head:
        head = head.head
    if head.dep_ in {"conj"} and head.pos_ not in {"VERB", "AUX"}:
        while head.head != head and (head.dep_ not in _CLAUSES or head.pos_ not in {"VERB", "AUX"}):
            head = head.head
    members = {head.i}
    stack = [head]
    while stack:
        for child in stack.pop().children:
            if child.dep_ == "conj" and child.head == head and child.pos_ in {"VERB", "AUX"}:
                continue
            if child.dep_ in {"cc", "punct"} and child.head == head:
                continue
            members.add(child.i)
            stack.append(child)
    members.add(token.i)
    return min(members), max(members) + 1
