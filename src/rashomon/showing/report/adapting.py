"""From what was computed of a case to the rows of the report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rashomon.analysis import control
from rashomon.analysis.balance import Tie as GraphTie
from rashomon.analysis.relations import Entry, Sides
from rashomon.comparing.disputes import Finding
from rashomon.comparing.events import Event
from rashomon.comparing.witnesses import Origins
from rashomon.model import Sign
from rashomon.showing.days import written
from rashomon.showing.report.types import Camps, Happening, Hold, Ledger, Point, Side, Tie

_SIGNS: Mapping[int, Sign] = {1: "+", -1: "-"}


def happening(event: Event, findings: Sequence[Finding], origins: Origins) -> Happening:
    """An event with its findings; `witnesses` counts the origins of its documents."""
    documents = {mention.document for mention in event.mentions}
    return Happening(event, tuple(map(_point, findings)), origins.independent(documents))


def _point(finding: Finding) -> Point:
    sides = tuple(
        Side(
            written(position.value) if finding.slot == "time" else position.value,
            tuple(holder.teller for holder in position.holders),
            tuple(words.claim for holder in position.holders for words in holder.words),
            position.witnesses,
        )
        for position in finding.positions
    )
    about = f"how many {finding.about}" if finding.slot == "number" else finding.about
    return Point(about, finding.kind, sides, finding.why)


def ledger(found: control.Ledger) -> Ledger:
    """A place in one account; sieges and fights are stretches of their own."""
    holds = [
        Hold(
            tenure.holder,
            tenure.since,
            tenure.until,
            f"in part: {tenure.part}" if tenure.part else "",
            tuple(dict.fromkeys((*tenure.claims, *tenure.ended_by))),
        )
        for tenure in found.tenures
    ]
    holds += [Hold(mark.by, mark.since, mark.until, mark.state, mark.claims, mark=True) for mark in found.marks]
    denials = tuple(denial.claim for denial in found.denials)
    return Ledger(found.place, found.account, tuple(holds), denials, found.unsure)


def camps(scope: str, sides: Sides) -> Camps:
    """A scope with its ties, divided into as few camps as satisfy most."""
    entries = sides.drawing.entries
    found = sides.factions
    division = found.divisions[0] if found.divisions else None
    where = {name: number for number, part in enumerate(division.parts) for name in part} if division else {}
    broken = set(division.broken) if division else set()
    ties = [(tie, _tie(tie, some)) for tie, some in entries.items()]
    return Camps(
        scope,
        tuple(row for _, row in ties),
        _connected(where, (row for _, row in ties)),
        _note(found.value, found.proved, found.bound, found.count, len(ties)),
        tuple(row for tie, row in ties if tie in broken),
    )


def _tie(tie: GraphTie, entries: Iterable[Entry]) -> Tie:
    some = list(entries)
    tellers = tuple(dict.fromkeys(entry.account for entry in some if entry.account))
    return Tie(tie.a, tie.b, _SIGNS[tie.sign], tuple(dict.fromkeys(entry.claim for entry in some)), tellers)


def _connected(where: Mapping[str, int], ties: Iterable[Tie]) -> dict[str, int]:
    """The camps of two and more; who stands alone in his has no letter."""
    tied = {name for tie in ties for name in (tie.one, tie.other)}
    sizes: dict[int, int] = {}
    for name, camp in where.items():
        if name in tied:
            sizes[camp] = sizes.get(camp, 0) + 1
    kept = {camp: i for i, camp in enumerate(sorted(camp for camp, size in sizes.items() if size > 1))}
    return {name: kept[camp] for name, camp in where.items() if camp in kept}


def _note(value: float, proved: bool, bound: float, count: int | None, ties: int) -> str:
    """How well the division fits, and how sure that is, as sentences."""
    if not ties:
        return ""
    fits = "Every tie fits it." if not value else f"What does not fit it weighs {value:g}"
    sure = "" if not value else "; proved to be the least." if proved else f"; the least is between {bound:g} and that."
    more = f" {count:,} divisions are as good; one is drawn." if count and count > 1 else ""
    return fits + sure + more
