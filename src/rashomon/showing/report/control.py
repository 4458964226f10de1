"""The section "Who holds what": a lane for each place and account, with the words behind each stretch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from markupsafe import Markup

from rashomon.model.when import days_of
from rashomon.showing.days import written
from rashomon.showing.page.accounts import Told
from rashomon.showing.page.drawing import element, text_width, trimmed
from rashomon.showing.page.environment import fill
from rashomon.showing.report.claims import Claims
from rashomon.showing.report.types import Hold, Ledger
from rashomon.showing.stretches import Stretch, laid

OPEN, PLACES = 12, 40
"""So many places stand open, and so many are shown at most, those with most accounts first."""
_WIDTH, _HEIGHT, _BAR = 640.0, 30.0, 18.0
_LOOKS = 6  # fills of the style sheet: h0, h1, ...
_TYPE = 11.0


@dataclass(frozen=True)
class Entry:
    """A stretch in words, with its claims."""

    said: str
    when: str
    look: str
    told: tuple[Told, ...]


@dataclass(frozen=True)
class Lane:
    """One account of a place: its drawing, its stretches, and its denials."""

    account: str
    drawing: Markup
    entries: tuple[Entry, ...]
    denials: tuple[Told, ...]
    unsure: tuple[Told, ...]


@dataclass(frozen=True)
class Place:
    """A place with its lanes and the days at the two ends of them."""

    name: str
    lanes: tuple[Lane, ...]
    holders: tuple[tuple[str, str], ...]
    first: str
    last: str


def control_section(ledgers: Sequence[Ledger], claims: Claims) -> Markup:
    """The section, or nothing where nobody tells who holds a place."""
    grouped = [(name, list(some)) for name, some in groupby(sorted(ledgers, key=_order), key=lambda one: one.place)]
    grouped.sort(key=lambda pair: (-len(pair[1]), -sum(len(one.holds) for one in pair[1]), pair[0]))
    if not grouped:
        return Markup()
    places = [_place(name, some, claims) for name, some in grouped[:PLACES]]
    return fill("control.html", places=places, open=OPEN, left=max(0, len(grouped) - PLACES))


def _order(ledger: Ledger) -> tuple[str, str]:
    return ledger.place, ledger.account


def _place(name: str, ledgers: Sequence[Ledger], claims: Claims) -> Place:
    holders = list(dict.fromkeys(hold.holder for one in ledgers for hold in one.holds if hold.holder and not hold.mark))
    looks = {holder: f"h{i % _LOOKS}" for i, holder in enumerate(holders)}
    days = [day for one in ledgers for hold in one.holds for day in (_day(hold.since, 0), _day(hold.until, 1)) if day]
    first, last = (min(days), max(days)) if days else (None, None)
    lanes = tuple(
        Lane(
            one.account,
            _drawn(one, looks, first, last, claims),
            tuple(_entry(hold, looks, claims) for hold in one.holds),
            tuple(claims.all(one.denials)),
            tuple(claims.all(one.unsure)),
        )
        for one in ledgers
    )
    ends = [written(day.isoformat()) if day else "" for day in (first, last)]
    return Place(name, lanes, tuple(looks.items()), ends[0], ends[1] if first != last else "")


def _entry(hold: Hold, looks: dict[str, str], claims: Claims) -> Entry:
    since = f"from {written(hold.since)}" if hold.since else ""
    until = f"until {written(hold.until)}" if hold.until else ""
    when = " ".join(filter(None, [since, until])) or "no day is given"
    look = "h-mark" if hold.mark else looks.get(hold.holder or "", "h-open")
    return Entry(said(hold), when, look, tuple(claims.all(hold.claims)))


def _drawn(ledger: Ledger, looks: dict[str, str], first: date | None, last: date | None, claims: Claims) -> Markup:
    """The lane as a drawing: a stretch without beginning or end runs to the next one, or to the edge of the lane."""
    drawn = [hold for hold in ledger.holds if not hold.mark or hold.since or hold.until]
    places = _places(drawn, first, last)
    bars = [_bar(hold, looks, *place, claims) for hold, place in zip(drawn, places, strict=True)]
    words = "; ".join(map(said, ledger.holds))
    return element(
        "svg",
        element("title", f"{ledger.place} by {ledger.account}: {words}"),
        element("line", class_="lane-ground", x1=0.0, x2=_WIDTH, y1=_HEIGHT / 2, y2=_HEIGHT / 2),
        *bars,
        class_="lane-drawing",
        viewBox=f"0 0 {_WIDTH:.0f} {_HEIGHT:.0f}",
        role="group",
    )


def _places(holds: Sequence[Hold], first: date | None, last: date | None) -> list[tuple[float, float]]:
    """Where each stretch begins and ends: by its days; between stretches without any, evenly, in their order."""
    told: list[Stretch] = [
        (_across(_day(hold.since, 0), first, last), _across(_day(hold.until, 1), first, last)) for hold in holds
    ]
    found = [laid([one], 0.0, _WIDTH)[0] for one in told]
    row = [i for i, hold in enumerate(holds) if not hold.mark and not hold.state]
    for i, place in zip(row, laid([told[i] for i in row], 0.0, _WIDTH), strict=True):
        found[i] = place
    return found


def _bar(hold: Hold, looks: dict[str, str], left: float, right: float, claims: Claims) -> Markup:
    width = max(right - left, 7.0)
    left = min(left, _WIDTH - width)
    limited = " limited" if hold.state else ""
    if hold.mark:
        line = element("rect", class_="lane-mark", x=left, y=_HEIGHT - 5, width=width, height=4.0)
        return _linked(hold, claims, line)
    drawn = [
        element(
            "rect", class_=f"lane-bar {looks.get(hold.holder or '', 'h-open')}{limited}", x=left,
            y=(_HEIGHT - _BAR) / 2, width=width, height=_BAR, rx=2.0,
        )
    ]  # fmt: skip
    label = trimmed(said(hold), int(width / (_TYPE * 0.6)))
    if len(label) > 3 and text_width(label, _TYPE) < width - 8:
        drawn.append(
            element(
                "text",
                label,
                class_="lane-name",
                x=left + width / 2,
                y=_HEIGHT / 2 + _TYPE * 0.36,
                text_anchor="middle",
                font_size=_TYPE,
            )
        )
    return _linked(hold, claims, *drawn)


def said(hold: Hold) -> str:
    """A stretch in words: "Lances, in part: barracks", "besieged by the Lances"."""
    if hold.mark:
        return f"{hold.state} by {hold.holder}" if hold.holder else hold.state
    return ", ".join(filter(None, [hold.holder or "open", hold.state]))


def _linked(hold: Hold, claims: Claims, *drawn: Markup) -> Markup:
    told = claims.all(hold.claims)
    if not told:
        return element("g", element("title", said(hold)), *drawn)
    return element(
        "a", element("title", said(hold)), *drawn, href=f"#{told[0].anchor}", aria_label=said(hold), class_="lane-hold"
    )


def _across(day: date | None, first: date | None, last: date | None) -> float | None:
    """Where a day lies; the dated days keep off the edges, which stand for what is not said."""
    if day is None or first is None or last is None:
        return None
    margin, span = _WIDTH * 0.12, max(1, (last - first).days)
    return margin + (_WIDTH - 2 * margin) * ((day - first).days / span)


def _day(when: str | None, end: int) -> date | None:
    days = days_of(when) if when else None
    return days[end] if days else None
