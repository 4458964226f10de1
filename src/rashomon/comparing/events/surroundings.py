"""Where in a document a claim stands: its sentence, its paragraph, and the date and place that head it."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date, timedelta
from functools import cache, cached_property

from rashomon.comparing.places import Spot, spot
from rashomon.comparing.times import Days
from rashomon.knowledge.base import load_yaml
from rashomon.model import Reading

_SENTENCE = re.compile(r"[.!?][\"”’')]*[ \t]+(?=[\"“‘'(]*[A-Z0-9])|\n+")
_PARAGRAPH = re.compile(r"\n+")
_HEAD = 80
"""A heading of a paragraph ends within so many code points."""


class Surroundings:
    """The sentences and paragraphs of one document, and what heads these ("8 Oct, Orm, Mill Quarter. ...")."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._text = reading.document.text
        self._sentences = [0, *(match.end() for match in _SENTENCE.finditer(self._text)), len(self._text) + 1]
        self._paragraphs = [0, *(match.end() for match in _PARAGRAPH.finditer(self._text)), len(self._text) + 1]
        self._heads: dict[int, tuple[Days | None, tuple[Spot, ...]]] = {}

    def sentence(self, offset: int) -> int:
        """The number of the sentence in which an offset lies."""
        return bisect_right(self._sentences, offset)

    def paragraph(self, offset: int) -> int:
        """The number of the paragraph in which an offset lies."""
        return bisect_right(self._paragraphs, offset)

    def words(self, offset: int) -> str:
        """The sentence in which an offset lies."""
        at = self.sentence(offset)
        return self._text[self._sentences[at - 1] : self._sentences[at]]

    @cached_property
    def names(self) -> str:
        """The names of all actors and places of the document, in a row."""
        spans = [span for actor in self._reading.actors for span in actor.mentions]
        spans += [span for place in self._reading.places for span in place.mentions]
        named = {self._text[span.start : span.end] for span in spans}
        return " ".join(sorted(words for words in named if any(map(str.isupper, words))))

    def head(self, offset: int) -> tuple[Days | None, tuple[Spot, ...]]:
        """The day and the places at the head of the paragraph in which an offset lies; None, nothing: it has none."""
        at = self.paragraph(offset)
        if at not in self._heads:
            self._heads[at] = self._head(self._paragraphs[at - 1])
        return self._heads[at]

    def _head(self, start: int) -> tuple[Days | None, tuple[Spot, ...]]:
        found = _dated().match(self._text, start)
        if found is None:
            return None, ()
        day = self._day(found["day"] or found["day2"], found["month"] or found["month2"], found["year"])
        end = self._text.find(".", found.end(), start + _HEAD)
        if day is None or end < 0:
            return day, ()
        named = [p.name for p in self._reading.places if any(start <= m.start < end for m in p.mentions)]
        spots = (spot(self._reading, name) for name in sorted(named))
        return day, tuple(one for one in spots if one is not None and not one.broad)

    def _day(self, number: str, month: str, year: str | None) -> Days | None:
        """The day meant; without a year the last such day up to the document's own."""
        published = self._reading.document.published
        own = date.fromisoformat(published[:10]) if published and len(published) >= 10 else None
        if not year and own is None:
            return None
        try:
            found = date(int(year) if year else own.year, _months()[month.casefold()], int(number))  # type: ignore[union-attr]
            if not year and own is not None and found > own + timedelta(days=1):
                found = found.replace(year=found.year - 1)
        except ValueError:
            return None
        return Days(found.toordinal(), found.toordinal())


@cache
def _months() -> dict[str, int]:
    return dict(load_yaml("dates.yaml")["months"])


@cache
def _dated() -> re.Pattern[str]:
    """A date at the beginning of a paragraph."""
    months = "|".join(sorted(_months(), key=len, reverse=True))
    day_first = rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?P<month>{months})\b"
    return re.compile(
        rf"[^\w\n]*(?:{day_first}|(?P<month2>{months})\.? (?P<day2>\d{{1,2}})\b)"
        r"(?:,? (?P<year>\d{4}))?\s*[,.:;–—-]",
        re.IGNORECASE,
    )
