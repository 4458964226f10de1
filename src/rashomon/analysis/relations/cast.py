"""Who is who in a whole case, from readings that stream by: of each only what names need is kept."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rashomon.analysis.relations.inferring import served
from rashomon.comparing.accounts import serves, stand_ins
from rashomon.comparing.names import Names, organ_of
from rashomon.comparing.parties import Party
from rashomon.comparing.settings import settings_of
from rashomon.comparing.words import acts_for_owner, is_common, listed, singular
from rashomon.knowledge.actors import known_actors
from rashomon.knowledge.actors.entry import KnownActor
from rashomon.knowledge.base import load_yaml
from rashomon.knowledge.classes import in_class
from rashomon.model import Actor, Place, Reading

_OFFICIAL = {"state", "military"}
_BEHIND = re.compile(
    r"(?:[a-z\d-]+\s+)*?(?P<what>[a-z-]+)\s+(?P<how>of|on|in|at|from|near)\s+(?:the\s+)?(?P<whose>.*[A-Z].*)$"
)
_OWNED = re.compile(r"(?P<owner>.+?)['’]s?\s+(?P<thing>.+)$")


class Cast:
    """The parties of the readings added, once `close` was called.

    Attributes:
        bodies: side -> the bodies for whom persons of it were taken to stand.
    """

    def __init__(self) -> None:
        self._slim: list[Reading] = []
        self._stand_ins: list[Mapping[str, str]] = []
        self._served: list[Mapping[str, tuple[str, ...]]] = []
        self._actors: dict[tuple[str, str, str | None], Actor] = {}
        self._places: dict[tuple[str, str | None, str | None], Place] = {}
        self._names: Names | None = None
        self.bodies: dict[str, Counter[Party]] = defaultdict(Counter)

    def add(self, reading: Reading) -> int:
        """Takes note of a reading; its index."""
        stands = stand_ins(reading)
        self._stand_ins.append(stands)
        self._served.append(served(reading))
        self._slim.append(self._slimmed(reading, stands.values()))
        return len(self._slim) - 1

    def close(self) -> Names:
        """All readings have been added: who is who."""
        self._names = Names(self._slim, settings := settings_of(self._slim))
        self._share(settings)
        return self._names

    def stands_for(self, at: int) -> Mapping[str, str]:
        """For whom tellers of a document speak."""
        return self._stand_ins[at]

    def party(self, at: int, name: str, when: str | None = None) -> Party | None:
        """Whom a name of a document stands for; a person of the knowledge as one of the body that he serves.

        Args:
            at: the document's index.
            name: as its claims use it.
            when: an ISO day, month or year of which the claim speaks; None if it is not told.
        """
        assert self._names is not None
        found = self._named(at, name)
        whom = (*self._served[at].get(name, ()), *filter(None, [self._stand_ins[at].get(name)]))
        body = next((one for one in (self._named(at, other) for other in whom) if one is not None), None)
        if found is None:
            return body
        if body is not None and (not found.member or found.side == body.side):
            self.bodies[body.side][body] += 1
            return replace(found, side=body.side, member=True)
        if found.member or not found.key.startswith("known:"):
            return found
        known = known_actors().get(found.key.removeprefix("known:"))
        of = _served(known, when) if known is not None and known.kind == "person" else None
        if of is None:
            return found
        self.bodies[_side(of)][Party(f"known:{of.id}", _side(of), of.name)] += 1
        return replace(found, side=_side(of), member=True)

    def author(self, at: int) -> str | None:
        """The key of a document's author."""
        author = self._slim[at].document.author
        party = self._named(at, author) if author else None
        return party.key if party else None

    def _named(self, at: int, name: str) -> Party | None:
        """Whom a name stands for.

        "X's creation" stands for nobody, "X's envoys" for X, "our army" for the army, "gunners of X" for X, "guns on
        Mount X", "the X area", "the X hospital" and "twelve X prisoners" for nobody.
        """
        assert self._names is not None
        if name.casefold() in load_yaml("accounts.yaml")["states"]:
            return self._names.party(at, "government")
        what, preposition, whose = _partition(name)
        if preposition and acts_for_owner(what):
            return self._names.party(at, whose) if preposition == "of" else None
        if not name.split() or singular(name.split()[-1]) in listed("vague_places") or _is_thing(name):
            return None
        split = _OWNED.match(name)
        if split is None or not self._is_actor(at, split["owner"]):
            return self._names.party(at, serves(name) or name)
        owner, thing = split["owner"], split["thing"]
        if serves(f"{owner} {thing}") or acts_for_owner(thing.split()[-1]):
            return self._names.party(at, owner)
        if (organ := organ_of(thing)) is not None and not organ[1]:
            return self._names.party(at, thing)
        return self._names.party(at, name) if thing[:1].isupper() else None

    def _is_actor(self, at: int, name: str) -> bool:
        slim = self._slim[at]
        return name == slim.document.author or any(actor.name == name for actor in slim.actors)

    def _share(self, settings: Sequence[int]) -> None:
        """Who is a body's spokesman in one document is it in the others of that war."""
        bodies: dict[tuple[int, str], set[str]] = defaultdict(set)
        for at, stands in enumerate(self._stand_ins):
            for name, body in stands.items():
                bodies[settings[at], name].add(body)
        shared: dict[int, dict[str, str]] = defaultdict(dict)
        for (setting, name), some in bodies.items():
            shared[setting][name] = max(some, key=lambda body: (len(body), body))
        self._stand_ins = [
            {**shared[settings[at]], **stands} if settings[at] in shared else stands
            for at, stands in enumerate(self._stand_ins)
        ]

    def _slimmed(self, reading: Reading, more: Iterable[str]) -> Reading:
        document = reading.document
        names = [actor.name for actor in reading.actors]
        words = {word for name in (*names, *more) if (word := _doubtful(name)) is not None}
        text = " ".join(hit for word in sorted(words) if (hit := _after_small(word, document.text)))
        ties = [claim for claim in reading.claims if claim.kind == "relation" and claim.sign == "+"]
        return Reading.model_construct(
            document=document.model_copy(update={"text": text}),
            claims=tuple(ties),
            actors=tuple(self._actor(actor) for actor in reading.actors),
            places=tuple(self._place(place) for place in reading.places),
            tellers=(),
            versions=reading.versions,
            left_out=None,
        )

    def _actor(self, actor: Actor) -> Actor:
        key = (actor.name, actor.kind, actor.known_as)
        if key not in self._actors:
            self._actors[key] = Actor(name=actor.name, kind=actor.kind, known_as=actor.known_as)
        return self._actors[key]

    def _place(self, place: Place) -> Place:
        key = (place.name, place.kind, place.known_as)
        if key not in self._places:
            self._places[key] = Place(name=place.name, kind=place.kind, known_as=place.known_as)
        return self._places[key]


def _is_thing(name: str) -> bool:
    """Whether it is a building, or people in somebody's hands: they take no side by what is done to them."""
    noun = name.split()[-1]
    if noun[:1].isupper():
        return False
    noun = singular(noun)
    return noun in listed("helpless") or (in_class(noun, "facility") and not in_class(noun, "group"))


def _partition(name: str) -> tuple[str, str, str]:
    """A phrase with a small head before "of" or "on": the head, the preposition, and what follows."""
    found = _BEHIND.match(name)
    return (found["what"], found["how"], found["whose"]) if found else (name, "", "")


def _doubtful(name: str) -> str | None:
    """The only word with a capital of a name, if it means something: only the text tells whether it is a name."""
    capitals = [word for word in name.split() if any(map(str.isupper, word))]
    return capitals[0] if len(capitals) == 1 and is_common(capitals[0]) else None


def _after_small(word: str, text: str) -> str | None:
    """Where a text has a word behind one that begins no sentence: what `names.is_proper` looks for."""
    hit = re.search(rf"\b[a-z0-9]+[,;]? {re.escape(word)}\b", text)
    return hit[0] if hit else None


def _served(person: KnownActor, when: str | None) -> KnownActor | None:
    """The body or state that a person serves on a date, or last served."""
    held = [role for role in person.roles if when and role.on(when)] or list(person.roles)
    last = max(held, key=lambda role: (role.end is None, role.end or "", role.start or "", role.of), default=None)
    of = last.of if last else person.parent
    return known_actors().get(of) if of else None


def _side(body: KnownActor) -> str:
    if body.kind in _OFFICIAL and body.country:
        return f"state:{body.country}"
    return f"known:{body.id}"
