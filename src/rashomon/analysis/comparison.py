"""All that is computed of a case, each part once and when it is first asked for."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from rashomon.analysis import control, relations
from rashomon.comparing import disputes
from rashomon.comparing.disputes import Finding
from rashomon.comparing.events import Event, find
from rashomon.comparing.sources import CommonSource, common_sources
from rashomon.comparing.witnesses import Origins, origins
from rashomon.model import Claim, Reading


@dataclass(frozen=True, eq=False)
class Comparison:
    """What the accounts of a case come to beside one another.

    Attributes:
        readings: of the whole case, in order of publication: who is who, all documents tell.
        wanted: the claims that are asked for (`DOC:c3`); None: all. Events count if one of their claims is among them.
    """

    readings: tuple[Reading, ...]
    wanted: Container[str] | None = field(default=None)

    @classmethod
    def of(cls, readings: Iterable[Reading], wanted: Container[str] | None = None) -> Comparison:
        """The comparison of these readings, the same in any order of them."""
        ordered = sorted(readings, key=lambda r: (r.document.published or "", r.document.id, r.document.sha256))
        return cls(tuple(ordered), wanted)

    @cached_property
    def origins(self) -> Origins:
        """Where the documents come from."""
        return origins((reading.document for reading in self.readings), self.readings)

    @cached_property
    def all_events(self) -> tuple[Event, ...]:
        """The events of the whole case."""
        return find(self.readings)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """The events asked for."""
        if self.wanted is None:
            return self.all_events
        wanted = self.wanted
        return tuple(event for event in self.all_events if any(mention.id in wanted for mention in event.mentions))

    @cached_property
    def findings(self) -> Mapping[str, tuple[Finding, ...]]:
        """Event id -> where its accounts agree and part."""
        found: dict[str, list[Finding]] = {event.id: [] for event in self.events}
        for finding in disputes.find(self.events, self.readings, self.origins):
            found[finding.event].append(finding)
        return {event: tuple(some) for event, some in found.items()}

    @cached_property
    def sources(self) -> tuple[CommonSource, ...]:
        """Documents that on one event rest on one source."""
        return common_sources(self.events, self.readings, self.origins.of)

    @cached_property
    def relations(self) -> relations.Ledger:
        """The ledger of relations."""
        return relations.ledger(self.readings, self.wanted)

    @cached_property
    def control(self) -> tuple[control.Ledger, ...]:
        """Who holds what, by place and account."""
        wanted = None
        if self.wanted is not None:
            asked = self.wanted
            wanted = {
                (reading.document.id, claim.id)
                for reading in self.readings
                for claim in reading.claims
                if f"{reading.document.id}:{claim.id}" in asked
            }
        return control.ledgers(self.readings, self.all_events, wanted)

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """Id in the case -> claim, of all readings."""
        return {f"{r.document.id}:{c.id}": c for r in self.readings for c in r.claims}
