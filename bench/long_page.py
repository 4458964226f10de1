"""A long batch for measuring the page: sixty accounts put together from our own invented texts."""

from __future__ import annotations

import random
from collections.abc import Iterator

from bench.common import json_lines
from bench.gate import PASSAGES
from rashomon import example
from rashomon.model import Document
from training.passages import load

DOCUMENTS = 60
CHARACTERS = 200_000
_SEED = 3


def documents(number: int = DOCUMENTS, characters: int = CHARACTERS) -> list[Document]:
    """So many accounts with so many characters in all: the example's paragraphs and our passages, drawn at random."""
    drawn = _drawn()
    found = []
    for index in range(number):
        paragraphs: list[str] = []
        while sum(map(len, paragraphs)) + 2 * len(paragraphs) < characters / number:
            paragraphs.append(next(drawn))
        title = f"Account {index + 1}: {paragraphs[0].split('. ')[0][:70]}"
        date = f"2019-{index % 12 + 1:02}-{index % 28 + 1:02}"
        found.append(
            Document(
                id=f"long-{index + 1}",
                text="\n\n".join(paragraphs),
                source=f"Outlet {index % 9 + 1}",
                title=title,
                published=date,
                lang="en",
            )
        )
    return found


def _drawn() -> Iterator[str]:
    pool = [text for record in json_lines(example.path()) for text in record["text"].split("\n\n")]
    pool += [passage.document.text for passage in load(PASSAGES)]
    chance = random.Random(_SEED)
    while True:
        yield from chance.sample(pool, len(pool))
