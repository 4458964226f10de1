"""Date expressions in a text: "5-6 April 2016", "last Friday", "since 2011", "two days later"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from spacy.tokens import Doc

from rashomon.reading.dates.words import alternatives, table, words
from rashomon.reading.quantities import number_at

Sort = Literal["date", "weekday", "days", "calendar", "following", "ago", "later", "span", "decade"]


@dataclass(frozen=True, slots=True)
class DateExpression:
    """One date expression.

    Attributes:
        start, end: token range. `sort`: which fields count.
        year, month, day: what is written. `last_*`: the end of an interval, where one is written.
        amount, unit: of relative expressions (negative: back).
        since, until: an open interval up to, or from, the document's date.
    """

    start: int
    end: int
    sort: Sort
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_year: int | None = None
    last_month: int | None = None
    last_day: int | None = None
    amount: int = 0
    unit: str = "day"
    since: bool = False


def find_dates(doc: Doc) -> list[DateExpression]:
    """All date expressions, in text order, the longest where two overlap."""
    found: list[DateExpression] = []
    text = doc.text
    for sort, pattern in _patterns():
        for match in pattern.finditer(text):
            span = doc.char_span(match.start(), match.end(), alignment_mode="expand")
            if span is None or len(span) == 0:
                continue
            expression = _READERS[sort](doc, span.start, span.end, match)
            if expression is not None:
                found.append(expression)
    found += _counted(doc)
    found.sort(key=lambda e: (-(e.end - e.start), e.start))
    taken: set[int] = set()
    kept = []
    for expression in found:
        tokens = set(range(expression.start, expression.end))
        if not tokens & taken:
            taken |= tokens
            kept.append(expression)
    return [_with_since(doc, e) for e in sorted(kept, key=lambda e: e.start)]


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """What kind of expression each pattern finds. `{d}`, `{m}`, `{y}`: day, month and year, `{d2}` ... of an end."""
    parts = {"to": r"\s*(?:-|–|—|to|and|until|till|through)\s*", "w": alternatives(table("weekdays"))}
    for end in ("", "2"):
        parts[f"d{end}"] = rf"(?P<d{end}>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
        parts[f"m{end}"] = rf"(?P<m{end}>{alternatives(table('months'))})\.?"
        parts[f"y{end}"] = rf"(?P<y{end}>(?:1[5-9]|20)\d\d)"
    parts["named"] = rf"(?:(?:{parts['w']}),?\s+(?:the\s+)?)?"
    parts["ordinal"] = alternatives(table("ordinals"))
    for name in ("days", "calendar", "following"):
        parts[name] = alternatives(table(name))
    written = (
        ("iso", r"\b{y}-(?P<m>0[1-9]|1[0-2])-(?P<d>[0-3]\d)\b"),
        ("written", r"\b{named}{d}(?:{to}{named}{d2})?\s+(?:of\s+)?{m}\b(?:,?\s+{y}\b)?"),
        ("written", r"\b{named}{m}\s+(?:the\s+)?{d}(?:{to}{d2})?(?!\d|,\d|:)\b(?:,?\s+{y}\b)?"),
        ("ordinal", r"\b(?P<o>{ordinal})\s+(?:day\s+)?of\s+{m}\b(?:,?\s+{y}\b)?"),
        ("interval", r"\b{d}\s+{m}(?:,?\s+{y})?{to}{d2}\s+{m2}(?:,?\s+{y2}\b)?"),
        ("interval", r"\b{m}\s+{d}(?:,?\s+{y})?{to}{m2}\s+{d2}(?:,?\s+{y2}\b)?"),
        ("month", r"\b{m}(?:,?\s+(?:of\s+)?{y})?{to}{m2},?\s+(?:of\s+)?{y2}\b"),
        ("month", r"\b{m},?\s+(?:of\s+|in\s+)?{y}\b"),
        ("month", r"\b(?:(?P<rel>last|next|this)\s+)?{m}(?!\w)"),
        ("years", r"\b(?:between|from)\s+{y}\s+(?:and|to|until|till|through)\s+{y2}\b"),
        ("years", r"\b{y}\s?[-–/]\s?{y2}\b"),
        ("years", r"\b{y}[-–/](?P<y3>\d\d)\b(?![-–])"),
        ("year", r"\b{y}\b(?!s|[,.]?\d)"),
        ("decade", r"\b(?P<y>(?:1[5-9]|20)\d0)s\b"),
        ("weekday", r"\b(?:(?P<rel>last|next|this|the previous|the following)\s+)?(?P<w>{w})\b"),
        ("days", r"\b(?P<x>{days})\b"),
        ("calendar", r"\b(?P<x>{calendar})\b"),
        ("following", r"\b(?P<x>{following})\b"),
    )
    return tuple((sort, re.compile(_filled(pattern, parts), re.IGNORECASE)) for sort, pattern in written)


def _filled(pattern: str, parts: dict[str, str]) -> str:
    """A pattern with its parts put in."""
    return re.sub(r"\{([a-z]\w*)\}", lambda m: parts[m[1]], pattern)


def _int(match: re.Match[str], name: str) -> int | None:
    value = match.groupdict().get(name)
    return int(value) if value else None


def _month(match: re.Match[str], name: str) -> int | None:
    value = match.groupdict().get(name)
    return int(table("months")[value.lower().rstrip(".")]) if value else None


def _written(doc: Doc, start: int, end: int, m: re.Match[str]) -> DateExpression | None:
    if not m["m"][0].isupper():
        return None
    return DateExpression(
        start, end, "date", year=_int(m, "y"), month=_month(m, "m"), day=_int(m, "d"),
        last_year=_int(m, "y"), last_month=_month(m, "m") if _int(m, "d2") else None, last_day=_int(m, "d2"),
    )  # fmt: skip


def _ordinal(doc: Doc, start: int, end: int, m: re.Match[str]) -> DateExpression | None:
    if not m["m"][0].isupper():
        return None
    number = table("ordinals")[" ".join(m["o"].lower().split())]
    return DateExpression(start, end, "date", year=_int(m, "y"), month=_month(m, "m"), day=number)


def _iso(doc: Doc, start: int, end: int, m: re.Match[str]) -> DateExpression | None:
    return DateExpression(start, end, "date", year=int(m["y"]), month=int(m["m"]), day=int(m["d"]))


def _interval(doc: Doc, start: int, end: int, m: re.Match[str]) -> DateExpression | None:
    last = _int(m, "y2")
    return DateExpression(
        start, end, "date", year=_int(m, "y") or last, month=_month(m, "m"), day=_int(m, "d"),
        last_year=last or _int(m, "y"), last_month=_month(m, "m2"), last_day=_int(m, "d2"),
    )  # fmt: skip


def _month_only(doc: Doc, start: int, end: int, m: re.Match[str]) -> DateExpression | None:
    name, year = m["m"], _int(m, "y")
    relative = (m.groupdict().get("rel") or "").lower()
    second = _month(m, "m2")
    if not name[0].isupper():
        return None
    before = doc[start - 1].lower_ if start else ""
    alone = year is None and second is None and not relative
    if (
        alone
        and name.lower() in words("doubtful_months")
        and (
            before not in words("before_month")
            or doc[end - 1].ent_type_ == "PERSON"
            or doc[end - 1].pos_ in {"VERB", "AUX"}
        )
    ):
        return None
    amount = {"last": -1, "next": 1}.get(relative, 0)
    if second is not None:
        last = _int(m, "y2")
        return DateExpression(
            start, end, "date", year=year or last, month=_month(m, "m"), last_year=last, last_month=second
        )
    return DateExpression(start, end, "date", year=year, month=_month(m, "m"), amount=amount)


def _years(doc: Doc, start: int, end: int, m: re.Match[str]) -> DateExpression | None:
    first = int(m["y"])
    short = _int(m, "y3")
    last = _int(m, "y2") or (first // 100 * 100 + short if short is not None else None)
    return DateExpression(start, end, "date", year=first, last_year=last) if last and last > first else None


def _year(doc: Doc, start: int, end: int, m: re.Match[str]) -> DateExpression | None:
    before = doc[start - 1].lower_ if start else ""
    following = doc[end].pos_ if end < len(doc) else ""
    if before in words("numbered") or (
        start > 1 and doc[start - 2].lower_ in words("numbered") and before in {"no.", "number"}
    ):
        return None
    attributive = following in {"NOUN", "PROPN"} and doc[end].tag_ != "NNS"
    if (
        (before in words("before_year") and (before != "the" or attributive))
        or before in table("months")
        or before in {"(", ","}
    ):
        return DateExpression(start, end, "date", year=int(m["y"]))
    return DateExpression(start, end, "date", year=int(m["y"])) if attributive else None


def _decade(doc: Doc, start: int, end: int, m: re.Match[str]) -> DateExpression | None:
    return DateExpression(start, end, "date", year=int(m["y"]), last_year=int(m["y"]) + 9)


def _weekday(doc: Doc, start: int, end: int, m: re.Match[str]) -> DateExpression | None:
    if not m["w"][0].isupper():
        return None
    relative = (m["rel"] or "").lower()
    amount = {"next": 1, "last": -1, "the previous": -1, "the following": 1}.get(relative, 0)
    return DateExpression(start, end, "weekday", day=int(table("weekdays")[m["w"].lower()]), amount=amount)


def _key(m: re.Match[str]) -> str:
    return " ".join(m["x"].lower().split())


def _days(doc: Doc, start: int, end: int, m: re.Match[str]) -> DateExpression | None:
    return DateExpression(
        start, end, "days", amount=table("days")[_key(m)], unit="weekend" if "weekend" in m["x"] else "day"
    )


def _calendar(doc: Doc, start: int, end: int, m: re.Match[str]) -> DateExpression | None:
    unit, amount = table("calendar")[_key(m)]
    return DateExpression(start, end, "calendar", amount=amount, unit=unit)


def _following(doc: Doc, start: int, end: int, m: re.Match[str]) -> DateExpression | None:
    return DateExpression(start, end, "following", amount=table("following")[_key(m)])


_READERS = {
    "iso": _iso, "written": _written, "ordinal": _ordinal, "interval": _interval, "month": _month_only, "years": _years,
    "year": _year, "decade": _decade, "weekday": _weekday, "days": _days, "calendar": _calendar,
    "following": _following,
}  # fmt: skip


def _counted(doc: Doc) -> list[DateExpression]:
    """Counted units: "three days ago", "a week later", "the past five years", "in the last two days"."""
    found = []
    for token in doc:
        unit = table("units").get(token.lower_)
        if unit is None or (token.i + 1 >= len(doc) and token.i == 0):
            continue
        number, start = 1, token.i
        for i in range(max(0, token.i - 4), token.i):
            read = number_at(doc, i)
            if read is not None and read.end == token.i and read.low is not None and read.low == read.high:
                number, start = read.low, read.start
                break
        else:
            if token.i and doc[token.i - 1].lower_ in {"a", "an"}:
                start = token.i - 1
        after = doc[token.i + 1].lower_ if token.i + 1 < len(doc) else ""
        before = doc[start - 1].lower_ if start else ""
        if after in words("ago") and after == "ago":
            found.append(DateExpression(start, token.i + 2, "ago", amount=-number, unit=unit))
        elif after in words("earlier") | words("later") and start < token.i:
            sign = -1 if after in words("earlier") else 1
            found.append(DateExpression(start, token.i + 2, "later", amount=sign * number, unit=unit))
        elif before in words("back") and start < token.i:
            found.append(DateExpression(start - 1, token.i + 1, "span", amount=-number, unit=unit))
    return found


def _with_since(doc: Doc, e: DateExpression) -> DateExpression:
    """Marks "since 2011"."""
    i = e.start - 1
    while i >= 0 and (doc[i].lower_ in words("parts") or doc[i].lower_ == "the"):
        i -= 1
    if i < 0 or doc[i].lower_ not in words("since"):
        return e
    return replace(e, since=True)
