"""Events that at least two voices speak about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.comparing import partings
from rashomon.comparing.events.clusters import clusters
from rashomon.comparing.events.titles import place_of, title_of
from rashomon.comparing.ids import matter_id
from rashomon.comparing.parties import usual_names
from rashomon.comparing.saying import ACTUAL, Saying, Told, sayings, several, stances
from rashomon.comparing.types import Matter


def events(told: Sequence[Told]) -> Iterator[Matter]:
    """One matter for each event of which two voices or more speak."""
    some = [t for t in told if t.claim.kind == "event" and t.claim.factuality in ACTUAL and t.sort is not None]
    for group in clusters(some):
        said = list(sayings(group))
        if several(said):
            yield _matter(group, said)


def _matter(group: Sequence[Told], said: Sequence[Saying]) -> Matter:
    place = place_of(group)
    return Matter(
        id=matter_id("event", group),
        kind="event",
        title=title_of(group),
        place=place.shown if place else None,
        actors=tuple(sorted(set(usual_names(p for t in group for p in t.agents).values()))),
        stances=stances(said),
        partings=partings.of_event(said),
    )
