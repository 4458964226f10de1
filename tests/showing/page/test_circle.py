"""The drawing of the ties."""

from __future__ import annotations

from itertools import combinations

import pytest
from markupsafe import Markup

from rashomon.showing.page.accounts import Named
from rashomon.showing.page.circle import Chord, circle
from rashomon.showing.page.drawing import text_width
from tests.showing.page.drawings import HOSTILE, harmless, named, number, root

_SIZE = 14


def drawn(names: list[str]) -> Markup:
    actors = [Named(f"a{index}", name) for index, name in enumerate(names)]
    return circle(actors, [Chord(f"k{i}", actors[0], other, "+", 1, ("t0",)) for i, other in enumerate(actors[1:])])


@pytest.mark.parametrize("count", range(2, 15))
def test_names_do_not_lie_over_one_another(count: int) -> None:
    boxes = []
    for text in named(root(drawn(["The Upper Valley Guard"] * count)), "text"):
        lines = named(text, "tspan")
        wide = max(text_width(line.text or "", _SIZE) for line in lines) * 0.85
        left = number(lines[0], "x") - {"start": 0.0, "middle": wide / 2, "end": wide}[text.get("text-anchor", "start")]
        boxes.append((left, left + wide, number(lines[0], "y") - _SIZE * 0.7, number(lines[-1], "y")))
    assert len(boxes) == count
    for one, other in combinations(boxes, 2):
        assert one[1] <= other[0] or other[1] <= one[0] or one[3] <= other[2] or other[3] <= one[2]


def test_names_stay_within_the_drawing() -> None:
    tree = root(drawn(["The Upper Valley Guard of Old Tarvol and of the Seven Fords"] * 14))
    width = float(named(tree, "svg", "ring")[0].get("viewBox", "").split()[2])
    for text in named(tree, "text"):
        for line in named(text, "tspan"):
            wide, x = text_width(line.text or "", _SIZE) * 0.85, number(line, "x")
            left = x - {"start": 0.0, "middle": wide / 2, "end": wide}[text.get("text-anchor", "start")]
            assert left >= 0
            assert left + wide <= width


def test_hostile_names_stay_words() -> None:
    tree = root(drawn([name or "nobody" for name in HOSTILE]))
    harmless(tree)
    assert len(named(tree, "text")) == len(HOSTILE)
