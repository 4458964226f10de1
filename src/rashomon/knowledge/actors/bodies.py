"""Organs that every state has (`bodies.yaml`), known without an entry of their own: "Nigerian police".

A derived body has the id of its state with the body's: `NG.police`. An entry that says which body of its state
it is, or that bears one of the body's names, stands for it instead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from rashomon.errors import KnowledgeError
from rashomon.knowledge.actors.entry import KnownActor
from rashomon.model.reading import ActorKind

FILE = "bodies.yaml"
_WRITTEN = 4
"""So many of a body's first phrases an entry may bear to stand for it."""
_FIELDS = {"kind", "name", "words", "voice"}


@dataclass(frozen=True, slots=True)
class Body:
    """An organ that every state has.

    Attributes:
        name: how it is called behind a demonym. `words`: the phrases that name it, in lower case.
        voice: it speaks for its state.
    """

    id: str
    kind: ActorKind
    name: str
    words: tuple[str, ...]
    voice: bool = False


def templates(rows: Any) -> tuple[Body, ...]:
    """The bodies of the file. Raises KnowledgeError if it breaks its schema."""
    if not isinstance(rows, dict):
        raise KnowledgeError(f"{FILE}: expected a mapping of bodies")
    found: list[Body] = []
    taken = dict[str, str]()
    for body, row in rows.items():
        if not isinstance(row, dict) or not {"kind", "name", "words"} <= set(row) <= _FIELDS:
            raise KnowledgeError(f"{FILE}: {body}: needs kind, name and words, and may have voice")
        if row["kind"] not in get_args(ActorKind):
            raise KnowledgeError(f"{FILE}: {body}: unknown kind {row['kind']}")
        phrases = list(dict.fromkeys([str(row["name"]).lower(), *row["words"]]))
        for word in phrases:
            if not isinstance(word, str) or word != word.lower():
                raise KnowledgeError(f"{FILE}: {body}: {word!r} must be text in lower case")
            if word in taken:
                raise KnowledgeError(f"{FILE}: {body}: {word!r} names {taken[word]} already")
            taken[word] = body
        found.append(Body(body, row["kind"], row["name"], tuple(phrases), bool(row.get("voice", False))))
    return tuple(found)


class Bodies:
    """The organs of all states, by the phrases that name them."""

    def __init__(
        self, bodies: Iterable[Body], entries: Mapping[str, KnownActor], named: Callable[[str], KnownActor | None]
    ) -> None:
        self._bodies = {body.id: body for body in bodies}
        self._by_words = {word: body for body in self._bodies.values() for word in body.words}
        self._named = named
        self._states = {a.id: a for a in entries.values() if a.kind == "state" and (a.id == a.country or a.demonyms)}
        self._of_name: dict[str, KnownActor] = {}
        self._own: dict[tuple[str, str], KnownActor] = {}
        self._known: dict[tuple[str, str], KnownActor] = {}
        for state in self._states.values():
            for name in (*state.names, *state.demonyms):
                self._of_name.setdefault(_plain(name), state)
        for entry in entries.values():
            if entry.body is not None:
                if entry.body not in self._bodies:
                    raise KnowledgeError(f"actors: {entry.id}: unknown body {entry.body}")
                owner = entry.parent if entry.parent in self._states else entry.country
                if owner is not None:
                    self._own.setdefault((owner, entry.body), entry)

    def __iter__(self) -> Iterator[KnownActor]:
        """Every body of every state that no entry stands for."""
        for state in self._states.values():
            for body in self._bodies.values():
                found = self._body(state, body)
                if found.id == f"{state.id}.{body.id}":
                    yield found

    def get(self, actor_id: str) -> KnownActor | None:
        """The body of a derived id (`NG.police`), or the entry that stands for it."""
        owner, _, body = actor_id.rpartition(".")
        if owner not in self._states or body not in self._bodies:
            return None
        return self._body(self._states[owner], self._bodies[body])

    def named(self, name: str) -> KnownActor | None:
        """The body that a phrase names: "Nigerian police", "Chad's army", "the Ministry of Defence of Chad"."""
        words = _plain(name).split()
        for cut in range(len(words) - 1, 0, -1):
            first, rest = " ".join(words[:cut]), " ".join(words[cut:])
            if (body := self._by_words.get(rest)) and (state := self._of_name.get(first.removesuffix("'s"))):
                return self._body(state, body)
            if rest.startswith("of ") and (body := self._by_words.get(first)):
                state = self._of_name.get(rest.removeprefix("of ").removeprefix("the "))
                if state is not None:
                    return self._body(state, body)
        return None

    def _body(self, state: KnownActor, body: Body) -> KnownActor:
        found = self._known.get((state.id, body.id))
        if found is None:
            found = self._own.get((state.id, body.id)) or self._written(state, body) or _derived(state, body)
            self._known[state.id, body.id] = found
        return found

    def _written(self, state: KnownActor, body: Body) -> KnownActor | None:
        """An entry that bears one of the body's names."""
        for phrase in body.words[:_WRITTEN]:
            for belonging in state.demonyms[:1]:
                actor = self._named(f"{belonging} {phrase}")
                if actor is not None and actor.country == state.country and actor.body in {None, body.id}:
                    return actor
        return None


def _derived(state: KnownActor, body: Body) -> KnownActor:
    return KnownActor(
        id=f"{state.id}.{body.id}",
        name=f"{state.demonyms[0]} {body.name}" if state.demonyms else f"{body.name} of {state.name}",
        kind=body.kind,
        country=state.country,
        parent=state.id,
        body=body.id,
        voice=state.id if body.voice else None,
    )


def _plain(name: str) -> str:
    plain = name.replace("’", "'").replace("‘", "'").replace("‑", "-").casefold()
    return " ".join(plain.split()).removeprefix("the ")
