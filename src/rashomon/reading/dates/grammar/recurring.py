"""Seasons, quarters, feasts and the Islamic calendar: "spring 2014", "Ramadan 1437", "the eve of Eid al-Fitr"."""

from __future__ import annotations

from rashomon.reading.dates.grammar.absolute import Found, number_of_day
from rashomon.reading.dates.grammar.stream import Stream
from rashomon.reading.dates.values import Anniversary, Easter, Either, Islamic, Recurring, Season
from rashomon.reading.dates.values.recurring import Recurrence
from rashomon.reading.dates.words import table, words


def _year_after(s: Stream, i: int, least: int) -> tuple[int | None, int]:
    """A year after a name ("Ramadan 2016", "of 1437", ", 2016"), and the position after it."""
    j = i + 1 if s.low[i] in {"of", "in", ","} else i
    word = s.words[j] if j < len(s) else ""
    if len(word) == 4 and word.isdigit() and least <= int(word) < 2100:
        return int(word), s.skip(j + 1, "ah") if int(word) < 1700 else j + 1
    return None, i


def season(s: Stream, i: int, shift: int = 0, bare: bool = False) -> Found:
    """A season; "fall" only with a year or where a word before it says which (`bare` false)."""
    month = table("seasons").get(s.low[i])
    autumn = s.low[i] in words("fall")
    if month is None and not autumn:
        return None
    year, j = _year_after(s, i + 1, 1500)
    if year is None and bare and (autumn or i == 0 or s.low[i - 1] not in words("before_season")):
        return None
    return Recurring(Season(month or table("seasons")["autumn"]), year, shift), j


def quarter(s: Stream, i: int) -> Found:
    """Reads "Q3 2016", "Q3"."""
    if s.low[i] != "q" or not s.touches(i + 1):
        return None
    number = table("quarters").get(s.low[i] + s.low[i + 1])
    if number is None:
        return None
    year, j = _year_after(s, i + 2, 1500)
    return Recurring(Season(number * 3 - 2), year), j


def feast(s: Stream, i: int, shift: int = 0) -> Found:
    """A feast, a month of the Islamic calendar, or a day of one ("12 Muharram 1438")."""
    if i < len(s.words) and s.words[i].isdigit():
        return _islamic_day(s, i)
    if not s.capital(i):
        return None
    what: Recurrence
    if found := s.phrase(i, "islamic_feasts"):
        month, day, days = table("islamic_feasts")[found[0]]
        all_of_it = _whole(s, i, found[1])
        what, j = Islamic(month, day, days if all_of_it else 1), found[1]
    elif found := s.phrase(i, "islamic_months"):
        return _islamic_month(s, i, found, shift)
    elif found := s.phrase(i, "eid"):
        many = _whole(s, i, found[1])
        what = Either((Islamic(10, 1, 3 if many else 1), Islamic(12, 10, 4 if many else 1)))
        j = found[1]
    elif found := s.phrase(i, "feasts"):
        what, j = Anniversary(*table("feasts")[found[0]]), found[1]
    else:
        eastern = s.low[i] in words("eastern")
        moveable = s.phrase(i + 1 if eastern else i, "easter")
        if moveable is None:
            return None
        what, j = Easter(table("easter")[moveable[0]], "eastern" if eastern else "western"), moveable[1]
    j = s.skip(j, *words("after_feast"))
    year, j = _year_after(s, j, 1300)
    return Recurring(what, year, shift), j


def _whole(s: Stream, i: int, end: int) -> bool:
    """Whether all days of a feast are meant: "during Eid", "the Eid holiday"."""
    before = i - 2 if i > 1 and s.low[i - 1] == "the" else i - 1
    return (before >= 0 and s.low[before] in words("whole_feast")) or s.low[end] in words("after_feast")


def _islamic_month(s: Stream, i: int, found: tuple[str, int], shift: int) -> Found:
    name, j = found
    year, j = _year_after(s, j, 1300)
    before = s.low[i - 1] if i else ""
    if year is None and not shift and name in words("islamic_names") and before not in words("before_islamic"):
        return None
    return Recurring(Islamic(table("islamic_months")[name]), year, shift), j


def _islamic_day(s: Stream, i: int) -> Found:
    number = number_of_day(s, i)
    if number is None or number[0] > 30:
        return None
    j = s.skip(number[1], "of")
    found = s.phrase(j, "islamic_months")
    if found is None or not s.capital(j):
        return None
    year, j = _year_after(s, found[1], 1300)
    return Recurring(Islamic(table("islamic_months")[found[0]], number[0]), year), j
