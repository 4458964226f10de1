"""Places of whose control at least two tellers speak: the ledger of each beside the others', change by change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import networkx as nx

from rashomon.analysis.control import Ledger
from rashomon.analysis.matters.parting import parting, with_all
from rashomon.analysis.matters.saying import Saying, matter_id, several
from rashomon.analysis.matters.types import Matter, Stance
from rashomon.comparing.changes import change_of, rivals, same_changes
from rashomon.comparing.disputes import Finding
from rashomon.comparing.disputes.statements import Statement
from rashomon.comparing.events import Event
from rashomon.comparing.events.titles import title_of
from rashomon.comparing.saying import Saying as Spoken


@dataclass(eq=False)
class Held:
    """A place with its ledgers and the events in which it changes hands."""

    ledgers: list[Ledger] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)

    @cached_property
    def own(self) -> frozenset[str]:
        """The claims that tell who holds it; sieges and fights are events."""
        return frozenset(claim for one in self.ledgers for claim in _claims(one))

    def changes(self, saying: Saying) -> Iterator[Event]:
        """Each change of hands that several tell of, whatever days they give, by the claims on who holds the place."""
        network: nx.Graph[str] = nx.Graph()
        for group in (*self._tellings(saying), *self._together()):
            nx.add_path(network, group)
        for some in sorted(map(sorted, nx.connected_components(network))):
            said = saying.said(some)
            if several(said):
                yield saying.together(some, title_of([one.told for one in said]))

    def matter(self, saying: Saying, changes: Sequence[Event], found: Mapping[str, Sequence[Finding]]) -> Matter:
        """The place as a matter.

        Args:
            saying: who says what.
            changes: its changes of hands.
            found: event's id -> where its accounts part; of the place's events only what its changes do not have.
        """
        parted = [(event, finding) for event in changes for finding in found[event.id]]
        had = {(finding.slot, finding.about) for _, finding in parted}
        parted += (
            (event, finding)
            for event in self.events
            for finding in found[event.id]
            if (finding.slot, finding.about) not in had
        )
        more = {mention.id for event in self.events for mention in event.mentions}
        said = with_all(saying.said(self.own | more), (finding for _, finding in parted), saying)
        order = saying.voices(said)
        many = len({event.id for event, _ in parted}) > 1
        place = self.ledgers[0].place
        return Matter(
            id=matter_id("control", {one.id for one in said}),
            kind="control",
            title=f"Control of {place}",
            place=place,
            actors=tuple(sorted({name for one in self.ledgers for name in _sides(one)})),
            stances=tuple(self._with_ledger(stance) for stance in saying.stances(said)),
            partings=tuple(parting(finding, said, order, event.title if many else None) for event, finding in parted),
        )

    def _tellings(self, saying: Saying) -> Iterator[list[str]]:
        """Claims that tell one change of hands, of the place or of one part of it."""
        by_part: dict[str | None, list[Statement]] = defaultdict(list)
        for one in saying.said(self.own):
            if not one.rejects:
                by_part[self._parts.get(one.id)].append(one)
        for said in by_part.values():
            changes = [change_of(saying.speakers.names, _spoken(one)) for one in said]
            for group in (*same_changes(changes), *rivals(changes)):
                yield [f"{c.saying.told.reading.document.id}:{c.saying.told.claim.id}" for c in group]

    def _together(self) -> Iterator[list[str]]:
        """Claims on the place, or on one part of it, that speak of one event."""
        for event in self.events:
            by_part: dict[str | None, list[str]] = defaultdict(list)
            for mention in event.mentions:
                if mention.id in self.own:
                    by_part[self._parts.get(mention.id)].append(mention.id)
            yield from by_part.values()

    @cached_property
    def _parts(self) -> Mapping[str, str | None]:
        """Claim -> the part of the place that it is about."""
        return {claim: tenure.part for one in self.ledgers for tenure in one.tenures for claim in tenure.claims}

    def _with_ledger(self, stance: Stance) -> Stance:
        """The stance with the stretches of ledgers that its claims tell."""
        own = {f"{stance.voice.document}:{claim}" for claim in stance.claims if claim not in stance.rejects}
        return replace(
            stance,
            tenures=tuple(t for one in self.ledgers for t in one.tenures if own & {*t.claims, *t.ended_by}),
            denials=tuple(d for one in self.ledgers for d in one.denials if d.claim in own),
        )


def places(ledgers: Iterable[Ledger], saying: Saying) -> list[Held]:
    """The places of whose control at least two tellers speak, in the order of the ledgers."""
    by_place: dict[str, Held] = defaultdict(Held)
    for one in ledgers:
        by_place[one.place_key].ledgers.append(one)
    return [held for held in by_place.values() if several(saying.said(held.own))]


def _spoken(statement: Statement) -> Spoken:
    return Spoken(statement.told, statement.told.claim.speakers, statement.stand)


def _claims(ledger: Ledger) -> set[str]:
    told = {claim for tenure in ledger.tenures for claim in (*tenure.claims, *tenure.ended_by)}
    return told | {denial.claim for denial in ledger.denials} | set(ledger.unsure)


def _sides(ledger: Ledger) -> Sequence[str]:
    sides = [name for tenure in ledger.tenures for name in (tenure.holder, tenure.taken_from)]
    return [name for name in (*sides, *(denial.holder for denial in ledger.denials)) if name]
