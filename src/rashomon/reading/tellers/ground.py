"""What every step of finding tellings works on: the text, its layout, its quotations, the knowledge."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from spacy.tokens import Doc, Token

from rashomon.knowledge.reporting import Reporting, reporting
from rashomon.reading.headlines import as_written, headlines
from rashomon.reading.tellers.layout import Layout, Range
from rashomon.reading.tellers.quotes import Quote
from rashomon.reading.types import Category, Mention

DELIMITERS = frozenset({",", ";", ":", "—", "–", "--", "(", ")", "[", "]", "...", "…", "- "})
MARKS = frozenset({'"', "'", "“", "”", "‘", "’", "«", "»", "„", "‟", "‹", "›", "「", "」", "``", "''", '""'})


class Mentions(Protocol):
    """What sort of thing the noun phrases of a document stand for."""

    def mention_at(self, token: Token) -> Mention | None:
        """The mention that this token heads, if any."""

    def category(self, token: Token) -> Category:
        """What the noun phrase headed by this token stands for."""


@dataclass(frozen=True)
class Ground:
    """One document as the steps see it."""

    doc: Doc
    layout: Layout
    quotes: list[Quote]
    knowledge: Reporting
    mentions: Mentions | None

    def within(self, token: int) -> Quote | None:
        """The innermost quotation that holds this token."""
        return self._innermost.get(token)

    @cached_property
    def _innermost(self) -> dict[int, Quote]:
        return {token: quote for quote in self.quotes for token in range(quote.start, quote.end)}

    def category(self, token: Token) -> Category:
        """What the noun phrase headed by this token stands for, "unknown" without a mention detector."""
        return self.mentions.category(token) if self.mentions is not None else "unknown"

    @cached_property
    def headlines(self) -> frozenset[int]:
        """Where quoted headlines begin, as offsets into the text."""
        return frozenset(start for start, _ in headlines(as_written(self.doc)))

    def delimits(self, at: int) -> bool:
        """Whether the token here bounds a comma-bounded part of a sentence (commas, dashes, quotation marks)."""
        token = self.doc[at]
        if token.text in DELIMITERS or token.is_space:
            return True
        if token.text in {"-", "‑"}:
            return bool(token.whitespace_) and (at == 0 or bool(self.doc[at - 1].whitespace_))
        return token.text in MARKS and any(at in (q.left, q.right - 1) or q.end <= at < q.right for q in self.quotes)

    def segment(self, token: int) -> Range:
        """The comma-bounded part of the sentence that holds this token."""
        first, last = self.layout.sentence(token)
        start, end = token, token + 1
        while start > first and not self.delimits(start - 1):
            start -= 1
        while end < last and not self.delimits(end):
            end += 1
        return start, end


def listed(token: Token, name: str) -> bool:
    """Whether a token is one of the closed-class words of this name (`grammar` in `reporting.yaml`)."""
    return token.lower_ in reporting().grammar[name]


def is_nominal(token: Token) -> bool:
    """Whether a token can head a noun phrase."""
    return token.pos_ in {"NOUN", "PROPN", "PRON", "NUM"} or token.tag_ in {"DT", "WP", "WDT"}


def is_finite(token: Token) -> bool:
    """Whether a token is a finite verb or a modal."""
    return token.tag_ in {"VBD", "VBZ", "VBP", "MD"}
