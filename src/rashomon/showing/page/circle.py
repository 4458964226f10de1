"""Actors on a circle, friends near one another, and the ties claimed between them as signed chords: inline SVG."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import cos, hypot, pi, sin
from textwrap import wrap

from markupsafe import Markup

from rashomon.model import Sign
from rashomon.showing.page.accounts import Named
from rashomon.showing.page.environment import fill
from rashomon.showing.safe import visible

_WIDTH, _HEIGHT = 720, 520
_RADIUS_X, _RADIUS_Y = 200, 190
_LABEL_GAP, _LINE = 14, 15
_LABEL = 22
_BOW = 0.22  # how far a chord bows towards the middle, in parts of its distance from it
_APART = 13  # between the two chords of a pair of which both is claimed


@dataclass(frozen=True)
class Chord:
    """One signed tie: `key` names its place in the list below; `tellers` are the voices' keys.

    `doubled`: the same two actors have a chord of the other sign too.
    """

    key: str
    one: Named
    other: Named
    sign: Sign
    claims: int
    tellers: tuple[str, ...]
    doubled: bool = False


@dataclass(frozen=True)
class _Node:
    actor: Named
    x: float
    y: float
    label_x: float
    label_y: float
    anchor: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class _Line:
    chord: Chord
    path: str
    x: float
    y: float
    width: float
    words: str


def circle(actors: Sequence[Named], chords: Sequence[Chord]) -> Markup:
    """The drawing. Friendly chords are solid, hostile ones dashed, and each bears its sign."""
    nodes = {node.actor: node for node in _placed(_ordered(actors, chords))}
    lines = [_line(chord, nodes[chord.one], nodes[chord.other]) for chord in chords]
    return fill("circle.html", width=_WIDTH, height=_HEIGHT, nodes=list(nodes.values()), lines=lines, line_height=_LINE)


def _ordered(actors: Sequence[Named], chords: Sequence[Chord]) -> list[Named]:
    """An order round the circle in which friends sit together and few chords cross the middle.

    Swaps two actors as long as that helps; deterministic.
    """
    order = list(actors)
    pull = {frozenset((c.one, c.other)): 0.0 for c in chords}
    for chord in chords:
        pull[frozenset((chord.one, chord.other))] += (2.0 if chord.sign == "+" else 0.7) * min(chord.claims, 4)

    def cost() -> float:
        place = {actor: number for number, actor in enumerate(order)}
        total = 0.0
        for pair, strength in pull.items():
            one, other = (place[actor] for actor in pair)
            step = abs(one - other)
            total += strength * min(step, len(order) - step)
        return total

    best = cost()
    improved = True
    while improved:
        improved = False
        for one, other in combinations(range(len(order)), 2):
            order[one], order[other] = order[other], order[one]
            now = cost()
            if now < best - 1e-9:
                best, improved = now, True
            else:
                order[one], order[other] = order[other], order[one]
    return order


def _placed(actors: Sequence[Named]) -> list[_Node]:
    return [_node(actor, pi * (2 * number / len(actors) - 1), len(actors)) for number, actor in enumerate(actors)]


def _node(actor: Named, angle: float, of: int) -> _Node:
    flat = 0.0 if of > 2 else 1.0
    x = _WIDTH / 2 + _RADIUS_X * cos(angle)
    y = _HEIGHT / 2 + _RADIUS_Y * sin(angle) * (1 - flat)
    lines = _label(actor.name)
    side = "middle" if abs(cos(angle)) < 0.01 else "start" if cos(angle) > 0 else "end"
    label_x = x + _LABEL_GAP * cos(angle)
    label_y = y + _LABEL_GAP * sin(angle)
    height = _LINE * len(lines)
    if abs(cos(angle)) < 0.3:  # above or below the circle; neighbours run away from one another
        label_y += 8 if sin(angle) > 0 else -height + 8
        label_y += 4 if sin(angle) > 0 else -4
    else:
        label_y -= (height - _LINE) / 2 - 4
    return _Node(actor, round(x, 1), round(y, 1), round(label_x, 1), round(label_y, 1), side, lines)


def _label(name: str) -> tuple[str, ...]:
    lines = wrap(visible(name), _LABEL, max_lines=2, placeholder="…") or ["?"]
    return tuple(lines)


def _line(chord: Chord, one: _Node, other: _Node) -> _Line:
    """A curve that bows towards the middle; the two of a pair lie beside one another."""
    middle_x, middle_y = (one.x + other.x) / 2, (one.y + other.y) / 2
    bend_x = middle_x + (_WIDTH / 2 - middle_x) * _BOW
    bend_y = middle_y + (_HEIGHT / 2 - middle_y) * _BOW
    if chord.doubled:
        length = hypot(other.x - one.x, other.y - one.y) or 1.0
        shift = _APART * (1 if chord.sign == "+" else -1)
        bend_x += 2 * shift * (one.y - other.y) / length
        bend_y += 2 * shift * (other.x - one.x) / length
    badge_x, badge_y = (one.x + 2 * bend_x + other.x) / 4, (one.y + 2 * bend_y + other.y) / 4
    verb = "with" if chord.sign == "+" else "against"
    count = f"{chord.claims} claim{'' if chord.claims == 1 else 's'}"
    return _Line(
        chord,
        f"M{one.x:.1f} {one.y:.1f}Q{bend_x:.1f} {bend_y:.1f} {other.x:.1f} {other.y:.1f}",
        round(badge_x, 1),
        round(badge_y, 1),
        1.5 + min(chord.claims, 5) * 0.6,
        f"{visible(chord.one.name)} {verb} {visible(chord.other.name)}: {count}",
    )
