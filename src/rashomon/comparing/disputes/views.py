"""What tellers give for a slot, as values that are the same, compatible or apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Generic, TypeVar

from rashomon.comparing.disputes.statements import Statement
from rashomon.comparing.words import same_words

V = TypeVar("V")


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
    own: dict[str, list[V]] = defaultdict(list)
    for view in views:
        own[view.statement.teller.key].append(view.value)
    for one, other in combinations(views, 2):
        here, there = one.statement.teller.key, other.statement.teller.key
        if here == there or not apart(one.value, other.value) or _copy(one.statement, other.statement):
            continue
        if all(apart(value, other.value) for value in own[here]) and all(apart(one.value, v) for v in own[there]):
            yield one, other


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
