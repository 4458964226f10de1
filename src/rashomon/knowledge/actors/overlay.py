"""Actors of overlays: new ones, and more of those that we know."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from rashomon.errors import KnowledgeError
from rashomon.knowledge.actors import schema
from rashomon.knowledge.actors.entry import KnownActor
from rashomon.knowledge.layers import Overlay, overlay_files

_ADDED = ("aliases", "demonyms", "metonyms", "roles", "links")


def extended(ours: Iterable[KnownActor], overlays: tuple[Overlay, ...]) -> list[KnownActor]:
    """Our actors with those of the overlays, whose names come first: the last overlay's before the others'.

    A row of an overlay whose id is known adds to that actor: its lists are joined, its other fields take the
    place of ours. Raises KnowledgeError.
    """
    entries = {actor.id: actor for actor in ours}
    new: list[str] = []
    for file, row in rows(overlays):
        known = entries.get(str(row.get("id")))
        if known is None:
            added = schema.entry(file, row)
            new.insert(0, added.id)
        else:
            added = _joined(known, schema.entry(file, {"name": known.name, "kind": known.kind, **row}), row)
        entries[added.id] = added
    return [*(entries[i] for i in new), *(actor for i, actor in entries.items() if i not in set(new))]


def rows(overlays: tuple[Overlay, ...]) -> Iterable[tuple[str, dict[str, Any]]]:
    """The rows of the overlays' `actors` and `outlets`, with their files. Raises KnowledgeError."""
    for kind in ("actors", "outlets"):
        for file, content in overlay_files(kind, overlays):
            if not isinstance(content, list | None) or not all(isinstance(row, dict) for row in content or ()):
                raise KnowledgeError(f"{file}: expected a list of {kind}")
            for row in content or ():
                if "id" not in row:
                    raise KnowledgeError(f"{file}: {row!r}: needs an id")
                yield file, {"kind": "media", **row} if kind == "outlets" and "name" in row else row


def _joined(known: KnownActor, added: KnownActor, row: dict[str, Any]) -> KnownActor:
    changes: dict[str, Any] = {name: getattr(added, name) for name in row if name not in {*_ADDED, "id"}}
    for name in _ADDED:
        changes[name] = tuple(dict.fromkeys((*getattr(known, name), *getattr(added, name))))
    return replace(known, **changes)
