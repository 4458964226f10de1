"""Paragraphs and sentences of a text as token ranges."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from spacy.tokens import Doc, Token

Range = tuple[int, int]

_ENDS = frozenset(".?!:…;")
_CLOSERS = frozenset("\"'”’»)]」』›“")


@dataclass(frozen=True)
class Layout:
    """Where paragraphs and sentences begin and end; sentences never cross a paragraph."""

    paragraphs: list[Range]
    sentences: list[Range]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [start for start, _ in self.paragraphs]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    def paragraph(self, token: int) -> int:
        """Number of the paragraph that holds this token."""
        return max(0, bisect_right(self._paragraph_starts, token) - 1)

    def sentence(self, token: int) -> Range:
        """The sentence that holds this token."""
        number = bisect_right(self._sentence_starts, token) - 1
        return self.sentences[max(0, number)]

    def before(self, sentence: Range, count: int = 1) -> list[Range]:
        """The sentences before this one, nearest first."""
        number = self.sentences.index(sentence)
        return self.sentences[max(0, number - count) : number][::-1]


def lay_out(doc: Doc) -> Layout:
    """Paragraphs end at line breaks where a new sentence begins; sentences that were cut short are joined."""
    breaks = [0]
    for token in doc[:-1] if len(doc) else []:
        if _is_break(token) and (doc[token.i + 1].is_sent_start or _is_blank(token)):
            breaks.append(token.i + 1)
    paragraphs = [(a, b) for a, b in zip(breaks, [*breaks[1:], len(doc)], strict=True) if _has_words(doc, a, b)]
    sentences: list[Range] = []
    for start, end in paragraphs:
        first = len(sentences)
        cuts = [start, *(t.i for t in doc[start + 1 : end] if t.is_sent_start and _ended(doc, t.i)), end]
        for a, b in pairwise(cuts):
            if _has_words(doc, a, b) or len(sentences) == first:
                sentences.append((a, b))
            else:
                sentences[-1] = (sentences[-1][0], b)
    return Layout(paragraphs, sentences)


def _is_break(token: Token) -> bool:
    return token.is_space and ("\n" in token.text or "\r" in token.text)


def _is_blank(token: Token) -> bool:
    return token.text.replace("\r\n", "\n").replace("\r", "\n").count("\n") > 1


def _has_words(doc: Doc, start: int, end: int) -> bool:
    return any(not t.is_space and not t.is_punct for t in doc[start:end])


def _ended(doc: Doc, start: int) -> bool:
    """Whether what stands before this token ends a sentence (else the parser cut one in two)."""
    at = start - 1
    while at > 0 and (doc[at].is_space or doc[at].text[-1] in _CLOSERS):
        if _is_break(doc[at]):
            return True
        at -= 1
    return doc[at].text[-1] in _ENDS
