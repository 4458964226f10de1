"""The senses of verbs, nouns, adjectives and phrases: `deeds/*.yaml` and `light.yaml` (see README.md)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Literal, get_args

from rashomon.errors import KnowledgeError
from rashomon.knowledge.base import folder, load_yaml
from rashomon.knowledge.layers import Overlay, by_layers, overlay_files
from rashomon.model import EventType, Kind, Sign

Part = Literal["verb", "noun", "adj"]
Frame = Mapping[str, tuple[str, ...]]
Conditions = tuple[tuple[str, tuple[str, ...]], ...]

ROLES = ("agent", "recipient", "place", "loser", "gainer")
LISTS: dict[str, Part] = {"verbs": "verb", "nouns": "noun", "adjectives": "adj"}
"""The lists of members, with their parts of speech."""
_CLASS_KEYS = {
    "class", "about", "kind", "type", "mode", "sign", "symmetric", "holds", "poss_alone", "rank", "absorbs",
    "verb", "noun", "adj", "if", "unless", "verbs", "nouns", "adjectives",
}  # fmt: skip
_MEMBER_KEYS = _CLASS_KEYS - {"class", "verbs", "nouns", "adjectives", "about"} | {"word"}
_HEAD_STOPS = {
    "of",
    "for",
    "in",
    "to",
    "on",
    "against",
    "at",
    "with",
    "from",
    "by",
    "between",
    "under",
    "over",
}


@dataclass(frozen=True)
class Sense:
    """One word or phrase in one sense.

    Attributes:
        words: lemmas in order, hyphens folded away; `head`: which of them syntax hangs on.
        frame: role -> slots, in order of preference.
        wants, bars: conditions (`if`, `unless`): slot -> lemmas, `$classes` or `any`.
        poss_alone: role of a lone possessor of a noun.
        absorbs: slots whose nouns are part of this deed ("provided **assistance**"), not deeds of their own.
        entry: where this stands: `file:class/word`.
    """

    words: tuple[str, ...]
    head: int
    part: Part
    kind: Kind
    type: EventType | None
    mode: str | None
    sign: Sign | None
    symmetric: bool
    holds: bool
    poss_alone: str
    absorbs: tuple[str, ...]
    rank: float
    frame: Frame
    wants: Conditions
    bars: Conditions
    entry: str


@dataclass(frozen=True)
class Light:
    """A light verb: the slots that hold the deed's noun, and the roles its other slots give it.

    `keeps`: the verb may be a deed of its own beside the noun's ("threatened an attack").
    """

    words: tuple[str, ...]
    noun: tuple[str, ...]
    roles: Frame
    entry: str
    keeps: bool = False


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """The form under which words are compared: lower case, no hyphens, straight apostrophes."""
    return word.lower().replace("-", "").replace("‑", "").replace("‐", "").replace("’", "'")


def head_of(words: tuple[str, ...], part: Part) -> int:
    """Which word of a phrase syntax hangs on: the first of a verb, of a noun the last before its complements."""
    if part != "noun":
        return 0
    cut = next((i for i, w in enumerate(words) if i and w in _HEAD_STOPS), len(words))
    return cut - 1


def _slots(value: Any, where: str) -> tuple[str, ...]:
    values = [value] if isinstance(value, str) else value
    if not isinstance(values, list) or not all(isinstance(v, str | bool) for v in values):
        raise KnowledgeError(f"{where}: expected a list of slots, not {value!r}")
    return tuple("on" if v is True else str(v) for v in values)  # YAML 1.1 reads a bare `on` as true


def _conditions(value: Any, where: str) -> Conditions:
    if value is None:
        return ()
    if not isinstance(value, dict):
        raise KnowledgeError(f"{where}: conditions must be a mapping")
    return tuple(("on" if k is True else str(k), tuple(fold(v) for v in _slots(vs, where))) for k, vs in value.items())


def _frame(value: Any, where: str) -> Frame:
    if not isinstance(value, dict):
        raise KnowledgeError(f"{where}: a frame must be a mapping of roles to slots")
    unknown = set(value) - set(ROLES)
    if unknown:
        raise KnowledgeError(f"{where}: no such role: {', '.join(sorted(map(str, unknown)))}")
    return {role: _slots(slots, where) for role, slots in value.items()}


def _merged(base: Conditions, more: Conditions) -> Conditions:
    """Conditions of class and member together; the same slot's lists are joined."""
    merged = {slot: list(values) for slot, values in base}
    for slot, values in more:
        merged.setdefault(slot, []).extend(values)
    return tuple((slot, tuple(values)) for slot, values in merged.items())


def _senses(group: dict[str, Any], file: str) -> Iterator[Sense]:
    name = group.get("class")
    where = f"{file}:{name}"
    if not isinstance(name, str):
        raise KnowledgeError(f"{file}: a class without a name: {group!r:.80}")
    if unknown := set(group) - _CLASS_KEYS:
        raise KnowledgeError(f"{where}: unknown keys {sorted(map(str, unknown))}")
    for key, part in LISTS.items():
        members = group.get(key) or []
        if not isinstance(members, list):
            raise KnowledgeError(f"{where}: {key} must be a list")
        for member in members:
            entry = {"word": member} if isinstance(member, str) else member
            if not isinstance(entry, dict) or set(entry) - _MEMBER_KEYS or "word" not in entry:
                raise KnowledgeError(f"{where}: bad member {member!r}")
            yield _sense(group, entry, part, where)


def _sense(group: dict[str, Any], entry: dict[str, Any], part: Part, where: str) -> Sense:
    words = tuple(fold(w) for w in str(entry["word"]).split())
    where = f"{where}/{entry['word']}"
    if not words:
        raise KnowledgeError(f"{where}: a member without a word")
    both = {**group, **{k: v for k, v in entry.items() if k not in {"if", "unless"}}}
    frame = both.get(part)
    if frame is None:
        raise KnowledgeError(f"{where}: the class has no `{part}` frame")
    for name in ("mode", "poss_alone"):
        if not isinstance(both.get(name, ""), str | None):
            raise KnowledgeError(f"{where}: {name} must be text")
    if isinstance(rank := both.get("rank", 0), bool) or not isinstance(rank, int | float):
        raise KnowledgeError(f"{where}: rank must be a number")
    kind, type_, sign = both.get("kind", "event"), both.get("type"), both.get("sign")
    if kind not in get_args(Kind):
        raise KnowledgeError(f"{where}: no such kind {kind!r}")
    if type_ is not None and type_ not in get_args(EventType):
        raise KnowledgeError(f"{where}: no such type {type_!r}")
    sign = str(sign) if sign is not None else None
    if sign is not None and sign not in get_args(Sign):
        raise KnowledgeError(f"{where}: no such sign {sign!r}")
    return Sense(
        words=words,
        head=head_of(words, part),
        part=part,
        kind=kind,
        type=type_,
        mode=both.get("mode"),
        sign=sign,  # type: ignore[arg-type]
        symmetric=bool(both.get("symmetric")),
        holds=bool(both.get("holds")),
        poss_alone=str(both.get("poss_alone", "agent")),
        absorbs=_slots(both.get("absorbs", []), where),
        rank=float(rank),
        frame=_frame(frame, where),
        wants=tuple({**dict(_conditions(group.get("if"), where)), **dict(_conditions(entry.get("if"), where))}.items()),
        bars=_merged(_conditions(group.get("unless"), where), _conditions(entry.get("unless"), where)),
        entry=where,
    )


@by_layers
def senses(lang: str, overlays: tuple[Overlay, ...]) -> Mapping[tuple[str, Part], tuple[Sense, ...]]:
    """(lemma of the head, part of speech) -> its senses, an overlay's first. Raises KnowledgeError."""
    from rashomon.knowledge.likening import is_like, likened

    names = (path.name for path in sorted((folder(lang) / "deeds").glob("*.yaml")))
    ours = [(name, load_yaml(f"deeds/{name}", lang)) for name in names]
    theirs = list(overlay_files("deeds", overlays))
    plain = ((file, [g for g in groups if not is_like(g)] if isinstance(groups, list) else groups)
             for file, groups in reversed(theirs))  # fmt: skip
    found = indexed(sense for file, groups in (*plain, *ours) for sense in senses_of(file, groups))
    for file, groups in theirs:  # the known words that others are likened to may be an overlay's own
        for group in filter(is_like, groups or ()):
            for key, more in indexed(likened(file, group, found)).items():
                found[key] = (*more, *found.get(key, ()))
    return found


@by_layers
def symmetric_entries(lang: str, overlays: tuple[Overlay, ...]) -> frozenset[str]:
    """The entries (`file:class/word`) of the senses in which two act on one another: "A and B clashed"."""
    return frozenset(sense.entry for group in senses(lang).values() for sense in group if sense.symmetric)


def indexed(some: Iterable[Sense]) -> dict[tuple[str, Part], tuple[Sense, ...]]:
    """Senses by the lemma of their head and their part of speech, in their order."""
    found: dict[tuple[str, Part], list[Sense]] = {}
    for sense in some:
        found.setdefault((sense.words[sense.head], sense.part), []).append(sense)
    return {key: tuple(values) for key, values in found.items()}


def senses_of(file: str, groups: Any) -> Iterator[Sense]:
    """The senses of one file. Raises KnowledgeError."""
    seen: set[str] = set()
    if not isinstance(groups, list | None) or not all(isinstance(group, dict) for group in groups or ()):
        raise KnowledgeError(f"{file}: expected a list of classes")
    for group in groups or ():
        name = str(group.get("class"))
        if name in seen:
            raise KnowledgeError(f"{file}: class {name} stands there twice")
        seen.add(name)
        yield from _senses(group, file)


@cache
def light_verbs(lang: str = "en") -> Mapping[str, tuple[Light, ...]]:
    """First word of a light verb -> the light verbs that begin with it, longest first."""
    found: dict[str, list[Light]] = {}
    for group in load_yaml("light.yaml", lang) or ():
        where = f"light.yaml:{group.get('class')}"
        roles = _frame({k: group[k] for k in ("agent", "recipient") if k in group}, where)
        for verb in group.get("verbs") or ():
            words = tuple(fold(w) for w in str(verb).split())
            keeps = bool(group.get("keeps"))
            light = Light(words, _slots(group["noun"], where), roles, f"{where}/{verb}", keeps)
            found.setdefault(words[0], []).append(light)
    return {k: tuple(sorted(v, key=lambda s: -len(s.words))) for k, v in found.items()}
