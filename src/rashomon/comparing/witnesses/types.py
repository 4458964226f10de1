"""Origins of documents, with their evidence. Offsets are code points into the documents' texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import networkx as nx

Sign = Literal["dateline", "byline", "credit", "agencies"]


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that two documents share, one after the other.

    Attributes:
        document, start, end: where they stand. `other`, `other_start`, `other_end`: and where else.
        words: how many. `quoted`: whether they stand in quotation marks: both may have heard the same speaker.
        text: the words, as the first document has them.
    """

    document: str
    start: int
    end: int
    other: str
    other_start: int
    other_end: int
    words: int
    quoted: bool
    text: str


@dataclass(frozen=True, slots=True)
class Reprint:
    """A document that has most of its words from others.

    Attributes:
        document: the reprint. `source`: whose words they are.
        share: how many of the reprint's words come from that source (0..1).
        passage: the longest stretch that both have.
    """

    document: str
    source: str
    share: float
    passage: Passage


@dataclass(frozen=True, slots=True)
class Credit:
    """A line or dateline that says whose text a document is.

    Attributes:
        agency: whom it names, under the name of the knowledge or of the case; None: agencies without a name.
        key: what equal names share. `own`: whether that is the document's own outlet.
        start, end, text: the words.
    """

    document: str
    sign: Sign
    agency: str | None
    key: str | None
    own: bool
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A document that passes on what another outlet of the case says.

    Attributes:
        outlet: whom it cites. `documents`: that outlet's documents in the case.
        claims: the claims told through it, as `c1`. `of`: how many claims the document has.
        circular: whether that outlet, in turn, cites this document's outlet, directly or through others.
        quote: the words of the first of the claims.
    """

    document: str
    outlet: str
    documents: tuple[str, ...]
    claims: tuple[str, ...]
    of: int
    circular: bool
    quote: str


@dataclass(frozen=True, slots=True)
class Origin:
    """One text and whoever has it: `id` is the document that it is counted by.

    Attributes:
        documents: all that rest on it, the first one first.
        tellers: the keys of those who may have told it first: the agency that published it on the first day, else
            every outlet that has it on that day, or whom it credits. Origins that share a teller are one witness.
    """

    id: str
    documents: tuple[str, ...]
    tellers: tuple[str, ...]


@dataclass(frozen=True)
class Origins:
    """Where the documents of a case come from.

    Attributes:
        origins: each text once, in the order of their ids.
        of: for each document the ids of the origins that it rests on; mostly one, more if it merges stories.
    """

    origins: tuple[Origin, ...]
    of: Mapping[str, tuple[str, ...]]
    reprints: tuple[Reprint, ...] = ()
    passages: tuple[Passage, ...] = ()
    credits: tuple[Credit, ...] = ()
    citations: tuple[Citation, ...] = ()

    @cached_property
    def _tellers(self) -> Mapping[str, tuple[str, ...]]:
        return {origin.id: origin.tellers for origin in self.origins}

    def independent(self, documents: Iterable[str]) -> int:
        """How many independent witnesses these documents are: origins are counted, never documents.

        Origins that may go back to one outlet or agency are one witness. Raises KeyError for an unknown document.
        """
        return len(self.witnesses(documents))

    def witnesses(self, documents: Iterable[str]) -> tuple[tuple[str, ...], ...]:
        """The origins behind these documents, those of one witness together, sorted. Raises as `independent`."""
        network: nx.Graph[tuple[str, str]] = nx.Graph()
        for document in documents:
            for root in self.of[document]:
                network.add_node(("origin", root))
                network.add_edges_from((("origin", root), ("teller", key)) for key in self._tellers[root])
        groups = (
            tuple(sorted(name for kind, name in group if kind == "origin"))
            for group in nx.connected_components(network)
        )
        return tuple(sorted(groups))
