"""The words that a claim is tied to."""

from __future__ import annotations

from rashomon.reading.learned.types import Draft, Frame, Stretch


def quote_of(draft: Draft, frame: Frame) -> Stretch:
    """The stretch from the first to the last of trigger, agents and recipients in the trigger's sentence."""
    first, last = next(((a, b) for a, b in draft.sentences if a <= frame.start < b), (0, len(draft.text)))
    stretches = [(frame.start, frame.end)] + [
        (a.start, a.end)
        for a in frame.arguments
        if a.role in ("agent", "recipient") and first <= a.start and a.end <= last
    ]
    return min(start for start, _ in stretches), max(end for _, end in stretches)
