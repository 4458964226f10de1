"""The section "Events": what several tell of, a column each, and slot by slot where they agree and part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from rashomon.showing.days import written
from rashomon.showing.page.accounts import Accounts, Told, Voice
from rashomon.showing.page.environment import fill
from rashomon.showing.report.claims import Claims
from rashomon.showing.report.types import Happening, Point

OPEN, SHOWN = 12, 60
"""So many events stand open, and so many are shown at all."""
_FIRST = 3  # claims in a cell before the rest is folded
KINDS = {
    "conflict": "in conflict",
    "update": "updated",
    "scope": "another scope",
    "framing": "other words",
    "agreed": "agreed",
    "one side": "one side only",
    "one witness": "one witness only",
}
_RANK = {kind: i for i, kind in enumerate(KINDS)}
_PARTED = ("conflict", "update", "scope", "framing")


@dataclass(frozen=True)
class Column:
    """What one voice says of an event, and by which origin its document is counted."""

    voice: Voice
    first: tuple[Told, ...]
    rest: tuple[Told, ...]


@dataclass(frozen=True)
class Card:
    """An event as it is shown."""

    number: int
    happening: Happening
    columns: tuple[Column, ...]
    parted: tuple[Point, ...]
    others: tuple[Point, ...]

    @property
    def title(self) -> str:
        """The heading, its date in words."""
        what, comma, when = self.happening.event.title.rpartition(", ")
        return what + comma + written(when)

    @property
    def anchor(self) -> str:
        """Its name in the page."""
        return f"event-{self.number}"


def cards_of(happenings: Sequence[Happening], claims: Claims) -> list[Card]:
    """The events told by several, those with disputes first, then by how many independent witnesses speak."""
    found = []
    for happening in happenings:
        columns = _columns(happening, claims)
        if len({column.voice for column in columns}) > 1:
            parted = tuple(p for p in happening.points if p.kind in _PARTED)
            others = tuple(p for p in happening.points if p.kind not in _PARTED)
            found.append((happening, columns, parted, others))
    found.sort(key=lambda c: (*_weight(c[2]), -c[0].witnesses, -len(c[1]), c[0].event.since or "", c[0].event.id))
    return [
        Card(i, h, columns, tuple(sorted(parted, key=_order)), tuple(sorted(others, key=_order)))
        for i, (h, columns, parted, others) in enumerate(found, 1)
    ]


def _weight(parted: Sequence[Point]) -> tuple[int, int]:
    """How much is in dispute, then how much is but worded otherwise; the most first."""
    framings = sum(point.kind == "framing" for point in parted)
    return framings - len(parted), -framings


def events_section(cards: Sequence[Card], accounts: Accounts, claims: Claims, lone: int) -> Markup:
    """The section; `lone`: how many events one teller alone tells of."""
    return fill(
        "events.html",
        accounts=accounts,
        claims=claims,
        kinds=KINDS,
        first=cards[:OPEN],
        rest=cards[OPEN:SHOWN],
        left=max(0, len(cards) - SHOWN),
        lone=lone,
    )


def disputes_section(cards: Sequence[Card], claims: Claims) -> Markup:
    """The section: a line for each dispute and for each deed worded otherwise, kind by kind; nothing without any."""
    lines = [(card, point) for card in cards[:SHOWN] for point in card.parted]
    if not lines:
        return Markup()
    groups = [(KINDS[kind], kind, [one for one in lines if one[1].kind == kind]) for kind in _PARTED]
    left = sum(len(card.parted) for card in cards[SHOWN:])
    return fill("disputes.html", groups=[group for group in groups if group[2]], claims=claims, left=left)


def _columns(happening: Happening, claims: Claims) -> tuple[Column, ...]:
    by_voice: dict[Voice, list[Told]] = {}
    for mention in happening.event.mentions:
        if (told := claims.get(mention.id)) is not None:
            by_voice.setdefault(told.voice, []).append(told)
    ordered = sorted(by_voice.items(), key=lambda pair: int(pair[0].key[1:]))
    return tuple(Column(voice, tuple(told[:_FIRST]), tuple(told[_FIRST:])) for voice, told in ordered)


def _order(point: Point) -> tuple[int, str]:
    return _RANK.get(point.kind, len(_RANK)), point.slot
