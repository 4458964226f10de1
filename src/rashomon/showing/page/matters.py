"""The section "Side by side": the matters that several tellers speak about, a column each, and where they part."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from rashomon.comparing import Matter, Parting, Position, Stance, side_by_side
from rashomon.comparing.types import MatterKind, Slot
from rashomon.model import Sign
from rashomon.showing.days import written
from rashomon.showing.page.accounts import Accounts, Told, Voice, anchor
from rashomon.showing.page.environment import fill

OPEN = 8
"""So many matters are open at first; the others stand folded below."""

_SHOWN = 3  # claims of one voice in a cell before the rest is folded

_SLOTS: dict[Slot, str] = {
    "happened": "Whether it happened",
    "holder": "Who holds it",
    "agent": "Who did it",
    "recipient": "To whom",
    "number": "How many",
    "place": "Where",
    "time": "When",
    "tie": "How the two stand",
    "framing": "In which words",
}
_KINDS: dict[MatterKind, str] = {"control": "a place", "event": "a deed", "pair": "two actors"}
_SETTLED = frozenset({"happened", "not"})
_SIGNS: dict[Sign, str] = {"+": "with one another", "-": "against one another", "0": "neither with nor against"}


@dataclass(frozen=True)
class Column:
    """What one voice says of a matter: the first few claims, and the rest."""

    voice: Voice
    first: tuple[Told, ...]
    rest: tuple[Told, ...]
    signs: tuple[str, ...]


@dataclass(frozen=True)
class Row:
    """One thing in which the voices part: its positions, each with the names of those who take it."""

    slot: Slot
    heading: str
    positions: tuple[tuple[str, tuple[str, ...]], ...]


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
        held = {(column.signs, frozenset(told.claim.factuality for told in (*column.first, *column.rest)) & _SETTLED)
                for column in self.columns}  # fmt: skip
        return len(held) > 1


def matters_section(accounts: Accounts) -> Markup:
    """The section; where no two tellers speak about one matter it says so."""
    if not accounts.told:
        return Markup()
    cards = sorted((_card(matter, accounts) for matter in side_by_side(accounts.readings)), key=_order)
    return fill("matters.html", first=cards[:OPEN], rest=cards[OPEN:])


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
    what, comma, when = matter.title.rpartition(", ")
    return what + comma + written(when)


def _column(stance: Stance, accounts: Accounts) -> Column:
    document = next(i for i, r in enumerate(accounts.readings) if r.document.id == stance.voice.document)
    told = tuple(accounts.by_anchor[anchor(document, claim)] for claim in stance.claims)
    signs = tuple(_SIGNS[sign] for sign in stance.signs)
    cut = len(told) if len(told) <= _SHOWN + 1 else _SHOWN
    voice = accounts.voice(document, stance.voice.chain)
    return Column(voice, told[:cut], told[cut:], signs)


def _row(parting: Parting, names: tuple[str, ...]) -> Row:
    def of(position: Position) -> tuple[str, tuple[str, ...]]:
        value = written(position.value) if parting.slot == "time" else position.value
        return value, tuple(dict.fromkeys(names[index] for index in position.voices))

    return Row(parting.slot, _SLOTS[parting.slot], tuple(of(position) for position in parting.positions))
