"""The section "Where it comes from": each origin with the documents that have their words from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from rashomon.comparing.witnesses.types import Credit, Origins, Passage, Reprint
from rashomon.model import Document
from rashomon.showing.page.accounts import Accounts
from rashomon.showing.page.environment import fill

_OPEN = 12  # origins with reprints that stand open
_PASSAGES = 12


@dataclass(frozen=True)
class Leaf:
    """A document under an origin, with what says that it has its words from there."""

    number: int | None
    document: Document
    reprint: Reprint | None
    credits: tuple[Credit, ...]


@dataclass(frozen=True)
class Stem:
    """An origin: the document it is counted by, and the others that rest on it."""

    head: Leaf
    leaves: tuple[Leaf, ...]


def witnesses_section(accounts: Accounts, origins: Origins | None) -> Markup:
    """The section, or nothing where origins were not looked for or there is no document."""
    if origins is None or not origins.origins:
        return Markup()
    at = {reading.document.id: i for i, reading in enumerate(accounts.readings)}
    documents = {reading.document.id: reading.document for reading in accounts.readings}
    stems = [_stem(o.id, o.documents, origins, documents, at) for o in origins.origins if o.id in documents]
    several = sorted((s for s in stems if s.leaves), key=lambda s: (-len(s.leaves), s.head.document.id))
    alone = [s for s in stems if not s.leaves]
    passages = sorted(origins.passages, key=lambda p: (-p.words, p.document, p.start))
    known = [p for p in passages if p.document in documents and p.other in documents]
    return fill(
        "witnesses.html",
        several=several[:_OPEN],
        rest=several[_OPEN:],
        alone=alone,
        documents=documents,
        count=len(documents),
        origins=len(stems),
        witnesses=origins.independent(documents),
        passages=known[:_PASSAGES],
        more=max(0, len(known) - _PASSAGES),
        citations=[c for c in origins.citations if c.document in documents],
    )


def _stem(
    root: str, members: Sequence[str], origins: Origins, documents: dict[str, Document], at: dict[str, int]
) -> Stem:
    def leaf(document: str) -> Leaf:
        reprints = [r for r in origins.reprints if r.document == document and root in origins.of.get(r.source, ())]
        credits = tuple(c for c in origins.credits if c.document == document and not c.own)
        best = max(reprints, key=lambda r: r.share, default=None)
        return Leaf(at.get(document), documents[document], best, credits)

    return Stem(leaf(root), tuple(leaf(m) for m in members if m != root and m in documents))


def shared(passage: Passage) -> str:
    """How two documents share words, in a phrase."""
    return f"{passage.words} words{', in quotation marks' if passage.quoted else ''}"
