"""What one voice says in one claim, made comparable; and the voices in the order of a table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from rashomon.comparing import places, targets, types
from rashomon.comparing.names import Names
from rashomon.comparing.parties import Party
from rashomon.comparing.places import Spot
from rashomon.comparing.settings import joined_settings, settings_of
from rashomon.comparing.targets import Target
from rashomon.comparing.times import Days, days
from rashomon.comparing.words import same_words
from rashomon.knowledge.folding import fold
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
        teller: who tells it: equal for one outlet, and for one quoted by name, in all documents.
        at: index of its reading. `setting`: of which war it is. `published`: when its document was.
        order: where it stands, the same whatever the order of the readings.
    """

    at: int
    setting: int
    teller: str
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
        teller=_teller(names, at, reading, claim),
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


def _teller(names: Names, at: int, reading: Reading, claim: Claim) -> str:
    if not claim.speakers:
        return _author(reading)
    party = names.party(at, claim.speakers[-1])
    return party.key if party else "\x1f".join((*reading_key(reading), *claim.speakers))


def _author(reading: Reading) -> str:
    """The outlet, else the author, else the document."""
    known = reading.document.source or reading.document.author
    return f"name:{fold(known)}" if known else "\x1f".join(reading_key(reading))


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


def voices(said: Iterable[Saying]) -> list[Voice]:
    """The voices in the order of a table: document by document, the author first, then as they begin to speak."""
    first: dict[Voice, tuple[int, bool, int, tuple[str, ...]]] = {}
    for saying in said:
        place = (saying.told.at, bool(saying.chain), saying.told.claim.start, saying.chain)
        first[saying.voice] = min(first.get(saying.voice, place), place)
    return sorted(first, key=lambda voice: first[voice])


def several(said: Sequence[Saying]) -> bool:
    """Whether at least two tellers speak, in words of their own: a reprint adds none."""
    spoken: dict[Voice, list[str]] = defaultdict(list)
    tellers: dict[Voice, str] = {}
    for saying in said:
        spoken[saying.voice].append(saying.told.claim.quote)
        tellers[saying.voice] = _author(saying.told.reading) if saying.rejects else saying.told.teller
    return any(
        tellers[one] != tellers[other] and (one[0] == other[0] or not _reprinted(spoken[one], spoken[other]))
        for one, other in combinations(sorted(spoken), 2)
    )


def _reprinted(some: Sequence[str], others: Sequence[str]) -> bool:
    """Whether the passages of the one account stand in the other, or the other way round."""
    fewer, more = sorted((some, others), key=len)
    return all(any(same_words(a, b) for b in more) for a in fewer)


def stances(said: Sequence[Saying]) -> tuple[types.Stance, ...]:
    """Each voice with its claims in text order."""
    found = []
    for at, chain in voices(said):
        own = sorted((s for s in said if s.voice == (at, chain)), key=lambda s: s.told.order)
        document = own[0].told.reading.document
        voice = types.Voice(document=document.id, chain=chain, name=" → ".join(chain) or document.teller)
        ids = tuple(dict.fromkeys(s.told.claim.id for s in own))
        found.append(types.Stance(voice=voice, claims=ids, rejects=tuple(s.told.claim.id for s in own if s.rejects)))
    return tuple(found)
