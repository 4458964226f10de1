"""What the reading of numbers and places asks of tokens: spaCy's have it, and so have words without a parse."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol, overload


class Sentence(Protocol):
    """A sentence, by its first token."""

    @property
    def start(self) -> int:
        """The position of its first token."""


class Token(Protocol):
    """A word of a text."""

    @property
    def tag_(self) -> str:
        """Its Penn Treebank tag."""

    @property
    def i(self) -> int:
        """Its position."""

    @property
    def idx(self) -> int:
        """Its offset in the text (code points)."""

    @property
    def text(self) -> str:
        """As written."""

    @property
    def lower_(self) -> str:
        """In lower case."""

    @property
    def whitespace_(self) -> str:
        """The blank after it; "" if none."""

    @property
    def sent(self) -> Sentence:
        """Its sentence."""


class Run(Protocol):
    """Tokens that follow each other."""

    def __iter__(self) -> Iterator[Token]:
        """From left to right."""


class Tokens(Protocol):
    """A text in tokens."""

    def __len__(self) -> int:
        """How many."""

    @overload
    def __getitem__(self, i: int, /) -> Token: ...
    @overload
    def __getitem__(self, i: slice, /) -> Run: ...
