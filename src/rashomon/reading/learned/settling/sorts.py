"""What a number counts, by the words of the deed and of those counted."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from rashomon.knowledge.base import load_yaml
from rashomon.knowledge.classes import in_class
from rashomon.model.claim import QuantityKind
from rashomon.reading.learned.settling.words import Word, Words, knowledge, lemmas
from rashomon.reading.learned.types import Frame, Stretch
from rashomon.reading.quantities.words import members, phrases, table

HARMS: tuple[QuantityKind, ...] = ("killed", "wounded", "captured", "displaced")
_STRIKING = {"ASSAULT", "THREATEN", "MOBILIZE", None}
_FORCE = {"ASSAULT", "COERCE"}


def sort_of(frame: Frame, stretch: Stretch, words: Words, at: tuple[int, int], noun: Word | None) -> QuantityKind:
    """What the number in these words counts. `at`: the words `[first, last)`; `noun`: the last of what is counted."""
    own = [lemmas(w.lower_) for w in words[slice(*words.within((frame.start, frame.end)))]]
    doers = _in_role(frame, stretch, "agent") and not _in_role(frame, stretch, "recipient")
    thing = noun is not None and not _person(noun) and _of(noun, table("things"))
    weapon = noun is not None and not _person(noun) and _weapon(words, noun)
    beside = _beside(words, at, frame)
    harm = beside or _of_deed(own)
    if harm == "mixed":
        return "other"
    if harm is None:
        harm = _of_doers(own, frame, noun) if doers else _of_victims(own, frame, noun, thing or weapon)
    elif doers and beside is None and harm != "displaced":
        harm = None
    if weapon and (harm is None or frame.type == "ASSAULT"):
        return "strikes" if frame.type in _STRIKING else "other"
    if thing and harm in {"captured", "displaced"}:
        return "other"
    return next((name for name in HARMS if name == harm), "other")


@cache
def harms() -> dict[str, str]:
    """What words beside a number say of those counted."""
    found: dict[str, str] = load_yaml("settling.yaml")["harms"]
    return found


def _beside(words: Words, at: tuple[int, int], frame: Frame) -> str | None:
    """What a word in or right behind a number's says of those counted: "12 **dead**", "nine **wounded** people"."""
    near = [w for w in words[at[0] : at[1] + 1] if not frame.start <= w.idx < frame.end]
    return next((harms()[w.lower_] for w in near if w.lower_ in harms()), None)


def _of_deed(own: list[frozenset[str]]) -> str | None:
    """What a deed's own words count; "mixed": the dead and wounded together."""
    hit = [name for name in HARMS if any(forms & members(name) for forms in own)]
    if "killed" in hit and "wounded" in hit:
        return "mixed"
    for name in HARMS:
        if any(len(phrase) > 1 and _follow(phrase, own) for phrase in phrases(name)):
            return name
    return hit[0] if hit else None


def _follow(phrase: tuple[str, ...], own: list[frozenset[str]]) -> bool:
    """Whether the words of a phrase stand among others in their order."""
    left = iter(own)
    return all(any(word in forms for forms in left) for word in phrase)


def _of_doers(own: list[frozenset[str]], frame: Frame, noun: Word | None) -> str | None:
    """Those who do it are counted only where they leave their homes: "7,000 **people left**"."""
    moving = frame.type in {None, "RETREAT"} and any(forms & knowledge("moving_by") for forms in own)
    return "displaced" if moving and noun is not None and _of(noun, ("displaced_noun",)) else None


def _of_victims(own: list[frozenset[str]], frame: Frame, noun: Word | None, things: bool) -> str | None:
    """By who is counted, by the mode, and by what violence does to people."""
    casualty = _casualty(noun) if noun is not None else None
    if casualty == "killed" or (casualty and frame.type in _FORCE):
        return casualty
    if frame.type not in _FORCE:
        return None
    if frame.mode in table("modes"):
        return str(table("modes")[frame.mode])
    return None if things or frame.type != "ASSAULT" else _by_violence(own, frame)


def _by_violence(own: list[frozenset[str]], frame: Frame) -> str | None:
    """What violence without a word for the harm does to people."""
    if frame.mode in knowledge("killing_modes"):
        return "killed"
    named = (("harm_by", "wounded"), ("killing_by", "killed"), ("taking_by", "captured"))
    return next((kind for name, kind in named if any(forms & knowledge(name) for forms in own)), None)


def _casualty(noun: Word) -> str | None:
    listed = table("casualties")
    return next((listed[form] for form in sorted(lemmas(noun.lower_)) if form in listed), None)


def _person(noun: Word) -> bool:
    return any(in_class(form, "person") or form in members("people") for form in lemmas(noun.lower_))


def _of(noun: Word, sorts: Iterable[str]) -> bool:
    return any(in_class(form, sort) for form in lemmas(noun.lower_) for sort in sorts)


def _weapon(words: Words, noun: Word) -> bool:
    """Whether a noun, alone or with the word before it, names strikes or what strikes: "air strikes"."""
    forms = lemmas(noun.lower_)
    before = words[noun.i - 1].lower_ if noun.i else ""
    return bool({*forms, *(f"{before} {form}" for form in forms)} & members("strikes"))


def _in_role(frame: Frame, stretch: Stretch, role: str) -> bool:
    return any(a.role == role and a.start < stretch[1] and stretch[0] < a.end for a in frame.arguments)
