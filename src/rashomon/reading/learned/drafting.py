"""A whole text through the model: windows in, one draft out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from rashomon.reading.learned.decoding import (
    SOURCE,
    FrameScores,
    Labels,
    Scores,
    Telling,
    WordScores,
    chain,
    cues,
    frames,
    tellings,
    triggers,
)
from rashomon.reading.learned.lexicon import Lexicon
from rashomon.reading.learned.sentences import sentences
from rashomon.reading.learned.types import Draft, Frame, Mention, Stretch
from rashomon.reading.learned.words import Window, Words, shape_of, split, windows

CLS, SEP = 101, 102
MARKS = 40
"""Room for the lexicon's marks."""
Numbers = NDArray[np.int64]


@dataclass(frozen=True)
class Seen:
    """A window as the model saw it: a vector a word (W, width), and what it says of the words."""

    vectors: Scores
    scores: WordScores


class Model(Protocol):
    """What scores windows: the shipped network, or one in training."""

    labels: Labels
    lexicon: Lexicon
    tokenizer: Tokenizer

    def see(self, pieces: Numbers, shapes: Numbers, marks: Scores, begins: Numbers) -> Seen:
        """Scores of the words of one window. `pieces`, `shapes`: (P,), `marks`: (P, MARKS) what the lexicon says,
        `begins`: (W,) the first piece of each word."""

    def hang(self, vectors: Scores, first: Numbers, last: Numbers, sentence: Numbers) -> FrameScores:
        """Scores of the arguments and labels of triggers: `first`, `last`: (F,), `sentence`: (W,)."""


def draft(text: str, model: Model) -> Draft:
    """Everything that the model reads in a text."""
    words = split(text, model.tokenizer)
    bounds = sentences(text)
    starts = sorted({words.at(start) for start, _ in bounds} | {0}) if words.stretches else []
    starts = [s for s in starts if s < len(words.stretches)]
    numbered = numbers_of(len(words.stretches), starts)
    known = model.lexicon.of([text[start:end] for start, end in words.stretches])
    found: list[Frame] = []
    mentions: list[Mention] = []
    for window in windows(words, starts) if starts else ():
        more, others = _window(text, words, window, numbered, known, model)
        found += more
        mentions += others
    return Draft(text, tuple(bounds), tuple(found), tuple(mentions))


def certainty(words: Sequence[str], targets: Sequence[int], model: Model) -> list[float]:
    """How certain it is that these predicates (indices of words) of one sentence happened: -3 (did not) .. 3 (did)."""
    text = " ".join(words)
    offsets = [sum(len(word) + 1 for word in words[:i]) for i in targets]
    found = split(text, model.tokenizer)
    known = model.lexicon.of([text[start:end] for start, end in found.stretches])
    scores: list[float] = []
    for window in windows(found, [0]) if found.stretches else ():
        scores += _see(text, found, window, known, model).scores.certainty.tolist()
    return [
        max(-3.0, min(3.0, scores[min(found.at(offset), len(scores) - 1)])) if scores else 3.0 for offset in offsets
    ]


def _see(text: str, words: Words, window: Window, known: Sequence[tuple[int, ...]], model: Model) -> Seen:
    """A window through the encoder."""
    pieces, shapes, known_of, begins = encoded(text, words, window, known)
    marked = [(at, mark) for at, some in enumerate(known_of) for mark in some]
    marks = np.zeros((len(pieces), MARKS), dtype=np.float32)
    if marked:
        marks[tuple(np.array(marked).T)] = 1
    return model.see(np.array(pieces), np.array(shapes), marks, np.array(begins))


def encoded(
    text: str, words: Words, window: Window, known: Sequence[tuple[int, ...]]
) -> tuple[list[int], list[int], list[tuple[int, ...]], list[int]]:
    """A window as the encoder takes it, in training too: pieces, their shapes and marks; each word's first piece."""
    pieces, shapes, begins = [CLS], [0], []
    marks: list[tuple[int, ...]] = [()]
    for i in range(window.first, window.last):
        (start, end), parts = words.stretches[i], words.pieces[i]
        begins.append(len(pieces))
        pieces += parts
        shapes += [shape_of(text[start:end])] * len(parts)
        marks += [known[i]] * len(parts)
    return [*pieces, SEP], [*shapes, 0], [*marks, ()], begins


def _window(
    text: str, words: Words, window: Window, numbered: list[int], known: Sequence[tuple[int, ...]], model: Model
) -> tuple[list[Frame], list[Mention]]:
    stretches = words.stretches[window.first : window.last]
    seen = _see(text, words, window, known, model)
    sentence = numbered[window.first : window.last]
    here = triggers(seen.scores, sentence, model.labels)
    if here:
        first, last = np.array([t.first for t in here]), np.array([t.last for t in here])
        hung = model.hang(seen.vectors, first, last, np.array(sentence))
        told = _tellings(seen, hung, sentence, model)
    else:
        hung = FrameScores({}, np.zeros((0, len(stretches), len(model.labels.roles), 2), dtype=np.float32))
        told = []
    return frames(here, stretches, seen.scores, hung, model.labels, told)


def _tellings(seen: Seen, hung: FrameScores, sentence: Sequence[int], model: Model) -> list[list[Telling]]:
    """The tellings around each frame: its cue, the cue around that one, and so on, with who tells by each."""
    mine = cues(hung, model.labels)
    known: dict[Stretch, Telling] = {}
    new = sorted({cue for cue in mine if cue})
    while new and SOURCE in model.labels.roles:
        first, last = (np.array(ends) for ends in zip(*new, strict=True))
        known |= tellings(new, model.hang(seen.vectors, first, last, np.array(sentence)), model.labels)
        new = sorted({t.outer for t in known.values() if t.outer} - known.keys())
    return [chain(cue, known) for cue in mine]


def numbers_of(total: int, starts: Sequence[int]) -> list[int]:
    """The sentence of each word."""
    out, n, at = [], -1, set(starts)
    for i in range(total):
        n += i in at
        out.append(n)
    return out
