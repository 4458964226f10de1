"""What tests of disputes share: events over all claims of invented accounts, and origins by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rashomon.comparing.disputes import DISPUTES, Finding, find
from rashomon.comparing.events.types import Event, Mention
from rashomon.model import Reading
from tests.comparing.accounts import Account


class Known:
    """Origins by hand: document -> the documents that it rests on."""

    def __init__(self, of: Mapping[str, tuple[str, ...]]) -> None:
        self.of = of

    def witnesses(self, documents: Iterable[str]) -> tuple[tuple[str, ...], ...]:
        """Each origin by itself."""
        return tuple((root,) for root in sorted({root for document in documents for root in self.of[document]}))


def one_event(readings: Sequence[Reading], id: str = "event-1") -> Event:
    mentions = [
        Mention(document=r.document.id, claim=c.id, chain=c.speakers)
        for r in sorted(readings, key=lambda r: r.document.id)
        for c in r.claims
    ]
    return Event(
        id=id, title="Something", type=None, place=None, place_id=None, since=None, until=None, mentions=tuple(mentions)
    )


def found(*accounts: Account, camps: Mapping[str, str] | None = None, origins: Known | None = None) -> list[Finding]:
    """All findings on one event of which these accounts tell."""
    readings = [account.reading() for account in accounts]
    return list(find([one_event(readings)], readings, origins, camps))


def disputes(*accounts: Account) -> dict[tuple[str, str], list[str]]:
    """(slot, kind) -> values, of what is disputed."""
    return {(f.slot, f.kind): [p.value for p in f.positions] for f in found(*accounts) if f.kind in DISPUTES}


def tellers(finding: Finding) -> dict[str, list[str]]:
    return {p.value: [h.teller for h in p.holders] for p in finding.positions}
