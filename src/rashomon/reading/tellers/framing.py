"""Hearsay between two tellings of one source: whose hearsay it is."""

from __future__ import annotations

from itertools import pairwise

from rashomon.reading.tellers.drafts import Draft
from rashomon.reading.tellers.ground import Ground

ENTRY = "reporting.yaml:frame"
_LEAST = 2  # paragraphs of hearsay that make a run


def by_frames(drafts: list[Draft], ground: Ground) -> list[Draft]:
    """A run of paragraphs, mostly hearsay ("reportedly", "are said to have"), that stands between two tellings
    of one named source and names nobody else is told by that source."""
    layout = ground.layout
    told = [d for d in drafts if d.ranges]
    named = [d for d in told if d.source.token is not None and d.source.token.pos_ == "PROPN"]
    tellers = {layout.paragraph(d.head) for d in told if d.source.token is not None or d.words is not None}
    hearsay = {layout.paragraph(d.head) for d in drafts if d.source.token is None and d.factuality == "possible"}
    found = []
    for before, after in pairwise(sorted(named, key=lambda d: d.head)):
        run = range(layout.paragraph(before.head) + 1, layout.paragraph(after.head))
        first, second = before.source.token, after.source.token
        if len(run) < _LEAST or first is None or second is None or first.text != second.text:
            continue
        if any(number in tellers for number in run) or 2 * sum(n in hearsay for n in run) < len(run):
            continue
        start, end = layout.paragraphs[run[0]][0], layout.paragraphs[run[-1]][1]
        found.append(
            Draft(before.source, before.cue, [(start, end)], "frame", before.head, entry=ENTRY, score=0.4, settled=True)
        )
    return found
