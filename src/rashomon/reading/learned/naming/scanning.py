"""Names anywhere in a text, with their titles: for surnames, offices and acronyms that no argument spells out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.knowledge.classes import in_class
from rashomon.knowledge.wordlists import words
from rashomon.reading.learned.naming.phrases import Phrase, parse
from rashomon.reading.learned.naming.vocabulary import capital, common, listed, small

_WORD = re.compile(r"[^\W_][\w’'.\-‑]*[\w]|[^\W_]\.?")
_GLUED = re.compile(r"[a-z]\.[A-Z]")
_OPENING = re.compile(r"(?:^|[.!?…:]|\n|[\"“(‘«—–])[\s\"“(‘«]*$")
_BESIDE = re.compile(r",\s+(?:the|a|an|its|his|their|whose)?\s*([^,.;:()\n]{3,80})(?=[,.;)])")
_IN_FRONT = re.compile(r"(?:\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is)\s+)([a-z][a-z \-]{2,40}?),\s*$")
_JUST_BEFORE = re.compile(r"((?:[a-z\-]+ ){1,3})$")
_BRACKETED = re.compile(r"\s*\((?:the\s+)?[\"“]?([A-Z][\w.\-’']{1,14})[\"”]?[),;]")
_LONG = 12


@dataclass(frozen=True, slots=True)
class Found:
    """A name in the text: its stretch, its form, roles told beside it, its initials in brackets."""

    start: int
    end: int
    phrase: Phrase
    roles: tuple[str, ...]
    short: str | None


def opens(text: str, start: int) -> bool:
    """Whether any word has a capital here: at the start of a text, sentence, quotation or line."""
    return start == 0 or _OPENING.search(text, max(0, start - 4), start) is not None


def names(text: str) -> Iterator[Found]:
    """The names of a text, in its order."""
    for start, end in _runs(text):
        phrase = parse(text[start:end], opens(text, start))
        if phrase.form != "name":
            continue
        before, after = text[max(0, start - 45) : start], text[end : end + 90]
        roles = [_role(m[1]) for m in (_IN_FRONT.search(before),) if m]
        if (beside := _BESIDE.match(after)) and not capital(beside[1].split()[0]):
            roles.append(_role(beside[1]))
        if (near := _JUST_BEFORE.search(before)) and (role := _describing(near[1])):
            roles.append(role)
        if phrase.title:
            roles.append(phrase.title)
        short = _BRACKETED.match(after)
        yield Found(start, end, phrase, tuple(filter(None, roles)), short[1] if short else None)


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of words with capitals, and small words between them."""
    found = [m for word in _WORD.finditer(text) for m in _parts(text, word)]
    i = 0
    while i < len(found):
        word = found[i][0]
        low = word.lower()
        if not capital(word) or low in listed("openers") or word in words("not_names"):
            i += 1
            continue
        if opens(text, found[i].start()) and common(low) and not _goes_on(text, found, i):
            i += 1
            continue
        last, j = i, i + 1
        while j < len(found) and j - i < _LONG and text[found[j - 1].end() : found[j].start()] in (" ", "\n", " \n"):
            part = found[j][0]
            if capital(part) and part not in words("not_names"):
                last = j
            elif part not in small() - listed("between_names") or part == "e":
                break
            j += 1
            if text[found[last].end() - 2 : found[last].end()] in ("’s", "'s"):
                break
        yield found[i].start(), found[last].end()
        i = last + 1


def _parts(text: str, word: re.Match[str]) -> list[re.Match[str]]:
    """A word; two where a full stop has lost its blank ("Tarnia.The")."""
    glued = _GLUED.search(word[0])
    if glued is None:
        return [word]
    ends, begins = word.start() + glued.start() + 1, word.start() + glued.end() - 1
    halves = _WORD.match(text, word.start(), ends), _WORD.match(text, begins, word.end())
    return [half for half in halves if half is not None]


def _goes_on(text: str, found: list[re.Match[str]], i: int) -> bool:
    """Whether a word that opens a sentence is the first of a longer name ("Defence Minister Jan Orlo")."""
    if i + 1 >= len(found) or text[found[i].end() : found[i + 1].start()] != " ":
        return False
    return capital(found[i + 1][0]) and found[i][0].lower() not in listed("openers")


def _role(words_: str) -> str:
    """The office that an apposition names: "deputy governor" of "deputy governor of the eastern province"."""
    parts = words_.split()
    cut = next((i for i, p in enumerate(parts) if i and p.lower() in listed("after_head")), len(parts))
    role = " ".join(parts[:cut][-3:])
    return role if role and _is_person(parts[:cut][-1]) else ""


def _describing(before: str) -> str:
    """The description right before a person's name: "police chief"."""
    parts = before.split()
    return " ".join(parts[-2:]) if parts and _is_person(parts[-1]) else ""


def _is_person(word: str) -> bool:
    return in_class(word.lower(), "person")
