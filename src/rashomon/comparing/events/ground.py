"""What is known of a whole case when its claims are compared.

Places that lie in others are learnt from how documents name them: "the Mill Quarter of Orm".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from rashomon.comparing.places import Spot
from rashomon.comparing.saying import Told
from rashomon.comparing.words import listed


class Ground:
    """Which places of a case lie in which others."""

    def __init__(self, told: Iterable[Told]) -> None:
        self._spots: dict[frozenset[str], set[Spot]] = defaultdict(set)
        for spot in {spot for one in told for spot in one.spots}:
            if not spot.broad and (name := _name(spot)):
                self._spots[name].add(spot)
        self._wholes: dict[frozenset[str], set[frozenset[str]]] = defaultdict(set)
        for joined in self._spots:
            inner = [name for name in self._spots if name < joined]
            for part in inner:
                self._wholes[part] |= {whole for whole in inner if whole == joined - part}

    def around(self, spot: Spot) -> Iterator[Spot]:
        """The places that lie around a place, itself first: "Mill Quarter" in "Orm", if some document says so."""
        yield spot
        for whole in self._wholes.get(_name(spot), ()):
            yield from self._spots[whole]


def _name(spot: Spot) -> frozenset[str]:
    """The words of a place's name without those that only join them."""
    return frozenset(spot.words) - listed("settlements")
