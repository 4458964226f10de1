"""Asides: cues that stand between commas, at the end or in the middle of what they tell."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from rashomon.reading.syntax import phrase
from rashomon.reading.tellers.cues import Found
from rashomon.reading.tellers.ground import MARKS, Ground, is_finite, is_nominal, listed
from rashomon.reading.tellers.layout import Range

_PAST, _PRESENT = frozenset({"VBD"}), frozenset({"VBZ", "VBP", "MD"})


@dataclass(frozen=True)
class Aside:
    """A cue's own words with its source, and the comma-bounded text around them.

    Attributes:
        start, end: the aside itself.
        content: what it tells in its sentence; empty where it stands alone ("He said:").
        fronted: "as" opens it ("as the ministry announced"): the author agrees.
        colon: a colon ends it.
    """

    start: int
    end: int
    content: tuple[Range, ...]
    colon: bool
    fronted: bool


def find(found: Found, source: Token, ground: Ground, *, told_somebody: bool) -> Aside | None:
    """The aside that this cue forms with its source, None if it forms none."""
    doc, head = ground.doc, found.head
    first, last = ground.layout.sentence(head.i)
    if any(is_finite(t) and t.head != head and t.dep_ != "relcl" for t in doc[source.i + 1 : head.i]):
        return None  # "..., as the bloc suspended talks and threatened reprisals"
    if source.i < head.i:
        start = max(first, phrase(source)[0], ground.segment(source.i)[0])
        begin = ground.segment(source.i)[0]
        if begin < start and _is_name(begin, start, ground):
            start = begin
        start = min(
            start, *(c.i for c in head.children if c.dep_ in {"aux", "advmod"} and start - 2 <= c.i < start), start
        )
    else:
        start = head.i
        while start > first and doc[start - 1].dep_ in {"aux", "neg", "advmod"} and doc[start - 1].head == head:
            start -= 1
    fronted = start > first and listed(doc[start - 1], "as")
    if fronted:
        start -= 1
    while start > first and listed(doc[start - 1], "joining") and start - 1 > first and ground.delimits(start - 2):
        start -= 1
    if start > first and not (ground.delimits(start - 1) or doc[start - 1].is_space):
        return None
    end = _end(found, source, ground, last)
    if end is None or _tells_directly(found, source, end, ground, told_somebody=told_somebody):
        return None
    left = _trimmed(first, start, ground)
    right = _right(end, last, bool(left), fronted, ground)
    colon = end < last and doc[end].text == ":"
    return Aside(start, end, tuple(r for r in (left, right) if r is not None), colon, fronted)


def _is_name(start: int, end: int, ground: Ground) -> bool:
    """Whether what stands before a source's phrase in its part of the sentence belongs to it all the same."""
    before = ground.doc[start:end]
    return before[0].pos_ in {"DET", "ADJ", "PROPN", "NOUN"} and not any(
        is_finite(t) or t.pos_ in {"ADP", "SCONJ", "CCONJ", "ADV"} or t.tag_ == "TO" for t in before
    )


def _end(found: Found, source: Token, ground: Ground, last: int) -> int | None:
    """Where the aside ends: at the next comma after the cue, over the apposition of an inverted source."""
    doc = ground.doc
    at = max(found.anchors[-1].i, source.i) + 1
    while at < last and not ground.delimits(at) and doc[at].text not in ".?!":
        at += 1
    if source.i > found.head.i:
        while at < last and doc[at].text == "," and _apposition(at + 1, last, ground):
            at += 1
            while at < last and not ground.delimits(at) and doc[at].text not in ".?!":
                at += 1
    return at


def _apposition(start: int, last: int, ground: Ground) -> bool:
    """Whether the comma-bounded part that begins here describes the source rather than going on with the clause."""
    end = start
    while end < last and not ground.delimits(end) and ground.doc[end].text not in ".?!":
        end += 1
    if end == start:
        return False
    opener = ground.doc[start]
    if opener.tag_ in {"WP", "WDT", "WP$"}:
        return True
    if opener.pos_ not in {"DET", "NOUN", "PROPN", "ADJ"}:
        return False
    for token in ground.doc[start:end]:
        if token.tag_ in {"WP", "WDT", "WP$", "WRB"}:
            return True
        if is_finite(token) or token.tag_ in {"TO", "VBG"}:
            return False
    return True


def _tells_directly(found: Found, source: Token, end: int, ground: Ground, *, told_somebody: bool) -> bool:
    """Whether a clause or an object follows the cue within the aside: then it is no aside."""
    after = ground.doc[max(found.anchors[-1].i, source.i) + 1 : end]
    if any(is_finite(t) or t.tag_ == "TO" or (listed(t, "that") and t.tag_ == "IN") for t in after):
        return True
    if source.i > found.head.i or told_somebody:
        return False
    objects = [c for c in found.head.children if c.dep_ in {"dobj", "attr"} and after.start <= c.i < after.end]
    return any(c.ent_type_ not in {"DATE", "TIME"} and not listed(c, "so") for c in objects)


def _trimmed(start: int, end: int, ground: Ground) -> Range | None:
    doc = ground.doc
    while end > start and (ground.delimits(end - 1) or doc[end - 1].is_space or doc[end - 1].text in MARKS):
        end -= 1
    while start < end and (doc[start].is_space or doc[start].text in MARKS):
        start += 1
    return (start, end) if start < end and any(not t.is_punct for t in doc[start:end]) else None


def _right(end: int, last: int, has_left: bool, fronted: bool, ground: Ground) -> Range | None:
    """What follows the aside and is told too: not a coordinated clause in which the author goes on."""
    doc = ground.doc
    rest = _trimmed(min(end + 1, last), last, ground) if end < last else None
    if rest is None or not has_left or fronted:
        return rest
    opener = doc[rest[0]]
    if doc[end].text == ";" and _own_clause(rest[0], rest[1], ground):
        return None
    if listed(opener, "contrast") and _own_clause(rest[0] + 1, rest[1], ground):
        return None
    if listed(opener, "joining") and _own_clause(rest[0] + 1, rest[1], ground):
        left_verb = next((t for t in reversed(doc[ground.layout.sentence(end)[0] : end]) if _main(t)), None)
        right_verb = next((t for t in doc[rest[0] : rest[1]] if is_finite(t)), None)
        left_tense = _tense(left_verb, ground, end)
        if right_verb is None or left_tense is None or right_verb.tag_ not in left_tense:
            return None
    return rest


def _own_clause(start: int, end: int, ground: Ground) -> bool:
    """Whether a subject and a finite verb follow, in this order."""
    subject = False
    for token in ground.doc[start:end]:
        if is_finite(token):
            return subject
        subject = subject or is_nominal(token)
    return False


def _main(token: Token) -> bool:
    return token.dep_ in {"ROOT", "ccomp"} and token.pos_ in {"VERB", "AUX"}


def _tense(verb: Token | None, ground: Ground, end: int) -> frozenset[str] | None:
    finite = [t for t in ground.doc[ground.layout.sentence(max(0, end - 1))[0] : end] if is_finite(t)]
    if not finite:
        return None
    return _PAST if finite[0].tag_ in _PAST else _PRESENT
