"""Claims of an event with whose account each is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.comparing.accounts import Account, account, own_account, stand_ins
from rashomon.comparing.events.types import Event
from rashomon.comparing.names import Names
from rashomon.comparing.offices import with_offices
from rashomon.comparing.parties import Party
from rashomon.comparing.saying import ACTUAL, Saying, Stand, Told, prepare, sayings
from rashomon.comparing.settings import joined_settings, settings_of
from rashomon.comparing.words import same_words
from rashomon.model import Reading


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim in the mouth of whose account it is. `camp`: of the teller, where it is known."""

    told: Told
    teller: Account
    stand: Stand
    rejects: bool = False
    camp: str | None = None

    @property
    def id(self) -> str:
        """The claim's id in the case."""
        return f"{self.document}:{self.told.claim.id}"

    @property
    def document(self) -> str:
        """The document's id."""
        return self.told.reading.document.id

    @property
    def own_loss(self) -> bool:
        """Whether the teller speaks of what befell his own side."""
        return any(t.party is not None and self.teller.key in (t.party.key, t.party.side) for t in self.told.targets)

    @property
    def day(self) -> int | None:
        """When it was published, as an ordinal: the first day that it may have been."""
        return self.told.published.first if self.told.published else None


class Speakers:
    """All claims of some readings that can be compared, with whose accounts they are.

    Documents that speak of one event speak of one war. A person who is called the spokesman of a body, and nowhere of
    another, speaks and acts for it everywhere.

    Args:
        readings: what is compared.
        events: as found among them.
        rests_on: for a document the documents whose words it has.
        camps: name of a teller -> his camp, as far as known.
    """

    def __init__(
        self,
        readings: Sequence[Reading],
        events: Iterable[Event] = (),
        rests_on: Mapping[str, Sequence[str]] | None = None,
        camps: Mapping[str, str] | None = None,
    ) -> None:
        self._rests_on = rests_on or {}
        at = {reading.document.id: index for index, reading in enumerate(readings)}
        joined = [{at[m.document] for m in event.mentions if m.document in at} for event in events]
        self.names, told = prepare(readings, unknown=True, joined=joined)
        self._camps = camps or {}
        settings = joined_settings(settings_of(readings), joined)
        self._stand_ins = with_offices(readings, settings, [stand_ins(reading) for reading in readings])
        self._bodies = _bodies(self.names, self._stand_ins)
        actual = [t for t in told if t.claim.factuality in ACTUAL]
        self._told = {(t.reading.document.id, t.claim.id): self._acting(t) for t in actual}

    def of(self, event: Event) -> tuple[Statement, ...]:
        """What is said in an event's claims, in a lasting order."""
        some = {(m.document, m.claim) for m in event.mentions}
        told = sorted((self._told[key] for key in some if key in self._told), key=lambda t: t.order)
        return self._credited(self.statements(told))

    def all(self) -> Iterable[Told]:
        """Every claim that something was done or not, or may have been."""
        return self._told.values()

    def statements(self, told: Iterable[Told]) -> tuple[Statement, ...]:
        """Claims with whose accounts they are; what an author rejects also as his denial.

        Who disowns a denial need not hold the contrary.
        """
        return tuple(self._statement(saying) for saying in sayings(told) if not _disowned_denial(saying))

    def _statement(self, saying: Saying) -> Statement:
        told = saying.told
        if saying.rejects or not told.claim.speakers:
            who = own_account(self.names, told.at, told.reading.document)
        else:
            found = account(self.names, told.at, told.claim, told.reading.document, self._stand_ins[told.at])
            who = found or _somebody(told.reading)
        if (body := self._bodies.get(who.key)) is not None:
            who = replace(who, key=body.key, name=body.shown)
        return Statement(told, who, saying.stand, saying.rejects, self._camps.get(who.name))

    def _credited(self, some: Sequence[Statement]) -> tuple[Statement, ...]:
        """The statements; what an outlet has word for word from another is that other's."""
        own: dict[str, list[Statement]] = defaultdict(list)
        for statement in some:
            if statement.teller.own:
                own[statement.document].append(statement)
        credited = []
        for statement in some:
            roots = self._rests_on.get(statement.document, ()) if statement.teller.own else ()
            first = (s for root in roots if root != statement.document for s in own[root] if _same(s, statement))
            source = next(first, None)
            credited.append(replace(statement, teller=source.teller, camp=source.camp) if source else statement)
        return tuple(credited)

    def _acting(self, told: Told) -> Told:
        """The claim with those who stand for a body as of its side."""
        return replace(told, agents=tuple(self._bodies.get(party.key, party) for party in told.agents))


def _disowned_denial(saying: Saying) -> bool:
    return saying.rejects and saying.told.stand != "says"


def _same(one: Statement, other: Statement) -> bool:
    return same_words(one.told.claim.quote, other.told.claim.quote)


def _bodies(names: Names, stand_ins: Sequence[Mapping[str, str]]) -> Mapping[str, Party]:
    """The persons who stand for one body by some document's words, by key."""
    found: dict[str, dict[str, Party]] = defaultdict(dict)
    for at, some in enumerate(stand_ins):
        for name, body in some.items():
            one, other = names.party(at, name), names.party(at, body)
            if one is not None and other is not None and one.key != other.key:
                found[one.key][other.key] = other
    return {key: next(iter(some.values())) for key, some in found.items() if len(some) == 1}


def _somebody(reading: Reading) -> Account:
    """Whoever it is that a document quotes without its being clear whom."""
    document = reading.document
    return Account(f"quoted in {document.id}", f"somebody quoted by {document.source or document.teller}", own=False)
