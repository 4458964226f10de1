"""The words that present a deed as done, not done, possible, planned, demanded or imagined (`embedding.yaml`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from rashomon.errors import KnowledgeError
from rashomon.knowledge.base import ENGLISH, load_yaml
from rashomon.model import Factuality

FILE = "embedding.yaml"
FACTUALITIES: tuple[Factuality, ...] = get_args(Factuality)
SORTS = ("verbs", "nouns", "adjectives")
_CLAUSES = ("inf", "ing", "that")


@dataclass(frozen=True, slots=True)
class Operator:
    """What a class of words makes of the deed that it embeds.

    Attributes:
        reads: factuality of the embedding word -> of the deed, and whether negation is turned round.
        vow: whoever does it tells the deed (vows, threatens, promises).
        cue: it counts also where it is the cue of a telling.
    """

    name: str
    reads: Mapping[Factuality, tuple[Factuality, bool]]
    vow: bool
    cue: bool


@dataclass(frozen=True, slots=True)
class Member:
    """A word of a class: `words[0]` governs, the others stand beside it; `places`: where the deed stands.

    `past`: the class to use when the word stands in the past ("was able to").
    """

    words: tuple[str, ...]
    places: frozenset[str]
    operator: str
    past: str | None

    @property
    def entry(self) -> str:
        """The name of the knowledge entry."""
        return f"{FILE}:{self.operator}/{' '.join(self.words)}"


@dataclass(frozen=True, slots=True)
class Modal:
    """An auxiliary or a verb used as one (see the comments in `embedding.yaml`)."""

    operator: str
    over: bool = False
    reported: str | None = None
    perfect: str | None = None
    past: str | None = None
    form: str | None = None


@dataclass(frozen=True, slots=True)
class Embedding:
    """All of `embedding.yaml`, checked."""

    operators: Mapping[str, Operator]
    members: Mapping[str, Mapping[str, tuple[Member, ...]]]
    modals: Mapping[str, Modal]
    semimodals: Mapping[str, Modal]
    adverbs: Mapping[str, str]
    markers: Mapping[str, str]
    prepositions: Mapping[str, str]
    words: Mapping[str, frozenset[str]]


@cache
def embedding(lang: str = ENGLISH) -> Embedding:
    """The embedding words of one language. Raises KnowledgeError if the file breaks its schema."""
    raw = load_yaml(FILE, lang)
    try:
        operators = {name: _operator(name, entry) for name, entry in raw["classes"].items()}
        known = Embedding(
            operators=operators,
            members={sort: _members(raw["classes"], sort) for sort in SORTS},
            modals={word: _modal(m) for m in raw["modals"] for word in m["words"]},
            semimodals={m["word"]: _modal(m) for m in raw["semimodals"]},
            adverbs=_inverted(raw["adverbs"]),
            markers=_inverted(raw["markers"]),
            prepositions=_inverted(raw["prepositions"]),
            words={name: frozenset(words) for name, words in raw["words"].items()},
        )
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise KnowledgeError(f"{FILE}: {error!r}") from error
    _check(known)
    return known


def _operator(name: str, entry: Mapping[str, Any]) -> Operator:
    reads = entry["reads"]
    unknown = set(reads) - set(FACTUALITIES) - {"else"}
    if unknown:
        raise ValueError(f"{name}: unknown reading {sorted(unknown)}")
    table = {f: _reading(reads.get(f, reads.get("else")), f) for f in FACTUALITIES}
    return Operator(name, table, bool(entry.get("vow")), bool(entry.get("cue")))


def _reading(value: str, given: Factuality) -> tuple[Factuality, bool]:
    word = value.removesuffix("-")
    for factuality in FACTUALITIES:
        if word == factuality or (word == "same" and factuality == given):
            return factuality, value.endswith("-")
    raise ValueError(f"unknown reading {value!r}")


def _members(classes: Mapping[str, Mapping[str, Any]], sort: str) -> dict[str, tuple[Member, ...]]:
    found: dict[str, list[Member]] = {}
    for name, entry in classes.items():
        for item in entry.get(sort) or ():
            given: Mapping[str, Any] = {"word": item} if isinstance(item, str) else item
            words = tuple(str(given["word"]).split())
            places = frozenset(_places(given.get("in", entry["in"])))
            found.setdefault(words[0], []).append(Member(words, places, name, given.get("past")))
    return {word: tuple(sorted(members, key=lambda m: -len(m.words))) for word, members in found.items()}


def _places(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        if not isinstance(name, str):
            raise ValueError(f"place {name!r} is not a word (quote it)")
        yield from _CLAUSES if name == "clause" else (name,)


def _modal(entry: Mapping[str, Any]) -> Modal:
    fields = {key: value for key, value in entry.items() if key not in {"word", "words", "class"}}
    return Modal(operator=entry["class"], **fields)


def _inverted(classes: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {word: name for name, words in classes.items() for word in words}


def _check(known: Embedding) -> None:
    used = {m.operator for sort in known.members.values() for ms in sort.values() for m in ms}
    used |= {m.past for sort in known.members.values() for ms in sort.values() for m in ms if m.past}
    for modal in (*known.modals.values(), *known.semimodals.values()):
        used |= {c for c in (modal.operator, modal.reported, modal.perfect, modal.past) if c}
    for table in (known.adverbs, known.markers, known.prepositions):
        used |= set(table.values())
    if unknown := used - set(known.operators):
        raise KnowledgeError(f"{FILE}: unknown class {sorted(unknown)}")
