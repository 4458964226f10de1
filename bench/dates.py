"""Date expressions: this reader beside `dateparser` alone, on a suite worked out by hand.

    python -m bench.dates [SUITE.yaml] [--errors]

A case is a short text with the day of its publication (and, in some, the outlet or the day that the story named
before). It is right when exactly the intervals expected are found, in the order of the text: an interval counts as
the days that it covers, so that `2016-05` equals `2016-05-01/2016-05-31`. The lenient line asks only that the first
expected interval begins on the right day (or that nothing is found where nothing is meant).

dateparser 1.x is given what it can use: English, `RELATIVE_BASE` (publication; where that is not known, the day
named before), `PREFER_DATES_FROM` past (future where the text has "will"), and the outlet's order of day and month.
`search_dates` finds the expressions; what each covers (a day, week, month or year) is the `period` of
`DateDataParser`. Cases marked `held` were written when the program was finished and before it was run on them.
"""

from __future__ import annotations

import argparse
import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bench.common import need, table
from rashomon.model import Document
from rashomon.reading.dates import Day, Interval, read_dates
from rashomon.reading.dates.calendar import OPEN, parsed
from rashomon.reading.parser import load, parse

SUITE = Path(__file__).resolve().parents[1] / "tests" / "reading" / "dates" / "suite.yaml"
Days = tuple[datetime.date | None, datetime.date | None]
"""First and last day of an interval; None: open."""


@dataclass(frozen=True)
class Case:
    """A text, from where it is reckoned, and what is expected."""

    text: str
    expected: tuple[str, ...]
    today: str | None
    before: str | None
    source: str | None
    held: bool


def cases(path: Path) -> Iterator[Case]:
    """The cases of a suite."""
    for group in yaml.safe_load(path.read_text(encoding="utf-8")):
        known = {name: str(group[name]) if group.get(name) else None for name in ("today", "before", "source")}
        for text, expected in group["cases"]:
            yield Case(text, tuple(str(expected).split()), held=bool(group.get("held")), **known)


def days(iso: str) -> Days:
    """The days that an ISO interval covers."""
    first, _, last = iso.partition("/")
    begin, end = _day(first), _day(last or first)
    return begin.first if begin else None, end.last if end else None


def _day(iso: str) -> Day | None:
    return None if iso == OPEN else parsed(iso)


def ours(case: Case) -> list[str]:
    """The intervals that this reader finds."""
    document = Document(id="case", text=case.text, published=case.today, source=case.source)
    before = _day(case.before) if case.before else None
    return [found.iso for _, found in read_dates(parse(load(), case.text), document, before)]


def theirs(case: Case) -> list[str]:
    """The intervals that dateparser finds."""
    from dateparser.date import DateDataParser
    from dateparser.search import search_dates

    settings: dict[str, Any] = {"PREFER_DATES_FROM": "future" if " will " in case.text else "past"}
    base = case.today or case.before
    if base:
        settings["RELATIVE_BASE"] = datetime.datetime.fromisoformat(base)
    if case.source is None:
        settings["DATE_ORDER"] = "DMY"
    found = search_dates(case.text, languages=["en"], settings=settings) or []
    intervals = []
    for words, moment in found:
        period = DateDataParser(languages=["en"], settings=settings).get_date_data(words).period
        intervals.append(_covered(moment.date(), period or "day").iso)
    return intervals


def _covered(day: datetime.date, period: str) -> Interval:
    """The interval that dateparser's period gives a date."""
    whole = Day(
        day.year, day.month if period != "year" else None, day.day if period in {"day", "time", "week"} else None
    )
    if period != "week":
        return Interval(whole, whole)
    first = day - datetime.timedelta(days=day.weekday())
    last = first + datetime.timedelta(days=6)
    return Interval(Day(first.year, first.month, first.day), Day(last.year, last.month, last.day))


def right(case: Case, found: Sequence[str]) -> bool:
    """Whether exactly the expected intervals were found."""
    return [days(iso) for iso in found] == [days(iso) for iso in case.expected]


def begins_right(case: Case, found: Sequence[str]) -> bool:
    """Whether the first expected interval begins on the right day."""
    if not case.expected or not found:
        return not case.expected and not found
    return days(found[0])[0] == days(case.expected[0])[0]


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("suite", type=Path, nargs="?", default=SUITE, help="default: our own")
    parser.add_argument("--errors", action="store_true", help="list the cases that this reader gets wrong")
    given = parser.parse_args(arguments)
    need(given.suite)
    suite = list(cases(given.suite))
    readers: dict[str, Callable[[Case], list[str]]] = {"this reader": ours, "dateparser": theirs}
    found = {name: [read(case) for case in suite] for name, read in readers.items()}
    rows: list[list[object]] = []
    for part, held in (("written first", False), ("held back", True)):
        chosen = [n for n, case in enumerate(suite) if case.held == held]
        for measure, test in (("exact", right), ("first day", begins_right)):
            if chosen:
                scores = [sum(test(suite[n], found[name][n]) for n in chosen) / len(chosen) for name in readers]
                rows.append([f"{part}, {measure}", *scores, len(chosen)])
    print(table(["", *readers, "n"], rows))
    if given.errors:
        for case, answer in zip(suite, found["this reader"], strict=True):
            if not right(case, answer):
                print(f"{case.today}: {case.text}  expected {case.expected}, found {answer}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
