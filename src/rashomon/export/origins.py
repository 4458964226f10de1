"""Where documents come from as flat rows: a document under its origin, or a piece of evidence, each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rashomon.comparing.sources import CommonSource
from rashomon.comparing.witnesses import Origins


@dataclass(frozen=True, slots=True)
class OriginRow:
    """One line.

    Attributes:
        document: its id. `what`: "origin"; "reprint" of `other` (share of its words, 0..1); "passage" shared with
            `other` (how many words); "dateline", "byline", "credit", "agencies" naming `name`; "cites" the outlet
            `name`; "common source" `name` on the event `other`.
        text: the words that show it. `claims`: ids in the case.
    """

    document: str
    what: str
    other: str | None
    name: str | None
    share: float | None
    words: int | None
    text: str | None
    claims: tuple[str, ...]


def origin_rows(found: Origins, sources: Iterable[CommonSource] = ()) -> Iterator[OriginRow]:
    """Every origin with its documents, then all evidence."""
    reprints = {(one.document, one.source): one for one in found.reprints}
    for origin in found.origins:
        yield OriginRow(origin.id, "origin", None, None, None, None, None, ())
        for document in origin.documents:
            if document != origin.id:
                one = reprints.get((document, origin.id)) or next(
                    (r for r in found.reprints if r.document == document), None
                )
                share, text = (round(one.share, 4), one.passage.text) if one else (None, None)
                yield OriginRow(
                    document, "reprint", origin.id, None, share, one.passage.words if one else None, text, ()
                )
    for passage in found.passages:
        yield OriginRow(passage.document, "passage", passage.other, None, None, passage.words, passage.text, ())
    for credit in found.credits:
        yield OriginRow(credit.document, credit.sign, None, credit.agency, None, None, credit.text, ())
    for cited in found.citations:
        ids = tuple(f"{cited.document}:{claim}" for claim in cited.claims)
        yield OriginRow(cited.document, "cites", None, cited.outlet, None, None, cited.quote, ids)
    for source in sources:
        for document in source.documents:
            ids = tuple(id for id in source.claims if id.startswith(f"{document}:"))
            yield OriginRow(document, "common source", source.event, source.source, None, None, None, ids)
