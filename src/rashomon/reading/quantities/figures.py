"""The value of a number in figures or words, without what bounds it: "1,200", "3k", "two and a half thousand"."""

from __future__ import annotations

import re

from rashomon.reading.quantities.words import members, table
from rashomon.reading.tokens import Tokens

_FIGURE = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?\Z")
_POINTS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+\Z")
_SUFFIXED = re.compile(r"(\d+(?:\.\d+)?)([a-z]+)\Z")
_GROUP = re.compile(r"\d{3}\Z")
_LEADING = re.compile(r"[1-9]\d{0,2}\Z")
_LONGEST = 16

Value = tuple[int, int]
"""A value and the token after its last word."""


def value_at(doc: Tokens, i: int) -> Value | None:
    """The number that starts at this token, or None."""
    if i >= len(doc):
        return None
    return _in_figures(doc, i) or _in_words(doc, i)


def multiplier(doc: Tokens, start: int, end: int) -> int:
    """The product of the multipliers among these tokens ("three **hundred thousand**")."""
    product = 1
    for token in doc[start:end]:
        product *= table("multipliers").get(token.lower_, 1)
    return product


def _in_figures(doc: Tokens, i: int) -> Value | None:
    text = doc[i].lower_
    if len(text) > _LONGEST:
        return None
    grouped = _grouped(doc, i)
    if grouped is not None:
        return grouped
    suffixed = _SUFFIXED.fullmatch(text)
    value: float
    if suffixed and suffixed[2] in table("suffixes") and _counts_what_follows(doc, i):
        value, end = float(suffixed[1]) * table("suffixes")[suffixed[2]], i + 1
    elif _FIGURE.fullmatch(text):
        value, end = float(text.replace(",", "")), i + 1
        while end < len(doc) and doc[end].lower_ in table("multipliers") and doc[end].lower_ not in members("apart"):
            value *= table("multipliers")[doc[end].lower_]
            end += 1
        if end < len(doc) and doc[end].lower_ in table("suffixes") and not doc[end - 1].whitespace_:  # "3 k", split
            value *= table("suffixes")[doc[end].lower_]
            end += 1
    else:
        return None
    return (round(value), end) if abs(value - round(value)) < 1e-6 else None


def _grouped(doc: Tokens, i: int) -> Value | None:
    """Thousands set apart by points or spaces, where they count something: "5.000 people", "12 000 people"."""
    if _POINTS.fullmatch(doc[i].text) and _counts_what_follows(doc, i):
        return int(doc[i].text.replace(".", "")), i + 1
    end, digits = i + 1, doc[i].text
    if not _LEADING.fullmatch(digits):
        return None
    while end < len(doc) and _GROUP.fullmatch(doc[end].text) and doc[end - 1].whitespace_:
        digits += doc[end].text
        end += 1
    return (int(digits), end) if end > i + 1 and _counts_what_follows(doc, end - 1) else None


def _counts_what_follows(doc: Tokens, i: int) -> bool:
    """Whether a plural noun stands within two words after a figure."""
    after = [token.tag_ for token in doc[i + 1 : i + 4]]
    return any(tag in {"NNS", "NNPS"} for tag in after)


def _in_words(doc: Tokens, i: int) -> Value | None:
    """A number in words: "two hundred and twelve", "twenty-five", "a dozen", "half a million"."""
    half = _half(doc, i)
    if half is not None:
        return half
    multipliers = table("multipliers")
    total, current, end, seen = 0, 0, i, False
    while end < len(doc):
        word = doc[end].lower_
        unit = _unit(word)
        if word in members("articles") and not seen and end + 1 < len(doc) and _opens(doc[end + 1].lower_):
            end += 1
            continue
        if seen and word == "and" and (grown := _and_a_half(doc, end, total + current)) is not None:
            return grown
        if word in multipliers and (seen or end > i or word in members("alone")):
            current = max(current, 1) * multipliers[word]
            if multipliers[word] >= 1000:
                total, current = total + current, 0
            seen = True
        elif unit is not None:
            if seen and current and current % 100 != 0 and not (current % 10 == 0 and unit < 10):
                break
            current += unit
            seen = True
        elif not (seen and _links(doc, end, current)):
            break
        end += 1
    return (total + current, end) if seen else None


def _unit(word: str) -> int | None:
    """A word for a number below a hundred, hyphenated ones too."""
    parts = word.split("-") if "-" in word and word != "-" else [word]
    numbers = table("numbers")
    return sum(numbers[p] for p in parts) if all(p in numbers for p in parts) else None


def _opens(word: str) -> bool:
    return word in table("multipliers") or word in members("paired")


def _half(doc: Tokens, i: int) -> Value | None:
    """Half of a round number: "half a million", "half a dozen", "a half million"."""
    start = i + 1 if doc[i].lower_ in members("articles") else i
    if start >= len(doc) or doc[start].lower_ != "half":
        return None
    end = start + 1
    if end < len(doc) and doc[end].lower_ in members("articles") | {"-"}:
        end += 1
    if end < len(doc) and doc[end].lower_ in table("multipliers"):
        return table("multipliers")[doc[end].lower_] // 2, end + 1
    return None


def _and_a_half(doc: Tokens, i: int, so_far: int) -> Value | None:
    """A half that follows: "two **and a half thousand**", "a million **and a half**": value and end of the whole."""
    if [token.lower_ for token in doc[i : i + 3]] != ["and", "a", "half"]:
        return None
    following = doc[i + 3].lower_ if i + 3 < len(doc) else ""
    if following in table("multipliers"):
        factor = table("multipliers")[following]
        return so_far * factor + factor // 2, i + 4
    last = table("multipliers").get(doc[i - 1].lower_)
    return (so_far + last // 2, i + 3) if last else None


def _links(doc: Tokens, i: int, current: int) -> bool:
    """Whether a word joins two parts of one number: "two hundred and twelve", "twenty - five"."""
    if i + 1 >= len(doc) or _unit(doc[i + 1].lower_) is None:
        return False
    if doc[i].lower_ == "-":
        return not doc[i].whitespace_
    return doc[i].lower_ == "and" and current % 100 == 0 and doc[i - 1].lower_ in table("multipliers")
