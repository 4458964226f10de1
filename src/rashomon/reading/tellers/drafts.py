"""A telling while it is being put together."""

from __future__ import annotations

from dataclasses import dataclass, field

from rashomon.knowledge.reporting import Cue
from rashomon.model import Endorsement, Factuality
from rashomon.reading.syntax import antecedent
from rashomon.reading.tellers.cues import Found
from rashomon.reading.tellers.ground import Ground, listed
from rashomon.reading.tellers.layout import Range
from rashomon.reading.tellers.sources import Source
from rashomon.reading.types import Telling


@dataclass
class Draft:
    """A telling before its content is settled.

    Attributes:
        source: who tells; `words`: the source's name where no token names it.
        cue: token range of the cue; `aside`: of the cue with its source, where it stands as an aside.
        ranges: what is told.
        form: how the cue stands to what it tells: clause, aside, quote, noun, phrase or hedge.
        head: token that the cue's syntax hangs on.
        keeps_cue: the cue itself is told ("claimed the attack"); `speaks`: it may carry quotations;
            `colon`: a colon ends it.
        answers: it denies what was told before, over the same words.
        settled: the content is exactly these ranges; nothing may be cut from it.
    """

    source: Source
    cue: Range
    ranges: list[Range]
    form: str
    head: int
    factuality: Factuality | None = None
    endorsement: Endorsement = "neutral"
    entry: str = ""
    score: float = 0.8
    aside: Range | None = None
    quoted: bool = False
    words: str | None = None
    settled: bool = False
    colon: bool = False
    speaks: bool = False
    keeps_cue: bool = False
    answers: bool = False
    found: Found | None = field(default=None, repr=False)

    def holds(self, token: int) -> bool:
        """Whether this token is told so far."""
        return any(start <= token < end for start, end in self.ranges)

    def cut_from(self, token: int) -> None:
        """End the content before this token, within the range that holds it."""
        self.ranges = [r for s, e in self.ranges for r in ([(s, token)] if s < token < e else [(s, e)]) if r[0] < r[1]]

    def leave_out(self, start: int, end: int) -> None:
        """Take a stretch out of the content."""
        kept: list[Range] = []
        for s, e in self.ranges:
            if end <= s or e <= start:
                kept.append((s, e))
                continue
            if s < start:
                kept.append((s, start))
            if end < e:
                kept.append((end, e))
        self.ranges = kept


def draft(found: Found, cue: Cue, source: Source, ranges: list[Range], form: str, ground: Ground) -> Draft:
    """The draft of a telling by a verb or noun, with what its adverbs and negation do to it."""
    factuality, endorsement = cue.factuality, cue.endorsement
    anchors = set(found.anchors)
    for anchor in found.anchors:
        for child in anchor.children:
            if child.lower_ in ground.knowledge.modifiers:
                endorsement = ground.knowledge.modifiers[child.lower_]
            longer = listed(child, "longer") and any(c.dep_ == "neg" or listed(c, "negative") for c in child.children)
            if (child.dep_ == "neg" or listed(child, "never") or longer) and child not in anchors:
                factuality = "possible"
                endorsement = "neutral"
    governor = found.head.head
    if found.head.dep_ == "xcomp" and ground.knowledge.has("declining", governor.lemma_.lower()):
        factuality = "possible"
    seeming = found.head.dep_ == "xcomp" and ground.knowledge.has("seeming", governor.lemma_.lower())
    if seeming or any(c.lower_ in ground.knowledge.hedging_adverbs for c in found.head.children):
        factuality, endorsement = factuality or "possible", "neutral"
    if source.negative:
        endorsement = "neutral"
    if source.open and source.token is None and not source.own and factuality is None and endorsement == "neutral":
        factuality = "possible"
    token = source.token
    if token is not None:
        resolved = antecedent(token)
        if resolved != token:
            source = Source(resolved, source.open, source.own)
    return Draft(
        source=source, cue=found.span, ranges=ranges, form=form, head=found.head.i, factuality=factuality,
        endorsement=endorsement, entry=cue.entry, found=found, speaks=cue.quotes, keeps_cue="self" in cue.content,
    )  # fmt: skip


def telling(item: Draft) -> Telling | None:
    """The finished telling; None if nothing is left that it tells or changes."""
    ranges = _merged(item.ranges)
    if not ranges:
        return None
    nobody = item.source.token is None and item.words is None
    if nobody and item.factuality is None:
        return None
    return Telling(
        source=item.source.token.i if item.source.token is not None else None,
        source_text=item.words,
        cue=item.cue,
        content=tuple(ranges),
        quoted=item.quoted,
        factuality=item.factuality,
        endorsement=item.endorsement,
        entry=item.entry,
        score=item.score,
        answers=item.answers,
    )


def _merged(ranges: list[Range]) -> list[Range]:
    merged: list[Range] = []
    for start, end in sorted(r for r in ranges if r[0] < r[1]):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
