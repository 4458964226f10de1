"""Finds words in a text: the n-th time they stand there, or the nearest to other words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rashomon.reading.learned.sentences import Stretch, sentences

_ALIKE = str.maketrans("’‘“”", "''\"\"")
"""Curly and straight quotation marks are the same words."""


class Text:
    """A text in which words are looked for, sentence by sentence."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.sentences = sentences(text)
        self._plain = text.translate(_ALIKE)

    def sentence(self, at: Stretch) -> Stretch:
        """The sentence in which a stretch begins (the whole text if it is in none)."""
        return next(((a, b) for a, b in self.sentences if a <= at[0] < b), (0, len(self.text)))

    def exactly(self, words: str) -> list[Stretch]:
        """Every place where these whole words stand, letter for letter."""
        if not words:
            return []
        words = words.translate(_ALIKE)
        before = r"(?<!\w)" if re.match(r"\w", words) else ""
        after = r"(?!\w)" if re.search(r"\w\Z", words) else ""
        return [m.span() for m in re.finditer(before + re.escape(words) + after, self._plain)]

    def all(self, words: str) -> list[Stretch]:
        """Every place where these words stand, whether or not they begin a sentence there."""
        turned = words[:1].swapcase() + words[1:]
        return sorted({*self.exactly(words), *self.exactly(turned)})

    def nth(self, words: str, n: int) -> Stretch | None:
        """The n-th time (from one) that the words stand in the text."""
        for found in (self.exactly(words), self.all(words)):
            if len(found) >= n:
                return found[n - 1]
        return None

    def near(self, words: str, at: Stretch) -> Stretch | None:
        """The words where they stand nearest to a stretch, within its sentence."""
        start, end = self.sentence(at)
        return _nearest((s for s in self.all(words) if start <= s[0] and s[1] <= end), at)

    def nearest(self, words: str, at: Stretch) -> Stretch | None:
        """The words where they stand nearest to a stretch, in its sentence if they do, else elsewhere."""
        return self.near(words, at) or _nearest(self.all(words), at)


def _nearest(found: Iterable[Stretch], at: Stretch) -> Stretch | None:
    return min(found, key=lambda s: max(s[0] - at[1], at[0] - s[1], 0), default=None)
