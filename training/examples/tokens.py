"""Sets that come in tokens of their own, laid over our words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from tokenizers import Tokenizer

from rashomon.reading.learned.words import PIECES, Words, split

ROOM = PIECES - 2


@dataclass(frozen=True, slots=True)
class Entity:
    """Tokens of a sentence that stand for somebody or something.

    Attributes:
        first, last: its tokens, both ends included.
        sort: its type; `cluster`: what it has in common with others that stand for the same.
        manner: "name", "pronoun" or "description".
    """

    first: int
    last: int
    sort: str
    cluster: str
    manner: str


@dataclass
class Sentence:
    """A sentence as a set has it. Indices count its tokens, both ends included.

    Attributes:
        tokens, space: its tokens, and whether white space follows each.
        heads: the index of each token's governor (itself: the root; -1: unmarked); `relations` without subtypes.
        frames: (first, last, [(role, first, last)]) of predicates; `mentions`: nested ones too.
        certainty: (token, value).
    """

    tokens: Sequence[str]
    space: Sequence[bool]
    heads: Sequence[int] = ()
    relations: Sequence[str] = ()
    frames: Sequence[tuple[int, int, Sequence[tuple[str, int, int]]]] = ()
    mentions: Sequence[Entity] = ()
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
        at: for each sentence, the first word that begins in each of its tokens, or else the word that covers it.
        upto: likewise the word that it ends in.
    """

    text: str
    words: Words
    sentences: list[Sentence]
    starts: list[int]
    at: list[list[int]]
    upto: list[list[int]]

    def heads(self) -> tuple[tuple[int, ...], tuple[str, ...]]:
        """The governor and the relation of each word; the words of one token hang on its first.

        Where one word covers several tokens ("cannot"), the one that is governed from outside speaks for it.
        """
        heads, relations = [-1] * len(self.words.stretches), [""] * len(self.words.stretches)
        for sentence, at, upto in zip(self.sentences, self.at, self.upto, strict=True):
            for i, head in enumerate(sentence.heads):
                if head >= 0 and heads[at[i]] < 0 and (head == i or at[head] != at[i]):
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
        if not size:
            continue
        if held and used + size > room:
            yield _chunk(held, tokenizer)
            held, used = [], 0
        held.append(sentence)
        used += size
    if used:
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
    placed = [[_words(words, a, b) for a, b in spans] for spans in offsets]
    at, upto = [[a for a, _ in row] for row in placed], [[b for _, b in row] for row in placed]
    return Chunk(text, words, list(sentences), [row[0] for row in at], at, upto)


def _words(words: Words, start: int, end: int) -> tuple[int, int]:
    """The words of a token, first and last: "n't" begins within "don", and has the apostrophe and the "t"."""
    final = len(words.stretches) - 1
    first, last = min(words.at(start), final), min(words.at(end - 1), final)
    if first < last and words.stretches[first][0] < start:
        first += 1
    return first, max(first, last)
