"""Which claims say that something is so, and the count of those that an export leaves out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from rashomon.model import Claim, Reading

UNREAL = "not said to be so"
"""Why a claim is left out whose teller does not say that it is so, or that the author disowns."""


class Tally:
    """How many claims an export wrote, and how many it left out for which reason, in the order they came up."""

    def __init__(self) -> None:
        self.written = 0
        self.left_out: Counter[str] = Counter()

    def wrote(self, count: int = 1) -> None:
        """Counts claims that are in the export."""
        self.written += count

    def leave(self, reason: str, count: int = 1) -> None:
        """Counts claims that are not: "no place on the map"."""
        if count:
            self.left_out[reason] += count


def is_real(claim: Claim) -> bool:
    """Whether the innermost teller says that it is so, and the author does not disown it.

    Still an allegation: whether it *is* so, nobody here knows.
    """
    return claim.factuality == "happened" and not claim.negated and claim.endorsement != "rejects"


def standing(claim: Claim) -> str:
    """How a claim stands: `happened`, `demanded (not to)`, `happened (disowned by the author)`."""
    words = claim.factuality + (" (not to)" if claim.negated else "")
    return words + (" (disowned by the author)" if claim.endorsement == "rejects" else "")


def only_real(readings: Iterable[Reading], tally: Tally) -> Iterator[Reading]:
    """The readings without claims that are not said to be so; these are counted."""
    for reading in readings:
        kept = tuple(filter(is_real, reading.claims))
        tally.leave(UNREAL, len(reading.claims) - len(kept))
        yield reading if len(kept) == len(reading.claims) else reading.model_copy(update={"claims": kept})
