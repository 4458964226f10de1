"""Which documents speak of the same war: those that share a main actor and a place."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.comparing.names import is_proper
from rashomon.comparing.words import core, owner
from rashomon.model import Reading

_BROAD = {"country", "continent", "region", "sea", "ocean"}


def settings_of(readings: Sequence[Reading]) -> list[int]:
    """The setting of each reading: equal numbers, equal setting."""
    actors = [_actors(reading) for reading in readings]
    places = [_places(reading) for reading in readings]
    numbers = list(range(len(readings)))
    for one in range(len(readings)):
        for other in range(one):
            if actors[one] & actors[other] and places[one] & places[other] and numbers[one] != numbers[other]:
                merged, gone = sorted((numbers[one], numbers[other]))
                numbers = [merged if number == gone else number for number in numbers]
    return numbers


def _actors(reading: Reading) -> set[str]:
    named = (a for a in reading.actors if len(a.mentions) > 1 and a.kind != "person")
    return {
        a.known_as or " ".join(core(owner(a.name)))
        for a in named
        if a.known_as or (is_proper(owner(a.name), reading.document.text) and len(core(owner(a.name))) > 1)
    }


def _places(reading: Reading) -> set[str]:
    return {p.known_as or " ".join(core(p.name)) for p in reading.places if p.kind not in _BROAD}
