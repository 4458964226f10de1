"""Slot "wording": the same deed in words that take another view of it. No dispute: nobody need be wrong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rashomon.comparing.disputes.drafts import Draft, affirmed
from rashomon.comparing.disputes.statements import Statement
from rashomon.comparing.disputes.views import View, partings


def wordings(some: Sequence[Statement]) -> Iterator[Draft]:
    """Frames of the words for one sort of deed, where no teller uses another's."""
    by_sort: dict[str, list[View[str]]] = defaultdict(list)
    for statement in affirmed(some):
        wording = statement.told.wording
        if wording is not None and wording.frame is not None and not statement.rejects:
            by_sort[wording.sort.name].append(View(statement, wording.frame))
    for sort, views in sorted(by_sort.items()):
        parted = {id(v) for pair in partings(views, lambda a, b: a != b) for v in pair}
        frames: dict[str, list[Statement]] = defaultdict(list)
        for view in (v for v in views if id(v) in parted):
            frames[view.value].append(view.statement)
        if len(frames) > 1:
            yield Draft("wording", "framing", sort, _groups(frames))


def _groups(frames: Mapping[str, Sequence[Statement]]) -> list[tuple[str, list[Statement]]]:
    """Frames with their words; those that the same tellers use are one position."""
    by_tellers: dict[frozenset[str], list[str]] = defaultdict(list)
    for frame in sorted(frames):
        by_tellers[frozenset(s.teller.key for s in frames[frame])].append(frame)
    groups = []
    for some in by_tellers.values():
        said = [s for frame in some for s in frames[frame]]
        groups.append((f"{', '.join(some)} ({_words(said)})", said))
    return groups


def _words(some: Sequence[Statement]) -> str:
    return ", ".join(f"“{word}”" for word in sorted({s.told.claim.trigger for s in some}))
