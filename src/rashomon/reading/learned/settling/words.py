"""A text in words, for what asks tokens for no more than their form."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import overload

from rashomon.knowledge.base import load_yaml
from rashomon.reading.learned.types import Stretch

_WORD = re.compile(
    r"\d+[-–]\d+(?![\d.,-])|\d+(?:[.,]\d+)*[a-z]*(?![^\W\d_])|\d+|[’']s\b|"
    r"[^\W\d_]+(?:[-’'](?!s\b)[^\W\d_]+)*|[^\w\s]|_+"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, by the position of its first word."""

    start: int


@dataclass(slots=True)
class Word:
    """A word: its position, offset, what is written, the blank after it, and whether it looks like a plural noun."""

    i: int
    idx: int
    text: str
    lower_: str
    whitespace_: str
    sent: Sentence

    @property
    def tag_(self) -> str:
        """`NNS` if it looks like a plural noun, else nothing."""
        return "NNS" if is_plural(self.lower_) else ""

    @property
    def end(self) -> int:
        """The offset after it."""
        return self.idx + len(self.text)


class Words:
    """A text in words."""

    def __init__(self, text: str, sentences: Sequence[Stretch]) -> None:
        starts = [start for start, _ in sentences]
        first: dict[int, Sentence] = {}
        self._words: list[Word] = []
        for i, found in enumerate(_WORD.finditer(text)):
            at, end = found.span()
            sentence = first.setdefault(bisect_right(starts, at), Sentence(i))
            blank = " " if text[end : end + 1].isspace() else ""
            self._words.append(Word(i, at, found[0], found[0].lower(), blank, sentence))
        self._ends = [word.end for word in self._words]

    def __len__(self) -> int:
        """How many words."""
        return len(self._words)

    @overload
    def __getitem__(self, i: int, /) -> Word: ...
    @overload
    def __getitem__(self, i: slice, /) -> list[Word]: ...
    def __getitem__(self, i: int | slice, /) -> Word | list[Word]:
        """A word or several."""
        return self._words[i]

    def within(self, stretch: Stretch) -> tuple[int, int]:
        """The words `[first, last)` that these code points touch."""
        first = last = bisect_right(self._ends, stretch[0])
        while last < len(self._words) and self._words[last].idx < stretch[1]:
            last += 1
        return first, last


@cache
def knowledge(name: str) -> frozenset[str]:
    """A list of `settling.yaml`."""
    return frozenset(str(word) for word in load_yaml("settling.yaml")[name])


@cache
def is_plural(word: str) -> bool:
    """Whether a word in lower case looks like a plural noun."""
    if word in knowledge("plurals"):
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) and word.isalpha()


@cache
def lemmas(word: str) -> frozenset[str]:
    """What a word in lower case may be a form of, itself included: "shelled" is of "shelled", "shelle", "shell"."""
    found = {word, *load_yaml("settling.yaml")["forms"].get(word, ())}
    for ending, stems in load_yaml("settling.yaml")["endings"].items():
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word[: -len(ending)]
            found.update(stem + rest for rest in stems)
            if ending in {"ed", "ing"} and len(stem) > 3 and stem[-1] == stem[-2]:
                found.add(stem[:-1])
    return frozenset(found)
