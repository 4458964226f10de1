"""Episodes of several documents that tell of one happening."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from rashomon.comparing import parties, targets
from rashomon.comparing.events import rules
from rashomon.comparing.events.episodes import Episode
from rashomon.comparing.events.ground import Ground
from rashomon.comparing.times import Days

_BLOCK = 400
"""Episodes of one block that are compared at most: more of them share too little to tell them apart."""
_CLOSE = 3
"""Days by which two accounts of a deed that happens once may differ."""


def joined(episodes: Sequence[Episode], ground: Ground) -> list[list[Episode]]:
    """Groups of episodes of one happening, those that are most alike first; each group without a contradiction.

    Episodes that nothing joins are groups of one. The same for the same episodes in any order.
    """
    ordered = sorted(episodes, key=lambda episode: episode.first.order)
    links = sorted(((-score, one, other) for one, other, score in _links(ordered, ground)), key=lambda link: link[:3])
    group: dict[int, list[int]] = {at: [at] for at in range(len(ordered))}
    for _, one, other in links:
        mine, theirs = group[one], group[other]
        if mine is theirs or any(apart(ordered[a], ordered[b], ground) for a in mine for b in theirs):
            continue
        merged = sorted((*mine, *theirs))
        for at in merged:
            group[at] = merged
    return [[ordered[at] for at in some] for first, some in sorted(group.items()) if some[0] == first]


def _links(ordered: Sequence[Episode], ground: Ground) -> Iterator[tuple[int, int, float]]:
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, episode in enumerate(ordered):
        for key in sorted(_keys(episode)):
            blocks[key].append(at)
    enough = rules.weights("between")["enough"]
    seen = set[tuple[int, int]]()
    for _, block in sorted(blocks.items()):
        for pair in combinations(block[:_BLOCK], 2):
            if pair in seen:
                continue
            seen.add(pair)
            score = likeness(ordered[pair[0]], ordered[pair[1]], ground)
            if score >= enough:
                yield *pair, score


def _keys(episode: Episode) -> set[tuple[str, ...]]:
    """Blocks in which an episode is compared: a family with a place, a day, a distinctive number or a target."""
    signs = {f"place {word}" for spot in (episode.spots or episode.around) for word in (spot.key, *spot.words)}
    if (window := days_of(episode)) is not None and window.exact:
        signs |= {f"day {day}" for day in range(window.first - 1, window.last + 2)}
    signs |= {f"number {count.what} {count.least}" for count in episode.counts if count.least > 1}
    signs |= {f"target {target.key}" for target in episode.targets if not target.weak}
    return {(family, sign) for family in episode.families for sign in signs}


def days_of(episode: Episode) -> Days | None:
    """The days on which it may have been: as told, else those before the document was published."""
    if episode.days is not None:
        return episode.days
    published = episode.first.published
    return Days(published.first - rules.number("news_days"), published.last) if published else None


def likeness(one: Episode, other: Episode, ground: Ground) -> float:
    """How much says that two episodes are of one happening; 0: they cannot be."""
    if not one.families & other.families or apart(one, other, ground):
        return 0.0
    weigh = rules.weights("between")
    score, place = 0.0, ground.meet(one.spots, other.spots)
    if one.days and other.days:
        score += weigh["day"]
    elif (mine := days_of(one)) and (its := days_of(other)) and mine.meets(its):
        score += weigh["days_may_meet"]
    strong = any(a.same(b) and not (a.weak or b.weak) for a in one.targets for b in other.targets)
    if place:
        score += weigh["place"]
    elif not (one.spots and other.spots) and ground.meet(one.spots or one.around, other.spots or other.around):
        score += weigh["main_place"]
    if strong:
        score += weigh["target"]
    elif targets.meet(one.targets, other.targets):
        score += weigh["weak_target"]
    if parties.meet(one.agents, other.agents):
        score += weigh["agent"]
    same = {(a.what, a.least) for a in one.counts for b in other.counts if a.same(b) and a.least > 1}
    score += weigh["number"] * min(len(same), rules.number("numbers_at_most"))
    if one.sorts & other.sorts:
        score += weigh["same_sort"]
        if any(told.single for told in one.told) and strong:
            score += weigh["single"]
    if one.first.setting != other.first.setting and not place:
        return 0.0
    return score


def apart(one: Episode, other: Episode, ground: Ground) -> bool:
    """Whether two episodes cannot be of one happening."""
    if ground.apart(one.spots, other.spots):
        return True
    mine, its = days_of(one), days_of(other)
    if mine and its and not mine.meets(its):
        single = any(told.single for told in (*one.told, *other.told)) and mine.gap(its) <= _CLOSE
        if (one.days and other.days and not single) or mine.gap(its) > _CLOSE:
            return True
    if one.first.at == other.first.at and one.days and other.days and not one.days.meets(other.days):
        return True
    return not (one.families & other.families) or _other_hands(one, other, ground)


def _other_hands(one: Episode, other: Episode, ground: Ground) -> bool:
    """Whether a place goes to one in the first and to another in the second, and not on one day: that is in dispute."""
    mine = {party.side for told in one.told if (party := ground.gainer(told))}
    its = {party.side for told in other.told if (party := ground.gainer(told))}
    if not mine or not its or mine & its:
        return False
    return not (one.days and other.days and one.days.meets(other.days) and one.first.teller != other.first.teller)
