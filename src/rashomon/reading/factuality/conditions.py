"""Conditions, however they are put, and the clauses that follow from them."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.knowledge.embedding import embedding
from rashomon.reading.factuality.operators import Step, step, words


def marker(verb: Token) -> Step | None:
    """The word or words that introduce the clause, if they present it: "if", "so that", "as soon as"."""
    known = embedding().markers
    for child in verb.children:
        if child.i > verb.i or child.dep_ not in {"mark", "advmod", "prep", "cc", "dep"}:
            continue
        for length in (3, 2, 1):
            for start in range(max(0, child.i - length + 1), child.i + 1):
                words = " ".join(t.lower_ for t in verb.doc[start : start + length])
                if words in known and (length > 1 or child.dep_ in {"mark", "advmod"}):
                    return step(child, known[words], words)
    if verb.dep_ == "ccomp" and verb.head.lower_ in known and verb.head.dep_ in {"prep", "advcl", "mark"}:
        return step(verb.head, known[verb.head.lower_])
    return None


def inverted(verb: Token) -> bool:
    """Whether the clause is a condition by word order: "had X accepted", "should X attack"."""
    first = min(
        (c for c in verb.children if c.dep_ not in {"ccomp", "advcl", "punct", "cc"}), key=_position, default=verb
    )
    helpers = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    subjects = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}]
    if not helpers or not subjects or verb.sent.text.rstrip().endswith("?"):
        return False
    return helpers[0] == first and first.lower_ in words("inverting") and first.i < subjects[0].i


def _position(token: Token) -> int:
    return token.i


def stray_condition(verb: Token) -> Step | None:
    """The "if" of a condition whose verb the parser took for a second subject: "if the army attacks, X will"."""
    found = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}]
    if verb.dep_ != "ROOT" or len(found) < 2:
        return None
    for child in verb.children:
        if child.dep_ == "mark" and child.i < found[0].i:
            operator = embedding().markers.get(child.lower_)
            if operator in {"condition", "condition-not"}:
                return step(child, operator)
    return None


def consequence(node: Token, below: Token | None, aimed: bool = False) -> list[Step]:
    """The clause's own condition: "if X attacks, **Y will respond**"; `aimed`: the deed is an aim of the clause."""
    if node.pos_ not in {"VERB", "AUX"}:
        return []
    stray = stray_condition(node)
    if stray is not None:
        return [Step(stray.token, "consequence", stray.entry)]
    for child in node.children:
        if child == below:
            continue
        if child.dep_ == "prep" and embedding().markers.get(child.lower_) == "condition":
            return [] if _empty(child) else [step(child, "consequence")]
        if child.dep_ == "advcl" or (child.dep_ == "conj" and inverted(child)):
            found = _conditional(child)
            if found is not None and (aimed or not _asserted(node)):
                return [Step(found.token, "consequence", found.entry)]
    return []


def _conditional(clause: Token) -> Step | None:
    if clause.dep_ == "conj":
        return step(clause, "condition", "inversion")
    found = marker(clause)
    if found is not None:
        conceding = found.entry.rpartition("/")[2] in words("conceding")
        real = found.operator in {"condition", "condition-not"} and not conceding
        return found if real and not _empty(clause.doc[found.token]) else None
    first = clause.left_edge
    opens = first.lower_ in words("inverting") and first.i + 1 < clause.i
    if opens or (first == clause and first.lower_ in words("inverting")):
        return step(first, "condition", "inversion")
    return None


def _empty(marker: Token) -> bool:
    """Whether a condition says nothing of its own: "if not", "if any"."""
    following = marker.nbor(1).lower_ if marker.i + 1 < len(marker.doc) else ""
    return f"{marker.lower_} {following}" in words("empty-conditions")


def _asserted(verb: Token) -> bool:
    """A past tense main clause is told as done whatever the condition."""
    return verb.tag_ == "VBD" and not any(c.dep_ == "aux" for c in verb.children)
