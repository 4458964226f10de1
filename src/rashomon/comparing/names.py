"""Who is who across documents: parties by what is known of them, else by their names."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from rashomon.comparing.parties import Party, usual_names
from rashomon.comparing.words import acts_for_owner, core, is_common, is_number, is_official, listed, owner, singular
from rashomon.knowledge.actors import known_actors
from rashomon.knowledge.actors.bodies import FILE, templates
from rashomon.knowledge.base import load_yaml
from rashomon.knowledge.folding import fold
from rashomon.model import Reading

_OFFICIAL = {"state", "military"}
_POSSESSIVE = re.compile(r"['’]s?\s")
_MAIN = 2
"""By how much more documents than any other a state must be named for "the army" to be its army."""
_FORCES = "forces"
_ROOT = 4
"""So many letters of a state's name at least remain without an ending of belonging: "Kadr|ian"."""


class Names:
    """The parties of some readings. A name that stands for nobody by itself ("the enemy", "fighters") has none."""

    def __init__(self, readings: Sequence[Reading], settings: Sequence[int]) -> None:
        self._readings = readings
        self._settings = settings
        self._known = [{a.name: a.known_as for a in r.actors if a.known_as} for r in readings]
        self._by_core = _known_names(readings)
        self._bodies = [_bodies(reading) for reading in readings]
        self._longer = self._full_names()
        self._states = self._states_of()
        self._cache: dict[tuple[int, str], Party | None] = {}
        self._usual: Mapping[str, str] = usual_names(self._every(), "key")

    def party(self, at: int, name: str) -> Party | None:
        """Whom a name of the reading at this index stands for, under the name that is usual for him."""
        if (at, name) not in self._cache:
            self._cache[at, name] = self._party(at, name)
        found = self._cache[at, name]
        return replace(found, shown=self._usual.get(found.key, found.shown)) if found is not None else None

    def _every(self) -> Iterator[Party]:
        """Everybody named in the readings, once a reading and name."""
        for at, reading in enumerate(self._readings):
            for actor in reading.actors:
                if (found := self._party(at, actor.name)) is not None:
                    yield found

    def parties(self, at: int, names: Sequence[str]) -> tuple[Party, ...]:
        """Whom these names stand for, those that stand for somebody."""
        found = {p.key: p for name in names if (p := self.party(at, name)) is not None}
        return tuple(found[key] for key in sorted(found))

    def _party(self, at: int, name: str) -> Party | None:
        if known := self._known[at].get(name) or self._known[at].get(whose(name)):
            return self._acting(at, _of_known(known, name), whose(name))
        name = whose(name)
        if is_number(name):
            return None
        if (organ := organ_of(name)) is not None:
            return self._state_side(at, organ, name)
        reading = self._readings[at]
        if not is_proper(name, reading.document.text) or (
            any(fold(p.name) == fold(name) for p in reading.places) and not speaks(reading, name)
        ):
            return None
        full = self._longer[self._settings[at]].get(core(name), core(name))
        if (known := self._by_core.get(full)) is not None:
            return _of_known(known, name)
        key = "name:" + " ".join(full)
        return self._acting(at, Party(key, key, name), name)

    def _acting(self, at: int, party: Party, name: str) -> Party:
        """A person as one of the body that he leads or belongs to by what the document says."""
        body = self._party(at, self._bodies[at][name]) if name in self._bodies[at] else None
        return replace(party, side=body.side, member=True) if body is not None else party

    def _state_side(self, at: int, organ: tuple[str, str], name: str) -> Party | None:
        body, state = organ
        if not state:
            known = self._states[self._settings[at]]
            state = next(iter(known), f"setting {self._settings[at]}")
            if len(known) > 1:
                (state, most), (_, second) = known.most_common(2)
                if most < _MAIN * second:
                    return None
        return Party(f"organ:{state}:{body}", f"state:{state}", name)

    def _states_of(self) -> Mapping[int, Counter[str]]:
        """The states of which a setting's documents name organs, with the number of those documents."""
        found: dict[int, Counter[str]] = defaultdict(Counter)
        for at, reading in enumerate(self._readings):
            named = {self._state_named(at, actor.name) for actor in reading.actors}
            found[self._settings[at]].update(state for state in named if state)
        return found

    def _state_named(self, at: int, name: str) -> str | None:
        """The state that a name of an actor says that he serves."""
        known = self._known[at].get(name)
        if known is None:
            organ = organ_of(whose(name))
            return organ[1] if organ is not None else None
        entry = known_actors().get(known)
        return entry.country if entry is not None and entry.kind in _OFFICIAL else None

    def _full_names(self) -> dict[int, Mapping[tuple[str, ...], tuple[str, ...]]]:
        """In each setting: the end of a longer name -> that name, where there is but one ("Brigade")."""
        names: dict[int, set[tuple[str, ...]]] = defaultdict(set)
        for at, reading in enumerate(self._readings):
            for actor in reading.actors:
                name = whose(actor.name)
                if (
                    organ_of(name) is None
                    and is_proper(name, reading.document.text)
                    and "'" not in name
                    and "’" not in name
                    and not name.split(" of ")[0].islower()
                ):
                    names[self._settings[at]].add(core(name))
        found: dict[int, Mapping[tuple[str, ...], tuple[str, ...]]] = defaultdict(dict)
        for setting, some in names.items():
            ends: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
            for words in some:
                for cut in range(1, len(words)):
                    ends[words[cut:]].add(words)
            shortest = {end: min(longer, key=lambda w: (len(w), w)) for end, longer in ends.items()}
            found[setting] = {
                end: max(longer, key=lambda w: (len(w), w))
                for end, longer in ends.items()
                if all(w[-len(shortest[end]) :] == shortest[end] for w in longer)
            }
        return found


def is_proper(name: str, text: str) -> bool:
    """Whether it is a name: with a capital that no beginning of a sentence explains."""
    capitals = [word for word in name.split() if any(map(str.isupper, word))]
    if not capitals or fold(name) in listed("nameless") or is_label(name):
        return False
    if any(not is_common(word) for word in capitals) or len(capitals) > 1:
        return True
    return re.search(rf"\b[a-z0-9]+[,;]? {re.escape(capitals[0])}\b", text) is not None


def speaks(reading: Reading, name: str) -> bool:
    """Whether a name tells something in a document: a place that does stands for whoever governs there."""
    return any(name in claim.speakers for claim in reading.claims)


def is_label(name: str) -> bool:
    """Whether a name is but a word by which a side calls its enemy, or itself."""
    return " " not in name and singular(name) in listed("labels")


def whose(name: str) -> str:
    """Who acts where this is named; organs of a state act for themselves."""
    while organ_of(name) is None and (shorter := owner(name)) != name:
        name = shorter
    return name


def _of_known(known: str, name: str) -> Party:
    entry = known_actors().get(known)
    if entry is not None and entry.kind in _OFFICIAL and entry.country:
        return Party(f"known:{known}", f"state:{entry.country}", name)
    return Party(f"known:{known}", f"known:{known}", name)


def _bodies(reading: Reading) -> Mapping[str, str]:
    """The persons of a document with the one body for which each acts by what the document says."""
    persons = {a.name for a in reading.actors if a.kind == "person"}
    found: dict[str, set[str]] = defaultdict(set)
    for claim in reading.claims:
        entries = {item.entry.split(":")[-1].split("/")[0] for item in claim.evidence if item.entry}
        if claim.kind == "relation" and claim.sign == "+" and entries & listed("memberships"):
            for person in set(claim.agents) & persons:
                found[person] |= set(claim.recipients) - persons
    return {person: next(iter(bodies)) for person, bodies in found.items() if len(bodies) == 1}


def _known_names(readings: Sequence[Reading]) -> dict[tuple[str, ...], str]:
    """Names by which some document speaks of somebody known, for those that do not know him."""
    found: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for reading in readings:
        for actor in reading.actors:
            if actor.known_as and is_proper(actor.name, reading.document.text):
                found[core(actor.name)][actor.known_as] += 1
    return {words: next(iter(ids)) for words, ids in found.items() if len(ids) == 1}


@cache
def _organs() -> Mapping[str, str]:
    """Phrases that name an organ of any state, folded -> the organ."""
    rows = [body for body in templates(load_yaml(FILE)) if body.kind in _OFFICIAL]
    return {fold(words): body.id for body in rows for words in body.words}


def organ_of(name: str) -> tuple[str, str] | None:
    """The organ of a state that a name means, and of which state, as far as it says: "Kadrian army"."""
    words = core(_POSSESSIVE.sub(" ", name))
    for cut in range(min(len(words), 2)):
        if (body := _organs().get(" ".join(words[cut:]))) is not None:
            return (body, "") if not cut else (body, state) if (state := _state(words[0])) else None
    if len(words) == 2 and (acts_for_owner(words[-1]) or is_official(words[-1])) and (state := _state(words[0])):
        return _FORCES, state
    return None


def _state(word: str) -> str | None:
    """The state that a word of belonging names: its code, or of an unknown one the beginning of its name."""
    known = known_actors()
    entry = known.demonym(word.capitalize()) or known.named(word.capitalize())
    if entry is not None:
        return entry.country if entry.kind == "state" else None
    if is_common(word) or not word.endswith(tuple(listed("belonging"))):
        return None
    return word[: max(_ROOT, len(word) - 3)]
