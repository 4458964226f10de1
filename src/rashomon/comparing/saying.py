"""What one voice says in one claim, made comparable."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rashomon.comparing import places, targets
from rashomon.comparing.names import Names
from rashomon.comparing.parties import Party
from rashomon.comparing.places import Spot
from rashomon.comparing.settings import joined_settings, settings_of
from rashomon.comparing.targets import Target
from rashomon.comparing.times import Days, days
from rashomon.knowledge.framing import Wording, wording
from rashomon.model import Claim, Reading

Stand = Literal["says", "denies", "leaves open"]
_STEM = 5
Voice = tuple[int, tuple[str, ...]]
"""A teller: the index of a reading, and the chain."""
ACTUAL = {"happened": "says", "not": "denies", "possible": "leaves open"}
"""What is presented as fact, denied, or doubtful; plans, demands and conditions are other matters."""
_DEEDS = {
    "AGREE",
    "AID",
    "ASSAULT",
    "COERCE",
    "CONCEDE",
    "CONSULT",
    "COOPERATE",
    "MOBILIZE",
    "PROTEST",
    "RETREAT",
    "SANCTION",
}
"""Types of deeds that are more than words."""
_TURNED: dict[Stand, Stand] = {"says": "denies", "denies": "says", "leaves open": "denies"}


@dataclass(frozen=True, eq=False)
class Told:
    """A claim with all that can be compared of it.

    Attributes:
        at: index of its reading. `setting`: of which war it is. `published`: when its document was.
        order: where it stands, the same whatever the order of the readings.
    """

    at: int
    setting: int
    reading: Reading
    claim: Claim
    order: tuple[str, str, int, str]
    wording: Wording | None
    agents: tuple[Party, ...]
    targets: tuple[Target, ...]
    spots: tuple[Spot, ...]
    days: Days | None
    published: Days | None

    @property
    def sort(self) -> str | None:
        """The sort of deed; of no known sort, the type with the word itself."""
        if self.wording is not None:
            return self.wording.sort.name
        return f"{self.claim.type}: {_lemma(self.claim)}" if self.claim.type in _DEEDS else None

    @property
    def single(self) -> bool:
        """Whether such a deed happens to one somebody once only."""
        return self.wording is not None and self.wording.sort.single

    @property
    def stand(self) -> Stand:
        """How its teller stands to the deed."""
        return ACTUAL[self.claim.factuality]  # type: ignore[return-value]


@dataclass(frozen=True, slots=True)
class Saying:
    """A claim in the mouth of one voice: of who tells it, or of the author who disowns it."""

    told: Told
    chain: tuple[str, ...]
    stand: Stand
    rejects: bool = False

    @property
    def voice(self) -> Voice:
        """The reading's index and the chain."""
        return self.told.at, self.chain


def prepare(
    readings: Sequence[Reading], unknown: bool = False, joined: Iterable[Collection[int]] = ()
) -> tuple[Names, list[Told]]:
    """The claims of some readings, made comparable; mere questions left out, and what unknown tellers tell.

    Args:
        readings: what is compared.
        unknown: whether claims are kept that somebody tells who could not be found.
        joined: indices of readings that are known to speak of one war, group by group.
    """
    settings = joined_settings(settings_of(readings), joined)
    names = Names(readings, settings)
    told = [
        _told(names, settings, at, reading, claim)
        for at, reading in enumerate(readings)
        for claim in reading.claims
        if (unknown or "speakers" not in claim.unresolved) and not _asked(reading, claim)
    ]
    return names, told


def _told(names: Names, settings: Sequence[int], at: int, reading: Reading, claim: Claim) -> Told:
    worded = wording(claim.trigger, claim.kind, claim.type)
    either = worded is not None and worded.sort.either
    return Told(
        at=at,
        setting=settings[at],
        reading=reading,
        claim=claim,
        order=(*reading_key(reading), claim.start, claim.id),
        wording=worded,
        agents=() if either else names.parties(at, claim.agents),
        targets=targets.targets(names, at, (*claim.recipients, *claim.agents) if either else claim.recipients),
        spots=places.spots(reading, claim) or places.within(reading, claim.recipients),
        days=days(claim.when),
        published=days(reading.document.published),
    )


def reading_key(reading: Reading) -> tuple[str, str]:
    """What tells a reading from the others, whatever their order."""
    return reading.document.id, reading.document.sha256


def _asked(reading: Reading, claim: Claim) -> bool:
    """Whether a question mark ends the words of a claim, or follows them."""
    return claim.quote.endswith("?") or reading.document.text[claim.quote_end :].lstrip("”’\"' ")[:1] == "?"


def _lemma(claim: Claim) -> str:
    """The word of a claim as the knowledge enters it, else the beginning of the word."""
    entries = (item.entry for item in claim.evidence if item.field == "type" and item.entry)
    return next((entry.rpartition("/")[2] for entry in entries), claim.trigger.casefold()[:_STEM])


def sayings(some: Iterable[Told]) -> Iterator[Saying]:
    """Who says these claims: their tellers, and the author against those that he rejects."""
    for told in some:
        claim = told.claim
        yield Saying(told, claim.speakers, told.stand)
        if claim.endorsement == "rejects" and claim.speakers:
            yield Saying(told, (), _TURNED[told.stand], rejects=True)
