"""What tellers give for a slot, as values that are the same, compatible or apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, product
from typing import Generic, TypeVar

from rashomon.comparing.disputes.statements import Statement
from rashomon.comparing.words import same_words

V = TypeVar("V", bound=Hashable)


@dataclass(frozen=True)
class View(Generic[V]):
    """One statement's value of a slot."""

    statement: Statement
    value: V


def partings(views: Sequence[View[V]], apart: Callable[[V, V], bool]) -> Iterator[tuple[View[V], View[V]]]:
    """Pairs of views of two tellers that cannot both be so.

    What a teller also gives for himself, he does not dispute: there only the other value parts from him which none of
    his own can be. Two copies of one text that were read in two ways part in nothing.
    """
    own: dict[str, set[V]] = defaultdict(set)
    alike: dict[tuple[str, V], list[View[V]]] = defaultdict(list)
    for view in views:
        own[view.statement.teller.key].add(view.value)
        alike[view.statement.teller.key, view.value].append(view)
    differ = lru_cache(maxsize=None)(apart)
    for (here, mine), (there, theirs) in combinations(alike, 2):
        if here == there or not all(differ(value, theirs) for value in own[here]):
            continue
        if all(differ(mine, value) for value in own[there]):
            pairs = product(alike[here, mine], alike[there, theirs])
            yield from ((one, other) for one, other in pairs if not _copy(one.statement, other.statement))


def gathered(
    views: Iterable[View[V]], name: Callable[[V], str], apart: Callable[[V, V], bool]
) -> list[tuple[str, list[Statement]]]:
    """Values with who holds them: those that are not apart are one, under the shortest of their names."""
    groups: list[tuple[str, list[View[V]]]] = []
    for view in sorted(views, key=lambda v: (len(name(v.value)), name(v.value), v.statement.told.order)):
        fit = next((g for _, g in groups if all(not apart(view.value, other.value) for other in g)), None)
        if fit is None:
            groups.append((name(view.value), fit := []))
        fit.append(view)
    return [(value, [v.statement for v in group]) for value, group in groups]


def _copy(one: Statement, other: Statement) -> bool:
    """Whether two documents have the same words."""
    return one.told.at != other.told.at and same_words(one.told.claim.quote, other.told.claim.quote)
