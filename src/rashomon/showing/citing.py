"""Ids of claims as they stand under views: short, and enough for `rashomon show`."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.showing.safe import visible

SHORT = 8
"""So many digits of a document's id are shown."""
_MOST = 6
"""So many ids are listed; the rest are counted."""


def short(claim: str) -> str:
    """`4dd2fc1f:c2` of `4dd2fc1f00112233:c2`."""
    document, _, name = claim.rpartition(":")
    return f"{visible(document[:SHORT])}:{name}"


def ids(claims: Sequence[str]) -> str:
    """Claims by their short ids; of many the first, and how many others."""
    if len(claims) <= _MOST + 1:
        return ", ".join(map(short, claims))
    return f"{', '.join(map(short, claims[:_MOST]))} and {len(claims) - _MOST:,} others"


def rest(claims: Sequence[str]) -> str:
    """Claims that are not quoted, so that each can be looked up.

    >>> rest(["4dd2fc1f00112233:c2"])
    'and 1 more: 4dd2fc1f:c2'
    """
    return f"and {len(claims):,} more: {ids(claims)}"
