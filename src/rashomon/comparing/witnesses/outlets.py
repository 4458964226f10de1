"""Outlets and agencies by name: equal keys, equal outlet."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rashomon.knowledge.actors import known_actors
from rashomon.knowledge.actors.entry import KnownActor
from rashomon.knowledge.base import load_yaml
from rashomon.knowledge.folding import fold
from rashomon.model import Document

FILE = "credits.yaml"
_STATE_AGENCY = "stateagency"
_LEAST_INITIALS = 2
_AGENCY = re.compile(r"\b(?:news ?agency|press agency|news ?wire|wire|wire service)\b", re.IGNORECASE)


class Outlets:
    """The outlets of a case, and those of the knowledge."""

    def __init__(self, sources: Iterable[str]) -> None:
        self._sources = {key_of(name): name for name in sorted(set(sources), reverse=True)}
        found: dict[str, set[str]] = {}
        for key, name in self._sources.items():
            found.setdefault(_initials(name), set()).add(key)
        self._by_initials = {short: next(iter(keys)) for short, keys in found.items() if len(keys) == 1}

    def here(self, key: str) -> bool:
        """Whether documents of this outlet are in the case."""
        return key in self._sources

    def name(self, key: str) -> str:
        """How an outlet is shown."""
        known = known_actors().get(key)
        return self._sources.get(key) or (known.name if known else key.removeprefix("name:"))

    def find(self, name: str) -> str | None:
        """The key of the outlet that a name or its initials stand for; None: neither known nor in the case."""
        name = name.strip()
        if key_of(name) in self._sources or _known(name) is not None:
            return key_of(name)
        if name in load_yaml(FILE)["initials"]:
            return str(load_yaml(FILE)["initials"][name])
        return self._by_initials.get(name) if name.isupper() and len(name) >= _LEAST_INITIALS else None

    def is_agency(self, key: str) -> bool:
        """Whether an outlet delivers its texts to others."""
        known = known_actors().get(key)
        if known is not None and (known.body == _STATE_AGENCY or key in load_yaml(FILE)["wires"]):
            return True
        names = known.names if known is not None else (self._sources.get(key, ""),)
        return any(_AGENCY.search(name) for name in names)


def key_of(name: str) -> str:
    """The key of an outlet by its name."""
    known = _known(name)
    return known.id if known is not None else f"name:{fold(name).removeprefix('the ')}"


def own_key(document: Document) -> str:
    """Who publishes a document: its outlet, else its author, else nobody but itself."""
    who = document.source or document.author
    return key_of(who) if who else f"document:{document.id}"


def _known(name: str) -> KnownActor | None:
    return next((one for one in known_actors().all_named(name) if one.kind == "media"), None)


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper() and word != "The")
