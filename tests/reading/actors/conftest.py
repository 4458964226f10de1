"""Actors of small texts of our own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from spacy.tokens import Doc, Token

from rashomon.model import Document
from rashomon.reading.actors import Actors, Mentions, resolve
from rashomon.reading.parser import load, parse
from rashomon.reading.tellers import find_tellings
from rashomon.reading.types import Telling


@dataclass
class Read:
    """A text with its actors; `who(word)` is whom the (n-th) phrase headed by a word stands for."""

    doc: Doc
    mentions: Mentions
    actors: Actors
    tellings: list[Telling]
    document: Document

    def token(self, word: str, n: int = 0) -> Token:
        return [t for t in self.doc if t.text == word][n]

    def who(self, word: str, n: int = 0) -> list[str]:
        return [r.name for r in self.actors.referents(self.token(word, n))]

    def sort(self, word: str, n: int = 0) -> str:
        return self.actors.category(self.token(word, n))


Reads = Callable[..., Read]


@pytest.fixture(scope="session")
def reads() -> Reads:
    nlp = load()

    def read(text: str, **fields: str) -> Read:
        document = Document(id="t", text=text, **fields)
        doc = parse(nlp, text)
        mentions = Mentions(doc, document)
        tellings = list(find_tellings(doc, mentions))
        return Read(doc, mentions, resolve(mentions, tellings), tellings, document)

    return read
