"""From the words that the model marks to the whole name or noun phrase in which they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.knowledge.actors import known_actors
from rashomon.knowledge.classes import in_class
from rashomon.knowledge.wordlists import words
from rashomon.reading.learned.naming.scanning import Found
from rashomon.reading.learned.naming.vocabulary import listed, singular
from rashomon.reading.learned.types import Stretch

_COMPOUND = re.compile(r"-[^\W_][\w’']*(?:-[^\W_][\w’']*)*")
_OF = re.compile(r"\s+of\s+(?:the\s+)?")
_NOUN = re.compile(r"\s+([a-z]+)")

_PLAIN = 4
"""Words of the longest name, unknown and without a title, for which a part of it can stand."""
_DETERMINER = re.compile(r"\b(?:(?:the|these|those)\s+(?:two\s+)?|both\s+)$", re.IGNORECASE)
_TOLD_MORE = re.compile(r"\s+(?:of|they|that|which|whom?|whose|where|he|she|it|we|in|from)\b")


class Widening:
    """Widens stretches of one text to the names that it holds."""

    def __init__(self, text: str, found: Sequence[Found]) -> None:
        self._text, self._runs = text, [f for f in found if not f.phrase.title]

    def __call__(self, stretch: Stretch) -> Stretch:
        """The stretch with the rest of its name, and the body that it is members of."""
        start, end = self._whole_name(*stretch)
        start, end = self._compound(start, end)
        start = self._determined(start, end)
        return start, self._of_body(start, end)

    def _determined(self, start: int, end: int) -> int:
        """The start of an office or a pair with its article and number: "the two" of "the two leaders".

        Not of one that the words behind it tell more of ("the land they held"): it takes up nobody.
        """
        if not self._text[start:end][:1].islower() or _TOLD_MORE.match(self._text, end):
            return start
        before = _DETERMINER.search(self._text, max(0, start - 16), start)
        if before is None or not (
            before[0].split()[-1].lower() in ("two", "both")
            or in_class(self._text[start:end].rpartition(" ")[2], "person")
        ):
            return start
        return before.start()

    def _whole_name(self, start: int, end: int) -> Stretch:
        """The name of which only a part is marked: "Grey" of "Grey Falcons"; of a land's adjective, nothing more."""
        part = self._text[start:end]
        for found in self._runs:
            if found.start <= start and end <= found.end and (found.start, found.end) != (start, end):
                known = known_actors().named(found.phrase.text)
                plain = len(found.phrase.text.split()) <= _PLAIN and not {"of", "the"} & set(found.phrase.text.split())
                land = known_actors().demonym(part) is not None or known_actors().named(part) is not None
                if known is not None or (plain and not land):
                    return found.start, found.end
        return start, end

    def _compound(self, start: int, end: int) -> Stretch:
        """A compound of which the first part is marked, with its noun: "Tarn" of "Tarn-led alliance"."""
        rest = _COMPOUND.match(self._text, end)
        after = rest.end() if rest is not None else end
        last = self._text[start:after].rpartition("-")[2].lower()
        if last in listed("leading"):
            noun = _NOUN.match(self._text, after)
            return start, noun.end() if noun is not None else end
        return (start, end) if last in listed("held_by") or last.endswith(("ed", "n", "ing")) else (start, after)

    def _of_body(self, start: int, end: int) -> int:
        """The end of the body's name behind "members": "members of the Grey Falcons"."""
        last = self._text[start:end].rpartition(" ")[2].lower()
        of = _OF.match(self._text, end)
        if of is None or singular(last) not in words("members"):
            return end
        return next((f.end for f in self._runs if f.start == of.end()), end)
