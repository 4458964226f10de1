"""From readings to events: scenes within each document, then scenes of all documents that are one happening."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from rashomon.comparing.events.blocking import pairs
from rashomon.comparing.events.linking import linked
from rashomon.comparing.events.making import event
from rashomon.comparing.events.sighted import Sighted, key_of, sighted
from rashomon.comparing.events.types import Event
from rashomon.comparing.events.weighing import Scene, across, alone, apart, missing, scene, within
from rashomon.comparing.saying import prepare
from rashomon.model import Reading

_BEST = 0.5
"""Within a document one close tie to a scene counts as much as all ties to it: a text goes on from what it said."""
_ABOVE = 60
"""Mentions of one document further apart than this many mentions are compared by their scenes only."""


class Finder:
    """Finds the events of readings, and keeps what it has computed of documents and pairs of scenes.

    Asked again after documents were added, it scores anew only what they touch; the events are the same as found
    from scratch. `keep`: whether it will be asked again.
    """

    def __init__(self, keep: bool = True) -> None:
        self._keep = keep
        self._scenes: dict[tuple[Sighted, ...], list[list[Sighted]]] = {}
        self._scores: dict[tuple[Scene, Scene], float] = {}
        self.scored = 0

    def find(self, readings: Iterable[Reading]) -> tuple[Event, ...]:
        """As `find`."""
        ordered = sorted(readings, key=lambda reading: (reading.document.id, reading.document.sha256))
        names, told = prepare(ordered, unknown=True)
        by_key = {key_of(one): one for one in told}
        groups = self._grouped(sighted(told, names))
        events = (event(group, by_key) for group in groups)
        return tuple(sorted(events, key=_rank))

    def _grouped(self, some: Sequence[Sighted]) -> list[list[Sighted]]:
        documents = (tuple(group) for _, group in groupby(some, key=lambda one: one.id[0]))
        kept = {document: self._scenes.get(document) or scenes(document) for document in documents}
        self._scenes = kept if self._keep else {}
        found = [group for groups in kept.values() for group in groups]
        described = [scene(group) for group in found]
        scores = {(one, other): self._score(described[one], described[other]) for one, other in pairs(described)}
        if self._keep:
            self._scores = {(described[one], described[other]): score for (one, other), score in scores.items()}
        groups = linked(
            len(found), scores, lambda one, other: apart(described[one], described[other]), missing=missing()
        )
        return [sorted((one for at in group for one in found[at]), key=lambda one: one.id) for group in groups]

    def _score(self, one: Scene, other: Scene) -> float:
        known = self._scores.get((one, other))
        if known is None:
            self.scored += 1
            known = across(one, other)
        return known


def find(readings: Iterable[Reading]) -> tuple[Event, ...]:
    """The events of which some readings speak, by day; a claim that goes with no other is an event of its own.

    The same whatever the order of the readings. Machine-read and unreviewed: that claims speak of one happening is
    itself an inference.
    """
    return Finder(keep=False).find(readings)


def scenes(document: Sequence[Sighted]) -> list[list[Sighted]]:
    """The mentions of one document, put together where they speak of one happening."""
    scores = {
        (one, other): within(document[one], document[other])
        for other in range(len(document))
        for one in range(max(0, other - _ABOVE), other)
    }
    described = [alone(one) for one in document]
    groups = linked(
        len(document),
        scores,
        lambda one, other: apart(described[one], described[other]),
        missing=missing(),
        best=_BEST,
    )
    return [[document[at] for at in group] for group in groups]


def _rank(found: Event) -> tuple[str, str, str, str]:
    return found.since or "9999", found.until or "9999", found.title, found.id
