"""Chains of tellers: who tells, through whom, outermost first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rashomon.reading.types import Telling


def chain(tellings: Sequence[Telling], token_index: int) -> list[Telling]:
    """The tellings that hold this token, outermost first; of rival tellers the first (see `chains`)."""
    return chains(tellings, token_index)[0]


def chains(tellings: Sequence[Telling], token_index: int) -> list[list[Telling]]:
    """All chains through which this token is told, at least one (which may be empty).

    Two tellings of the same words are rivals if neither stands in the other's content: in "the army
    dismissed the rebels' claim that ..." the rebels tell what follows and the army denies it.
    """
    holding = [t for t in tellings if t.holds(token_index)]
    rivals = [t for t in holding if t.source is not None and t.factuality == "not" and _rival(t, holding)]
    if not rivals:
        return [_ordered(holding)]
    first = [t for t in holding if t not in rivals]
    found = [_ordered(first)]
    for rival in rivals:
        if rival.answers:  # whoever tells the denial too stands around it, nobody else
            found.append(_ordered([t for t in first if t.holds(rival.cue[0])] + [rival]))
            continue
        against = next(t for t in holding if t is not rival and _rivals(t, rival))
        found.append(_ordered([t for t in first if t is not against] + [rival]))
    return found


def _rival(telling: Telling, others: Sequence[Telling]) -> bool:
    return telling.answers or any(other is not telling and _rivals(other, telling) for other in others)


def _rivals(one: Telling, denier: Telling) -> bool:
    """Whether both tell exactly the same words, each beside the other, and by different sources."""
    if one.source is None or one.source == denier.source or one.content != denier.content:
        return False
    return not one.holds(denier.cue[0]) and not denier.holds(one.cue[0]) and one.cue[0] > denier.cue[0]


def _ordered(tellings: Sequence[Telling]) -> list[Telling]:
    """Outermost first: a telling whose cue lies in another's content is told by that other."""

    def outside(telling: Telling) -> int:
        return sum(t is not telling and t.holds(telling.cue[0]) and not telling.holds(t.cue[0]) for t in tellings)

    ordered = sorted(tellings, key=lambda t: (outside(t), -t.size, t.cue))
    kept: list[Telling] = []
    for telling in ordered:
        if kept and telling.source is not None and kept[-1].source == telling.source and telling.factuality is None:
            continue  # "X said ..., adding that ...": one teller
        kept.append(telling)
    return kept


def branches(tellings: Sequence[Telling], token_index: int) -> list[list[Telling]]:
    """All tellings of a document as each chain around this token sees them: without that chain's rivals.

    Where a token has one chain, that is all of them, once. Where rivals tell it ("X dismissed Y's claim
    that ..."), there is one list for each, and a claim of its own for each. Within its list a denial answers nobody.
    """
    found = chains(tellings, token_index)
    if len(found) == 1:
        return [list(tellings)]
    rivals = [t for t in tellings if any(t in c for c in found) and not all(t in c for c in found)]
    seen = [[t for t in tellings if t not in rivals or t in c] for c in found]
    return [[replace(t, answers=False) if t.answers and t.holds(token_index) else t for t in some] for some in seen]
