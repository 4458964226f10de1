"""The number that a claim carries, by the words that the model takes for it."""

from __future__ import annotations

from itertools import pairwise

from rashomon.model import Quantity
from rashomon.model.claim import QuantityKind
from rashomon.reading.learned.settling.sorts import harms, sort_of
from rashomon.reading.learned.settling.words import Word, Words, is_plural, knowledge
from rashomon.reading.learned.types import Frame, Stretch
from rashomon.reading.quantities.numbers import Number, number_at
from rashomon.reading.quantities.words import members, phrases, table

_MOST = 10**15
_BREAKS = frozenset({",", ";", "("})


class Numbers:
    """Reads the numbers of a text's frames."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def read(self, stretch: Stretch, frame: Frame) -> Quantity | None:
        """The number in these words, what it counts in such a deed, and whom; None if there is none."""
        first, last = self._words.within(stretch)
        found = self._value(first, last)
        if found is None or max(found.low or 0, found.high or 0) > _MOST:
            return None
        counted = self._counted(found, first, last)
        money = next(
            (table("currencies")[w.text] for w in self._words[first:last] if w.text in table("currencies")), None
        )
        noun = counted[-1] if counted else None
        what: QuantityKind = "other" if money else sort_of(frame, stretch, self._words, (first, last), noun)
        who = money or (" ".join(w.text for w in counted) if counted else None)
        return Quantity(what=what, min=found.low, max=found.high, who=who, start=stretch[0], end=stretch[1])

    def _value(self, first: int, last: int) -> Number | None:
        """The number of the words [first, last): the sum of those listed, nobody, or a single one."""
        words = self._words
        if (none := self._nobody(first, last)) is not None:
            return none
        parts: list[Number] = []
        i = first
        while i < last:
            number = number_at(words, i) if i == first or not _inside(words, i) else None
            if number is not None and number.end <= last + 1:
                parts.append(number)
                i = max(number.end, i + 1)
            elif (i == first or words[i - 1].lower_ in {"and", ","}) and self._single(i, last):
                parts.append(Number(i, i + 1, 1, 1))
                i += 1
            else:
                i += 1
        if not parts:
            return None
        return self._sum(parts, last) if len(parts) > 1 else parts[0]

    def _sum(self, parts: list[Number], last: int) -> Number:
        """Several numbers of one list as their sum: "two soldiers and a driver"; else the first."""
        words = self._words
        total = parts[0]
        for one, other in pairwise(parts):
            link = words[other.start - 1].lower_ if other.start else ""
            if link not in {"and", ","} or other.start - one.end < 1:
                return total
            low = None if total.low is None or other.low is None else total.low + other.low
            high = None if total.high is None or other.high is None else total.high + other.high
            total = Number(total.start, total.end, low, high)
        return total

    def _nobody(self, first: int, last: int) -> Number | None:
        if any(self._opens(first, phrase) for name in ("at_least", "at_most") for phrase in phrases(name)):
            return None  # "no more than 30"
        for phrase in phrases("none"):
            if first + len(phrase) <= last and self._opens(first, phrase):
                return Number(first, first + len(phrase), 0, 0)
        return None

    def _opens(self, first: int, phrase: tuple[str, ...]) -> bool:
        """Whether a phrase stands here."""
        return tuple(w.lower_ for w in self._words[first : first + len(phrase)]) == phrase

    def _single(self, i: int, last: int) -> bool:
        """Whether a single one is named here: "a driver", "his wife"."""
        words = self._words
        if words[i].lower_ not in knowledge("one") or i + 1 >= last:
            return False
        end = next((j for j in range(i + 1, last) if words[j].lower_ in {"and", ","}), last)
        return not is_plural(words[end - 1].lower_) and all(number_at(words, j) is None for j in range(i + 1, end))

    def _counted(self, number: Number, first: int, last: int) -> list[Word]:
        """The words that say what is counted: after the number, without what links them, up to the noun."""
        words = self._words
        start = number.end if first <= number.end < last else last
        while start < last and (words[start].lower_ in knowledge("links") or not words[start].text[0].isalnum()):
            start += 1
        while start + 1 < last and words[start].lower_ in members("them") | harms().keys():
            start += 1
        end = start
        while (
            end < last
            and (end == start or words[end].lower_ not in knowledge("ends"))
            and words[end].text not in {",", ";", "("}
        ):
            end += 1
        found = words[start:end]
        alone = len(found) == 1 and (found[0].lower_ in members("them") or found[0].lower_ in harms())
        return [] if alone else found


def _inside(words: Words, i: int) -> bool:
    """Whether a word is the article before a number's own word ("a dozen"), so that no number begins here."""
    return words[i].lower_ in members("articles")
