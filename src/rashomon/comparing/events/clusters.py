"""Claims put together that speak of one event: pairs by what they share, groups without a contradiction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, islice

from rashomon.comparing.events.likeness import conflict, likeness
from rashomon.comparing.numbers import counts
from rashomon.comparing.parties import meet
from rashomon.comparing.places import meet as meets
from rashomon.comparing.saying import Told

_ANSWER = 400
"""Code points within which a denial answers what was told before it."""
_BLOCK = 150
"""Claims of one block that are compared at most: more of them share too little to tell events apart."""


def clusters(some: Sequence[Told]) -> list[list[Told]]:
    """Groups of claims that speak of one event, each in a lasting order; lone claims are left out."""
    ordered = sorted(some, key=lambda told: told.order)
    links = sorted(
        ((-weight, one.order, other.order, one, other) for one, other, weight in _links(ordered)),
        key=lambda link: link[:3],
    )
    group = {told.order: [told] for told in ordered}
    for _, _, _, one, other in links:
        mine, theirs = group[one.order], group[other.order]
        if mine is theirs or any(conflict(a, b) for a in mine for b in theirs):
            continue
        joined = sorted((*mine, *theirs), key=lambda told: told.order)
        for told in joined:
            group[told.order] = joined
    return [found for order, found in sorted(group.items()) if len(found) > 1 and found[0].order == order]


def _links(ordered: Sequence[Told]) -> Iterator[tuple[Told, Told, int]]:
    """Pairs that speak of one event, with how much they share."""
    blocks: dict[tuple[str, ...], list[Told]] = defaultdict(list)
    for told in ordered:
        for key in sorted(_keys(told)):
            blocks[key].append(told)
    yield from _bare_denials(ordered)
    seen = set[tuple[int, int]]()
    for _, block in sorted(blocks.items()):
        for one, other in combinations(islice(block, _BLOCK), 2):
            if (pair := (id(one), id(other))) in seen:
                continue
            seen.add(pair)
            if weight := likeness(one, other):
                yield one, other, weight


def _bare_denials(ordered: Sequence[Told]) -> Iterator[tuple[Told, Told, int]]:
    """A denial that says nothing but who did not do it ("denied carrying out the strike"), with what it answers."""
    for at, denial in enumerate(ordered):
        if denial.stand != "denies" or denial.days or not all(target.weak for target in denial.targets):
            continue
        for other in reversed(ordered[:at]):
            if other.at != denial.at or denial.claim.start - other.claim.start > _ANSWER:
                break
            where = not denial.agents and meets(other.spots, denial.spots)
            same = not denial.targets or meet(other.agents, denial.agents) or where
            if other.sort == denial.sort and other.stand == "says" and same:
                yield other, denial, 1
                break


def _keys(told: Told) -> set[tuple[str, ...]]:
    """Blocks in which a claim is compared: its sort with any two things that it tells."""
    sort = told.sort
    if sort is None:
        return set()
    signs = {f"agent {p.side}" for p in told.agents}
    signs |= {f"target {t.key}" for t in told.targets if t.party or t.noun}
    signs |= {f"place {word}" for s in told.spots for word in ((s.key,) if s.broad else (s.key, *s.words))}
    if told.days and told.days.exact:
        signs |= {f"day {day}" for day in range(told.days.first, told.days.last + 1)}
    signs |= {f"number {count.what} {count.least}" for count in counts(told.claim)}
    if told.claim.quantities:
        signs.add(f"setting {told.setting}")
    if told.single:
        signs.add("single")
    if told.claim.factuality == "not" or told.agents:
        signs.add(f"document {told.at}")
    return {(sort, *pair) for pair in combinations(sorted(signs), 2)}
