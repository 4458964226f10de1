"""Settles what the model's words stand for: the place on the map, the date, the number."""

from __future__ import annotations

from rashomon.model import Document, Place, Quantity, Where
from rashomon.reading.learned.settling.dates import Dates
from rashomon.reading.learned.settling.numbers import Numbers
from rashomon.reading.learned.settling.places import Places
from rashomon.reading.learned.settling.words import Words
from rashomon.reading.learned.types import Draft, Frame, Stretch


class Settler:
    """What the times, places and numbers of one draft stand for. Stretches are code points of its text."""

    def __init__(self, document: Document, draft: Draft) -> None:
        words = Words(draft.text, draft.sentences)
        self._dates = Dates(document, draft.sentences, draft.frames)
        self._places = Places(draft, words)
        self._numbers = Numbers(words)

    def when(self, stretch: Stretch | None, frame: Frame) -> tuple[str, float] | None:
        """When a deed happened as `Claim.when` has it, with a raw score; None if its words give no date."""
        return None if stretch is None else self._dates.when(stretch, frame)

    def said(self, cue: Stretch | None) -> tuple[str, float] | None:
        """When something was said, by a date beside the cue that is no deed's; None if there is none."""
        return None if cue is None else self._dates.said(cue)

    def where(self, stretch: Stretch | None, name: str) -> tuple[Where, ...]:
        """A claim's place on the map, by the words that name it; several where its name joins several."""
        return self._places.where(stretch, name)

    def places(self) -> tuple[Place, ...]:
        """Every place that the document names, in the order of first mention."""
        return self._places.places()

    def quantity(self, stretch: Stretch, frame: Frame) -> Quantity | None:
        """The number in these words and what it counts in such a deed; None if there is none."""
        return self._numbers.read(stretch, frame)
