"""The floor: mentions of one head lemma speak of one event."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bench.ecb.loading import Gold

Scope = Callable[[Gold], str]
"""What keeps mentions apart from the first: their topic, or nothing."""
SCOPES: dict[str, Scope] = {
    "within subtopics": lambda mention: mention.subtopic,
    "within topics": lambda mention: mention.topic,
    "over all": lambda mention: "",
}


def head_lemma(some: Sequence[Gold], scope: Scope) -> dict[str, str]:
    """The group of each mention: its head lemma within its scope."""
    return {mention.id: f"{scope(mention)} {mention.lemma}" for mention in some}
