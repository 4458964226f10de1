"""Known actors by id, name, demonym and seat, and the loading of their files."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from rashomon.errors import KnowledgeError
from rashomon.knowledge.actors import history, schema
from rashomon.knowledge.actors.bodies import FILE, Bodies, Body, templates
from rashomon.knowledge.actors.compiled import entries
from rashomon.knowledge.actors.entry import KnownActor
from rashomon.knowledge.actors.overlay import extended
from rashomon.knowledge.base import load_yaml
from rashomon.knowledge.layers import Overlay, by_layers


class KnownActors:
    """Known actors by name, by demonym and by seat of government."""

    def __init__(self, entries: Iterable[KnownActor], organs: Iterable[Body] = ()) -> None:
        self._by_id: dict[str, KnownActor] = {}
        self._by_name: dict[str, list[KnownActor]] = {}
        self._reaches: dict[str, int] = {}
        self._by_demonym: dict[str, KnownActor] = {}
        self._by_seat: dict[str, KnownActor] = {}
        for entry in entries:
            if entry.id in self._by_id:
                raise KnowledgeError(f"actors: {entry.id}: two entries of this id")
            self._by_id[entry.id] = entry
            for word in entry.demonyms:
                self._by_demonym.setdefault(key(word), entry)
            for word in entry.metonyms:
                self._by_seat.setdefault(key(word), entry)
        for entry in self._by_id.values():
            self._name(entry, entry.name)
        for entry in self._by_id.values():
            for name in entry.aliases:
                self._name(entry, name)
        self._bodies = Bodies(organs, self._by_id, self.named)
        schema.check(self._by_id, lambda actor_id: self.get(actor_id) is not None)

    def _name(self, entry: KnownActor, name: str) -> None:
        bearers = self._by_name.setdefault(key(name), [])
        if entry not in bearers:
            bearers.append(entry)
        beginning = _beginning(name)
        self._reaches[beginning] = max(self._reaches.get(beginning, 0), len(name))

    def __len__(self) -> int:
        return len(self._by_id)

    def __iter__(self) -> Iterator[KnownActor]:
        return iter(self._by_id.values())

    def get(self, actor_id: str) -> KnownActor | None:
        """The actor of this id, an entry's or a derived one (`NG.police`)."""
        return self._by_id.get(actor_id) or self._bodies.get(actor_id)

    def named(self, name: str) -> KnownActor | None:
        """The likeliest actor of this name: whose usual name it is before whose alias, then the first entered."""
        found = self._by_name.get(key(name))
        return found[0] if found else None

    def all_named(self, name: str) -> tuple[KnownActor, ...]:
        """Every actor of this name or alias, the likeliest first."""
        return tuple(self._by_name.get(key(name), ()))

    def body(self, name: str) -> KnownActor | None:
        """The organ of a state that a phrase names: "Nigerian police", "the Ministry of Defence of Chad"."""
        return self._bodies.named(name)

    def derived(self) -> Iterator[KnownActor]:
        """Every organ of every state that no entry stands for."""
        return iter(self._bodies)

    def reach(self, word: str) -> int:
        """Length of the longest known name that begins with this word, in code points; 0 if none does."""
        return self._reaches.get(_beginning(word), 0)

    def demonym(self, word: str) -> KnownActor | None:
        """The state or people that an adjective or noun of belonging names: "Syrian", "Kurds"."""
        return self._by_demonym.get(key(word))

    def seat(self, place: str) -> KnownActor | None:
        """Whose government a capital stands for."""
        return self._by_seat.get(key(place))

    def state(self, country: str | None) -> KnownActor | None:
        """The state of an ISO code."""
        return self._by_id.get(country) if country else None

    def holders(self, role: str, of: str, on: str | None = None) -> tuple[KnownActor, ...]:
        """Who held an office of a body (its id) on a partial ISO date; without a date, whoever ever held it.

        Partial dates are taken in their widest sense, so that in the year of a change both holders are given.
        A term of unknown beginning is left out where a date is given. Raises ValueError if `on` is no date.
        """
        return history.holders(self._by_id, role, of, on)

    def became(self, actor_id: str, on: str | None = None) -> tuple[KnownActor, ...]:
        """What a body is on a partial ISO date (by default, by now), following its dated links.

        Itself if nothing changed; several after a split; none if it ended, or is unknown. Undated links count
        only where no date is given, or from the day the body ended. Raises ValueError if `on` is no date.
        """
        actor = self._by_id.get(actor_id)
        return history.became(self._by_id, actor, on) if actor is not None else ()

    def voice_of(self, outlet: str) -> KnownActor | None:
        """The state or party for which an outlet (its id) speaks, if it is known as such a voice."""
        actor = self.get(outlet)
        return self._by_id.get(actor.voice) if actor is not None and actor.voice is not None else None


def key(name: str) -> str:
    """How names are compared: apostrophes and accents aside; of several words, letter case and hyphens too; "al-"
    in any case.

    >>> key("Iraqi Security Forces") == key("Iraqi security forces")
    True
    >>> key("IS") == key("is")
    False
    """
    plain = " ".join(_unaccented(name).replace("’", "'").replace("‘", "'").replace("‑", "-").split())
    if " " in plain:
        return plain.casefold().replace("-", " ")
    head, dash, tail = plain.partition("-")
    return f"{head.lower()}-{tail}" if dash and len(head) <= 3 and not head.isupper() else plain


def _beginning(name: str) -> str:
    """The first letters of a name, up to its first space, hyphen or apostrophe."""
    return re.split(r"[\s\-‐‑'’‘ʼ`]", _unaccented(name).strip().casefold(), maxsplit=1)[0]


def _unaccented(name: str) -> str:
    if name.isascii():
        return name
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


@by_layers
def known_actors(lang: str, overlays: tuple[Overlay, ...]) -> KnownActors:
    """The knowledge of actors, loaded once a process for each set of overlays.

    Raises KnowledgeError if a file breaks its schema.
    """
    ours = entries(lang)
    return KnownActors(extended(ours, overlays) if overlays else ours, templates(load_yaml(FILE, lang)))
