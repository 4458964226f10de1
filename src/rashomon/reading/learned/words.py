"""Words and word pieces of a text, and the windows in which the encoder sees them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby, pairwise
from pathlib import Path

import yaml
from tokenizers import Tokenizer

Stretch = tuple[int, int]

PIECES = 256
"""Word pieces of one window, its two special pieces included."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text in words. `stretches[i]` are the code points of word i, `pieces[i]` its word pieces."""

    stretches: tuple[Stretch, ...]
    pieces: tuple[tuple[int, ...], ...]

    def at(self, offset: int) -> int:
        """The word that covers this code point, or the next one after it (the number of words: none)."""
        low, high = 0, len(self.stretches)
        while low < high:
            middle = (low + high) // 2
            if self.stretches[middle][1] <= offset:
                low = middle + 1
            else:
                high = middle
        return low


@dataclass(frozen=True, slots=True)
class Window:
    """Words [first, last) of a text, whole sentences unless one alone is too long."""

    first: int
    last: int


def split(text: str, tokenizer: Tokenizer) -> Words:
    """A text in words and word pieces: white space and punctuation divide words, as BERT has it."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    stretches, pieces = [], []
    items = zip(encoding.word_ids, encoding.ids, encoding.offsets, strict=True)
    for _, run in groupby(items, key=lambda item: item[0]):
        group = list(run)
        stretches.append((group[0][2][0], group[-1][2][1]))
        pieces.append(tuple(piece for _, piece, _ in group))
    for i in _initials([text[start:end] for start, end in stretches]):
        start, end = stretches[i]
        pieces[i] = _spelled(text[start:end].lower(), tokenizer) or pieces[i]
    return Words(tuple(stretches), tuple(pieces))


def _initials(words: Sequence[str]) -> Iterator[int]:
    """Words like IS, US and WHO, which in lower case are others: in capitals that their neighbours do not share."""
    for i, word in enumerate(words):
        if word.isupper() and word.lower() in _taken():
            near = [w for w in words[max(0, i - 2) : i + 3] if len(w) > 1 and w.isalpha()]
            if sum(w.isupper() for w in near) <= len(near) / 2:
                yield i


def _spelled(word: str, tokenizer: Tokenizer) -> tuple[int, ...] | None:
    """The pieces of a word letter by letter, so that the encoder does not take it for another."""
    letters = [tokenizer.token_to_id(letter if i == 0 else f"##{letter}") for i, letter in enumerate(word)]
    found = tuple(piece for piece in letters if piece is not None)
    return found if len(found) == len(letters) else None


@cache
def _taken() -> frozenset[str]:
    """Words of the language that initials can look like once their case is gone."""
    path = Path(__file__).with_name("initials.yaml")
    return frozenset(yaml.safe_load(path.read_text(encoding="utf-8"))["words"])


def windows(words: Words, sentences: Sequence[int], pieces: int = PIECES) -> list[Window]:
    """Windows of up to so many word pieces that end where sentences do. `sentences`: the words that begin them."""
    room, total = pieces - 2, len(words.pieces)
    bounds = [*sentences, total]
    found: list[Window] = []
    first, used = 0, 0
    for start, end in pairwise(bounds):
        size = sum(len(words.pieces[i]) for i in range(start, end))
        if used and used + size > room:
            found.append(Window(first, start))
            first, used = start, 0
        if size > room:
            for i in range(start, end):
                if used and used + len(words.pieces[i]) > room:
                    found.append(Window(first, i))
                    first, used = i, 0
                used += len(words.pieces[i])
        else:
            used += size
    if first < total:
        found.append(Window(first, total))
    return found


def shape_of(word: str) -> int:
    """How a word is written, as the encoder is told: 1 lower, 2 Capitalised, 3 CAPITALS, 4 with a digit, else 0."""
    if any(c.isdigit() for c in word):
        return 4
    if word.islower():
        return 1
    if word[:1].isupper():
        return 3 if len(word) > 1 and word.isupper() else 2
    return 0
