"""From readings to matters: what the comparison of a case finds, laid out by what it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain

from rashomon.analysis.comparison import Comparison
from rashomon.analysis.matters.pairs import pairs
from rashomon.analysis.matters.parting import parted, parting, with_all
from rashomon.analysis.matters.places import Held, places
from rashomon.analysis.matters.saying import Saying, several
from rashomon.analysis.matters.types import Matter
from rashomon.comparing import disputes
from rashomon.comparing.disputes import Finding
from rashomon.comparing.events import Event
from rashomon.comparing.parties import usual_names
from rashomon.model import Reading

_KINDS = ("control", "event", "pair")


def side_by_side(readings: Sequence[Reading]) -> tuple[Matter, ...]:
    """The matters of these readings, one or a few, as `matters_of` has them; tables follow their order."""
    return matters_of(Comparison.of(readings), [reading.document.id for reading in readings])


def matters_of(compared: Comparison, order: Sequence[str]) -> tuple[Matter, ...]:
    """The matters of which at least two tellers speak: control of places, events, pairs of actors.

    They are what `rashomon events`, `disputes`, `control` and `relations` find of a case of these documents. Matters in
    which tellers part come first within each kind, then those of which most voices speak. Nothing is weighed: no
    position is called right, and a voice that says nothing of a slot is silent, not of another mind.

    Args:
        compared: a few documents, or one: it may hold several voices.
        order: the documents' ids in the order of the tables.
    """
    saying = Saying.of(compared, {document: at for at, document in enumerate(order)})
    held = places(compared.control, saying)
    lone = [event for event in compared.events if not _taken(event, held, saying)]
    changes = [list(one.changes(saying)) for one in held]
    found = _findings([*lone, *chain(*changes), *chain(*(one.events for one in held))], compared)
    matters = [_matter(event, found[event.id], saying) for event in lone if _of_several(event, found, saying)]
    matters += [one.matter(saying, some, found) for one, some in zip(held, changes, strict=True)]
    shown = {f"{stance.voice.document}:{claim}" for one in matters for stance in one.stances for claim in stance.claims}
    matters.extend(pairs(compared.relations, saying, shown))
    return tuple(sorted(matters, key=_rank))


def _taken(event: Event, held: Sequence[Held], saying: Saying) -> bool:
    """Gives an event that is a change of hands in the main to its place; whether it is one.

    So it is if no other sort of deed is told of in more of its claims.
    """
    claims = {mention.id for mention in event.mentions}
    place = max(held, key=lambda one: len(one.own & claims), default=None)
    if place is None or not place.own & claims:
        return False
    others = Counter(one.told.sort or one.told.claim.trigger for one in saying.speakers.of(event)
                     if one.id not in place.own)  # fmt: skip
    if max(others.values(), default=0) > len(place.own & claims):
        return False
    place.events.append(event)
    return True


def _findings(events: Sequence[Event], compared: Comparison) -> Mapping[str, list[Finding]]:
    """What parts the accounts of these events; a change of hands may be one of them, told by the same claims."""
    once = {event.id: event for event in events}
    found: dict[str, list[Finding]] = {id: [] for id in once}
    for finding in parted(disputes.find(once.values(), compared.readings, compared.origins)):
        found[finding.event].append(finding)
    return found


def _of_several(event: Event, found: Mapping[str, Sequence[Finding]], saying: Saying) -> bool:
    return bool(found[event.id]) or several(saying.speakers.of(event))


def _matter(event: Event, findings: Sequence[Finding], saying: Saying) -> Matter:
    own = saying.speakers.of(event)
    said = with_all(own, findings, saying)
    order = saying.voices(said)
    return Matter(
        id=event.id,
        kind="event",
        title=event.title,
        place=event.place,
        actors=tuple(sorted(set(usual_names(party for one in own for party in one.told.agents).values()))),
        stances=saying.stances(said),
        partings=tuple(parting(finding, said, order, None) for finding in findings),
    )


def _rank(matter: Matter) -> tuple[int, int, int, str, str]:
    return _KINDS.index(matter.kind), -len(matter.partings), -len(matter.stances), matter.title, matter.id
