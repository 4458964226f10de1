"""The word lists of `reference.yaml` and `persons.yaml`, as sets."""

from __future__ import annotations

from functools import cache
from typing import Any

from rashomon.knowledge.base import load_yaml
from rashomon.knowledge.classes import classes


@cache
def words(name: str) -> frozenset[str]:
    """The words listed under this name in `reference.yaml`."""
    return frozenset(load_yaml("reference.yaml")[name])


@cache
def person_words(name: str) -> frozenset[str]:
    """The words listed under this name in `persons.yaml`."""
    return frozenset(load_yaml("persons.yaml")[name])


@cache
def mapping(name: str) -> dict[str, Any]:
    """A mapping of `reference.yaml`."""
    return dict(load_yaml("reference.yaml")[name])


@cache
def titles() -> frozenset[str]:
    """Every word that may stand in a title before a name."""
    return frozenset().union(*(person_words(n) for n in ("honorifics", "ranks", "offices", "title_parts")))


@cache
def title_heads() -> frozenset[str]:
    """The words that end a title: an office, a rank, a form of address."""
    return frozenset().union(*(person_words(n) for n in ("honorifics", "ranks", "offices")))


@cache
def is_noun(word: str) -> bool:
    """Whether a lemma is of any sort that the knowledge of nouns lists."""
    return any(word in members for members in classes().values())


def sort_of(word: str, name: str) -> bool:
    """Whether a lemma is of the sort `name`."""
    return word in classes()[name]
