"""Whether two mentions, or two scenes, are of one happening: what they share and where they part, weighed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import yaml

from rashomon.comparing.events.sighted import OTHER, Numbers, Sighted, akin
from rashomon.comparing.places import Spot
from rashomon.comparing.times import Days

_WORDS_WITHIN, _WORDS_ACROSS = 3, 6
_PARAGRAPHS = 5
_LATE = 7
_ONE = 1
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
    return Scene(
        id=first.id,
        size=len(some),
        setting=first.setting,
        families=known or frozenset({OTHER}),
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
        words=every("words"),
    )


def within(one: Sighted, other: Sighted) -> float:
    """How much says that two mentions of one document are of one happening; above 0: they may be."""
    found = shared(alone(one), alone(other), _WORDS_WITHIN)
    sentences = abs(one.sentence - other.sentence)
    found["same sentence"] = float(sentences == 0)
    found["next sentence"] = float(sentences == 1)
    undated = not any(s.days or s.before for s in (one, other))
    named = any(found[name] for name in ("same day", "same place", "same number", "same change"))
    named = named or bool(found["same target"] and found["same family"])
    found["nothing named"] = float(sentences > 0 and undated and not named)
    found["same paragraph"] = float(one.paragraph == other.paragraph)
    opens = one.days is None and other.days is not None and one.id < other.id
    opens = opens or (other.days is None and one.days is not None and other.id < one.id)
    found["date opens"] = float(opens and sentences > 0)
    found["paragraphs between"] = float(min(abs(one.paragraph - other.paragraph), _PARAGRAPHS))
    return weigh("within", found)


def across(one: Scene, other: Scene) -> float:
    """How much says that scenes of two documents are one happening; above 0: they may be."""
    found = shared(one, other, _WORDS_ACROSS)
    found["other war"] = float(one.setting != other.setting)
    for dated, undated in ((one, other), (other, one)):
        if dated.days and not undated.days and undated.published is not None:
            first = min(days.first for days in dated.days)
            found["day before"] = float(undated.before is not None and undated.before in dated.days)
            found["told before"] = float(undated.published < first)
            found["told late"] = float(undated.published - first > _LATE)
    return weigh("across", found)


def shared(one: Scene, other: Scene, words: int) -> Features:
    """What two scenes share, and where they part: by name, 0 or more; swapping them changes nothing."""
    same_place = any(a.same(b) for a in one.places for b in other.places)
    days = _days(one, other)
    numbers = {(what, n) for what, n in one.numbers & other.numbers if n > _ONE}
    return {
        "start": 1.0,
        **_families(one.families, other.families),
        "same sort": float(bool(one.sorts & other.sorts)),
        "same day": float(days == 0),
        "days may meet": float(days is None and bool(one.days or other.days)),
        "days apart": float(days is not None and days > 0),
        "same place": float(same_place),
        "places apart": float(bool(one.places and other.places) and not same_place),
        "same agent": float(bool(one.agents & other.agents)),
        "agents apart": float(bool(one.agents and other.agents) and not one.agents & other.agents),
        "same target": float(bool(one.targets & other.targets)),
        "targets apart": float(bool(one.targets and other.targets) and not one.targets & other.targets),
        "same change": float(bool(one.losers & other.losers or one.gainers & other.gainers)),
        "same number": float(bool(numbers)),
        "same words": float(min(len(one.words & other.words), words)),
    }


def apart(one: Scene, other: Scene) -> bool:
    """Whether two scenes cannot be one happening, whatever else they share.

    Their days lie apart, other places change hands, or who gains a place by the one loses it by the other.
    """
    if one.losers & other.gainers or one.gainers & other.losers:
        return True
    if one.held and other.held and not any(a.same(b) for a in one.held for b in other.held):
        return True
    days = _days(one, other)
    return days is not None and days > (FURTHEST if one.single and other.single else 1)


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
