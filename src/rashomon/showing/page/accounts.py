"""The accounts of a page: its claims, tellers, actors and places, each with a key that is safe in HTML and URLs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from rashomon.analysis.comparison import Comparison
from rashomon.knowledge.folding import fold
from rashomon.model import Actor, Claim, Place, Reading


@dataclass(frozen=True)
class Voice:
    """A teller within one document: its author (an empty chain), or a chain of sources inside it, outermost first.

    Attributes:
        key: `t0`, `t1`, ... through the whole page.
        document: index of the document. `chain`: as in `Claim.speakers`. `name`: as shown.
        parent: the voice that this one is quoted by; None of an author.
    """

    key: str
    document: int
    chain: tuple[str, ...]
    name: str
    parent: Voice | None = None

    @property
    def line(self) -> tuple[Voice, ...]:
        """Those through whom the words come, the nearest first and the author last; nobody for an author."""
        return (self.parent, *self.parent.line) if self.parent else ()

    @property
    def depth(self) -> int:
        """How many tellers stand between this one and the reader of the page."""
        return len(self.chain)


@dataclass(frozen=True)
class Named:
    """An actor or a place under one name for the whole page: `key` is `a0`, ... or `p0`, ...

    `kind`: as in `Actor` or `Place`; None of what is neither in the reading's list of actors nor of places.
    """

    key: str
    name: str
    kind: str | None = None


@dataclass(frozen=True)
class Told:
    """A claim with what the page needs of it.

    Attributes:
        anchor: its name in the page: `d0-c3` is claim `c3` of the first document.
        document: index of the document. `voice`: who tells it.
        actors, places: those that it names.
    """

    anchor: str
    claim: Claim
    document: int
    voice: Voice
    actors: tuple[Named, ...]
    places: tuple[Named, ...]


@dataclass(frozen=True)
class Accounts:
    """What a page shows: one reading or a few."""

    readings: tuple[Reading, ...]

    @classmethod
    def of(cls, readings: Sequence[Reading]) -> Accounts:
        """The accounts of these readings, in their order."""
        return cls(tuple(readings))

    @cached_property
    def compared(self) -> Comparison:
        """What they come to beside one another, as in a case of these documents."""
        return Comparison.of(self.readings)

    @cached_property
    def voices(self) -> tuple[Voice, ...]:
        """All tellers: document by document, the author first, each source below the one that quotes it."""
        found: list[Voice] = []
        for index, reading in enumerate(self.readings):
            chains = {claim.speakers for claim in reading.claims}
            whole = {chain[:length] for chain in chains for length in range(len(chain) + 1)} | {()}
            known: dict[tuple[str, ...], Voice] = {}
            for chain in _in_text_order(whole, reading):
                name = chain[-1] if chain else reading.document.teller
                voice = Voice(f"t{len(found)}", index, chain, name, known.get(chain[:-1]) if chain else None)
                known[chain] = voice
                found.append(voice)
        return tuple(found)

    @cached_property
    def told(self) -> tuple[Told, ...]:
        """All claims, document by document, in the order of the text."""
        return tuple(
            Told(
                anchor(index, claim.id),
                claim,
                index,
                self.voice(index, claim.speakers),
                tuple(dict.fromkeys(self._actors[index, name] for name in actors_of(claim))),
                tuple(dict.fromkeys(self._places[index, name] for name in places_of(claim))),
            )
            for index, reading in enumerate(self.readings)
            for claim in reading.claims
        )

    def label(self, voice: Voice) -> str:
        """A voice's name where it stands alone: of several accounts, with the one in which it speaks."""
        document = self.readings[voice.document].document
        if not voice.chain or len(self.readings) == 1:
            return voice.name
        return f"{voice.name} (in {document.source or document.author or document.title or document.id})"

    def told_in(self, document: int) -> tuple[Told, ...]:
        """The claims of one document, in the order of its text."""
        ends = (0, *accumulate(len(reading.claims) for reading in self.readings))
        return self.told[ends[document] : ends[document + 1]]

    @cached_property
    def by_anchor(self) -> dict[str, Told]:
        """Claims by their names in the page."""
        return {told.anchor: told for told in self.told}

    @cached_property
    def actors(self) -> tuple[Named, ...]:
        """All actors that claims name, by name."""
        return tuple(sorted(set(self._actors.values()), key=lambda actor: fold(actor.name)))

    @cached_property
    def places(self) -> tuple[Named, ...]:
        """All places that claims name, by name."""
        return tuple(sorted(set(self._places.values()), key=lambda place: fold(place.name)))

    def voice(self, document: int, chain: tuple[str, ...]) -> Voice:
        """The voice of this chain of tellers in a document."""
        return self._voices[document, chain]

    def place(self, document: int, name: str) -> Named:
        """The place that a document's claims call so."""
        return self._places[document, name]

    @cached_property
    def _voices(self) -> dict[tuple[int, tuple[str, ...]], Voice]:
        return {(voice.document, voice.chain): voice for voice in self.voices}

    def actor(self, document: int, name: str) -> Named:
        """The actor whom a document's claims call so."""
        return self._actors[document, name]

    @cached_property
    def _actors(self) -> dict[tuple[int, str], Named]:
        known = {(i, actor.name): actor for i, r in enumerate(self.readings) for actor in r.actors}
        names = [(i, name) for i, r in enumerate(self.readings) for c in r.claims for name in actors_of(c)]
        return _keyed("a", names, known)

    @cached_property
    def _places(self) -> dict[tuple[int, str], Named]:
        known = {(i, place.name): place for i, r in enumerate(self.readings) for place in r.places}
        names = [(i, name) for i, r in enumerate(self.readings) for c in r.claims for name in places_of(c)]
        return _keyed("p", names, known)


def anchor(document: int, claim_id: str) -> str:
    """The name of a claim in the page, safe in HTML and addresses whatever its id holds."""
    return f"d{document}-" + re.sub(r"[^A-Za-z0-9]", lambda found: f"-{ord(found[0]):x}-", claim_id)


def actors_of(claim: Claim) -> tuple[str, ...]:
    """The names of all who act, suffer, lose or gain in a claim, each once."""
    control = claim.control
    sides = (control.from_, control.to) if control else ()
    return tuple(dict.fromkeys(name for name in (*claim.agents, *claim.recipients, *sides) if name))


def places_of(claim: Claim) -> tuple[str, ...]:
    """The names of the places of a claim, each once."""
    held = claim.control.place if claim.control else None
    named: list[str | None] = [where.name for where in claim.where] or [claim.place]
    return tuple(dict.fromkeys(name for name in (*named, held) if name))


def _in_text_order(chains: set[tuple[str, ...]], reading: Reading) -> list[tuple[str, ...]]:
    """Chains so that each comes after the one that it begins with, otherwise as the text brings them in."""
    first: dict[tuple[str, ...], int] = {}
    for number, claim in enumerate(reading.claims):
        for length in range(len(claim.speakers) + 1):
            first.setdefault(claim.speakers[:length], number)
    return sorted(chains, key=lambda chain: [first.get(chain[:n], 0) for n in range(len(chain) + 1)])


def _keyed(
    letter: str, names: list[tuple[int, str]], known: Mapping[tuple[int, str], Actor | Place]
) -> dict[tuple[int, str], Named]:
    """One key for each actor or place: names are one where knowledge says so, else where they fold alike."""
    keys: dict[str, Named] = {}
    found: dict[tuple[int, str], Named] = {}
    for document, name in names:
        entry = known.get((document, name))
        identity = (entry.known_as if entry else None) or f"name:{fold(name)}"
        kind = entry.kind if entry else None
        found[document, name] = keys.setdefault(identity, Named(f"{letter}{len(keys)}", name, kind))
    return found
