"""The words of a text as numbers that can be compared fast, with where they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]

_WORD = re.compile(r"\w+(?:['’]\w+)?")
_CURLY = str.maketrans("’", "'")
_MIX = np.uint64(0x9E3779B97F4A7C15)
_SHIFT = np.uint64(29)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text: `hashes` of each in lower case, and its `spans` as code points, [start, end)."""

    hashes: Hashes
    spans: tuple[tuple[int, int], ...]


def words_of(text: str) -> Words:
    """The words of a text; case, punctuation and the form of apostrophes aside."""
    found = list(_WORD.finditer(text))
    hashes = np.fromiter((_hash(match[0]) for match in found), dtype=np.uint64, count=len(found))
    return Words(hashes, tuple(match.span() for match in found))


def runs_of(hashes: Hashes, size: int) -> Hashes:
    """A hash of every run of so many words, in order; none where there are fewer."""
    count = len(hashes) - size + 1
    if count <= 0:
        return np.empty(0, dtype=np.uint64)
    mixed = np.zeros(count, dtype=np.uint64)
    for at in range(size):
        mixed = (mixed + hashes[at : at + count]) * _MIX
        mixed ^= mixed >> _SHIFT
    return mixed


@lru_cache(maxsize=1 << 16)
def _hash(word: str) -> int:
    return crc32(word.translate(_CURLY).casefold().encode("utf-8", "surrogatepass"))
