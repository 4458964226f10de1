"""What the form of a whole sentence says: a question, a command, a headline; reported speech."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from rashomon.reading.factuality.conditions import consequence, marker
from rashomon.reading.factuality.operators import Step, complement, kind, step, words
from rashomon.reading.types import Telling

_OPENERS = {"intj", "advmod", "neg", "aux"}


def root(node: Token) -> list[Step]:
    """What a whole sentence's form does: a question, a command, an infinitive as in headlines."""
    if node.pos_ not in {"VERB", "AUX"}:
        return []
    helpers = [c for c in node.children if c.dep_ in {"aux", "auxpass"}]
    subjects = [c for c in node.children if c.dep_ in {"nsubj", "nsubjpass", "expl", "csubj"}]
    last = node.sent[-1]
    if any(t.text == "?" for t in node.doc[max(node.i, last.i - 2) : last.i + 1]):
        opener = helpers[0] if helpers else node
        if subjects and opener.i < subjects[0].i and not any(t.tag_ in {"WP", "WRB", "WDT"} for t in node.sent):
            return [step(opener, "possible", "question")]
        return []
    if command := commanded(node):
        return command
    if kind(node) != "inf":
        return []
    if any(c.tag_ == "TO" for c in helpers):
        return [step(node, "aims", "to")]
    return []


def commanded(node: Token) -> list[Step]:
    """A command: "Leave!", "do not leave", "let them leave", also as a quotation: "Please leave," she said."""
    helpers = [c for c in node.children if c.dep_ in {"aux", "auxpass"}]
    subjects = [c for c in node.children if c.dep_ in {"nsubj", "nsubjpass", "expl", "csubj"}]
    if node.tag_ != "VB" or subjects or any(c.tag_ == "TO" or c.lower_ not in words("commands") for c in helpers):
        return []
    if node.dep_ != "ROOT" and not any(t.is_quote for t in node.doc[max(0, node.left_edge.i - 1) : node.i]):
        return []
    first = node.sent.start if node.dep_ == "ROOT" else node.left_edge.i
    opens = all(t.is_punct or t.is_space or t.dep_ in _OPENERS for t in node.doc[first : node.i])
    return [step(node, "demands", "imperative")] if opens else []


def reported(node: Token, around: Sequence[Telling]) -> bool:
    """Whether the clause is reported speech after a past verb: "said it would"."""
    clause = node
    while clause.dep_ == "conj":
        clause = clause.head
    if clause.dep_ == "ccomp" and clause.head.tag_ in {"VBD", "VBN", "VBG"}:
        between = node.doc[min(clause.i, clause.head.i) : max(clause.i, clause.head.i)]
        return not any(t.is_quote for t in between) and marker(clause) is None and not _conditioned(node)
    if clause.dep_ == "acl" and complement(clause):
        return not _conditioned(node)  # "the news that it would"
    for telling in around:
        if nobodys(telling):
            continue
        if node.sent.start > telling.cue[0] or node.sent.end < telling.cue[1]:
            return False
        if any(t.text == ":" for t in node.doc[telling.cue[1] : node.i]):
            return False
        past = any(t.tag_ in {"VBD", "VBN"} for t in node.doc[telling.cue[0] : telling.cue[1]])
        return past and not telling.quoted and not _conditioned(node)
    return False


def _conditioned(node: Token) -> bool:
    return bool(consequence(node, None))


def nobodys(telling: Telling) -> bool:
    """Whether nobody in particular stands behind what is told."""
    return telling.source is None and telling.source_text is None
