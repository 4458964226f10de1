"""A claim as a card: who to whom, in which word, told by whom, how firmly, where, when, and why it was read so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape
from rich.text import Text

from rashomon.model import Claim, Confidence, Document, Where
from rashomon.showing.claim_line import ACTOR, numbers, parties
from rashomon.showing.days import written
from rashomon.showing.page.accounts import Told
from rashomon.showing.page.hostile import shown
from rashomon.showing.page.why import Because, in_words, why
from rashomon.showing.phrases import UNRESOLVED, chance, firmness, gloss, on_the_map, sure

NOT_FOUND = "words stand there, but whom they mean was not found"


@dataclass(frozen=True)
class Card:
    """One claim as the page shows it.

    Attributes:
        number: its index among the claims of its document.
        line: who to whom. `sort`: what sort of thing is claimed.
        tellers: who tells it, the innermost first, each as told by the next; the last is the author.
        firmly: how firmly. `facts`: names and values of what else is claimed.
        missing: what could not be resolved, in words.
        words: the quote before the trigger, the trigger, and what follows it.
        because: why it was read so. `sure`: "confidence .63", or nothing. `parts`: of its parts, each as "agent .77".
    """

    number: int
    told: Told
    line: Markup
    sort: str
    tellers: tuple[str, ...]
    firmly: str
    facts: tuple[tuple[str, str], ...]
    missing: tuple[str, ...]
    words: tuple[str, str, str]
    because: tuple[Because, ...]
    sure: str
    parts: tuple[str, ...]


def card(number: int, told: Told, document: Document) -> Card:
    """The card of one claim of a document."""
    claim = told.claim
    return Card(
        number,
        told,
        marked_up(parties(claim)),
        gloss(claim),
        _tellers(told, document),
        firmness(claim),
        tuple(_facts(claim)),
        tuple(f"{in_words(field)}: {NOT_FOUND}" for field in claim.unresolved),
        _words(claim),
        tuple(why(told, document.text)),
        sure(claim.confidence) if claim.confidence else "",
        tuple(_parts(claim.confidence)),
    )


def marked_up(line: Text) -> Markup:
    """A styled line in HTML: names stand out and keep their direction to themselves."""
    plain, at, pieces = line.plain, 0, []
    for span in sorted(line.spans, key=lambda span: span.start):
        if span.style == ACTOR and span.start >= at:
            pieces += [
                escape(plain[at : span.start]),
                Markup("<b>"),
                shown(plain[span.start : span.end]),
                Markup("</b>"),
            ]
            at = span.end
    return Markup("").join([*pieces, escape(plain[at:])])


def _tellers(told: Told, document: Document) -> tuple[str, ...]:
    names = [*reversed(told.claim.speakers), document.author or document.source or "the author"]
    if "speakers" in told.claim.unresolved:
        names[0] += f" {UNRESOLVED}"
    return tuple(names)


def _facts(claim: Claim) -> Iterator[tuple[str, str]]:
    """What a card says beside who, to whom and how firmly."""
    if many := ", ".join(numbers(claim)):
        yield "How many", many
    if claim.place:
        yield "Where", claim.place
    if spots := "; ".join(_spot(where, claim) for where in claim.where if where.latitude is not None):
        yield "On the map", spots
    if claim.when:
        yield "When", written(claim.when)
    if claim.said:
        yield "Told", written(claim.said)


def _parts(confidence: Confidence | None) -> Iterator[str]:
    if confidence:
        for field, probability in confidence.fields.items():
            yield f"{in_words(field)} {chance(probability)}"


def _spot(where: Where, claim: Claim) -> str:
    """Where a place lies; named where it is not the claim's only one."""
    named = "" if where.name == claim.place and where.nearness == "at" else f"{where.nearness} {where.name}: "
    return named + on_the_map(where)


def _words(claim: Claim) -> tuple[str, str, str]:
    """The quote in three parts; where the trigger lies outside of it, it is all before."""
    start, end = claim.start - claim.quote_start, claim.end - claim.quote_start
    if 0 <= start <= end <= len(claim.quote):
        return claim.quote[:start], claim.quote[start:end], claim.quote[end:]
    return claim.quote, "", ""
