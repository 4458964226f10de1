"""A text as words, with what the forms of date expressions ask of it."""

from __future__ import annotations

import re
from functools import cache

from rashomon.knowledge.base import load_yaml
from rashomon.reading.dates.words import table

_WORD = re.compile(r"[’']s\b|\d+|[^\W\d_]+(?:[’'](?!s\b)[^\W\d_]+)?|[^\w\s]")


class Stream:
    """The words of a text: as written, in small letters, and where they stand (code points).

    Each punctuation mark is a word, and so is a possessive's "'s"; "9th" and "1990s" are two.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans = [m.span() for m in _WORD.finditer(text)]
        self.words = [text[a:b] for a, b in self.spans]
        self.low = [w.lower().replace("’", "'") for w in self.words] + [""] * 8

    def __len__(self) -> int:
        return len(self.words)

    def touches(self, i: int) -> bool:
        """Whether the word follows the one before it without a blank."""
        return 0 < i < len(self.words) and self.spans[i - 1][1] == self.spans[i][0]

    def capital(self, i: int) -> bool:
        """Whether the word begins with a capital letter."""
        return i < len(self.words) and self.words[i][0].isupper()

    def after(self, offset: int, i: int) -> int:
        """The position of the first word from `i` on that begins at this offset or behind it."""
        while i < len(self.spans) and self.spans[i][0] < offset:
            i += 1
        return i

    def skip(self, i: int, *words: str) -> int:
        """The position after any of these words that stand here."""
        while self.low[i] in words:
            i += 1
        return i

    def phrase(self, i: int, name: str) -> tuple[str, int] | None:
        """The longest phrase of a table in `dates.yaml` that stands here, and where it ends."""
        low = self.low
        for words, key in phrases(name).get(low[i], ()):
            if tuple(low[i : i + len(words)]) == words:
                return key, i + len(words)
        return None


@cache
def phrases(name: str) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """The phrases of a table by their first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for key in table(name):
        words = tuple(m[0].lower().replace("’", "'") for m in _WORD.finditer(str(key)))
        found.setdefault(words[0], []).append((words, str(key)))
    for entries in found.values():
        entries.sort(key=lambda entry: (-len(entry[0]), entry[0]))
    return found


@cache
def number_words() -> dict[str, int]:
    """Numbers as words, as far as dates need them."""
    found: dict[str, int] = load_yaml("quantities.yaml")["numbers"]
    return {w: n for w, n in found.items() if w not in {"couple", "pair", "score"}}
