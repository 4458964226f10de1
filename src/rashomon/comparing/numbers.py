"""Numbers that claims carry, as intervals of one count."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from rashomon.comparing.words import head, listed, uncounted
from rashomon.model import Claim, Quantity


class Count(NamedTuple):
    """How many of whom: from `least` to `most`. `what` and `who` say what is counted."""

    what: str
    who: str
    least: int
    most: float
    shown: str

    @property
    def words(self) -> str:
        """The number in words."""
        if self.most == math.inf:
            number = f"at least {self.least}"
        elif self.least == self.most:
            number = str(self.least)
        else:
            number = f"{self.least} to {self.most:.0f}" if self.least else f"up to {self.most:.0f}"
        return " ".join(part for part in (number, self.shown, "" if self.what == "other" else self.what) if part)


def counts(claim: Claim) -> Iterator[Count]:
    """The numbers of a claim, those with an end; of several that are parts of one sum each counts only its like."""
    sums = Counter(quantity.what for quantity in claim.quantities)
    for quantity in claim.quantities:
        if quantity.min is not None or quantity.max is not None:
            most = math.inf if quantity.max is None else float(quantity.max)
            yield Count(
                quantity.what,
                _who(quantity, sums[quantity.what] == 1),
                quantity.min or 0,
                most,
                uncounted(quantity.who or ""),
            )


def _who(quantity: Quantity, alone: bool) -> str:
    """Whom or what it counts; people where it says no more than that."""
    noun = head(quantity.who) if quantity.who else None
    if noun is None or (alone and quantity.what != "other" and noun in listed("anybody")):
        return "people"
    return noun
