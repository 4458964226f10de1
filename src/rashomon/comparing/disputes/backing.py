"""How many independent witnesses stand behind a position."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

import networkx as nx

from rashomon.comparing.disputes.statements import Statement
from rashomon.comparing.disputes.types import Holder, Position, Words
from rashomon.model import Document


class Witnesses(Protocol):
    """What is known of where documents come from (`rashomon.comparing.witnesses.Origins`)."""

    @property
    def of(self) -> Mapping[str, tuple[str, ...]]:
        """For each document the origins that it rests on."""

    def witnesses(self, documents: Iterable[str]) -> tuple[tuple[str, ...], ...]:
        """The origins behind some documents, those of one witness together."""


class Apart:
    """Documents of which nothing is known but that each is its own."""

    of: Mapping[str, tuple[str, ...]] = {}

    def witnesses(self, documents: Iterable[str]) -> tuple[tuple[str, ...], ...]:
        """Each by itself."""
        return tuple((document,) for document in sorted(set(documents)))


def independent(statements: Sequence[Statement], origins: Witnesses) -> int:
    """How many witnesses some statements are: so many as have each a teller and an origin of its own.

    One teller is one wherever he is quoted, and so is one origin, whoever is quoted in it.
    """
    documents = {s.document for s in statements}
    group = {origin: some for some in origins.witnesses(documents) for origin in some}
    network: nx.Graph[tuple[str, object]] = nx.Graph()
    for statement in statements:
        for origin in origins.of.get(statement.document, (statement.document,)):
            network.add_edge(("teller", statement.teller.key), ("origin", group[origin]))
    tellers = [node for node in network if node[0] == "teller"]
    return len(nx.bipartite.hopcroft_karp_matching(network, tellers)) // 2


def position(value: str, statements: Iterable[Statement], origins: Witnesses) -> Position:
    """A value with its tellers and their words, in an order that hangs on nothing but the claims."""
    some = sorted(set(statements), key=lambda s: s.told.order)
    by_teller: dict[str, list[Statement]] = defaultdict(list)
    for statement in some:
        by_teller[statement.teller.key].append(statement)
    holders = [Holder(teller=min(s.teller.name for s in own), words=_words(own)) for own in by_teller.values()]
    return Position(
        value=value, holders=tuple(sorted(holders, key=lambda h: (h.teller, h.words[0].claim))),
        witnesses=independent(some, origins),
    )  # fmt: skip


def outlet_of(document: Document) -> str:
    """Who published a document, or wrote it; else its file or title."""
    return document.source or document.author or document.teller


def _words(some: Sequence[Statement]) -> tuple[Words, ...]:
    by_claim = {s.id: s for s in some}
    return tuple(
        Words(
            claim=s.id,
            document=s.document,
            quote=s.told.claim.quote,
            trigger=s.told.claim.trigger,
            at=s.told.claim.start - s.told.claim.quote_start,
            outlet=outlet_of(s.told.reading.document),
            published=s.told.reading.document.published,
        )
        for s in sorted(by_claim.values(), key=lambda s: (s.day or 0, s.told.order))
    )
