"""What the tests of syntax share: the pipeline, and the words that fill a slot."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

from rashomon.reading.parser import load, parse
from rashomon.reading.syntax import slots

Slot = Callable[[str, str, str], list[str]]


@pytest.fixture(scope="module")
def pipeline() -> Language:
    return load()


@pytest.fixture(scope="module")
def slot(pipeline: Language) -> Slot:
    """The words that fill a slot of a word of a text."""

    def filled(text: str, word: str, name: str) -> list[str]:
        token = next(t for t in parse(pipeline, text) if t.text == word)
        return [t.text for t in slots(token).get(name, [])]

    return filled
