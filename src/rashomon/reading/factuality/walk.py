"""The walk from a trigger outwards to the border of its innermost telling."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from spacy.tokens import Token

from rashomon.knowledge.embedding import embedding
from rashomon.reading.factuality.beside import beside
from rashomon.reading.factuality.conditions import consequence
from rashomon.reading.factuality.edges import edge
from rashomon.reading.factuality.operators import Edge, Step, kind, lemmas, lookup
from rashomon.reading.factuality.sentences import commanded, nobodys, reported, root
from rashomon.reading.types import Telling

_FURTHEST = 40
_DEFAULTS = {"purpose", "content", "manner"}
_AIMED = {"aims", "vows"}
_LEAVES_OPEN = {"possible", "open", "reports", *_DEFAULTS}


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
    silent = aimed = False
    for _ in range(_FURTHEST):
        if not silent:
            _meet(token, way, around, *beside(node, below, reported(node, around)))
        _meet(token, way, around, *consequence(node, below, aimed))
        if node.dep_ == "ccomp":
            _meet(token, way, around, *commanded(node))
        found = edge(node)
        if _denied(around, found.to):  # how another tells it is no part of the denial
            found = replace(found, steps=())
        _meet(token, way, around, *_inside(_performed(node, found), found.to, around))
        if found.cut or found.to is None:
            if not found.cut:
                _meet(token, way, around, *root(node))
            border = node.head.i if found.cut else None
            _told(way, around, cut=found.cut, beneath=len(found.steps) if node.dep_ == "advcl" else 0, border=border)
            return way
        last = found.steps[-1] if found.steps else None
        if last is not None and embedding().operators[last.operator].vow:
            way.vow = last.token
            _meet(token, way, around, *(s for s in beside(found.to, node, False) if s.operator == "turns"))
            _meet(token, way, around, *consequence(found.to, node, aimed=True))
            _told(way, [t for t in around if t.holds(last.token)], cut=True)
            return way
        if _leaves(way, around, node, found.to):
            return way
        below, node, silent = node, found.to, found.silent
        aimed = last is not None and last.operator in _AIMED
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


def _denied(around: Sequence[Telling], to: Token | None) -> bool:
    """Whether this step leaves what somebody denies for words other than his denial."""
    if to is None:
        return False
    return any(
        t.factuality == "not" and t.source is not None and not t.holds(to.i) and not t.cue[0] <= to.i < t.cue[1]
        for t in around
    )


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


def _told(way: Walk, around: Sequence[Telling], cut: bool, beneath: int = 0, border: int | None = None) -> None:
    """What the cues of the tellings do that still hold the deed where the walk ended (`beneath` so many steps).

    `border`: the word at which the walk was cut; what lies beyond a telling's content cuts off nothing of it.
    """
    for telling in around:
        whole = not cut or (border is not None and telling.factuality == "not" and not telling.holds(border))
        if telling.factuality is not None and (whole or telling.factuality == "possible"):
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
