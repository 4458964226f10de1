"""Numbers in figures and words, with what bounds them: "at least 12", "dozens", "up to forty-two"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from rashomon.reading.quantities.figures import multiplier, value_at
from rashomon.reading.quantities.words import members, phrases, table
from rashomon.reading.tokens import Tokens

_SPAN = re.compile(r"(\d{1,9})[-–](\d{1,9})\Z")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in the text: token range with its bounds, and the least and most that it stands for."""

    start: int
    end: int
    low: int | None
    high: int | None


def number_at(doc: Tokens, i: int) -> Number | None:
    """The number that starts at this token (bounds before it are looked for too), if one does."""
    if not _may_open(doc[i].lower_):
        return None
    core = _round(doc, i) or _vague(doc, i) or _range(doc, i)
    return None if core is None else _bounded(doc, core)


def _may_open(word: str) -> bool:
    """Whether a number may begin with this word: most words are ruled out at once."""
    return word[:1].isdigit() or word in _openers() or word.partition("-")[0] in _openers()


@cache
def _openers() -> frozenset[str]:
    entries = [*table("rounds"), *table("vague"), *table("numbers"), *table("multipliers"), "half"]
    return frozenset(entry.split()[0] for entry in entries) | members("articles") | members("alone")


def _round(doc: Tokens, i: int) -> Number | None:
    """A round plural: "dozens", "tens of thousands"."""
    rounds = table("rounds")
    words = [token.lower_ for token in doc[i : i + 3]]
    for length in (3, 1):
        if len(words) >= length and " ".join(words[:length]) in rounds:
            low, high = rounds[" ".join(words[:length])]
            return Number(i, i + length, low, high)
    return None


def _vague(doc: Tokens, i: int) -> Number | None:
    """A small number left open, alone or times a round one: "several", "a few hundred"."""
    for words in phrases("vague"):
        end = i + len(words)
        if tuple(token.lower_ for token in doc[i:end]) != words:
            continue
        low, high = table("vague")[" ".join(words)]
        if end < len(doc) and doc[end].lower_ in table("multipliers"):
            factor = table("multipliers")[doc[end].lower_]
            return Number(i, end + 1, low * factor, (high + 1) * factor - 1)
        return Number(i, end, low, high)
    return None


def _range(doc: Tokens, i: int) -> Number | None:
    """A number, or two with "to", "and" after "between", or a dash between them."""
    joined = _SPAN.fullmatch(doc[i].text)
    if joined and int(joined[1]) < int(joined[2]):
        end = i + 1
        factor = multiplier(doc, end, end + 1) if end < len(doc) else 1
        return Number(i, end + (factor > 1), int(joined[1]) * factor, int(joined[2]) * factor)
    first = value_at(doc, i)
    if first is None:
        return None
    value, end = first
    before = doc[i - 1].lower_ if i else ""
    second = value_at(doc, end + 1) if end + 1 < len(doc) else None
    if second is None or second[0] <= value:
        return Number(i, end, value, value)
    link = doc[end].lower_
    factor = multiplier(doc, end + 1, second[1])
    if factor > 1 and multiplier(doc, i, end) == 1 and value * factor < second[0]:  # "two to three hundred"
        value *= factor
    figures = doc[i].text[0].isdigit() == doc[end + 1].text[0].isdigit()
    if (link in members("to") and figures) or (link == "and" and before in members("opening")):
        return Number(i - (before in members("opening")), second[1], value, second[0])
    return Number(i, end, first[0], first[0])


def _bounded(doc: Tokens, core: Number) -> Number:
    """The number with the words that bound it."""
    signed = core.start > 0 and doc[core.start - 1].text in table("currencies")
    number = replace(core, start=core.start - signed)  # "more than $4 million"
    for _ in range(3):
        lengths = {name: _before(doc, number.start, name) for name in ("at_least", "at_most", "about")}
        name = max(lengths, key=lambda n: lengths[n])  # "no more than" before "more than"
        if not lengths[name]:
            break
        number = replace(number, start=number.start - lengths[name])
        if name == "at_least":
            number = replace(number, high=None)
        elif name == "at_most":
            number = replace(number, low=None)
    number = _bounded_after(doc, number)
    if number.low is None:
        return _floored(doc, number)
    return _capped(doc, number) if number.high is None else number


def _bounded_after(doc: Tokens, number: Number) -> Number:
    for name in ("after_at_least", "after_at_most", "after_about"):
        for words in phrases(name):
            end = number.end + len(words)
            if tuple(token.lower_ for token in doc[number.end : end]) == words:
                low = None if name == "after_at_most" else number.low
                high = None if name == "after_at_least" else number.high
                return Number(number.start, end, low, high)
    return number


def _capped(doc: Tokens, number: Number) -> Number:
    """An upper bound behind a lower one: "at least 12 **and as many as 20**"."""
    if number.end >= len(doc) or doc[number.end].lower_ not in members("capping"):
        return number
    start = number.end + 1
    while start < len(doc) and doc[start].lower_ in members("perhaps"):
        start += 1
    for words in phrases("at_most"):
        after = start + len(words)
        if tuple(token.lower_ for token in doc[start:after]) == words and (value := value_at(doc, after)):
            return replace(number, end=value[1], high=value[0]) if value[0] > (number.low or 0) else number
    return number


def _floored(doc: Tokens, number: Number) -> Number:
    """A lower bound before an upper one: "**at least 12** and as many as 20"."""
    link = number.start - 1
    if link < 2 or doc[link].lower_ not in members("capping"):
        return number
    for i in range(max(link - 4, doc[link].sent.start), link):
        value = value_at(doc, i)
        length = _before(doc, i, "at_least")
        if value is not None and value[1] == link and length and value[0] < (number.high or 0):
            return replace(number, start=i - length, low=value[0])
    return number


def _before(doc: Tokens, start: int, name: str) -> int:
    """How many words of a list's phrase stand right before a token."""
    if not start:
        return 0
    last = doc[start - 1].lower_
    for words in phrases(name):
        at = start - len(words)
        if at < 0 or words[-1] != last:
            continue
        if tuple(t.lower_ for t in doc[at:start]) == words and doc[at].sent == doc[start].sent:
            return len(words)
    return 0
