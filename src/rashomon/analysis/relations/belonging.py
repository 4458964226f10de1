"""Claims that say whose man somebody is: they tell who acts for whom, not who is whose friend."""

from __future__ import annotations

from rashomon.comparing.words import is_official, listed
from rashomon.model import Claim


def is_belonging(claim: Claim) -> bool:
    """Whether a claim only says that somebody is of a body: its head, its officer."""
    if claim.kind != "relation" or claim.sign != "+":
        return False
    entries = {item.entry.split(":")[-1].split("/")[0] for item in claim.evidence if item.entry}
    behind = claim.quote[claim.end - claim.quote_start :].split()[:1]
    return bool(entries & listed("memberships")) or any(is_official(word) for word in (claim.trigger, *behind))
