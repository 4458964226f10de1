"""Places that lie in others, learnt from how documents name them: "the Mill Quarter of Orm"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from rashomon.comparing.places import Spot
from rashomon.comparing.saying import Told
from rashomon.comparing.words import listed


class Parts:
    """Which named places lie in which others, as far as some document names both together."""

    def __init__(self, told: Iterable[Told]) -> None:
        spots = {spot for one in told for spot in one.spots}
        names = {name for spot in spots if (name := _name(spot))}
        self._wholes: dict[frozenset[str], set[frozenset[str]]] = defaultdict(set)
        for joined in names:
            inner = [name for name in names if name < joined]
            for part in inner:
                rest = joined - part
                self._wholes[part] |= {whole for whole in inner if whole == rest}

    def same(self, one: Spot, other: Spot) -> bool:
        """Whether both are one place, or one lies in the other."""
        if one.same(other):
            return True
        mine, its = _name(one), _name(other)
        return its in self._wholes.get(mine, ()) or mine in self._wholes.get(its, ())

    def meet(self, ones: Sequence[Spot], others: Sequence[Spot]) -> bool:
        """Whether two lists have a place in common that is no wide area."""
        return any(self.same(a, b) and not (a.broad or b.broad) for a in ones for b in others)

    def apart(self, ones: Sequence[Spot], others: Sequence[Spot]) -> bool:
        """Whether both are told, and no place of the one can be that of the other."""
        return bool(ones and others) and all(a.apart(b) and not self.same(a, b) for a in ones for b in others)


def _name(spot: Spot) -> frozenset[str]:
    """The words of a place's name without those that only join them."""
    return frozenset(spot.words) - listed("settlements")
