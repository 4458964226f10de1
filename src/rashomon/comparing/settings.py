"""Which documents speak of the same war: those that share a main actor and a place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from rashomon.comparing.names import is_proper, organ_of, whose
from rashomon.comparing.words import core
from rashomon.model import Reading

_BROAD = {"country", "continent", "region", "sea", "ocean"}


def settings_of(readings: Sequence[Reading]) -> list[int]:
    """The setting of each reading: equal numbers, equal setting."""
    numbers = list(range(len(readings)))

    def root(number: int) -> int:
        while numbers[number] != number:
            numbers[number] = number = numbers[numbers[number]]
        return number

    named: dict[str, list[int]] = defaultdict(list)
    for at, reading in enumerate(readings):
        for actor in _actors(reading):
            named[actor].append(at)
    places = [_places(reading) for reading in readings]
    for some in named.values():
        first: dict[str, int] = {}
        for at in some:
            for place in places[at]:
                one, other = sorted((root(at), root(first.setdefault(place, at))))
                numbers[other] = one
    return [root(number) for number in range(len(readings))]


def joined_settings(settings: Sequence[int], groups: Iterable[Collection[int]]) -> list[int]:
    """Settings with those of the readings of each group, by their indices, made one."""
    first = list(range(max(settings, default=-1) + 1))

    def root(number: int) -> int:
        while first[number] != number:
            number = first[number]
        return number

    for group in groups:
        roots = {root(settings[at]) for at in group}
        for number in roots:
            first[number] = min(roots)
    return [root(number) for number in settings]


def _actors(reading: Reading) -> set[str]:
    found = set()
    for actor in reading.actors:
        name = whose(actor.name)
        if actor.known_as:
            found.add(actor.known_as)
        elif (organ := organ_of(name)) is not None:
            found.add(f"state {organ[1]}" if organ[1] else "")
        elif actor.kind != "person" and len(core(name)) > 1 and is_proper(name, reading.document.text):
            found.add(" ".join(core(name)))
    return found - {""}


def _places(reading: Reading) -> set[str]:
    found = set()
    for place in reading.places:
        if place.kind not in _BROAD:
            found |= {" ".join(core(part)) for part in place.name.split(" of ")} | {place.known_as or ""}
    return found - {""}
