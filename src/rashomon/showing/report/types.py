"""What the report shows, as plain rows: the parts that compute them are joined to it in `gathering`."""

from __future__ import annotations

from dataclasses import dataclass, field

from rashomon.comparing.events.types import Event
from rashomon.model import Sign


@dataclass(frozen=True, slots=True)
class Side:
    """One position on a slot of an event.

    Attributes:
        value: in words. `tellers`: who holds it. `claims`: ids in the case (`DOC:c3`). `witnesses`: independent ones.
    """

    value: str
    tellers: tuple[str, ...]
    claims: tuple[str, ...]
    witnesses: int


@dataclass(frozen=True, slots=True)
class Point:
    """What accounts say of one slot of an event.

    Attributes:
        slot: in words. `kind`: "conflict", "update", "scope", "framing", "agreed" or "one teller".
        note: what the kind rests on, in words; may be empty.
    """

    slot: str
    kind: str
    sides: tuple[Side, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Happening:
    """An event with what is said of it. `witnesses`: how many independent ones speak of it."""

    event: Event
    points: tuple[Point, ...]
    witnesses: int


@dataclass(frozen=True, slots=True)
class Hold:
    """A stretch of a place's ledger in one account.

    Attributes:
        holder: None: open. `since`, `until`: ISO days; None: not said. `state`: "" or what limits it.
        claims: ids in the case.
        mark: not who holds it, but that it is besieged or fought over (`state`), by `holder`.
    """

    holder: str | None
    since: str | None
    until: str | None
    state: str
    claims: tuple[str, ...]
    mark: bool = False


@dataclass(frozen=True, slots=True)
class Ledger:
    """One place in one account. `denials`: claims that deny a hold or a change; `unsure`: that leave it open."""

    place: str
    account: str
    holds: tuple[Hold, ...]
    denials: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tie:
    """Claims of one sign between two actors."""

    one: str
    other: str
    sign: Sign
    claims: tuple[str, ...]
    tellers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Camps:
    """The network of one scope: everything, a period, or a teller.

    Attributes:
        scope: in words. `ties`: the claimed ties. `camps`: the camp of each actor by number, as the exact partition
            has it; empty: none was looked for. `note`: how many ties it leaves unsatisfied, and whether that is exact.
        against: the ties that the partition does not satisfy.
    """

    scope: str
    ties: tuple[Tie, ...]
    camps: dict[str, int] = field(default_factory=dict)
    note: str = ""
    against: tuple[Tie, ...] = ()
