"""Which scenes are compared: those of different documents that share two signs of one happening."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from rashomon.comparing.events.weighing import FURTHEST, Scene

_WINDOW = 80
"""Scenes of one block, in order of their days, that each is compared with: bounds the work of large blocks."""
_SPAN = 3
"""Days that a scene may last to be looked up by each of them."""


def pairs(scenes: Sequence[Scene]) -> Iterator[tuple[int, int]]:
    """Pairs of numbers of scenes worth comparing, the smaller first, each once, in order.

    Not of two whose days bar them from being one happening, whatever else they share.
    """
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, scene in enumerate(scenes):
        for key in combinations(sorted(_signs(scene)), 2):
            blocks[key].append(number)
    when = [_when(scene) for scene in scenes]
    lasts = [max((days.last for days in scene.days), default=None) for scene in scenes]
    count, found = len(scenes), set[int]()
    while blocks:
        _, block = blocks.popitem()
        if len(block) < 2:
            continue
        block.sort(key=lambda number: when[number])
        for at, one in enumerate(block):
            last, single = lasts[one], scenes[one].single
            for other in block[at + 1 : at + 1 + _WINDOW]:
                if last is not None and lasts[other] is not None:
                    gap = when[other][0] - last
                    if gap > (FURTHEST if single and scenes[other].single else 1):
                        continue
                if scenes[one].id[0] != scenes[other].id[0]:
                    found.add(min(one, other) * count + max(one, other))
    return (divmod(pair, count) for pair in sorted(found))


def _signs(scene: Scene) -> set[str]:
    """By what a scene may be found: its days, places, actors, numbers, and telling words."""
    signs = {f"family {name}" for name in scene.families}
    signs |= {f"party {side}" for side in scene.agents | scene.targets}
    signs |= {f"place {word}" for spot in scene.places for word in (spot.key, *spot.words)}
    signs |= {f"number {what} {least}" for what, least in scene.numbers}
    signs |= {f"word {word}" for word in scene.words}
    for days in scene.days:
        if days.last - days.first <= _SPAN:
            signs |= {f"day {day}" for day in range(days.first, days.last + 1)}
    return signs


def _when(scene: Scene) -> tuple[int, tuple[str, int, str]]:
    first = min((days.first for days in scene.days), default=scene.published or 0)
    return first, scene.id
