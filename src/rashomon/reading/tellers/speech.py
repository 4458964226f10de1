"""Who speaks the quotations, and the unquoted statements that "X said:" introduces."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.reading.syntax import objects
from rashomon.reading.tellers.drafts import Draft
from rashomon.reading.tellers.ground import Ground, is_finite, listed
from rashomon.reading.tellers.layout import Range
from rashomon.reading.tellers.quotes import Quote
from rashomon.reading.tellers.sources import Source

_REACH = 30  # tokens between a quotation and the cue that goes with it
STATEMENT = "reporting.yaml:statement"
"""Entry of a telling whose content is an official's unquoted statement ("The minister said:" and paragraphs)."""


def give_quotes(drafts: list[Draft], ground: Ground) -> list[Draft]:
    """Give each quotation to the cue beside it, else to whoever was quoted last; drafts for the rest."""
    speakers = [d for d in drafts if d.speaks and d.form != "noun"]
    outer = [q for q in ground.quotes if q.depth == 1]
    extra: list[Draft] = []
    last: tuple[Draft, Quote] | None = None
    for number, quote in enumerate(outer):
        if any(d.form == "title" and d.holds(quote.start) for d in drafts):
            continue
        owner = _beside(quote, speakers, ground)
        if owner is None and _told_already(quote, drafts):
            holder = next(d for d in drafts if d.holds(quote.start))
            if quote.speech and holder.speaks:
                last = (holder, quote)
            continue
        if (
            owner is None
            and last is not None
            and (quote.speech or quote.continues)
            and _follows(quote, last, ground, drafts)
        ):
            owner = last[0]
        if owner is None and quote.speech and not _is_title(quote, ground):
            later = outer[number + 1] if number + 1 < len(outer) else None
            owner = _after_gap(quote, later, speakers, ground)
            if owner is None:
                owner = _introduced(quote, ground)
                if owner is not None:
                    extra.append(owner)
        if owner is None:
            continue
        owner.ranges.append((quote.start, quote.end))
        owner.quoted = True
        last = (owner, quote)
    extra += [d for item in speakers if (d := _quoted_source(item)) is not None]
    for quote in ground.quotes:
        if quote.depth > 1 and quote.speech:
            inner = [d for d in speakers if ground.within(d.head) is not None]
            owner = _beside(quote, inner, ground)
            if owner is not None and not quote.start <= owner.head < quote.end:
                owner.ranges.append((quote.start, quote.end))
                owner.quoted = True
    return extra


def _quoted_source(item: Draft) -> Draft | None:
    """In `Radio Olm quoted the mayor: “...”` the mayor speaks, within what the radio tells."""
    if not item.quoted or item.found is None or not any(c.passive == "spoken" for c in item.found.cues):
        return None
    spoken = [o for o in objects(item.found.head) if o.i > item.head]
    if not spoken:
        return None
    token, ranges = spoken[0], list(item.ranges)
    item.ranges.append((token.i, token.i + 1))
    return Draft(
        source=Source(token), cue=(token.i, token.i + 1), ranges=ranges, form="quote", head=token.i,
        entry=item.entry, quoted=True, settled=True,
    )  # fmt: skip


def _beside(quote: Quote, speakers: list[Draft], ground: Ground) -> Draft | None:
    """The cue in whose reach this quotation stands: `“...,” said X`, `X said: “...”`, `X said that “...`."""
    best: tuple[int, Draft] | None = None
    for item in speakers:
        if ground.within(item.head) is not None and ground.within(item.head) == ground.within(quote.start):
            continue
        if quote.start <= item.head < quote.end or not _same_level(item.head, quote, ground):
            continue
        distance = _distance(item, quote, ground)
        if distance is not None and (best is None or distance < best[0]):
            best = distance, item
    return best[1] if best is not None else None


def _same_level(head: int, quote: Quote, ground: Ground) -> bool:
    around = ground.within(head)
    return (around.depth if around is not None else 0) == quote.depth - 1


def _distance(item: Draft, quote: Quote, ground: Ground) -> int | None:
    """How far a cue stands from a quotation that it may introduce or close; None if it cannot."""
    doc = ground.doc
    if item.head >= quote.right:
        start = item.aside[0] if item.aside is not None else _clause_start(item, ground)
        between = doc[quote.right : start] if start > quote.right else doc[0:0]
        if item.head - quote.right > _REACH or start < quote.right - 1:
            return None
        if item.form == "clause" and not (item.aside or start <= quote.right + 1):
            return None
        inner = doc[quote.end - 1].text[-1] if quote.end > quote.start else ""
        ended = inner in ".…" and quote.speech and doc[start].is_title and item.source.token is not None
        if ended and item.source.token is not None and item.source.token.i < item.head and item.form == "clause":
            return None
        plain = all(t.is_punct or t.is_space or listed(t, "between_quotes") for t in between)
        broken = any(t.is_space and "\n" in t.text for t in between)
        return item.head - quote.right if plain and not broken else None
    gap = doc[item.cue[1] : quote.left]
    if len(gap) > _REACH or any(t.text in {".", "?", "!", ";"} for t in gap):
        return None
    newline = any(t.is_space and "\n" in t.text for t in gap)
    before = [t for t in gap if not t.is_space]
    introduced = bool(before) and before[-1].text in {":", ","}
    if not before or introduced or listed(before[-1], "before_quotes"):
        if newline and not (before and before[-1].text == ":"):
            return None
        if any(is_finite(t) for t in before) and not (before and before[-1].text == ":"):
            return None
        if (
            introduced
            and before[-1].text == ","
            and item.form == "clause"
            and item.ranges
            and item.ranges[-1][1] >= quote.left - 1
        ):
            return None
        return len(gap) + 1
    return None


def _clause_start(item: Draft, ground: Ground) -> int:
    token = item.source.token
    start = min(item.cue[0], token.left_edge.i if token is not None and token.i < item.cue[0] else item.cue[0])
    return max(start, ground.layout.sentence(item.head)[0])


def _told_already(quote: Quote, drafts: list[Draft]) -> bool:
    return any(d.holds(quote.start) and d.form != "hedge" for d in drafts)


def _follows(quote: Quote, last: tuple[Draft, Quote], ground: Ground, drafts: list[Draft]) -> bool:
    """Whether a quotation without a cue goes on with the last speaker's words."""
    item, before = last
    here, there = ground.layout.paragraph(quote.start), ground.layout.paragraph(before.start)
    cue_in = ground.layout.paragraph(item.head)
    if quote.continues:
        return True
    between = ground.doc[before.right : quote.left]
    if here == there:
        others = [d for d in drafts if d is not item and between.start <= d.head < between.end
                  and d.source.token is not None and d.form in {"clause", "aside"}]  # fmt: skip
        return not others
    if quote.left > _first(ground.layout.paragraphs[here], ground) or here - max(there, cue_in) != 1:
        return False
    return not any(is_finite(t) and ground.layout.paragraph(t.i) == here for t in between)


def _first(paragraph: Range, ground: Ground) -> int:
    at = paragraph[0]
    while at < paragraph[1] - 1 and ground.doc[at].is_space:
        at += 1
    return at


def _after_gap(quote: Quote, later: Quote | None, speakers: list[Draft], ground: Ground) -> Draft | None:
    """Quotations in a row share the cue after a later one of their paragraph: `“A.” “B,” said X`."""
    if later is None:
        return None
    if ground.layout.paragraph(later.start) != ground.layout.paragraph(quote.start) and not later.continues:
        return None
    if quote.closed and any(not t.is_punct and not t.is_space for t in ground.doc[quote.right : later.left]):
        return None
    owner = _beside(later, speakers, ground)
    return owner if owner is not None and owner.head > quote.end else None


def _introduced(quote: Quote, ground: Ground) -> Draft | None:
    """`The mayor was defiant. “We stay.”`: the subject of the sentence before speaks."""
    sentence = ground.layout.sentence(quote.left)
    paragraph = ground.layout.paragraphs[ground.layout.paragraph(quote.left)]
    candidates = [s for s in [sentence, *ground.layout.before(sentence)] if s[0] >= paragraph[0] and s[0] < quote.left]
    if not candidates or not quote.closed:
        return None
    for start, end in candidates:
        for token in ground.doc[start : min(end, quote.left)]:
            if token.dep_ in {"nsubj", "nsubjpass"} and _may_speak(token, ground) and ground.within(token.i) is None:
                return Draft(
                    source=Source(token), cue=(token.i, token.i + 1), ranges=[], form="quote", head=token.i,
                    entry="reporting.yaml:introduced", score=0.4, speaks=True,
                )  # fmt: skip
    return None


def _may_speak(token: Token, ground: Ground) -> bool:
    if token.tag_ == "PRP":
        return listed(token, "speakers")
    return ground.category(token) == "person" or (ground.category(token) == "unknown" and token.ent_type_ == "PERSON")


def _is_title(quote: Quote, ground: Ground) -> bool:
    words = [t for t in ground.doc[quote.start : quote.end] if t.is_alpha]
    before = ground.doc[quote.left - 1] if quote.left else None
    if before is not None and ground.knowledge.has("titled", before.lemma_.lower()):
        return True
    capital = sum(t.text[:1].isupper() for t in words)
    return capital > len(words) * 0.6 and not any(t.text in ".!?" for t in ground.doc[quote.end - 1 : quote.end])


def give_statements(drafts: list[Draft], ground: Ground) -> None:
    """`The minister said:` and unquoted text after it: what follows is his statement, up to its end."""
    doc = ground.doc
    items = [d for d in drafts if d.colon and d.speaks and d.aside is not None and ground.within(d.head) is None]
    for item in sorted(items, key=lambda d: d.head):
        if item.quoted or item.aside is None:
            continue
        start = item.aside[1] + 1
        while start < len(doc) and (doc[start].is_space or doc[start].text in {"-", "–"}):
            start += 1
        if start >= len(doc) or any(q.left <= start < q.right for q in ground.quotes):
            continue
        end = _statement_end(start, item, drafts, ground)
        item.ranges = [(start, end)]
        item.settled = True
        item.form, item.entry = "statement", STATEMENT


def _statement_end(start: int, item: Draft, drafts: list[Draft], ground: Ground) -> int:
    doc, layout = ground.doc, ground.layout
    first = layout.paragraph(start)
    broken = any(t.is_space and "\n" in t.text for t in doc[item.cue[1] : start])
    end = layout.paragraphs[first][1]
    own = any(
        t.lower_ in ground.knowledge.lists["first_person"] and not any(q.left <= t.i < q.right for q in ground.quotes)
        for t in doc[start:end]
    )
    if not broken and not own:
        return layout.sentence(start)[1]
    for number in range(first + 1, len(layout.paragraphs)):
        begin, stop = layout.paragraphs[number]
        text = doc[begin:stop].text.strip().lower()
        if any(text.startswith(mark) for mark in ground.knowledge.lists["statement_ends"]):
            break
        if any(
            begin <= d.head < stop and d.colon and d.speaks and d is not item and d.head > item.head for d in drafts
        ):
            break
        end = stop
    return end
