"""What makes a document the one it is, and actors and places the same across documents."""

from __future__ import annotations

import hashlib
import json

from rashomon.knowledge.folding import fold
from rashomon.model import Actor, Document, Place

_OF_WHOM = ("source", "title", "author", "published", "url")
_DIGITS = 16


def document_id(document: Document) -> str:
    """Sixteen hex digits made of the text and of whose, what title, of when and from where it is.

    The same text in two outlets is two documents; found twice in the same outlet, it is one.
    """
    made_of = [document.sha256, *(getattr(document, name) for name in _OF_WHOM)]
    return hashlib.sha256(json.dumps(made_of).encode()).hexdigest()[:_DIGITS]


def actor_key(name: str, known: Actor | None = None) -> str:
    """The key of an actor: its entry's id, else its folded name."""
    return known.known_as if known and known.known_as else f"name:{fold(name)}"


def place_key(name: str, known: Place | None = None) -> str:
    """The key of a place: its entry's id, else its folded name."""
    return known.known_as if known and known.known_as else f"name:{fold(name)}"
