"""Who stands in the other roles of a deed: its tellers, and those whom it sets against each other."""

from __future__ import annotations

from collections.abc import Callable

from rashomon.reading.learned.naming.context import Context
from rashomon.reading.learned.naming.entities import Entity
from rashomon.reading.learned.types import Stretch


def partners(context: Context, stretch: Stretch) -> list[Entity]:
    """Those in the other roles of the same triggers: whom a pronoun beside them cannot mean."""
    mine = context.roles.get(stretch, set())
    other = {"recipient", "from"} if "agent" in mine else {"agent"} if mine & {"recipient", "from"} else set()
    found = []
    for frame in context.frames.get(stretch, ()):
        for a in frame.arguments:
            if a.role in other and context.whole((a.start, a.end)) != stretch:
                answer = context.answers.get(context.whole((a.start, a.end)))
                found += list(answer[0]) if answer is not None else []
    return found


def teller_around(context: Context, stretch: Stretch, depth: int) -> Entity | None:
    """The innermost teller of a claim in which the words stand."""
    for frame in context.frames.get(stretch, ()):
        for a in frame.arguments:
            if a.role == "teller" and (whole := context.whole((a.start, a.end))) != stretch:
                answer = context.answer(whole, depth - 1)
                if answer is not None:
                    return answer[0][0]
    return None


def opposed(context: Context, offset: int, fits: Callable[[Entity], bool]) -> tuple[Entity, ...]:
    """The agent and the recipient of the last deed before an offset that has one of each."""
    found: tuple[Entity, ...] = ()
    latest = -1
    for frames in context.frames.values():
        for frame in frames:
            if not latest < frame.start < offset:
                continue
            sides = []
            for role in ("agent", "recipient"):
                stretches = [context.whole((a.start, a.end)) for a in frame.arguments if a.role == role]
                answers = [context.answers.get(stretch) for stretch in stretches]
                several = [e for answer in answers if answer is not None for e in answer[0]]
                sides += several if len(several) == 1 and fits(several[0]) else []
            if len(sides) == 2 and sides[0] is not sides[1]:
                found, latest = tuple(sides), frame.start
    return found if context.trail.sentence(offset) - context.trail.sentence(latest) <= 2 else ()
