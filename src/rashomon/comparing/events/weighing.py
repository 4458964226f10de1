"""Whether two mentions, or two scenes, are of one happening: what they share and where they part, weighed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import yaml

from rashomon.comparing.events.sighted import OTHER, Numbers, Sighted, akin, tolls
from rashomon.comparing.places import Spot
from rashomon.comparing.times import Days
from rashomon.comparing.words import listed, singular

_WORDS_WITHIN, _WORDS_ACROSS = 3, 3
_PARAGRAPHS = 5
_LATE, _SEASON = 7, 14
_TELLING, _NEARLY = 2, 0.75
_ONE = 1
_ANYTHING = "other"
"""What is counted, where it is nobody harmed."""
FURTHEST = 3
"""Days by which two accounts of one happening may differ."""
Features = dict[str, float]


@dataclass(frozen=True, slots=True)
class Scene:
    """Mentions in one document that speak of one happening, taken together.

    Attributes:
        id: of its first mention. `size`: how many mentions. The other fields as in `Sighted`, of all of them.
    """

    id: tuple[str, int, str]
    size: int
    setting: int
    families: frozenset[str]
    sorts: frozenset[str]
    single: bool
    agents: frozenset[str]
    targets: frozenset[str]
    losers: frozenset[str]
    gainers: frozenset[str]
    places: frozenset[Spot]
    held: frozenset[Spot]
    days: frozenset[Days]
    before: Days | None
    published: int | None
    numbers: Numbers
    words: frozenset[str]


def scene(some: list[Sighted]) -> Scene:
    """The scene of some mentions of one document."""
    first = min(some, key=lambda s: s.id)
    every: Callable[[str], frozenset[Any]] = lambda name: frozenset().union(*(getattr(s, name) for s in some))  # noqa: E731
    known = frozenset(s.family for s in some) - {OTHER}
    deeds = frozenset(s.family for s in some if s.sort not in tolls()) - {OTHER}
    return Scene(
        id=first.id,
        size=len(some),
        setting=first.setting,
        families=deeds or known or frozenset({OTHER}),  # the dead of a battle are of the battle
        sorts=frozenset(s.sort for s in some),
        single=any(s.single for s in some),
        agents=every("agents"),
        targets=every("targets"),
        losers=every("losers"),
        gainers=every("gainers"),
        places=every("places"),
        held=every("held"),
        days=frozenset(s.days for s in some if s.days),
        before=first.before,
        published=first.published,
        numbers=frozenset().union(*(s.numbers for s in some)),
        words=every("words") - _of_names(every("agents") | every("losers") | every("gainers"), every("places")),
    )


def _of_names(sides: Iterable[str], places: Iterable[Spot]) -> set[str]:
    """The words of some parties' and places' names: these count by themselves."""
    words = (word for side in sides for word in side.partition(":")[2].split())
    return {singular(word) for word in (*words, *(word for spot in places for word in spot.words))}


def within(one: Sighted, other: Sighted) -> float:
    """How much says that two mentions of one document are of one happening; above 0: they may be."""
    found = shared(alone(one), alone(other), _WORDS_WITHIN)
    sentences = abs(one.sentence - other.sentence)
    found["same sentence"] = float(sentences == 0)
    found["next sentence"] = float(sentences == 1)
    undated = not any(s.days or s.before for s in (one, other))
    named = any(found[name] for name in ("same day", "same place", "same number", "same change"))
    named = named or bool(found["same target"] and found["same family"])
    listed_together = sentences == 0 and not found["other families"] and found["same family"] + found["akin families"]
    found["nothing named"] = float(undated and not named and not listed_together)
    found["same words"] *= sentences > 0  # words are compared by the sentence
    found["goes on"] = float(sentences <= 1 and (_bare(one) or _bare(other)))
    found["same paragraph"] = float(one.paragraph == other.paragraph)
    opens = one.days is None and other.days is not None and one.id < other.id
    opens = opens or (other.days is None and one.days is not None and other.id < one.id)
    found["date opens"] = float(opens and sentences > 0)
    found["paragraphs between"] = float(min(abs(one.paragraph - other.paragraph), _PARAGRAPHS))
    return weigh("within", found)


def across(one: Scene, other: Scene) -> float:
    """How much says that scenes of two documents are one happening; above 0: they may be."""
    found = shared(one, other, _WORDS_ACROSS)
    found["weeks apart"] = float(_weeks_apart(one, other))
    parted = any(found.get(name) for name in ("places apart", "days apart", "numbers apart", "told late"))
    found["same text"] = float(not parted and _same_text(one.words, other.words))
    found["other war"] = float(one.setting != other.setting)
    for dated, undated in ((one, other), (other, one)):
        if dated.days and not undated.days and undated.published is not None:
            first = min(days.first for days in dated.days)
            found["day before"] = float(undated.before is not None and undated.before in dated.days)
            found["another day before"] = float(undated.before is not None and undated.before not in dated.days)
            found["told before"] = float(undated.published < first)
            found["told late"] = float(undated.published - first > _LATE)
    return weigh("across", found)


def shared(one: Scene, other: Scene, words: int) -> Features:
    """What two scenes share, and where they part: by name, 0 or more; swapping them changes nothing."""
    same_place = any(a.same(b) for a in one.places for b in other.places)
    placed_apart = bool(one.places and other.places) and not same_place  # told alike, words are but a habit
    days = _days(one, other)
    numbers = {(what, n) for what, n in one.numbers & other.numbers if n > _ONE}
    counted = {what for what, _ in one.numbers} & {what for what, _ in other.numbers} - {_ANYTHING}
    families = _families(one.families, other.families)
    alike = bool(families["same family"])
    return {
        "start": 1.0,
        **families,
        "same sort": float(bool(one.sorts & other.sorts)),
        "same day": float(days == 0),
        "days may meet": float(days is None and bool(one.days or other.days)),
        "days apart": float(days is not None and days > 0),
        "same place": float(same_place),
        "places apart": float(placed_apart),
        "same agent": float(bool(one.agents & other.agents)),
        "agents apart": float(alike and bool(one.agents and other.agents) and not one.agents & other.agents),
        "same target": float(bool(one.targets & other.targets)),
        "targets apart": float(alike and bool(one.targets and other.targets) and not one.targets & other.targets),
        "same change": float(bool(one.losers & other.losers or one.gainers & other.gainers)),
        "same number": float(bool(numbers)),
        "numbers apart": float(bool(counted) and not numbers),
        "same words": float(not placed_apart and min(len(one.words & other.words), words)),
    }


def apart(one: Scene, other: Scene) -> bool:
    """Whether two scenes cannot be one happening, whatever else they share.

    Their days lie apart (by one only, if they share neither place, target nor number), other places change hands, or
    who gains a place by the one loses it by the other.
    """
    if one.losers & other.gainers or one.gainers & other.losers:
        return True
    here, there = _named(one.held), _named(other.held)
    if here and there and not any(a.same(b) for a in here for b in there):
        return True
    days = _days(one, other) or 0
    if days > (FURTHEST if one.single and other.single else 1):
        return True
    near = any(a.same(b) for a in one.places for b in other.places) or one.numbers & other.numbers
    return days > 0 and not near and not one.targets & other.targets


def _named(some: Iterable[Spot]) -> list[Spot]:
    """The places that are one place: no "last foothold in the east"."""
    return [spot for spot in some if not listed("vague_places") & set(spot.words)]


def weigh(section: str, features: Mapping[str, float]) -> float:
    """The sum of the weights of what is there. Raises KeyError for a feature without a weight."""
    known = weights()[section]
    return round(sum(known[name] * value for name, value in features.items()), 6)


def missing() -> float:
    """What a pair that was not compared counts."""
    return float(weights()["missing"][""])


@cache
def weights() -> Mapping[str, Mapping[str, float]]:
    """The weights of `weighing.yaml`, section by section."""
    raw = yaml.safe_load(Path(__file__).with_name("weighing.yaml").read_text(encoding="utf-8"))
    return {name: part if isinstance(part, dict) else {"": float(part)} for name, part in raw.items()}


@lru_cache(maxsize=16384)
def alone(one: Sighted) -> Scene:
    """The scene of one mention."""
    return scene([one])


def _bare(one: Sighted) -> bool:
    """Whether a mention says neither when, where, to whom nor to how many: it goes on with what was told."""
    return not (one.days or one.places or one.targets or one.numbers or one.losers or one.gainers)


def _weeks_apart(one: Scene, other: Scene) -> bool:
    """Whether weeks lie between two documents, or a document and the day told elsewhere, where not both give a day."""
    here, there = (min((days.first for days in s.days), default=s.published) for s in (one, other))
    if (one.days and other.days) or here is None or there is None:
        return False
    return abs(here - there) > _SEASON


def _same_text(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two scenes are told in nearly the same words, as in a reprint."""
    return len(one & other) >= _TELLING and len(one & other) >= _NEARLY * len(one | other)


def _families(ones: frozenset[str], others: frozenset[str]) -> Features:
    unknown = OTHER in ones | others
    same = bool(ones & others) and not unknown
    near = not same and any(akin(a, b) for a in ones for b in others)
    return {
        "same family": float(same),
        "akin families": float(near),
        "other families": float(not (same or near or unknown)),
    }


def _days(one: Scene, other: Scene) -> int | None:
    """How many days lie between them; None: one of them gives none."""
    return min((a.gap(b) for a in one.days for b in other.days), default=None)
