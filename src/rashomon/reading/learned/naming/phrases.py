"""What a stretch of words is by its form: a pronoun, a name with its title, or a description."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from rashomon.knowledge.actors import known_actors
from rashomon.knowledge.base import load_yaml
from rashomon.knowledge.classes import in_class
from rashomon.knowledge.wordlists import title_heads, titles, words
from rashomon.reading.learned.naming.vocabulary import (
    capital,
    common,
    is_plural,
    listed,
    possessive_class,
    pronoun_class,
    singular,
    small,
)

Form = Literal["pronoun", "pair", "name", "described"]

_EDGES = "\"“”‘’'«»()[]{},.;:!?—–-*…"
_POSSESSIVE = re.compile(r"['’]s?$")
_NUMBER = re.compile(r"[\d.,]+(?:st|nd|rd|th)?")
_LONGEST_PERSON = 5
_DEFINITE = {"the", "this", "that", "these", "those", "said", "both"}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch of words by its form.

    Attributes:
        form: what it is. `text`: its words without articles, numbers, titles and a possessive ending.
        word: the class of a pronoun, else the head noun in the singular and in lower case (of a name: its last word).
        plural, definite: as far as the form tells.
        owner: the words in front of it of him whose it is ("his", "the group", "Tarn"); empty: nobody's.
        title: the words of an office, rank or description before a person's name, in lower case.
        tail: what follows the head of a description ("of the movement"), with its preposition.
    """

    form: Form
    text: str
    word: str
    plural: bool = False
    definite: bool = False
    owner: str = ""
    title: str = ""
    tail: str = ""


def parse(stretch: str, opens: bool) -> Phrase:
    """The form of a stretch of words. `opens`: it stands where any word has a capital (it opens a sentence)."""
    text = " ".join(stretch.split()).strip(_EDGES).strip()
    low = text.lower()
    pronoun = _pronoun(low) if not (text.isupper() and len(text) > 1) else None  # "US" is no "us"
    if pronoun is not None:
        return pronoun
    parts = text.split()
    owner, parts = _owned(parts)
    definite = bool(parts) and parts[0].lower() in _DEFINITE
    bare = _undetermined(parts)
    opens = opens and bare == parts and not owner
    if not bare:  # nothing but determiners and marks
        return Phrase("described", text, low, definite=definite, owner=owner)
    bare = [*bare[:-1], _POSSESSIVE.sub("", bare[-1])] if _POSSESSIVE.search(bare[-1]) else bare
    if not owner and (named := _named(bare, opens)) is not None:
        title, name = named
        return Phrase("name", name, name.split()[-1].lower(), is_plural(name.split()[-1].lower()), definite, "", title)
    return _described(bare, opens, definite, owner)


def _pronoun(low: str) -> Phrase | None:
    head, *rest = low.split() or [""]
    if low in listed("pairs") or low in listed("the_one") or low in listed("the_other") or low in listed("triples"):
        return Phrase("pair", low, low)
    if rest and singular(rest[-1]) in listed("pair_nouns"):
        if head in listed("pair_heads") and len(rest) == 1:
            return Phrase("pair", low, f"{head} {singular(rest[-1])}")
        if low.startswith(("the two ", "these two ", "those two ", "the sides")) and len(rest) == 2:
            return Phrase("pair", low, f"both {singular(rest[-1])}")
    if rest == ["own"] and (own := possessive_class(head)) is not None:
        return Phrase("pronoun", low, own, own in ("they", "we"))
    if low in ("the sides", "the parties"):
        return Phrase("pair", low, "both side")
    kind = pronoun_class(low) or pronoun_class(str(_absolute().get(low, "")))
    if kind is not None:
        return Phrase("pronoun", low, kind, kind in ("they", "we"))
    if low in listed("relative") or low in words("where") or low in listed("alone"):
        return Phrase("pronoun", low, low)
    if head in listed("some_of") and len(rest) == 2 and rest[0] == "of":
        if rest[1] in listed("relative"):
            return Phrase("pronoun", rest[1], rest[1])
        kind = pronoun_class(rest[1])
        return Phrase("pronoun", rest[1], kind, kind in ("they", "we")) if kind is not None else None
    return None


def _absolute() -> dict[str, str]:
    return dict(load_yaml("naming.yaml")["absolute"])


def _owned(parts: list[str]) -> tuple[str, list[str]]:
    """The owner in front of what is his: "his | men", "the group 's | fighters"; not of a name ("People's Army")."""
    first = parts[0].lower() if parts else ""
    if len(parts) > 1 and (possessive_class(first) or first == "whose"):
        rest = parts[1:]
        return first, rest[1:] if rest[0].lower() == "own" and len(rest) > 1 else rest
    for i, part in enumerate(parts[:-1]):
        if part.lower() in small() - _DEFINITE - {"a"} and i:
            break
        if part.endswith(("'s", "’s", "s'", "s’")) and not (capital(parts[i + 1]) and not common(parts[i + 1].lower())):
            return _POSSESSIVE.sub("", " ".join(parts[: i + 1])), parts[i + 1 :]
    return "", parts


def _undetermined(parts: list[str]) -> list[str]:
    """The words without the articles, numbers and the like before them."""
    for i, part in enumerate(parts):
        low = part.lower().strip(_EDGES)
        number = all(n in listed("numbers") for n in low.split("-")) or _NUMBER.fullmatch(low)
        if not (number or low in words("dropped_before")) or i == len(parts) - 1:
            return parts[i:]
        if not number and parts[i + 1].lower() in listed("after_head"):
            return parts[i:]  # "those who fled"
        if low in listed("numbers") and parts[i + 1].lower() == "of" and i + 2 < len(parts):
            return _undetermined(parts[i + 2 :])
    return parts


def _named(parts: list[str], opens: bool) -> tuple[str, str] | None:
    """A title (in lower case) and the name behind it; None if the words are no name."""
    parts = _before_comma(parts)
    first = next((i for i, p in enumerate(parts) if capital(p.strip(_EDGES))), None)
    if first is None:
        return None
    run = parts[first:]
    if any(not capital(p.strip(_EDGES)) and p not in small() and not _NUMBER.fullmatch(p) for p in run):
        return None
    if first == 0 and len(run) == 1 and opens and common(run[0].lower()):
        return None
    if first:
        before = [p.lower() for p in parts[:first]]
        if any(p in listed("after_head") for p in before) or not _describes(before[-1]):
            return None
    if first == 0 and opens and len(run) > 2 and run[0] not in titles() and in_class(run[0].lower(), "person"):
        first, run = 1, run[1:]  # "Pharmacist Ida Vell"
    title, name = _titled(run)
    if len(run) > 1 and "and" in run and first:
        return None
    return " ".join([*(p.lower() for p in parts[:first]), title.lower()]).strip(), " ".join(name).strip(_EDGES)


def _describes(word: str) -> bool:
    """Whether a noun in front of a name tells what its bearer is: "pharmacist", "group", "commander"."""
    return in_class(word, "person") or word in words("body_descriptions") | words("media_descriptions")


def _before_comma(parts: list[str]) -> list[str]:
    """The name of an apposition: "Jan Orlo" of "Jan Orlo, the mayor" and of "One, Jan Orlo"."""
    cuts = [i for i, p in enumerate(parts) if p.endswith(",")]
    if not cuts:
        return parts
    before, after = parts[: cuts[0] + 1], parts[cuts[0] + 1 :]
    if capital(before[-1]) and not common(before[-1].strip(_EDGES).lower()):
        return [*before[:-1], before[-1].rstrip(",")]
    if after and all(capital(p) or p in small() for p in after[: 2 if len(cuts) == 1 else 1]):
        return [p.rstrip(",") for p in after[: cuts[1] - cuts[0] if len(cuts) > 1 else len(after)]]
    return [*before[:-1], before[-1].rstrip(",")]


def _titled(run: list[str]) -> tuple[str, list[str]]:
    """The title and the person's name of a run of words with capitals; no title where none is."""
    last = None
    for i, part in enumerate(run[:-1]):
        if part.strip(_EDGES) in title_heads() or part in title_heads():
            last = i
        elif not (part in titles() or part in small() or _belongs(part) or part.strip(_EDGES).isupper()) or i > 6:
            break
    if last is None:
        return "", run
    name = run[last + 1 :]
    while name and (name[0] in small() or name[0] in titles()) and len(name) > 1 and name[0] not in ("al", "el", "de"):
        if name[0] in small() and run[last] not in title_heads():
            break
        if name[0] in small():
            return "", run  # "Minister of Defence" is an office, no name
        name = name[1:]
    bad = words("body_words") | words("media_words") | words("place_words")
    if len(name) > _LONGEST_PERSON or any(p.lower() in bad or _NUMBER.fullmatch(p) for p in name):
        return "", run
    if all(p in titles() for p in name):
        return "", run
    return " ".join(run[: len(run) - len(name)]), name


def _belongs(word: str) -> bool:
    """Whether a word with a capital is a demonym, or the name of a state or body ("UN")."""
    known = known_actors()
    return known.demonym(word) is not None or known.named(word) is not None or word.endswith(("ian", "ese", "ish", "i"))


def _described(parts: list[str], opens: bool, definite: bool, owner: str) -> Phrase:
    cut = next((i for i, p in enumerate(parts) if i and p.lower().strip(",") in listed("after_head")), len(parts))
    comma = next((i + 1 for i, p in enumerate(parts) if p.endswith(",") and i < cut), None)
    if comma is not None and not any(capital(p) for p in parts[:comma]) and comma < cut:
        cut, parts = comma, parts[:comma]
    head = [*parts[: cut - 1], parts[cut - 1].strip(_EDGES)] if parts else []
    if head and opens and head[0][:1].isupper() and not head[0].isupper() and common(head[0].lower()):
        head = [head[0].lower(), *head[1:]]
    noun = _POSSESSIVE.sub("", head[-1]).lower() if head else ""
    tail = " ".join(parts[cut:])
    return Phrase("described", " ".join(head), singular(noun), is_plural(noun), definite, owner, "", tail)
