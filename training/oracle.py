"""What a model that makes no mistake would see: a passage's gold claims as a draft."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from rashomon.reading.learned.sentences import sentences
from rashomon.reading.learned.types import Argument, Draft, Frame, Mention, Stretch
from training.arguments import ACTORS, Named, named, nearest, roles
from training.passages import Passage
from training.records import Record


def draft(passage: Passage, links: bool = True) -> Draft:
    """The draft of a passage; without `links`, no words say whom they stand for."""
    text = passage.document.text
    places = list(named(passage.claims))
    by_trigger: defaultdict[Stretch, list[Record]] = defaultdict(list)
    for record in passage.claims:
        by_trigger[record["start"], record["end"]].append(record)
    frames = tuple(_frame(at, records, places, text, links) for at, records in sorted(by_trigger.items()))
    stretches = sorted({(a.start, a.end): a for f in frames for a in f.arguments if a.role in ACTORS}.items())
    mentions = tuple(Mention(start, end, "", 1.0, a.names) for (start, end), a in stretches)
    return Draft(text, tuple(sentences(text)), frames, mentions)


def _frame(at: Stretch, records: Sequence[Record], places: Sequence[Named], text: str, links: bool) -> Frame:
    first = records[0]
    found: dict[tuple[str, int, int], Argument] = {}
    for record in records:
        for role, name, start, end in roles(record):
            stretch = (start, end) if start is not None and end is not None else nearest(name, at[0], places)
            if stretch is not None:
                names = _naming(name, stretch, places, text) if links and role in ACTORS | {"teller-outer"} else None
                found.setdefault((role, *stretch), Argument(role, *stretch, 1.0, names))  # type: ignore[arg-type]
    arguments = tuple(sorted(found.values(), key=lambda a: (a.start, a.end, a.role)))
    return Frame(
        *at, first["kind"], first["type"], first["sign"], first["mode"],
        bool((first["control"] or {}).get("holds")), first["factuality"], first["endorsement"], first["negated"],
        {"found": 1.0}, {}, arguments, 3.0,
    )  # fmt: skip


def _naming(name: str, stretch: Stretch, places: Iterable[Named], text: str) -> Stretch | None:
    """The nearest words that are this name, if these are others."""
    if text[slice(*stretch)] == name:
        return None
    own = {(start, end) for other, start, end in places if other == name and text[start:end] == name}
    return min(own - {stretch}, key=lambda s: abs(s[0] - stretch[0]), default=None)
