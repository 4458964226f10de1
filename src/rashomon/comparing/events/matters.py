"""Events that at least two voices speak about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rashomon.comparing import partings
from rashomon.comparing.events.clusters import clusters
from rashomon.comparing.ids import matter_id
from rashomon.comparing.names import is_label
from rashomon.comparing.parties import usual_names
from rashomon.comparing.saying import ACTUAL, Saying, Told, sayings, several, stances
from rashomon.comparing.types import Matter
from rashomon.comparing.words import uncounted
from rashomon.knowledge.folding import fold


def events(told: Sequence[Told]) -> Iterator[Matter]:
    """One matter for each event of which two voices or more speak."""
    some = [t for t in told if t.claim.kind == "event" and t.claim.factuality in ACTUAL and t.sort is not None]
    for group in clusters(some):
        said = list(sayings(group))
        if several(said):
            yield _matter(group, said)


def _matter(group: Sequence[Told], said: Sequence[Saying]) -> Matter:
    place = _usual(s.shown for t in group for s in t.spots if not s.broad) or _usual(
        s.shown for t in group for s in t.spots
    )
    return Matter(
        id=matter_id("event", group),
        kind="event",
        title=_title(group, place),
        place=place,
        actors=tuple(sorted(set(usual_names(p for t in group for p in t.agents).values()))),
        stances=stances(said),
        partings=partings.of_event(said),
    )


def _title(group: Sequence[Told], place: str | None) -> str:
    """What is said to have been done, to whom, where and when; not by whom."""
    label = next((t.wording.sort.label for t in group if t.wording), f"“{group[0].claim.trigger}”:")
    plain, _, _ = label.rpartition(" ")
    whom = _unlabelled([uncounted(t.shown) for told in group for t in told.targets])
    title = f"{label} {whom}" if whom else plain or label.rstrip(":")
    if place and (not whom or fold(place) not in fold(whom)):
        title += f", {place}"
    when = _usual(t.claim.when for t in group if t.days and t.days.exact)
    return (title[:1].upper() + title[1:]) + (f", {when}" if when else "")


def _unlabelled(phrases: Sequence[str]) -> str | None:
    """What is said most often without a label of one side; if all have one, in quotation marks."""
    plain = [phrase for phrase in phrases if not any(map(is_label, phrase.split()))]
    if plain:
        return _usual(iter(plain))
    usual = _usual(iter(phrases))
    return f"“{usual}”" if usual else None


def _usual(some: Iterator[str | None]) -> str | None:
    """What is said most often; among equals the shortest."""
    counted = Counter(value for value in some if value)
    return min(counted, key=lambda value: (-counted[value], len(value), value)) if counted else None
