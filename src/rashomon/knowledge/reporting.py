"""How a language reports speech: cues and their frames, hedges, phrases that name a source (`reporting.yaml`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from rashomon.errors import KnowledgeError
from rashomon.knowledge.base import load_yaml
from rashomon.model import Endorsement, Factuality

FILE = "reporting.yaml"
PASSIVES = (None, "addressee", "raised", "accused", "spoken", "object")
NEEDS = (None, "teller", "work", "reflexive")
SPEECH = (False, True, "quote", "person")
SOURCES = ("after", "star", "subject")
_CLASS_KEYS = {
    "class", "content", "speech", "passive", "addressee", "factuality", "endorsement", "needs", "receives", "hearsay",
    "bare", "extent", "unless", "verbs", "nouns",
}  # fmt: skip
_LISTS = (
    "citing", "as_verbs", "declining", "works", "outlets", "inquiries", "titled", "headings", "headline_sources",
    "statement_ends", "first_person", "open_words", "nobodies", "explicit", "surfacing", "voicing", "contraries",
    "making", "speaking_on", "unspoken", "seeming", "viewpoint",
    "falsehoods", "faults", "inventions", "grounds", "truths", "calling", "calling_as", "happening", "partaking",
)  # fmt: skip


@dataclass(frozen=True)
class Cue:
    """One verb, noun or phrase that tells, in one frame.

    Attributes:
        words: lemmas in order; syntax hangs on the first (of a noun: the last).
        content: slots in which what is told may stand, see the head of `reporting.yaml`.
        asides, quotes: whether it may stand as an aside, and may carry quotations.
        personal: it may stand as an aside if its source is a person.
        passive: whose place the subject of its passive takes.
        addressee: slots of who is told.
        factuality, endorsement: what the cue does to its content.
        receives: its subject is told, by whoever stands after "from".
        needs: what sort of source it must have.
        hearsay: without a named source the content is merely possible.
        bare: such content counts although nobody is named.
        extent: words of the content's phrase at which it ends.
        bars: lemmas which as object mean that this is no cue.
        explicit: its clause must be opened by "that" in so many words.
        entry: `file:class/word`.
    """

    words: tuple[str, ...]
    noun: bool
    content: frozenset[str]
    asides: bool
    quotes: bool
    personal: bool
    passive: str | None
    addressee: frozenset[str]
    factuality: Factuality | None
    endorsement: Endorsement
    needs: str | None
    receives: bool
    hearsay: bool
    bare: bool
    extent: frozenset[str]
    bars: frozenset[str]
    explicit: bool
    entry: str


@dataclass(frozen=True)
class Phrase:
    """Words that name a source ("according to X", "in X's view"), or that tell what follows ("on the pretext of").

    Attributes:
        words: lemmas in order, `*` for the possessor.
        source: where the source stands: `after` the words, in place of the `star`, or the clause's `subject`.
        follows: the content is what follows the words.
    """

    words: tuple[str, ...]
    source: str
    follows: bool
    endorsement: Endorsement
    entry: str


@dataclass(frozen=True)
class Reporting:
    """Everything in `reporting.yaml`: cues by head lemma (longest first), and the word lists by name."""

    verbs: Mapping[str, tuple[Cue, ...]]
    nouns: Mapping[str, tuple[Cue, ...]]
    phrases: tuple[Phrase, ...]
    modifiers: Mapping[str, Endorsement]
    hedging_adverbs: frozenset[str]
    hedging_adjectives: frozenset[str]
    labels: Mapping[str, str]
    lists: Mapping[str, frozenset[str]]
    grammar: Mapping[str, frozenset[str]]

    def has(self, name: str, word: str) -> bool:
        """Whether a word stands in the list of this name."""
        return word in self.lists[name]


@cache
def reporting(lang: str = "en") -> Reporting:
    """The checked contents of `reporting.yaml`. Raises KnowledgeError."""
    data = load_yaml(FILE, lang)
    if not isinstance(data, dict):
        raise KnowledgeError(f"{FILE}: not a mapping")
    lists = {name: frozenset(_words(data, name, FILE)) for name in _LISTS}
    cues = [cue for item in data.get("cues", ()) for cue in _class(item, lists["explicit"])]
    hedges = data.get("hedges") or {}
    return Reporting(
        verbs=_index(c for c in cues if not c.noun),
        nouns=_index(c for c in cues if c.noun),
        phrases=tuple(sorted((_phrase(p) for p in data.get("phrases", ())), key=lambda p: -len(p.words))),
        modifiers={w: _one_of(e, get_args(Endorsement), f"{FILE}:modifiers")
                   for e, ws in (data.get("modifiers") or {}).items() for w in ws},
        hedging_adverbs=frozenset(_words(hedges, "adverbs", f"{FILE}:hedges")),
        hedging_adjectives=frozenset(_words(hedges, "adjectives", f"{FILE}:hedges")),
        labels={str(k): str(v) for k, v in (data.get("labels") or {}).items()},
        lists=lists,
        grammar={str(n): frozenset(_words(data["grammar"], n, f"{FILE}:grammar")) for n in data.get("grammar", {})},
    )  # fmt: skip


def _index(cues: Iterable[Cue]) -> dict[str, tuple[Cue, ...]]:
    found: dict[str, list[Cue]] = {}
    for cue in cues:
        found.setdefault(cue.words[-1] if cue.noun else cue.words[0], []).append(cue)
    return {head: tuple(sorted(some, key=lambda c: -len(c.words))) for head, some in found.items()}


def _class(item: Any, explicit: frozenset[str]) -> list[Cue]:
    if not isinstance(item, dict) or "class" not in item:
        raise KnowledgeError(f"{FILE}: a cue class without a name: {item!r}")
    where = f"{FILE}:{item['class']}"
    unknown = set(item) - _CLASS_KEYS
    if unknown:
        raise KnowledgeError(f"{where}: unknown {', '.join(sorted(unknown))}")
    speech = _one_of(item.get("speech", False), SPEECH, where)
    unless = item.get("unless") or {}
    if set(unless) - {"obj"}:
        raise KnowledgeError(f"{where}: unless knows obj only")
    cues = []
    for noun in (False, True):
        members = _words(item, "nouns" if noun else "verbs", where, optional=True)
        if len(set(members)) < len(members):
            twice = sorted({m for m in members if members.count(m) > 1})
            raise KnowledgeError(f"{where}: twice: {', '.join(twice)}")
        for word in members:
            cues.append(Cue(
                words=tuple(word.split()),
                noun=noun,
                content=frozenset(_words(item, "content", where)),
                asides=speech is True,
                quotes=bool(speech),
                personal=speech == "person",
                passive=_one_of(item.get("passive"), PASSIVES, where),
                addressee=frozenset(_words(item, "addressee", where, optional=True)),
                factuality=_one_of(item.get("factuality"), (None, *get_args(Factuality)), where),
                endorsement=_one_of(item.get("endorsement", "neutral"), get_args(Endorsement), where),
                needs=_one_of(item.get("needs"), NEEDS, where),
                receives=bool(item.get("receives", False)),
                hearsay=bool(item.get("hearsay", False)),
                bare=bool(item.get("bare", False)),
                extent=frozenset(_words(item, "extent", where, optional=True)),
                bars=frozenset(_words(unless, "obj", where, optional=True)),
                explicit=not noun and word in explicit,
                entry=f"{where}/{word}",
            ))  # fmt: skip
    return cues


def _phrase(item: Any) -> Phrase:
    words = tuple(_words(item, "words", f"{FILE}:phrases"))
    where = f"{FILE}:phrases/{' '.join(words)}"
    return Phrase(
        words=words,
        source=_one_of(item.get("source"), SOURCES, where),
        follows=_one_of(item.get("content"), (None, "after"), where) is not None,
        endorsement=_one_of(item.get("endorsement", "neutral"), get_args(Endorsement), where),
        entry=where,
    )


def _words(item: Mapping[str, Any], key: str, where: str, *, optional: bool = False) -> list[str]:
    found = item.get(key)
    if found is None and optional:
        return []
    if not isinstance(found, list) or not all(isinstance(word, str) and word.strip() for word in found):
        raise KnowledgeError(f"{where}: {key} must be a list of words, not {found!r}")
    return found


def _one_of(value: Any, allowed: Iterable[Any], where: str) -> Any:
    if value not in tuple(allowed):
        raise KnowledgeError(f"{where}: {value!r} is none of {', '.join(map(str, allowed))}")
    return value
