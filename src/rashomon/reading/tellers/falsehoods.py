"""Words that call what was said false: "are lies", "was fabricated", "a pure invention", "never happened"."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.reading.tellers.ground import Ground, listed
from rashomon.reading.tellers.sources import is_finite_verb

_MAX = 6  # words of a verdict without a verb ("a pure invention")
_LEADS = {"DET", "ADJ", "ADV", "INTJ", "PUNCT", "SPACE", "PRON"}
_PREDICATES = {"acomp", "attr", "oprd", "prep", "advmod", "dobj"}
_HELPERS = {"be", "do", "have"}
_OWNING = {"have", "lack"}
_COPULAS = {"be", "prove", "remain"}


def is_false(token: Token, ground: Ground) -> bool:
    """Whether a word or the phrase that it ends calls something false, and is no noun's attribute."""
    attribute = token.dep_ in {"amod", "compound", "nmod"} and token.head.i > token.i and token.head.pos_ == "NOUN"
    return means_false(token, ground) and not (attribute and _known(token, ground))


def means_false(token: Token, ground: Ground) -> bool:
    """Whether a word, or the phrase that it ends, is one for what is not so, wherever it stands."""
    if _known(token, ground):
        return True
    return token.i > 0 and f"{token.nbor(-1).lower_} {token.lemma_.lower()}" in ground.knowledge.lists["falsehoods"]


def _known(token: Token, ground: Ground) -> bool:
    known = ground.knowledge.lists["falsehoods"]
    return token.lower_ in known or token.lemma_.lower() in known


def false_of(verb: Token, ground: Ground) -> Token | None:
    """The word by which a clause calls its subject false, if it does."""
    helpers = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    if any(c.tag_ == "MD" for c in helpers) or any(c.dep_ == "mark" and listed(c, "doubting") for c in verb.children):
        return None
    if verb.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in helpers):
        return verb if not negated(verb) and is_false(verb, ground) else None
    if verb.lemma_.lower() in _OWNING:  # "has no basis", "lacks any foundation"
        none = verb.lemma_.lower() == "lack"
        things = [
            c for c in verb.children if c.dep_ == "dobj" and c.lemma_.lower() in ground.knowledge.lists["grounds"]
        ]
        return next((t for t in things if none or any(listed(c, "negative") for c in t.children)), None)
    if verb.lemma_.lower() not in _COPULAS:
        return None
    for child in verb.children:
        if child.i < verb.i or child.dep_ not in _PREDICATES:
            continue
        if child.lower_ in ground.knowledge.lists["truths"]:
            return child if negated(verb) else None
        if is_false(child, ground) or (child.dep_ == "prep" and any(is_false(t, ground) for t in child.children)):
            barred = negated(verb) or any(listed(c, "negative") for c in child.children)
            return None if barred else child
    return None


def false_answer(verb: Token, ground: Ground) -> Token | None:
    """What calls that false which was said before: "that is a lie", "the charge is baseless", "it never happened"."""
    if verb.pos_ not in {"VERB", "AUX"} or not is_finite_verb(verb):
        return None
    if any(c.dep_ in {"ccomp", "csubj"} and c.i > verb.i for c in verb.children):
        return None
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i < verb.i), None)
    if subject is None:
        return None
    happens = verb.lemma_.lower() in ground.knowledge.lists["happening"]
    if happens and (_nothing_such(subject) or (_stands_for_said(subject) and negated(verb))):
        return verb
    said = _is_what_was_said(subject, ground)
    false = false_of(verb, ground) if said or _stands_for_said(subject) else None
    blames = false is not None and false.lower_ in ground.knowledge.lists["faults"]
    return None if blames and not said else false


def is_bare_not(verb: Token) -> bool:
    """Whether a clause is but a subject and a negated helper: "It had not.", "They did not"."""
    if verb.lemma_.lower() not in _HELPERS or verb.tag_ not in {"VBD", "VBZ", "VBP"} or not negated(verb):
        return False
    kinds = {c.dep_ for c in verb.children}
    return "nsubj" in kinds and kinds <= {"nsubj", "neg", "punct"} and verb.dep_ in {"ROOT", "ccomp", "conj"}


def is_lying(verb: Token) -> bool:
    """Whether a clause says of somebody spoken of before that he lies: "He lied.", "they are lying"."""
    if verb.lemma_.lower() not in {"lie", "lye"} or verb.lower_ not in {"lied", "lying"} or negated(verb):
        return False
    if any(c.dep_ in {"prep", "prt", "acomp", "advcl", "ccomp"} for c in verb.children):
        return False
    return any(c.dep_ == "nsubj" and (listed(c, "speakers") or listed(c, "answered")) for c in verb.children)


def fragment(start: int, end: int, ground: Ground) -> Token | None:
    """The word of a verdict without a verb that is all these tokens say: "Nonsense", "a lie", "not true"."""
    words = [t for t in ground.doc[start:end] if not t.is_punct and not t.is_space and not t.is_quote]
    if not words or len(words) > _MAX:
        return None
    *before, last = words
    if last.lower_ in ground.knowledge.lists["truths"]:
        return last if len(before) == 1 and before[0].lower_ == "not" else None
    plain = all(t.pos_ in _LEADS or t.dep_ == "compound" for t in before)
    return last if plain and not any(listed(t, "negative") for t in before) and is_false(last, ground) else None


def phrase_start(token: Token, first: int) -> int:
    """Where the short phrase that this word ends begins: "as pure fabrication", "a “lie”"."""
    start = token.i
    while start > first:
        before = token.doc[start - 1]
        if before.pos_ not in _LEADS and not listed(before, "as") and not before.is_quote and before.dep_ != "compound":
            break
        start -= 1
        if listed(before, "as"):
            break
    return start


def negated(verb: Token) -> bool:
    """Whether "not" or "never" stands beside a verb."""
    return any(c.dep_ == "neg" or listed(c, "never") for c in verb.children)


def _nothing_such(subject: Token) -> bool:
    """Whether it is "nothing of the kind" or "no such thing"."""
    around = [g for c in subject.children for g in (c, *c.children)]
    if listed(subject, "nothing"):
        return any(listed(t, "such_kinds") for t in around)
    return any(listed(t, "negative") for t in around) and any(listed(t, "such") for t in around)


def _stands_for_said(subject: Token) -> bool:
    return listed(subject, "answered") and subject.tag_ not in {"WDT", "WP"}


def _is_what_was_said(subject: Token, ground: Ground) -> bool:
    """Whether a subject is a bare noun for what was said before: "the charge", "these reports"."""
    if not any(listed(c, "answering") for c in subject.children):
        return False
    if any(c.i > subject.i for c in subject.children):
        return False
    return any("to" not in c.content for c in ground.knowledge.nouns.get(subject.lemma_.lower(), ()))
