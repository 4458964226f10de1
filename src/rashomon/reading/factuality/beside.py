"""Words that stand beside a verb or noun and present it: modals, negation, hedges, determiners."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from rashomon.knowledge.embedding import Modal, embedding
from rashomon.reading.factuality.conditions import inverted
from rashomon.reading.factuality.operators import Step, kind, lookup, step, words

_NOMINAL = {"NOUN", "PROPN", "PRON", "NUM"}
_SHORT = 6
_PARTICIPLES = {"aims", "vows", "demands", "prevents", "turns", "tries"}  # "the planned attack"
_ARGUMENTS = {"nsubj", "nsubjpass", "dobj", "attr", "pobj", "dative"}


def beside(token: Token, below: Token | None, reported: bool) -> list[Step]:
    """What stands beside this word on the way out from `below`, innermost first.

    `reported`: the clause is reported speech, in which "would" is a future.
    """
    if token.pos_ in _NOMINAL and token.dep_ not in {"ROOT", "ccomp"}:
        return list(_beside_noun(token))
    return list(_beside_noun(token)) + list(_beside_verb(token, below, reported))


def _beside_noun(noun: Token) -> Iterator[Step]:
    if noun.pos_ not in _NOMINAL:
        return
    for child in noun.children:
        if child.dep_ in {"amod", "compound", "nmod"} or (child.dep_ == "acl" and _restricts(child)):
            yield from _attribute(child)
            if child.dep_ == "compound":
                yield from (s for c in child.children if c.dep_ == "amod" for s in _attribute(c))
        elif child.dep_ == "relcl" and child.pos_ == "VERB":
            yield from _to_come(child)
        elif child.lower_ in words("determiners") and child.dep_ in {"det", "preconj", "neg"}:
            yield step(child, "turns")
        elif child.dep_ == "det" and child.lower_ in words("indefinite"):
            yield step(child, "any")
        elif child.dep_ == "poss" and _text(child) in words("future-times"):
            yield step(child, "aims", _text(child))


def _restricts(participle: Token) -> bool:
    """Whether a participle after a noun belongs to it, not to an aside: "the raid planned by X"."""
    return kind(participle) == "part" and not (participle.i and participle.nbor(-1).text == ",")


def _to_come(relative: Token) -> Iterator[Step]:
    """A noun's own relative clause says that it is still to come: "the talks that will be held"."""
    modal, _ = _modal(relative, False)
    if modal is not None and modal.operator == "prediction":
        done = lookup(relative, "obj") or lookup(relative, "subj")
        if done is not None and done.operator == "carries":
            yield modal


def _attribute(word: Token) -> Iterator[Step]:
    found = lookup(word, "attr") if word.dep_ != "acl" else None
    if found is None and word.tag_ == "VBN":
        found = lookup(word, "obj")
        if found is not None and found.operator not in _PARTICIPLES:
            return
    if found is not None:
        yield found


def _beside_verb(verb: Token, below: Token | None, reported: bool) -> Iterator[Step]:
    modal, over = _modal(verb, reported)
    if modal is not None and not over:
        yield modal
    yield from _negations(verb, below)
    if modal is not None and over:
        yield modal
    yield from _adverbs(verb, below)


def _modal(verb: Token, reported: bool) -> tuple[Step | None, bool]:
    known = embedding().modals
    helpers = [c for c in verb.children if c.dep_ in {"aux", "auxpass"} and c.i < verb.i]
    for helper in helpers:
        modal: Modal | None = known.get(helper.lower_)
        if modal is None or helper.tag_ not in {"MD", "VB"} or _contracted_had(helper, helpers, verb):
            continue
        if modal.operator == "demands" and inverted(verb):
            return step(helper, "condition"), True
        operator = modal.operator
        if reported and modal.reported:
            operator = modal.reported
        elif modal.perfect and any(c.lower_ in words("perfect-helpers") for c in helpers):
            operator = modal.perfect
        return step(helper, operator), modal.over
    return None, False


def _contracted_had(helper: Token, helpers: list[Token], verb: Token) -> bool:
    """Whether "'d" stands for "had": before a participle, without "have"."""
    return helper.lower_ in words("short-had") and verb.tag_ == "VBN" and helpers[-1] == helper


def _negations(verb: Token, below: Token | None) -> Iterator[Step]:
    known = embedding()
    for child in verb.children:
        if child.dep_ in {"aux", "auxpass"}:
            yield from (step(c, "turns") for c in child.children if c.dep_ == "neg")
        if child == below or child.dep_ in {"conj", "ccomp", "advcl", "relcl"}:
            continue
        if child.lower_ in words("joining-negatives") and child.dep_ == "cc" and child.i > verb.i:
            continue  # what it negates is the next conjunct
        said = known.adverbs.get(_text(child)) or known.adverbs.get(child.lower_)
        negates = said in {"turns", "ends"}
        if child.dep_ in {"neg", "advmod", "preconj", "cc", "det"} and (child.dep_ == "neg" or negates):
            if not _limited(child) and not _contrasted(child, verb) and not _delayed(verb):
                yield step(child, said or "turns", _text(child))
        elif child.dep_ == "prep" and negates:
            yield step(child, "turns", _text(child))
        elif child.dep_ in _ARGUMENTS and _negative(child, below):
            yield step(child, "turns")
        elif child.dep_ == "agent":
            yield from (step(c, "turns") for c in child.children if c.dep_ == "pobj" and _negative(c, below))
    if verb.dep_ == "conj" and verb.i and _opened_by_nor(verb):
        yield step(verb, "turns", "nor")


def _opened_by_nor(verb: Token) -> bool:
    """Whether "nor" opens this conjunct, with a clause of its own ("nor did it attack")."""
    joined = [
        c for c in verb.head.children if c.dep_ == "cc" and c.lower_ in words("joining-negatives") and c.i < verb.i
    ]
    own = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass", "aux"}]
    return bool(joined) and bool(own)


def _limited(word: Token) -> bool:
    """Whether the negation is about something else: "not only", "not just"."""
    following = word.nbor(1) if word.i + 1 < len(word.doc) else word
    return following.lower_ in words("no-negation")


def _delayed(verb: Token) -> bool:
    """Whether the past negation only says how late: "did not withdraw until Friday"."""
    if not any(c.lower_ in words("past-helpers") for c in verb.children if c.dep_ == "aux"):
        return False
    later = [c for c in verb.children if c.i > verb.i and c.dep_ in {"prep", "advcl"}]
    limits = words("limits")
    return any(t.lower_ in limits for c in later for t in (c, *c.children) if t.i <= c.i)


def _contrasted(word: Token, verb: Token) -> bool:
    """Whether the negation stands after the verb, about something else: "attacked the port, not the town"."""
    return word.dep_ == "neg" and word.i > verb.i + 1 and verb.lemma_ not in words("negated-behind")


def _negative(argument: Token, below: Token | None) -> bool:
    """Whether a subject or object is empty: "nobody", "no rebels", "neither side", "none of them"."""
    if below is not None and (argument == below or argument.is_ancestor(below)):
        return False
    if argument.lower_ in words("pronouns"):
        return True
    if any(_text(argument).startswith(p) for p in words("pronoun-phrases")):
        return True
    return any(
        c.lower_ in words("determiners") and c.dep_ in {"det", "preconj", "neg", "cc"} and c.i < argument.i
        for c in argument.children
    )


def _adverbs(verb: Token, below: Token | None) -> Iterator[Step]:
    known = embedding()
    for child in verb.children:
        if child == below:
            continue
        operator = known.adverbs.get(_text(child)) or known.adverbs.get(child.lower_)
        if child.dep_ in {"advmod", "intj", "neg", "dep"} and operator not in {None, "turns", "ends"}:
            yield step(child, str(operator), _text(child))
        elif child.dep_ in {"npadvmod", "advmod", "prep"} and verb.tag_ in {"VBZ", "VBP", "VBG", "VB"}:
            said = _text(child)
            if any(said == t or said.endswith(" " + t) for t in words("future-times")):
                yield step(child, "prediction", said)


def _text(token: Token) -> str:
    """The lower-case words of a short phrase."""
    start, end = token.left_edge.i, token.right_edge.i + 1
    if end - start > _SHORT:
        return ""
    return " ".join(t.lower_ for t in token.doc[start:end] if not t.is_punct and t.tag_ != "POS")
