"""Settling contents against each other: what a clause swallowed of another's words, of asides, of sources."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.reading.syntax import objects
from rashomon.reading.tellers.drafts import Draft
from rashomon.reading.tellers.ground import Ground, is_nominal, listed
from rashomon.reading.tellers.layout import Range
from rashomon.reading.tellers.sources import is_finite_verb, named


def settle(drafts: list[Draft], ground: Ground) -> list[Draft]:
    """Contents without other tellers' asides and clauses and without their own cues and sources."""
    _merge_participles(drafts, ground)
    for item in drafts:
        if not item.settled:
            _end_at_other_tellers(item, drafts, ground)
    _add_citations(drafts, ground)
    for item in drafts:
        _go_on_after_asides(item, drafts, ground)
        _leave_asides_out(item, drafts, ground)
        if item.keeps_cue or item.form in {"label", "headline", "scare"}:
            continue
        item.leave_out(*item.cue)
        if item.aside is not None:
            item.leave_out(*item.aside)
        _leave_source_out(item, ground)
        if item.quoted and item.form == "aside":
            _keep_to_quotes(item, ground)
        if not item.quoted and item.form in {"clause", "aside"}:
            _leave_background_out(item, ground)
    return drafts


def _merge_participles(drafts: list[Draft], ground: Ground) -> None:
    """In "..., X said, adding that ..." the participle's source is that of the telling before it."""
    finite = [d for d in drafts if d.speaks and d.source.token is not None and d.form in {"clause", "aside", "quote"}]
    for item in finite:
        head = ground.doc[item.head]
        comma = item.head - 1
        while comma > 0 and ground.doc[comma].pos_ in {"ADV", "CCONJ"}:
            comma -= 1
        if head.tag_ != "VBG" or ground.doc[comma].text != ",":
            continue
        first, _ = ground.layout.sentence(item.head)
        earlier = [d for d in finite if first <= d.head < item.head and ground.doc[d.head].tag_ != "VBG"]
        outer = [d for d in earlier if not any(e.holds(d.head) for e in earlier)]
        if not outer:
            continue
        item.source = outer[-1].source
        item.aside = None
        for other in outer:
            other.cut_from(comma)


def _end_at_other_tellers(item: Draft, drafts: list[Draft], ground: Ground) -> None:
    """In "X said A, while Y said B" and "X said A, and Y said B" the content of X ends before Y."""
    if item.quoted or item.form not in {"clause", "noun"}:
        return
    for other in sorted(drafts, key=lambda d: d.head):
        token = other.source.token
        if other is item or token is None or not item.holds(other.head) or other.head < item.head:
            continue
        if other.form not in {"clause", "aside", "quote"} or not is_finite_verb(ground.doc[other.head]):
            continue
        start = min(token.left_edge.i if token.i < other.head else other.cue[0], other.cue[0])
        before, comma = ground.doc[start - 1] if start else None, start - 2
        if before is None or not listed(before, "handover") or comma < 0:
            continue
        if ground.doc[comma].text in {",", ";", "—", "–"} or listed(before, "opposing"):
            at = comma if ground.delimits(comma) else start - 1
            if at > item.cue[1]:
                item.cut_from(at)
                return


def _add_citations(drafts: list[Draft], ground: Ground) -> None:
    """In "..., Y reported, citing X" X tells what Y passes on."""
    for token in list(ground.doc):
        if (token.tag_ != "VBG" and token.dep_ != "relcl") or not ground.knowledge.has("citing", token.lemma_.lower()):
            continue
        first, last = ground.layout.sentence(token.i)
        sources = [o for o in objects(token) if o.i > token.i and is_nominal(o)]
        if token.dep_ == "amod" and token.i == first:  # "Quoting officials, X said", read as one phrase
            sources = [token.head]
        if not sources or any(listed(c, "as") and c.dep_ == "prep" for c in token.children):
            continue
        if ground.category(sources[0]) == "thing" and not ground.knowledge.has("works", sources[0].lemma_.lower()):
            continue
        tellers = [d for d in drafts if first <= d.head < last and d.form in {"clause", "aside", "phrase"}
                   and d.ranges and d.speaks and d.source.token is not None]  # fmt: skip
        if not tellers:
            continue
        outer = min(tellers, key=lambda d: abs(d.head - token.i))
        end = sources[0].right_edge.i + 1
        outer.leave_out(token.i, end)
        drafts.append(Draft(
            source=named(sources[0], ground), cue=(token.i, token.i + 1), ranges=list(outer.ranges), form="cited",
            head=token.i, entry=f"reporting.yaml:citing/{token.lemma_}", settled=True,
        ))  # fmt: skip
        outer.ranges.append((token.i, token.i + 1))


def _go_on_after_asides(item: Draft, drafts: list[Draft], ground: Ground) -> None:
    """In "X said that his men had, according to Y, killed two" the clause goes on after the aside."""
    if item.settled or item.form not in {"clause", "noun"} or not item.ranges:
        return
    start, end = item.ranges[-1]
    last = ground.layout.sentence(item.head)[1]
    for other in drafts:
        if other is item or other.aside is None or other.form not in {"aside", "phrase"} or other.aside[0] != end + 1:
            continue
        resumed = other.aside[1] + 1
        if resumed < last - 1 and ground.doc[end].text == "," and ground.doc[resumed - 1].text == ",":
            if ground.doc[resumed].pos_ == "CCONJ" or listed(ground.doc[resumed], "handover"):
                return
            stop = resumed
            while stop < last and not ground.delimits(stop):
                stop += 1
            item.ranges[-1] = (start, stop)
            return


def _leave_asides_out(item: Draft, drafts: list[Draft], ground: Ground) -> None:
    """A clause that swallowed a later aside ("..., according to Y") loses it: the aside stands outside it."""
    if item.settled or item.form not in {"clause", "noun"}:
        return
    _, last = ground.layout.sentence(item.head)
    for other in drafts:
        if other is item or other.aside is None or other.form not in {"aside", "phrase"}:
            continue
        start, end = other.aside
        final = end >= last - 1 or all(t.is_punct or t.is_space for t in ground.doc[end:last])
        if (
            item.head < start
            and item.holds(start)
            and final
            and start
            and ground.doc[start - 1].text == ","
            and other.holds(item.head)
        ):
            item.cut_from(start - 1)


def _keep_to_quotes(item: Draft, ground: Ground) -> None:
    """After a quotation and its cue, what is unquoted is the author's: "“...,” she said, pointing at the ruins"."""
    left = [r for r in item.ranges if r[1] <= item.head]
    if left and all(ground.within(i) is not None for s, e in left[-1:] for i in (s, e - 2) if s <= i):
        item.ranges = [r for r in item.ranges if r[1] <= item.head or ground.within(r[0]) is not None]


def _leave_source_out(item: Draft, ground: Ground) -> None:
    token = item.source.token
    if token is None or item.form in {"noun", "title", "scare"}:
        return
    if item.form in {"clause", "quote", "statement"}:
        start, end = token.left_edge.i, token.right_edge.i + 1
        if start <= item.head < end:
            start, end = token.i, token.i + 1
        if token.i < item.head:
            end = min(end, item.head)
        if item.form != "clause" or not any(start <= s < end for s, _ in item.ranges):
            item.leave_out(start, end)


def _leave_background_out(item: Draft, ground: Ground) -> None:
    """What a reporter explains within indirect speech about a place ("in Orm, a rebel-held town, ...") is his own."""
    for start, end in list(item.ranges):
        for token in ground.doc[start:end]:
            first = token.left_edge.i
            if (
                token.dep_ == "appos"
                and first - 2 > start
                and ground.doc[first - 1].text == ","
                and _is_place(ground.doc[first - 2], ground)
            ):
                span: Range = (first, token.right_edge.i + 1)
                item.leave_out(*span)


def _is_place(token: Token, ground: Ground) -> bool:
    return token.pos_ == "PROPN" and (ground.category(token) == "place" or token.ent_type_ in {"GPE", "LOC", "FAC"})
