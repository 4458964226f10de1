"""Episodes: what one document tells of one happening, however many claims and words it takes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from rashomon.comparing import parties, places, targets
from rashomon.comparing.events import rules
from rashomon.comparing.events.ground import Ground
from rashomon.comparing.numbers import Count, counts
from rashomon.comparing.parties import Party
from rashomon.comparing.places import Spot
from rashomon.comparing.saying import Told
from rashomon.comparing.targets import Target
from rashomon.comparing.times import Days

_NOTHING = 2


@dataclass(eq=False)
class Episode:
    """Claims of one document about one happening, with all that they tell of it together.

    Attributes:
        families: those that all its claims may belong to. `days`: where its claims put it, if they give days.
        around: the place that its document speaks of most.
    """

    told: list[Told] = field(default_factory=list)
    families: frozenset[str] = frozenset()
    spots: tuple[Spot, ...] = ()
    targets: tuple[Target, ...] = ()
    agents: tuple[Party, ...] = ()
    days: Days | None = None
    around: tuple[Spot, ...] = ()

    def add(self, told: Told) -> None:
        """Takes a claim in."""
        own = rules.families(told)
        self.families = (self.families & own or self.families) if self.told else own
        self.told.append(told)
        self.spots = tuple(dict.fromkeys((*self.spots, *told.spots)))
        self.targets = tuple(dict.fromkeys((*self.targets, *told.targets)))
        self.agents = tuple(dict.fromkeys((*self.agents, *told.agents)))
        if told.days and told.days.exact:
            inner = self.days
            met = Days(max(inner.first, told.days.first), min(inner.last, told.days.last)) if inner else told.days
            self.days = met if met.first <= met.last else inner

    @property
    def first(self) -> Told:
        """The claim that comes first in the text."""
        return self.told[0]

    @property
    def counts(self) -> list[Count]:
        """All numbers told of it."""
        return [count for told in self.told for count in counts(told.claim)]

    @property
    def sorts(self) -> frozenset[str]:
        """The sorts of deeds that its claims tell."""
        return frozenset(told.sort for told in self.told if told.sort)


def episodes(told: Iterable[Told], ground: Ground) -> list[Episode]:
    """The episodes of all documents, document by document."""
    ordered = sorted(told, key=lambda one: one.order)
    found: list[Episode] = []
    for _, group in groupby(ordered, key=lambda one: one.order[:2]):
        found += _of_document(list(group), ground)
    return found


def _of_document(told: Sequence[Told], ground: Ground) -> Iterator[Episode]:
    """Claim by claim: each joins the episode that it shares most with, or begins one.

    Those that name a happening begin; what it left behind, and what names neither place nor day, joins.
    """
    begun: list[Episode] = []
    for one in sorted(told, key=lambda one: (_bare(one), one.order)):
        best, most = None, rules.weights("within")["enough"]
        for episode in begun:
            shared = likeness(episode, one, ground)
            if shared > most or (shared == most and best is None):
                best, most = episode, shared
        if best is None:
            best = Episode()
            begun.append(best)
        best.add(one)
    around = _main_place(told)
    for episode in begun:
        episode.told.sort(key=lambda one: one.order)
        episode.around = around
    yield from sorted(begun, key=lambda episode: episode.first.order)


def _main_place(told: Sequence[Told]) -> tuple[Spot, ...]:
    """The place that most claims of a document name, if it is no wide area and named more than once."""
    counted = Counter(spot for one in told for spot in one.spots if not spot.broad)
    best = min(counted, key=lambda spot: (-counted[spot], spot.shown), default=None)
    return (best,) if best is not None and counted[best] > 1 else ()


def _bare(told: Told) -> int:
    """How little a claim says by which it could be told from others: 0 much, 2 nothing."""
    signs = bool(told.spots) + bool(told.days and told.days.exact) + any(not t.weak for t in told.targets)
    return 0 if signs >= 2 else 1 if signs or counts_any(told) else 2


def counts_any(told: Told) -> bool:
    """Whether a claim gives a number."""
    return next(counts(told.claim), None) is not None


def likeness(episode: Episode, told: Told, ground: Ground) -> float:
    """How much says that a claim is of an episode of its own document; 0: it cannot be."""
    if not episode.families & rules.families(told) or _apart(episode, told, ground):
        return 0.0
    weigh, claim = rules.weights("within"), told.claim
    distance = min(abs(claim.start - other.claim.start) for other in episode.told)
    score = 0.0
    place = ground.meet(told.spots, episode.spots)
    day = bool(told.days and told.days.exact and episode.days)
    target = _shared_target(told.targets, episode.targets, weigh)
    number = any(a.same(b) and a.least > 1 for a in counts(claim) for b in episode.counts)
    if not (place or day or number or target >= weigh["target"]) and not _leans(episode, told, distance):
        return 0.0
    wholes = any(map(rules.is_whole, episode.told)), rules.is_whole(told)
    if all(wholes) and not (place or target):
        return 0.0
    if not (place or day) and (targets.apart(episode.targets, told.targets) or (any(wholes) and not all(wholes))):
        return 0.0
    if distance <= rules.number("beside_within"):
        score += weigh["beside"]
    elif distance <= rules.number("near_within"):
        score += weigh["near"]
    score += weigh["day"] * day + weigh["place"] * place + target
    if parties.meet(told.agents, episode.agents):
        score += weigh["agent"]
    score += weigh["number"] * number
    if told.sort in episode.sorts:
        score += weigh["same_sort"]
    if any(a.comparable(b) and not a.fits(b) for a in counts(claim) for b in episode.counts):
        score += weigh["other_toll"]
    return score


def _leans(episode: Episode, told: Told, distance: int) -> bool:
    """Whether a claim needs what stands beside it: the dead of a deed, or a deed that names nothing."""
    if distance > rules.number("beside_within") or rules.is_whole(told):
        return False
    return rules.is_outcome(told) or all(map(rules.is_outcome, episode.told)) or _bare(told) == _NOTHING


def _shared_target(ones: Sequence[Target], others: Sequence[Target], weigh: dict[str, float]) -> float:
    if any(a.same(b) and not (a.weak or b.weak) for a in ones for b in others):
        return weigh["target"]
    return weigh["weak_target"] if targets.meet(ones, others) else 0.0


def _apart(episode: Episode, told: Told, ground: Ground) -> bool:
    """Whether a claim cannot be of an episode of its own document."""
    if ground.apart(episode.spots, told.spots) and not any(_in_one_breath(other, told) for other in episode.told):
        return True
    if told.days and told.days.exact and episode.days and not told.days.meets(episode.days):
        return True
    if any(_other_change(other, told, ground) for other in episode.told):
        return True
    return any(_other_doer(other, told) for other in episode.told)


def _in_one_breath(one: Told, other: Told) -> bool:
    """Whether two deeds of one doer stand in one sentence: "took Orm, driving them from the valley"."""
    close = abs(one.claim.start - other.claim.start) <= rules.number("beside_within")
    return close and one.claim.kind == other.claim.kind and parties.meet(one.agents, other.agents)


def _other_change(one: Told, other: Told, ground: Ground) -> bool:
    """Whether a place goes to one and to another in the words of one teller."""
    mine, its = ground.gainer(one), ground.gainer(other)
    return mine is not None and its is not None and mine.side != its.side and one.teller == other.teller


def _other_doer(one: Told, other: Told) -> bool:
    """Whether one teller says that it was somebody else, and to somebody else."""
    if one.teller != other.teller or "denies" in (one.stand, other.stand):
        return False
    doers = bool(one.agents and other.agents) and not parties.meet(one.agents, other.agents)
    return doers and not targets.meet(one.targets, other.targets) and not places.meet(one.spots, other.spots)
