"""Titles that are quoted, and the works that they are the titles of."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.reading.headlines import as_written
from rashomon.reading.tellers.ground import Ground
from rashomon.reading.tellers.quotes import Quote

_NEAR = 8
"""So many tokens may stand between a work and its title."""


def work_of(quote: Quote, ground: Ground) -> Token | None:
    """The work that a quotation is the title of: what is announced right before it, else what its style tells."""
    if quote.depth > 1:
        return None
    before = ground.doc[quote.left - 1] if quote.left else None
    announced = _announced(before, ground) if before is not None else None
    if announced is None and ground.doc[quote.start].idx in ground.headlines:
        return _beside(quote, ground)
    return announced


def title_of(work: Token, ground: Ground) -> Quote | None:
    """The title that follows a work: "an article entitled “...”"."""
    near = (quote for quote in ground.quotes if 0 < quote.left - work.i <= _NEAR)
    return next((quote for quote in near if work_of(quote, ground) == work), None)


def by_its_title(work: Token, quote: Quote, ground: Ground) -> str:
    """How a work is named of which no outlet is known."""
    start, end = ground.doc[quote.start].idx, ground.doc[quote.end - 1].idx + len(ground.doc[quote.end - 1])
    return f"{work.lower_ if _is_work(work, ground) else 'headline'} “{as_written(ground.doc)[start:end]}”"


def _announced(before: Token, ground: Ground) -> Token | None:
    """The work that a title right after this token belongs to."""
    if ground.knowledge.has("titled", before.lemma_.lower()):
        noun = before.head
        if ground.knowledge.has("works", noun.lemma_.lower()):
            return noun
        earlier = ground.doc[max(0, before.i - 6) : before.i]
        return next((t for t in reversed(earlier) if ground.knowledge.has("works", t.lemma_.lower())), None)
    return before if before.text.islower() and _is_work(before, ground) else None


def _beside(quote: Quote, ground: Ground) -> Token | None:
    """The work nearest to a headline in its sentence, before it rather than after it."""
    first, last = ground.layout.sentence(quote.start)
    around = [*reversed(ground.doc[first : quote.left]), *ground.doc[quote.right : last]]
    works = (t for t in around if _is_work(t, ground) or ground.knowledge.has("headings", t.lower_))
    return next((t for t in works if t.pos_ == "NOUN" and ground.within(t.i) is None), None)


def _is_work(token: Token, ground: Ground) -> bool:
    works = ground.knowledge.lists["works"] - ground.knowledge.lists["outlets"]
    return token.pos_ == "NOUN" and token.lemma_.lower() in works
