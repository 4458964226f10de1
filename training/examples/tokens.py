"""Sets that come in tokens of their own, laid over our words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from tokenizers import Tokenizer

from rashomon.reading.learned.words import PIECES, Words, split

ROOM = PIECES - 2


@dataclass
class Sentence:
    """A sentence as a set has it. Indices count its tokens, both ends included.

    Attributes:
        tokens, space: its tokens, and whether white space follows each.
        heads: the index of each token's governor (itself: the root; -1: unmarked); `relations` without subtypes.
        frames: (first, last, [(role, first, last)]) of predicates; `mentions`: (first, last, sort).
        certainty: (token, value).
    """

    tokens: Sequence[str]
    space: Sequence[bool]
    heads: Sequence[int] = ()
    relations: Sequence[str] = ()
    frames: Sequence[tuple[int, int, Sequence[tuple[str, int, int]]]] = ()
    mentions: Sequence[tuple[int, int, str]] = ()
    certainty: Sequence[tuple[int, float]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its text, without white space at its end."""
        return "".join(t + " " * s for t, s in zip(self.tokens, self.space, strict=True)).rstrip()


@dataclass
class Chunk:
    """Sentences of one document that fit into a window, as one text.

    Attributes:
        text, words: the text and its words.
        starts: the word that begins each sentence.
        at: for each sentence, the word that each of its tokens begins in.
        upto: likewise the word that it ends in.
    """

    text: str
    words: Words
    sentences: list[Sentence]
    starts: list[int]
    at: list[list[int]]
    upto: list[list[int]]

    def heads(self) -> tuple[tuple[int, ...], tuple[str, ...]]:
        """The governor and the relation of each word; the words of one token hang on its first."""
        heads, relations = [-1] * len(self.words.stretches), [""] * len(self.words.stretches)
        for sentence, at, upto in zip(self.sentences, self.at, self.upto, strict=True):
            for i, head in enumerate(sentence.heads):
                if head >= 0:
                    heads[at[i]], relations[at[i]] = at[head], sentence.relations[i]
                for word in range(at[i] + 1, upto[i] + 1):
                    heads[word], relations[word] = at[i], "goeswith"
        return tuple(heads), tuple(relations)


def chunks(sentences: Iterable[Sentence], tokenizer: Tokenizer, room: int = ROOM) -> Iterator[Chunk]:
    """The sentences of one document in order, as many at a time as fit into a window."""
    held: list[Sentence] = []
    used = 0
    for sentence in sentences:
        size = len(tokenizer.encode(sentence.text, add_special_tokens=False).ids)
        if held and used + size > room:
            yield _chunk(held, tokenizer)
            held, used = [], 0
        held.append(sentence)
        used += size
    if held:
        yield _chunk(held, tokenizer)


def _chunk(sentences: list[Sentence], tokenizer: Tokenizer) -> Chunk:
    text, offsets = "", []
    for sentence in sentences:
        text += " " if text else ""
        spans = []
        for token, space in zip(sentence.tokens, sentence.space, strict=True):
            spans.append((len(text), len(text) + len(token)))
            text += token + " " * space
        text = text.rstrip()
        offsets.append(spans)
    words = split(text, tokenizer)
    last = len(words.stretches) - 1
    at = [[min(words.at(a), last) for a, _ in spans] for spans in offsets]
    upto = [[max(min(words.at(b - 1), last), at[s][i]) for i, (_, b) in enumerate(spans)] for s, spans in enumerate(offsets)]
    return Chunk(text, words, list(sentences), [row[0] for row in at], at, upto)
