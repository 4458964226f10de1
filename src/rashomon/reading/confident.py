"""Claims of which the reader is sure enough. What is left out is counted: nothing is lost silently."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rashomon.errors import ConfidenceError, InputError
from rashomon.model import Claim, LeftOut, Reading


def confident(reading: Reading, least: float) -> Reading:
    """The reading without its claims below this confidence (0..1), and without tellers who then tell nothing.

    Claims keep their ids; actors and places stay, as they are named in the text all the same. Raises ConfidenceError if
    `least` is none, or if a claim has no confidence.
    """
    check_least(least)
    kept = tuple(claim for claim in reading.claims if _sureness(claim, reading) >= least)
    ids = {claim.id for claim in kept}
    tellers = (one.model_copy(update={"claims": tuple(i for i in one.claims if i in ids)}) for one in reading.tellers)
    before = reading.left_out or LeftOut(least=least, claims=0)
    left_out = LeftOut(least=max(least, before.least), claims=before.claims + len(reading.claims) - len(kept))
    changes = {"claims": kept, "tellers": tuple(one for one in tellers if one.claims), "left_out": left_out}
    return reading.model_copy(update=changes)


def all_confident(outcomes: Iterable[Reading | InputError], least: float | None) -> Iterator[Reading | InputError]:
    """The outcomes of a run, each reading as `confident` leaves it; as they are if `least` is None."""
    if least is not None:
        check_least(least)
    return (confident(one, least) if least is not None and isinstance(one, Reading) else one for one in outcomes)


def check_least(least: float) -> None:
    """Raises ConfidenceError if this is no probability."""
    if not 0 <= least <= 1:
        raise ConfidenceError(f"{least} is no confidence: it must lie between 0 and 1")


def _sureness(claim: Claim, reading: Reading) -> float:
    if claim.confidence is None:
        raise ConfidenceError(
            f"the reader {reading.versions.reader!r} gives no confidence: its scores are raw, and no claim can be left "
            "out by them"
        )
    return claim.confidence.claim
