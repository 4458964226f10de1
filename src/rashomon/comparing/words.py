"""Words of names and phrases, brought to forms that can be compared."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise

from rashomon.knowledge.base import load_yaml
from rashomon.knowledge.classes import classes, in_class
from rashomon.knowledge.folding import fold

_PLURALS = (
    ("people", "people"),
    ("men", "man"),
    ("children", "child"),
    ("sses", "ss"),
    ("ies", "y"),
    ("ches", "ch"),
    ("s", ""),
)
_WORD = re.compile(r"\w+")
_ALIKE = 0.75
_SHORT = 4
_OWNER = re.compile(r"(.+?)['’]s?\s+(.+)$")
_THEIRS = re.compile(r"(?:the )?(?:[a-z]+ )*([a-z]+) of (?:the )?([A-Z0-9].*)$")
_OF = re.compile(r"\s+(?:of|in|at|for|who|that|from|near|with|by|to|on|\w+ing)\s+.*$")


@cache
def listed(name: str) -> frozenset[str]:
    """The words under this name in `comparing.yaml`."""
    return frozenset(load_yaml("comparing.yaml")[name])


@lru_cache(maxsize=8192)
def singular(word: str) -> str:
    """A noun in the singular, in lower case."""
    word = word.casefold()
    for ending, other in _PLURALS:
        if word.endswith(ending) and len(word) > len(ending) + 1 and not word.endswith(("ss", "us", "is")):
            return word[: len(word) - len(ending)] + other
    return word


@cache
def _nouns() -> frozenset[str]:
    return frozenset().union(*classes().values())


def is_common(word: str) -> bool:
    """Whether a word is a noun that means something, whatever its first letter."""
    return word.casefold() in _nouns() or singular(word) in _nouns() or word.casefold() in listed("numbers")


@lru_cache(maxsize=8192)
def acts_for_owner(word: str) -> bool:
    """Whether what a noun names acts for whoever owns it: fighters, jets."""
    noun = singular(word)
    if noun in listed("owned_words"):
        return True
    return any(in_class(noun, sort) for sort in listed("owned")) and not in_class(noun, "group")


@lru_cache(maxsize=8192)
def is_official(word: str) -> bool:
    """Whether a noun names an officer or an official of a state."""
    return any(in_class(singular(word), sort) for sort in ("officer", "official"))


def owner(name: str) -> str:
    """Whose deed it is: "the Front's fighters", "fighters of the Front" and "Front fighters" act for "Front".

    Other names stay as they are.
    """
    if (theirs := _THEIRS.match(name)) and acts_for_owner(theirs[1]):
        return theirs[2]
    split = _OWNER.match(name)
    if split:
        return split[1] if acts_for_owner(split[2].rsplit(" ", 1)[-1]) else name
    first, _, last = name.rpartition(" ")
    return first if first and acts_for_owner(last) and not last[:1].isupper() else name


@lru_cache(maxsize=16384)
def core(name: str) -> tuple[str, ...]:
    """The folded words of a name without articles and counting words."""
    kept = [word for word in fold(name.split(",")[0]).split() if word not in listed("numbers") and not word.isdigit()]
    return tuple(kept)


def uncounted(phrase: str) -> str:
    """A phrase without the counting words that it begins with, and a long one without what follows its noun.

    "At least eleven patients" are "patients".
    """
    words = phrase.split()
    if len(words) > _SHORT:
        words = _OF.sub("", phrase).split()
    while len(words) > 1 and (words[0].casefold() in listed("numbers") or words[0][:1].isdigit()):
        del words[0]
    return " ".join(words)


def same_words(one: str, other: str) -> bool:
    """Whether two passages are one text, lightly edited at most: they share nearly all pairs of neighbouring words."""
    here, there = _pairs(one), _pairs(other)
    return one == other or len(here & there) > _ALIKE * min(len(here), len(there))


@lru_cache(maxsize=16384)
def _pairs(text: str) -> frozenset[tuple[str, str]]:
    return frozenset(pairwise(_WORD.findall(text.casefold())))


def head(phrase: str) -> str | None:
    """The noun that a phrase is about, in the singular: "at least eleven patients of X" is "patient"."""
    words = _OF.sub("", phrase).split()
    return singular(fold(words[-1])) if words else None


def is_number(name: str) -> bool:
    """Whether a name consists of counting words alone."""
    return not core(name)
