"""The walk from a trigger outwards to the border of its innermost telling."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from spacy.tokens import Token

from rashomon.knowledge.embedding import embedding
from rashomon.reading.factuality.beside import beside
from rashomon.reading.factuality.clauses import marker, stray_condition
from rashomon.reading.factuality.edges import Edge, edge
from rashomon.reading.factuality.operators import Step, kind, lemmas, lookup, step
from rashomon.reading.types import Telling

_FURTHEST = 40
_CONCEDING = ("even if", "as if", "as though")
_DEFAULTS = {"purpose", "content", "manner"}
_LEAVES_OPEN = {"possible", "reports", *_DEFAULTS}
_COMMANDING = {"do", "don", "let"}
_OPENERS = {"intj", "advmod", "neg", "aux"}


@dataclass(slots=True)
class Walk:
    """The embedding words met, innermost first, and the vow among them if there is one."""

    steps: list[Step] = field(default_factory=list)
    vow: int | None = None


def walk(token: Token, tellings: Sequence[Telling]) -> Walk:
    """Everything that presents the deed, from its trigger to the border of its innermost telling."""
    around = sorted((t for t in tellings if t.holds(token.i)), key=lambda t: (t.size, t.cue))
    way = Walk()
    below: Token | None = None
    node = token
    silent = False
    for _ in range(_FURTHEST):
        if not silent:
            _meet(token, way, around, *beside(node, below, _reported(node, around)))
        _meet(token, way, around, *_consequence(node, below))
        if node.dep_ == "ccomp":
            _meet(token, way, around, *_commanded(node))
        found = edge(node, token)
        _meet(token, way, around, *_inside(_performed(node, found), found.to, around))
        if found.cut or found.to is None:
            if not found.cut:
                _meet(token, way, around, *_root(node))
            _told(way, around, cut=found.cut, beneath=len(found.steps) if node.dep_ == "advcl" else 0)
            return way
        last = found.steps[-1] if found.steps else None
        if last is not None and embedding().operators[last.operator].vow:
            way.vow = last.token
            _meet(token, way, around, *(s for s in beside(found.to, node, False) if s.operator == "turns"))
            _meet(token, way, around, *_consequence(found.to, node))
            _told(way, [t for t in around if t.holds(last.token)], cut=True)
            return way
        if _leaves(way, around, node, found.to):
            return way
        below, node, silent = node, found.to, found.silent
    return way


def _meet(token: Token, way: Walk, around: list[Telling], *steps: Step) -> None:
    """Notes what was met, except words that make up a cue, where their telling states its effect.

    A cue that asks, means or vows counts all the same ("urged X to leave"), and so does a noun that leaves
    it open ("their fear that"), while "believes that" gives what is believed as told.
    """
    operators = embedding().operators
    for met in steps:
        cued = [t for t in around if t.cue[0] <= met.token < t.cue[1]]
        if met.operator == "demands":  # "asked that X leave" is no question
            for telling in [t for t in cued if t.factuality == "possible"]:
                around[around.index(telling)] = replace(telling, factuality=None)
            cued = [t for t in around if t.cue[0] <= met.token < t.cue[1]]
        if met.operator not in _LEAVES_OPEN:
            for telling in [t for t in cued if nobodys(t)]:  # "was expected to": an aim rather than hearsay
                around.remove(telling)
                cued.remove(telling)
        if any(t.factuality is not None for t in cued):
            continue
        open_noun = met.operator == "possible" and token.doc[met.token].pos_ in {"NOUN", "ADJ"}
        if not cued or operators[met.operator].cue or open_noun:
            way.steps.append(met)


def _performed(node: Token, found: Edge) -> tuple[Step, ...]:
    """What the edge does; "I want to thank" thanks, "I believe that X" says X."""
    if found.to is None or found.to.pos_ != "VERB" or not found.steps:
        return found.steps
    if not any(c.dep_ == "nsubj" and c.tag_ == "PRP" and "Person=1" in str(c.morph) for c in found.to.children):
        return found.steps
    words = embedding().words
    acts = found.steps[-1].operator == "aims" and words["performatives"] & set(lemmas(node))
    views = found.steps[-1].operator == "possible" and words["opinions"] & set(lemmas(found.to))
    return () if acts or views else found.steps


def _inside(steps: tuple[Step, ...], to: Token | None, around: Sequence[Telling]) -> tuple[Step, ...]:
    """The steps without those that only say that the deed is somebody's content."""
    if to is None or not any(t.cue[0] <= to.i < t.cue[1] for t in around):
        return steps
    return tuple(s for s in steps if s.operator not in _DEFAULTS)


def nobodys(telling: Telling) -> bool:
    """Whether nobody in particular stands behind what is told."""
    return telling.source is None and telling.source_text is None


def _leaves(way: Walk, around: list[Telling], node: Token, to: Token) -> bool:
    """Whether this step crosses the border of a telling with a source; its cue's effect is noted."""
    for telling in list(around):
        if telling.holds(to.i):
            continue
        around.remove(telling)
        if telling.factuality is not None:
            way.steps.append(_cue(telling, telling.factuality, to))
        if not nobodys(telling):
            way.steps.extend(_demanded(way, telling, node))
            return True
    return False


def _demanded(way: Walk, telling: Telling, node: Token) -> list[Step]:
    """What a demanding cue does to an infinitive, where the parser hung it on another word."""
    if telling.factuality is not None or kind(node) != "inf" or node.pos_ not in {"VERB", "AUX"}:
        return []
    if any(telling.cue[0] <= s.token < telling.cue[1] for s in way.steps):
        return []
    found = [lookup(t, "inf") for t in node.doc[telling.cue[0] : telling.cue[1]]]
    return [s for s in found if s is not None and s.operator == "demands"][:1]


def _told(way: Walk, around: Sequence[Telling], cut: bool, beneath: int = 0) -> None:
    """What the cues of the tellings do that still hold the deed where the walk ended (`beneath` so many steps)."""
    for telling in around:
        if telling.factuality is not None and (not cut or telling.factuality == "possible"):
            way.steps.insert(max(0, len(way.steps) - beneath), _cue(telling, telling.factuality))
        if not nobodys(telling):
            return


def _cue(telling: Telling, factuality: str, to: Token | None = None) -> Step:
    """What a cue does. One with nobody behind it ("reports of") is a noun like others: "no truth in reports"."""
    if nobodys(telling):
        if to is not None and (specific := lookup(to, "that")) and " " in specific.entry:
            return specific
        if factuality == "possible":
            return Step(telling.cue[0], "reports", telling.entry)
    return Step(telling.cue[0], f"told-{factuality}", telling.entry)


def _consequence(node: Token, below: Token | None) -> list[Step]:
    """The clause's own condition: "if X attacks, **Y will respond**"."""
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
        if child.dep_ == "advcl" or (child.dep_ == "conj" and edge(child, child).cut):
            found = _conditional(child)
            if found is not None and not _asserted(node, found):
                return [Step(found.token, "consequence", found.entry)]
    return []


def _conditional(clause: Token) -> Step | None:
    if clause.dep_ == "conj":
        steps = edge(clause, clause).steps
        return steps[0] if steps else None
    found = marker(clause)
    if found is not None:
        real = found.operator in {"condition", "condition-not"} and not found.entry.endswith(_CONCEDING)
        return found if real and not _empty(clause.doc[found.token]) else None
    first = clause.left_edge
    opens = first.lower_ in {"should", "had", "were"} and first.i + 1 < clause.i
    if opens or (first == clause and first.lower_ == "should"):
        return step(first, "condition", "inversion")
    return None


def _empty(marker: Token) -> bool:
    """Whether a condition says nothing of its own: "if not", "if any"."""
    following = marker.nbor(1).lower_ if marker.i + 1 < len(marker.doc) else ""
    return f"{marker.lower_} {following}" in embedding().words["empty-conditions"]


def _asserted(verb: Token, condition: Step) -> bool:
    """A past tense main clause is told as done whatever the condition."""
    return verb.tag_ == "VBD" and not any(c.dep_ == "aux" for c in verb.children)


def _root(node: Token) -> list[Step]:
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
    if commanded := _commanded(node):
        return commanded
    if kind(node) != "inf":
        return []
    if any(c.tag_ == "TO" for c in helpers):
        return [step(node, "aims", "to")]
    return []


def _commanded(node: Token) -> list[Step]:
    """A command: "Leave!", "do not leave", "let them leave", also as a quotation: "Please leave," she said."""
    helpers = [c for c in node.children if c.dep_ in {"aux", "auxpass"}]
    subjects = [c for c in node.children if c.dep_ in {"nsubj", "nsubjpass", "expl", "csubj"}]
    if node.tag_ != "VB" or subjects or any(c.tag_ == "TO" or c.lower_ not in _COMMANDING for c in helpers):
        return []
    if node.dep_ != "ROOT" and not any(t.is_quote for t in node.doc[max(0, node.left_edge.i - 1) : node.i]):
        return []
    first = node.sent.start if node.dep_ == "ROOT" else node.left_edge.i
    opens = all(t.is_punct or t.is_space or t.dep_ in _OPENERS for t in node.doc[first : node.i])
    return [step(node, "demands", "imperative")] if opens else []


def _reported(node: Token, around: Sequence[Telling]) -> bool:
    """Whether the clause is reported speech after a past verb: "said it would"."""
    clause = node
    while clause.dep_ == "conj":
        clause = clause.head
    if clause.dep_ == "ccomp" and clause.head.tag_ in {"VBD", "VBN"}:
        between = node.doc[min(clause.i, clause.head.i) : max(clause.i, clause.head.i)]
        return not any(t.is_quote for t in between) and marker(clause) is None and not _conditioned(node)
    if clause.dep_ == "acl" and any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children):
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
    return bool(_consequence(node, None))
