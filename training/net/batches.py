"""Examples as tensors: windows, padded, a batch at a time."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import torch
from tokenizers import Tokenizer
from torch import Tensor

from rashomon.reading.learned.drafting import MARKS, encoded, numbers_of
from rashomon.reading.learned.lexicon import Lexicon
from rashomon.reading.learned.words import split, windows
from training.examples.labels import FRAME_HEADS, ROLES, SENSES
from training.examples.types import Example, Frame
from training.net.inventory import RELATIONS, SORTS

IGNORED = -100
_ROLE = {role: i for i, role in enumerate(ROLES)}


@dataclass(slots=True)
class Part:
    """One window of an example: its pieces, and where in it the example's words are."""

    example: Example
    first: int
    last: int
    pieces: list[int]
    shapes: list[int]
    marks: list[tuple[int, ...]]
    begins: list[int]
    sentence: list[int]


@dataclass
class Batch:
    """Windows with all that is marked in them, -100 where nothing is. B windows, P pieces, W words, F frames."""

    pieces: Tensor  # B P
    shapes: Tensor  # B P
    marks: Tensor  # B P MARKS
    begins: Tensor  # B W
    sentence: Tensor  # B W
    present: Tensor  # B W, bool
    sense: Tensor  # B W
    goes_on: Tensor  # B W, -1 unmarked, 0, 1
    sorts: dict[str, Tensor]  # B W
    certainty: Tensor  # B W, nan unmarked
    links: Tensor  # B W W+1, 0/1; a row of zeros is not marked
    heads: Tensor  # B W
    relations: Tensor  # B W
    window: Tensor  # F
    first: Tensor  # F
    last: Tensor  # F
    labels: dict[str, Tensor] = field(default_factory=dict)  # F
    roles: Tensor = field(default_factory=lambda: torch.zeros(0))  # F R, bool
    arguments: Tensor = field(default_factory=lambda: torch.zeros(0))  # F W R 2


def parts(examples: Sequence[Example], tokenizer: Tokenizer, lexicon: Lexicon | None = None) -> list[Part]:
    """All windows of all examples."""
    found = []
    for example in examples:
        words = split(example.text, tokenizer)
        stretches = [example.text[a:b] for a, b in words.stretches]
        known = lexicon.of(stretches) if lexicon else [()] * len(stretches)
        sentence = numbers_of(len(stretches), example.sentences)
        for window in windows(words, example.sentences):
            first, last = window.first, window.last
            found.append(Part(example, first, last, *encoded(example.text, words, window, known), sentence[first:last]))
    return found


def batches(found: Sequence[Part], pieces: int, rng: random.Random | None) -> Iterator[list[Part]]:
    """Windows in batches of up to so many pieces with their padding, like sized together; in chance order if `rng`."""
    order = list(found)
    if rng:
        rng.shuffle(order)
        order = [p for i in range(0, len(order), 256) for p in sorted(order[i : i + 256], key=lambda p: len(p.pieces))]
    groups: list[list[Part]] = [[]]
    for part in order:
        longest = max([len(p.pieces) for p in groups[-1]] + [len(part.pieces)])
        if groups[-1] and longest * (len(groups[-1]) + 1) > pieces:
            groups.append([])
        groups[-1].append(part)
    if rng:
        rng.shuffle(groups)
    yield from filter(None, groups)


def tensors(group: Sequence[Part]) -> Batch:
    """A batch of windows with their marks."""
    size, longest = len(group), max(len(p.pieces) for p in group)
    width = max(len(p.begins) for p in group)

    def full(value: float, *shape: int, dtype: torch.dtype = torch.long) -> Tensor:
        return torch.full((size, *shape), value, dtype=dtype)

    batch = Batch(
        pieces=full(0, longest), shapes=full(0, longest),
        marks=full(0, longest, MARKS, dtype=torch.float), begins=full(0, width), sentence=full(0, width),
        present=full(0, width, dtype=torch.bool), sense=full(IGNORED, width), goes_on=full(-1, width),
        sorts={name: full(IGNORED, width) for name in SORTS}, certainty=full(float("nan"), width, dtype=torch.float),
        links=full(0, width, width + 1, dtype=torch.float), heads=full(IGNORED, width), relations=full(IGNORED, width),
        window=torch.zeros(0), first=torch.zeros(0), last=torch.zeros(0),
    )  # fmt: skip
    frames: list[tuple[int, Frame, int]] = []
    for b, part in enumerate(group):
        n = len(part.begins)
        batch.pieces[b, : len(part.pieces)] = torch.tensor(part.pieces)
        batch.shapes[b, : len(part.shapes)] = torch.tensor(part.shapes)
        for i, some in enumerate(part.marks):
            batch.marks[b, i, list(some)] = 1
        batch.begins[b, :n] = torch.tensor(part.begins)
        batch.sentence[b, :n] = torch.tensor(part.sentence)
        batch.present[b, :n] = True
        frames += [(b, f, part.first) for f in part.example.frames if part.first <= f.first and f.last < part.last]
        _mark_words(batch, b, part)
    _mark_frames(batch, frames, group, width)
    return batch


def _mark_words(batch: Batch, b: int, part: Part) -> None:
    example, first, last = part.example, part.first, part.last
    n = last - first
    if example.predicates == "claims":
        batch.sense[b, :n], batch.goes_on[b, :n] = 0, 0
        for frame in example.frames:
            if "sense" in frame.labels and first <= frame.first and frame.last < last:
                batch.sense[b, frame.first - first] = SENSES.index(frame.labels["sense"])
                batch.goes_on[b, frame.first - first + 1 : frame.last - first + 1] = 1
    if example.mentions is not None and example.sorts in SORTS:
        tags, sorts = batch.sorts[example.sorts], SORTS[example.sorts]
        tags[b, :n] = 0
        for m in example.mentions:
            if first <= m.first and m.last < last and m.sort in sorts:
                tags[b, m.first - first] = 1 + 2 * sorts.index(m.sort)
                tags[b, m.first - first + 1 : m.last - first + 1] = 2 + 2 * sorts.index(m.sort)
    for link in example.links or ():
        if first <= link.word < last:
            inside = [t - first for t in link.targets if first <= t < last]
            if inside or not link.targets:
                columns = [1 + t for t in inside] or [0]
                batch.links[b, link.word - first, columns] = 1
    for word, value in example.certainty:
        if first <= word < last:
            batch.certainty[b, word - first] = value
    if example.heads:
        for i in range(first, last):
            head = example.heads[i]
            if head >= 0 and first <= head < last:
                batch.heads[b, i - first] = head - first
                if example.relations[i] in RELATIONS:
                    batch.relations[b, i - first] = RELATIONS.index(example.relations[i])


def _mark_frames(batch: Batch, frames: Sequence[tuple[int, Frame, int]], group: Sequence[Part], width: int) -> None:
    batch.window = torch.tensor([b for b, _, _ in frames], dtype=torch.long)
    batch.first = torch.tensor([f.first - at for _, f, at in frames], dtype=torch.long)
    batch.last = torch.tensor([f.last - at for _, f, at in frames], dtype=torch.long)
    for head, values in FRAME_HEADS.items():
        marks = [values.index(f.labels[head]) if head in f.labels else IGNORED for _, f, _ in frames]
        batch.labels[head] = torch.tensor(marks, dtype=torch.long)
    batch.roles = torch.zeros(len(frames), len(ROLES), dtype=torch.bool)
    batch.arguments = torch.zeros(len(frames), width, len(ROLES), 2)
    for i, (b, frame, at) in enumerate(frames):
        batch.roles[i, [_ROLE[r] for r in frame.roles if r in _ROLE]] = True
        n = len(group[b].begins)
        for a in frame.arguments:
            if a.role in _ROLE and a.first - at >= 0 and a.last - at < n:
                batch.arguments[i, a.first - at, _ROLE[a.role], 0] = 1
                batch.arguments[i, a.first - at + 1 : a.last - at + 1, _ROLE[a.role], 1] = 1
