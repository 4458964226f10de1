"""A claim's words around its trigger, on one line and as long as there is room for."""

from __future__ import annotations

from rashomon.model import Claim
from rashomon.showing.safe import visible


def quoted(claim: Claim, limit: int) -> tuple[str, str, str]:
    """The quote before, in and after its trigger, safe to show, cut to about `limit` characters around the trigger."""
    return around(claim.quote, claim.start - claim.quote_start, claim.end - claim.quote_start, limit)


def around(quote: str, start: int, end: int, limit: int) -> tuple[str, str, str]:
    """A quote before, in and after a stretch of it, safe to show, cut to about `limit` characters around that."""
    room = max(limit - (end - start), 20)
    left = min(start, max(room // 2, room - (len(quote) - end)))
    right = min(len(quote) - end, room - left)
    before, after = quote[start - left : start], quote[end : end + right]
    if left < start:
        before = "…" + (before.partition(" ")[2] if " " in before.strip() else before)
    if right < len(quote) - end:
        after = (after.rpartition(" ")[0] if " " in after.strip() else after) + "…"
    return _open(before), visible(quote[start:end]), _open(after)


def _open(words: str) -> str:
    """Words on one line that keep a blank at either end: more words stand beside them."""
    first, last = words[:1].isspace(), words[-1:].isspace()
    inner = visible(words)
    return " " if words and not inner else " " * first + inner + " " * last
