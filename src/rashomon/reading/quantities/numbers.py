"""Numbers in figures and words, with what bounds them: "at least 12", "dozens", "up to forty-two"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.tokens import Doc

from rashomon.knowledge.base import load_yaml

_FIGURE = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?\Z")
_SPAN = re.compile(r"(\d{1,9})[-–](\d{1,9})\Z")
_LONGEST = 16


@dataclass(frozen=True, slots=True)
class Number:
    """A number in the text: token range with its bounds, and the least and most that it stands for."""

    start: int
    end: int
    low: int | None
    high: int | None


@cache
def table(name: str) -> Any:
    """An entry of `quantities.yaml`."""
    return load_yaml("quantities.yaml")[name]


@cache
def phrases(name: str) -> tuple[tuple[str, ...], ...]:
    """Bounding phrases as tuples of words, the longest first."""
    return tuple(sorted((tuple(p.split()) for p in table(name)), key=len, reverse=True))


def number_at(doc: Doc, i: int) -> Number | None:
    """The number that starts at this token (bounds before it are looked for too), if one does."""
    core = _round(doc, i) or _range(doc, i)
    if core is None:
        return None
    return _bounded(doc, core)


def _round(doc: Doc, i: int) -> Number | None:
    """A round plural: "dozens", "tens of thousands"."""
    rounds = table("rounds")
    words = doc[i : i + 3].text.lower().split()
    for length in (3, 1):
        if " ".join(words[:length]) in rounds and len(words) >= length:
            low, high = rounds[" ".join(words[:length])]
            return Number(i, i + length, low, high)
    return None


def _range(doc: Doc, i: int) -> Number | None:
    """A number, or two with "to", "and" after "between", or a dash between them."""
    joined = _SPAN.fullmatch(doc[i].text)
    if joined and int(joined[1]) < int(joined[2]):
        return Number(i, i + 1, int(joined[1]), int(joined[2]))
    first = _plain(doc, i)
    if first is None:
        return None
    value, end = first
    between = i and doc[i - 1].lower_ == "between"
    from_to = i and doc[i - 1].lower_ == "from"
    if end + 1 < len(doc):
        link = doc[end].lower_
        second = _plain(doc, end + 1)
        if second and second[0] > value:
            figures = doc[i].text[0].isdigit() == doc[end + 1].text[0].isdigit()
            if (link in {"-", "–", "to", "or"} and figures) or (link == "and" and between):
                return Number(i - (1 if between or from_to else 0), second[1], value, second[0])
    return Number(i, end, value, value)


def _plain(doc: Doc, i: int) -> tuple[int, int] | None:
    """A number without bounds: its value and the token after it."""
    if i >= len(doc):
        return None
    if len(doc[i].text) <= _LONGEST and _FIGURE.fullmatch(doc[i].text):
        value = float(doc[i].text.replace(",", ""))
        end = i + 1
        while end < len(doc) and doc[end].lower_ in table("multipliers"):
            value *= table("multipliers")[doc[end].lower_]
            end += 1
        return (round(value), end) if value == int(value) else None
    return _words(doc, i)


def _words(doc: Doc, i: int) -> tuple[int, int] | None:
    """A number in words: "two hundred and twelve", "twenty-five", "a dozen", "two dozen"."""
    numbers, multipliers = table("numbers"), table("multipliers")
    total, current, end, seen = 0, 0, i, False
    while end < len(doc):
        word = doc[end].lower_
        parts = word.split("-") if "-" in word and word != "-" else [word]
        if (
            word in {"a", "an"}
            and not seen
            and end + 1 < len(doc)
            and doc[end + 1].lower_ in {*multipliers, "couple", "pair"}
        ):
            end += 1
            continue
        if word in multipliers and (seen or end > i or word in table("alone")):
            current = max(current, 1) * multipliers[word]
            if multipliers[word] >= 1000:
                total, current = total + current, 0
            seen = True
        elif all(p in numbers for p in parts):
            value = sum(numbers[p] for p in parts)
            if seen and current and current % 100 != 0 and not (current % 10 == 0 and value < 10):
                break
            current += value
            seen = True
        elif not (seen and _links(doc, end, current)):
            break
        end += 1
    return (total + current, end) if seen else None


def _links(doc: Doc, i: int, current: int) -> bool:
    """Whether a word joins two parts of one number: "two hundred and twelve", "twenty - five"."""
    if i + 1 >= len(doc) or doc[i + 1].lower_ not in table("numbers"):
        return False
    if doc[i].lower_ == "-":
        return not doc[i].whitespace_
    return doc[i].lower_ == "and" and current % 100 == 0 and doc[i - 1].lower_ in table("multipliers")


def _bounded(doc: Doc, core: Number) -> Number:
    """The number with the words that bound it."""
    low, high, start, end = core.low, core.high, core.start, core.end
    for _ in range(3):
        for name in ("at_least", "at_most", "about"):
            length = _before(doc, start, name)
            if length:
                start -= length
                if name == "at_least":
                    high = None
                elif name == "at_most" and doc[start].lower_ not in table("nearly"):
                    low = None
                break
        else:
            break
    for name in ("after_at_least", "after_at_most"):
        for words in phrases(name):
            if tuple(t.lower_ for t in doc[end : end + len(words)]) == words:
                end += len(words)
                low, high = (low, None) if name == "after_at_least" else (None, high)
                return Number(start, end, low, high)
    return Number(start, end, low, high)


def _before(doc: Doc, start: int, name: str) -> int:
    for words in phrases(name):
        at = start - len(words)
        if at >= 0 and doc[at].sent == doc[start].sent and tuple(t.lower_ for t in doc[at:start]) == words:
            return len(words)
    return 0
