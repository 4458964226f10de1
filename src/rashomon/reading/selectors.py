"""The words of a claim with their surroundings, so that they can be found again in another copy."""

from __future__ import annotations

from rashomon.model import TextQuote

_CONTEXT = 32
"""How many code points of context a TextQuoteSelector keeps on either side."""


def selector(text: str, start: int, end: int) -> TextQuote:
    """The quote with its surroundings."""
    return TextQuote(
        exact=text[start:end],
        prefix=text[max(0, start - _CONTEXT) : start],
        suffix=text[end : end + _CONTEXT],
    )
