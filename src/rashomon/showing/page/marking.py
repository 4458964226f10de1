"""The text of a document cut into segments, so that overlapping quotes can each be marked in a lane of their own."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rashomon.model import Claim

LANES = 3
"""So many quotes can be underlined one below the other; what lies deeper shows by its trigger and number only."""

_BLANK_LINE = re.compile(r"[ \t\r]*\n(?:[ \t\r]*\n)+\s*")
_NEW_LINE = re.compile(r"[ \t\r]*\n\s*")
_LINE = range(45, 101)
"""How long the lines of a text are that was broken to a width."""


@dataclass(frozen=True)
class Underline:
    """What runs below one quote: the claims (by their index) that share it, its lane, and its look.

    `lane` 0 is next to the words; None: all lanes are taken here.
    """

    claims: tuple[int, ...]
    start: int
    end: int
    kind: str
    factuality: str
    lane: int | None = None


@dataclass(frozen=True)
class Segment:
    """A stretch of text over which the same marks hold.

    Attributes:
        underlines: the quotes it belongs to, the longest first.
        triggers: the claims (by their index) of whose trigger it is part.
        notes: the claims whose numbers stand right after it.
    """

    text: str
    underlines: tuple[Underline, ...] = ()
    triggers: tuple[int, ...] = ()
    notes: tuple[int, ...] = ()


@dataclass(frozen=True)
class Paragraph:
    """Segments that belong together, and the white space behind them, which is not shown."""

    segments: tuple[Segment, ...]
    gap: str = ""


def paragraphs(text: str, claims: Sequence[Claim]) -> tuple[Paragraph, ...]:
    """The whole text, paragraph by paragraph: all segments and gaps joined are the text."""
    gaps = [*(match.span() for match in _breaks(text)), (len(text), len(text))]
    lines = underlines(claims)
    ends = [min(max(claim.end, 0), len(text)) for claim in claims]
    cuts = {0, len(text), *ends, *(edge for gap in gaps for edge in gap)}
    cuts |= {edge for line in lines for edge in (line.start, line.end)} | {claim.start for claim in claims}
    edges = sorted(cut for cut in cuts if 0 <= cut <= len(text))
    found: list[Paragraph] = []
    at = 0
    for start, end in gaps:
        inside = edges[bisect_left(edges, at) : bisect_left(edges, start) + 1]
        found.append(Paragraph(tuple(_segments(text, inside, lines, claims)), text[start:end]))
        at = end
    return tuple(_noted(found, ends))


def underlines(claims: Sequence[Claim]) -> tuple[Underline, ...]:
    """The quotes, each once for each look, in lanes: short ones next to the words, what encloses them below."""
    alike: dict[tuple[int, int, str, str], list[int]] = {}
    for index, claim in enumerate(claims):
        alike.setdefault((claim.quote_start, claim.quote_end, claim.kind, claim.factuality), []).append(index)
    lanes: list[list[tuple[int, int]]] = [[] for _ in range(LANES)]
    found = []
    shortest_first = sorted(alike.items(), key=lambda item: (item[0][1] - item[0][0], item))
    for (start, end, kind, factuality), members in shortest_first:
        lane = next((number for number, taken in enumerate(lanes) if _free(taken, start, end)), None)
        if lane is not None and start < end:
            insort(lanes[lane], (start, end))
        found.append(Underline(tuple(members), start, end, kind, factuality, lane))
    return tuple(reversed(found))


def _breaks(text: str) -> Iterator[re.Match[str]]:
    """The white space between paragraphs: new lines, or blank lines where lines are only broken to a width."""
    broken = [line for block in _BLANK_LINE.split(text) for line in block.rstrip().split("\n")[:-1]]
    to_a_width = [line for line in broken if len(line.rstrip()) in _LINE and line.rstrip()[-1] not in ".!?:"]
    wrapped = len(to_a_width) > max(2, len(broken) / 2)
    return (_BLANK_LINE if wrapped else _NEW_LINE).finditer(text)


def _free(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    at = bisect_left(taken, (start, start))
    return (at == 0 or taken[at - 1][1] <= start) and (at == len(taken) or taken[at][0] >= end)


def _segments(
    text: str, edges: Sequence[int], lines: Sequence[Underline], claims: Sequence[Claim]
) -> Iterator[Segment]:
    """The segments between these edges."""
    if not edges:
        return
    first, last = edges[0], edges[-1]
    lines = [line for line in lines if line.start < last and line.end > first]
    triggers = [index for index, claim in enumerate(claims) if claim.start < last and claim.end > first]
    for start, end in pairwise(edges):
        yield Segment(
            text[start:end],
            tuple(line for line in lines if line.start <= start and end <= line.end),
            tuple(index for index in triggers if claims[index].start <= start and end <= claims[index].end),
        )


def _noted(found: list[Paragraph], ends: Sequence[int]) -> Iterator[Paragraph]:
    """The paragraphs with the number of each claim behind the last words of its trigger."""
    waiting = sorted(range(len(ends)), key=lambda index: (ends[index], index))
    at = 0
    for number, paragraph in enumerate(found):
        segments = list(paragraph.segments) or [Segment("")]
        final = number == len(found) - 1
        if waiting and ends[waiting[0]] <= at:
            segments.insert(0, Segment(""))
        for place, segment in enumerate(segments):
            at += len(segment.text)
            here = []
            while waiting and ends[waiting[0]] <= at:
                here.append(waiting.pop(0))
            segments[place] = replace(segment, notes=tuple(sorted(here)))
        at += len(paragraph.gap)
        while waiting and (final or ends[waiting[0]] < at):
            last = segments[-1]
            segments[-1] = replace(last, notes=(*last.notes, waiting.pop(0)))
        yield Paragraph(tuple(segments), paragraph.gap)
