"""What knowledge says of single words: which deeds they can name, whether they report. The model decides."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

REACH = 6
"""Words on either side in which the rest of a phrase must stand."""

Rest = tuple[tuple[frozenset[str], ...], tuple[int, ...]]
"""The other words of a phrase, each in all its forms, and the marks that its head then has."""


@dataclass(frozen=True)
class Lexicon:
    """Marks of words by their form in lower case.

    Attributes:
        marks: what each mark says: a sense ("event/ASSAULT"), or "cue", "cue:not", ...
        words: form -> marks; `phrases`: form of a phrase's head -> the rest of each phrase.
    """

    marks: tuple[str, ...]
    words: dict[str, tuple[int, ...]]
    phrases: dict[str, tuple[Rest, ...]]

    @classmethod
    def load(cls, path: Path) -> Lexicon:
        """From `lexicon.json`, which `training.lexicon` compiles from our knowledge."""
        data = json.loads(path.read_text(encoding="utf-8"))
        phrases = {
            head: tuple((tuple(frozenset(word) for word in words), tuple(marks)) for words, marks in rests)
            for head, rests in data["phrases"].items()
        }
        return cls(tuple(data["marks"]), {w: tuple(m) for w, m in data["words"].items()}, phrases)

    def of(self, words: Sequence[str]) -> list[tuple[int, ...]]:
        """The marks of each word of a text."""
        lower = [word.lower() for word in words]
        return [self._marks(lower, i) for i in range(len(lower))]

    def _marks(self, words: Sequence[str], i: int) -> tuple[int, ...]:
        found = self.words.get(words[i], ())
        rests = self.phrases.get(words[i])
        if rests:
            near = words[max(0, i - REACH) : i + REACH + 1]
            more = {m for rest, marks in rests if all(not forms.isdisjoint(near) for forms in rest) for m in marks}
            if more:
                return tuple(sorted(more.union(found)))
        return found
