"""A small view on tellings for tests: who tells, in which words, what the cue does."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from rashomon.reading.parser import load, parse
from rashomon.reading.tellers import chains, find_tellings
from rashomon.reading.types import Telling

Row = tuple[str | None, str | None, str]
Tell = Callable[[str, str], list[Row]]


def _name(doc: Doc, telling: Telling) -> str | None:
    return doc[telling.source].text if telling.source is not None else telling.source_text


@pytest.fixture(scope="session")
def tell() -> Tell:
    """`tell(text, word)`: the chain around the last occurrence of a word, outermost first, as
    (source, factuality, endorsement)."""
    nlp = load()

    def run(text: str, word: str) -> list[Row]:
        doc = parse(nlp, text)
        at = [t.i for t in doc if t.text == word][-1]
        found = chains(find_tellings(doc), at)[0]
        return [(_name(doc, t), t.factuality, t.endorsement) for t in found]

    return run


@pytest.fixture(scope="session")
def who(tell: Tell) -> Callable[[str, str], list[str | None]]:
    """`who(text, word)`: only the sources around a word, hearsay left out."""
    return lambda text, word: [name for name, _, _ in tell(text, word) if name is not None]
