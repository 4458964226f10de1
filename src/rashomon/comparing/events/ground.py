"""What is known of a whole case when its claims are compared.

Places that lie in others are learnt from how documents name them: "the Mill Quarter of Orm".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from rashomon.comparing.names import Names
from rashomon.comparing.parties import Party
from rashomon.comparing.places import Spot
from rashomon.comparing.saying import Told
from rashomon.comparing.words import listed


class Ground:
    """What must be known of a whole case to compare its claims: places within places, and who gains by a change."""

    def __init__(self, told: Iterable[Told], names: Names) -> None:
        self._names = names
        spots = {spot for one in told for spot in one.spots}
        named = {name for spot in spots if (name := _name(spot))}
        self._wholes: dict[frozenset[str], set[frozenset[str]]] = defaultdict(set)
        for joined in named:
            inner = [name for name in named if name < joined]
            for part in inner:
                rest = joined - part
                self._wholes[part] |= {whole for whole in inner if whole == rest}

    def gainer(self, told: Told) -> Party | None:
        """Who holds a place after a claim's change, if it says so and he has a name."""
        control = told.claim.control
        return self._names.party(told.at, control.to) if control and control.to else None

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
