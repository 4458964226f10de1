"""Our own corpus as training examples: every claim a frame, its arguments where their words stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tokenizers import Tokenizer

from rashomon.reading.learned.sentences import sentences
from rashomon.reading.learned.words import Words, split
from training.arguments import Named, named, nearest, roles
from training.examples.labels import CLAIM_ROLES, CUE_ROLES, labels_of
from training.examples.types import Argument, Example, Frame, Link
from training.passages import load as load_passages
from training.records import Record


def load(folder: Path, tokenizer: Tokenizer) -> list[Example]:
    """All passages of the corpus. An example's group is the file that it is in (a kind of writing)."""
    return [
        example(p.document.id, p.document.id.rsplit("-", 1)[0], p.document.text, p.claims, tokenizer)
        for p in load_passages(folder)
    ]


def example(
    name: str,
    group: str,
    text: str,
    claims: Sequence[Record],
    tokenizer: Tokenizer,
    more: Iterable[Named] = (),
) -> Example:
    """A text with claims that have `arguments` (see `training.records`); `more`: other words that stand for a name."""
    words = split(text, tokenizer)
    by_trigger: defaultdict[tuple[int, int], list[Record]] = defaultdict(list)
    for claim in claims:
        by_trigger[words.at(claim["start"]), words.at(claim["end"] - 1)].append(claim)
    stated = (*named(claims), *more)
    places = list(dict.fromkeys((who, words.at(start), words.at(end - 1)) for who, start, end in stated))
    frames = [_frame(at, records, places, words) for at, records in sorted(by_trigger.items())]
    return Example(
        id=name,
        group=group,
        text=text,
        words=words.stretches,
        sentences=tuple(words.at(start) for start, _ in sentences(text)),
        predicates="claims",
        frames=(*frames, *_cues(claims, words)),
        links=tuple(_links(text, places, words)),
    )


def _frame(at: tuple[int, int], records: Sequence[Record], places: Sequence[Named], words: Words) -> Frame:
    found: dict[Argument, None] = {}
    for record in records:
        for role, name, start, end in roles(record):
            if start is not None and end is not None:
                found[Argument(role, words.at(start), words.at(end - 1))] = None
            elif near := nearest(name, at[0], places):
                found[Argument(role, *near)] = None
    arguments = tuple(sorted(found, key=lambda a: (a.first, a.last, a.role)))
    return Frame(*at, labels_of(records[0]), arguments, CLAIM_ROLES)


def _cues(claims: Iterable[Record], words: Words) -> Iterator[Frame]:
    """Every cue as a frame: who tells by it, and in the content of which other cue it stands."""
    hung: defaultdict[tuple[int, int], set[Argument]] = defaultdict(set)
    for claim in claims:
        around: tuple[int, int] | None = None
        for name in claim["speakers"]:
            stated = (a for a in claim["arguments"] if a["start"] is not None)
            mine = [a for a in stated if a["name"] and a["name"] in name]
            at = next((_stretch(a, words) for a in mine if a["role"] == "cue"), None)
            if at is not None:
                hung[at].update(Argument("source", *_stretch(a, words)) for a in mine if a["role"] == "teller")
                if around is not None and around != at:
                    hung[at].add(Argument("cue", *around))
            around = at
    for at, arguments in sorted(hung.items()):
        yield Frame(*at, {}, tuple(sorted(arguments, key=lambda a: (a.first, a.last, a.role))), CUE_ROLES)


def _stretch(argument: Record, words: Words) -> tuple[int, int]:
    return words.at(argument["start"]), words.at(argument["end"] - 1)


def _links(text: str, places: Sequence[Named], words: Words) -> Iterator[Link]:
    """Who stands for whom. Words that are their own name, or a part of one, stand for themselves."""
    own: defaultdict[str, set[int]] = defaultdict(set)
    parts: defaultdict[str, set[int]] = defaultdict(set)
    for name, first, last in places:
        said = _text(text, words, first, last)
        if said == name:
            own[name].add(first)
        elif _alike(said, name):
            parts[name].add(first)
    for name in parts.keys() - own.keys():
        own[name] = parts[name]  # nowhere in full: "A tank commander ... he"
    done = set()
    for name, first, last in places:
        if first in done:
            continue
        targets = () if first in own[name] else tuple(sorted(own[name] - {first}))
        if targets or first in own[name] or _alike(_text(text, words, first, last), name):
            done.add(first)
            yield Link(first, targets)


def _alike(said: str, name: str) -> bool:
    """Whether words share one with the name that they stand for: then they need nobody else's."""
    mine = {w.lower() for w in said.split() if len(w) > 3}
    return bool(mine & {w.lower() for w in name.split()})


def _text(text: str, words: Words, first: int, last: int) -> str:
    return text[words.stretches[first][0] : words.stretches[last][1]]
