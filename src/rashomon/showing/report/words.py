"""The section "The words": every claim that the report draws on, in the words around it, document by document."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from markupsafe import Markup

from rashomon.model import Document
from rashomon.showing.page.accounts import Accounts, Told
from rashomon.showing.page.environment import fill

OPEN = 30
"""Of more documents than these each is folded; a link to a claim unfolds its own."""
_AROUND = 160  # characters of text before and after a quote


@dataclass(frozen=True)
class Passage:
    """A claim with the text around its quote: before the trigger, the trigger, after it, and what stands around."""

    told: Told
    before: str
    quote: tuple[str, str, str]
    after: str


@dataclass(frozen=True)
class Sheet:
    """A document with its claims."""

    number: int
    document: Document
    passages: tuple[Passage, ...]


def words_section(accounts: Accounts, used: Collection[str]) -> Markup:
    """The section: the claims of these anchors."""
    sheets = [
        Sheet(
            i, reading.document, tuple(_passage(t, reading.document) for t in accounts.told_in(i) if t.anchor in used)
        )
        for i, reading in enumerate(accounts.readings)
    ]
    sheets = [sheet for sheet in sheets if sheet.passages]
    left = len(accounts.told) - sum(len(sheet.passages) for sheet in sheets)
    if not sheets:
        return Markup()
    return fill("words_of.html", accounts=accounts, sheets=sheets, left=left, folded=len(sheets) > OPEN)


def _passage(told: Told, document: Document) -> Passage:
    claim, text = told.claim, document.text
    start, end = claim.start - claim.quote_start, claim.end - claim.quote_start
    inside = 0 <= start <= end <= len(claim.quote)
    quote = (claim.quote[:start], claim.quote[start:end], claim.quote[end:]) if inside else (claim.quote, "", "")
    before = text[max(0, claim.quote_start - _AROUND) : claim.quote_start].rpartition("\n\n")[2]
    after = text[claim.quote_end : claim.quote_end + _AROUND].partition("\n\n")[0]
    if len(before) == _AROUND:
        before = "…" + before.partition(" ")[2]
    if len(after) == _AROUND:
        after = after.rpartition(" ")[0] + "…"
    return Passage(told, before, quote, after)
