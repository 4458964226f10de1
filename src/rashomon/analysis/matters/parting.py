"""What a comparison of events found, as partings of the voices of a matter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from rashomon.analysis.matters.saying import Saying, voice_of
from rashomon.analysis.matters.types import Parting, Position, Voice
from rashomon.comparing.disputes import DISPUTES, Finding, Holder
from rashomon.comparing.disputes.statements import Statement

_SHOWN = {*DISPUTES, "framing"}


def parted(findings: Iterable[Finding]) -> list[Finding]:
    """Those in which tellers part."""
    return [finding for finding in findings if finding.kind in _SHOWN]


def claims_of(finding: Finding) -> Iterator[str]:
    """The claims in whose words its positions are held."""
    return (words.claim for position in finding.positions for holder in position.holders for words in holder.words)


def parting(finding: Finding, said: Sequence[Statement], order: Sequence[Voice], event: str | None) -> Parting:
    """A finding, its holders by the voices in which they speak.

    Args:
        finding: of an event.
        said: at least the claims of its positions.
        order: the voices of the table.
        event: the event's title, if it is to be shown.
    """
    by_claim: dict[str, list[Statement]] = defaultdict(list)
    for one in said:
        by_claim[one.id].append(one)
    number = {voice: at for at, voice in enumerate(order)}
    positions = tuple(
        Position(
            value=position.value,
            voices=tuple(sorted({number[voice_of(s)] for holder in position.holders for s in _of(holder, by_claim)})),
            witnesses=position.witnesses,
        )
        for position in finding.positions
    )
    return Parting(finding.slot, finding.kind, finding.about, positions, finding.why, event)


def with_all(said: Sequence[Statement], findings: Iterable[Finding], saying: Saying) -> tuple[Statement, ...]:
    """What is said, with what findings draw on besides: who holds a place is also told outside the event."""
    known = {one.id for one in said}
    more = {claim for finding in findings for claim in claims_of(finding)} - known
    return (*said, *(saying.said(more) if more else ()))


def _of(holder: Holder, by_claim: dict[str, list[Statement]]) -> Iterator[Statement]:
    """The statements of a holder; of a claim that its author disowns, that of the one of the two who is meant."""
    for words in holder.words:
        some = by_claim[words.claim]
        yield from [s for s in some if s.teller.name == holder.teller] or some[:1]
