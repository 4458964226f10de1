"""From readings to matters."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.comparing.control import controls
from rashomon.comparing.events import events
from rashomon.comparing.pairs import pairs
from rashomon.comparing.saying import prepare
from rashomon.comparing.types import Matter
from rashomon.model import Reading

_KINDS = ("control", "event", "pair")


def side_by_side(readings: Sequence[Reading]) -> tuple[Matter, ...]:
    """The matters of which at least two voices speak: control of places, events, pairs of actors.

    Those in which they part come first within each kind, then those of which most voices speak. Nothing is weighed:
    no position is called right, and a voice that says nothing of a slot is silent, not of another mind.

    Args:
        readings: one or a few; one document may hold several voices.
    """
    names, told = prepare(readings)
    found = [*controls(names, told), *events(told)]
    shown = {(stance.voice.document, claim) for matter in found for stance in matter.stances for claim in stance.claims}
    elsewhere = {t.order for t in told if (t.reading.document.id, t.claim.id) in shown}
    found.extend(pairs(names, told, elsewhere))
    return tuple(sorted(found, key=_rank))


def _rank(matter: Matter) -> tuple[int, int, int, str, str]:
    return _KINDS.index(matter.kind), -len(matter.partings), -len(matter.stances), matter.title, matter.id
