"""The section "Side by side": the matters that several tellers speak about, a column each, and where they part."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from rashomon.analysis.control import Denial, Tenure
from rashomon.analysis.matters import Matter, Parting, Position, Stance, side_by_side
from rashomon.analysis.matters.types import MatterKind, Slot
from rashomon.comparing.disputes.types import Kind
from rashomon.model import Sign
from rashomon.model.when import days_of
from rashomon.showing.days import written
from rashomon.showing.page.accounts import Accounts, Told, Voice, anchor
from rashomon.showing.page.environment import fill

OPEN, SHOWN = 8, 60
"""So many matters are open at first, the others folded below; and so many are shown at all."""

_FIRST = 3  # claims of one voice in a cell before the rest is folded

_SLOTS: dict[Slot, str] = {
    "happened": "Whether it happened",
    "control": "Who holds it",
    "actor": "Who did it",
    "target": "Who was hit",
    "number": "How many",
    "place": "Where",
    "time": "When",
    "tie": "How the two stand",
    "wording": "In which words",
}
_VERDICTS: dict[Kind, str] = {
    "conflict": "not all can be so",
    "update": "a later figure of one count",
    "scope": "more or less is counted, or otherwise",
    "framing": "one deed in words of another view",
}
_KINDS: dict[MatterKind, str] = {"control": "a place", "event": "a deed", "pair": "two actors"}
_SETTLED = frozenset({"happened", "not"})
_SIGNS: dict[Sign, str] = {"+": "with one another", "-": "against one another", "0": "neither with nor against"}


@dataclass(frozen=True)
class Column:
    """What one voice says of a matter: the first few claims, and the rest.

    `notes`: in words, how it has two actors stand to each other. `holds`: of a place, who held it one after another.
    """

    voice: Voice
    first: tuple[Told, ...]
    rest: tuple[Told, ...]
    notes: tuple[str, ...]
    holds: tuple[str, ...]


@dataclass(frozen=True)
class Row:
    """One thing in which the voices part: its positions, each with its witnesses and the names of those who take it.

    `verdict`: what sort of parting it is, in words. `event`: which event it is about, where that needs saying.
    """

    heading: str
    verdict: str
    event: str
    positions: tuple[tuple[str, int | None, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Card:
    """A matter as it is shown."""

    matter: Matter
    title: str
    kind: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @property
    def differ(self) -> bool:
        """Whether some affirm what others deny, or tell of ties of another sign."""
        held = {(column.notes, frozenset(told.claim.factuality for told in (*column.first, *column.rest)) & _SETTLED)
                for column in self.columns}  # fmt: skip
        return len(held) > 1


def matters_section(accounts: Accounts) -> Markup:
    """The section; where no two tellers speak about one matter it says so."""
    if not accounts.told:
        return Markup()
    cards = sorted((_card(matter, accounts) for matter in side_by_side(accounts.readings)), key=_order)
    return fill("matters.html", first=cards[:OPEN], rest=cards[OPEN:SHOWN], left=max(0, len(cards) - SHOWN))


def _order(card: Card) -> tuple[int, int]:
    """Matters in which the tellers part come first, then those that more of them speak about."""
    return -len(card.rows), -len(card.columns)


def _card(matter: Matter, accounts: Accounts) -> Card:
    columns = tuple(_column(stance, accounts) for stance in matter.stances)
    names = tuple(accounts.label(column.voice) for column in columns)
    return Card(
        matter, _title(matter), _KINDS[matter.kind], columns, tuple(_row(parting, names) for parting in matter.partings)
    )


def _title(matter: Matter) -> str:
    """The heading, its date in words."""
    return _dated(matter.title)


def _dated(title: str) -> str:
    """A title that ends with ISO days, with these in words."""
    what, comma, when = title.rpartition(", ")
    days = when.replace(" to ", "/")
    return what + comma + written(days) if days_of(days) else title


def _column(stance: Stance, accounts: Accounts) -> Column:
    document = next(i for i, r in enumerate(accounts.readings) if r.document.id == stance.voice.document)
    told = tuple(accounts.by_anchor[anchor(document, claim)] for claim in stance.claims)
    cut = len(told) if len(told) <= _FIRST + 1 else _FIRST
    return Column(
        voice=accounts.voice(document, stance.voice.chain),
        first=told[:cut],
        rest=told[cut:],
        notes=tuple(_SIGNS[sign] for sign in stance.signs),
        holds=(*map(_tenure, stance.tenures), *map(_denial, stance.denials)),
    )


def _tenure(tenure: Tenure) -> str:
    """A stretch of a ledger in words: "Red Lances (barracks), until 14 March 2019, handed over by the Regency"."""
    since = f"../{tenure.since}" if tenure.begins == "by" and tenure.since and not tenure.until else None
    days = since or f"{tenure.since or '..'}/{tenure.until or '..'}"
    when = f"by {written(tenure.since)}" if since and tenure.since else written(days) if days != "../.." else ""
    whence = f"{'handed over by' if tenure.handed else 'from'} {tenure.taken_from}" if tenure.taken_from else ""
    who = tenure.holder or "it changed hands; not said who has it"
    return ", ".join(filter(None, [f"{who} ({tenure.part})" if tenure.part else who, whence, when]))


def _denial(denial: Denial) -> str:
    if denial.holder is None:
        return "denied: that it changed hands"
    return f"denied: that {denial.holder} {'lost it' if denial.lost else 'has it'}"


def _row(parting: Parting, names: tuple[str, ...]) -> Row:
    def of(position: Position) -> tuple[str, int | None, tuple[str, ...]]:
        value = written(position.value) if parting.slot == "time" else position.value
        return value, position.witnesses, tuple(dict.fromkeys(names[index] for index in position.voices))

    about = f", {parting.about}" if parting.slot == "number" else ""
    verdict = _VERDICTS.get(parting.kind, "") if parting.kind else ""
    return Row(
        heading=_SLOTS[parting.slot] + about,
        verdict=f"{verdict}: {parting.why}" if parting.why else verdict,
        event=_dated(parting.event) if parting.event else "",
        positions=tuple(of(position) for position in parting.positions),
    )
