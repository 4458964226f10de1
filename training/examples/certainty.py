"""How certain it is that something happened: UDS-IH2 and MEANTIME, -3 (it did not) to 3 (it did), word by word."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from tokenizers import Tokenizer

from training.examples.tokens import Chunk, Sentence, chunks
from training.examples.types import Example

SETS = ("UDS_IH2", "MEANTIME")
ROOM = 200
"""Word pieces of sentences that are read together, as they follow each other in the file."""


def load(
    folder: Path, tokenizer: Tokenizer, parts: Sequence[str] = ("train", "dev"), sets: Sequence[str] = SETS
) -> list[Example]:
    """These parts of these sets (`folder/SET/PART.jsonl`). "test" is for measuring. A part is a group."""
    found = []
    for group in (f"{name}/{part}" for name in sets for part in parts):
        lines = (folder / f"{group}.jsonl").read_text(encoding="utf-8").splitlines()
        read = chunks(map(_sentence, lines), tokenizer, ROOM)
        found += [_example(f"{group}-{n}", group, chunk) for n, chunk in enumerate(read)]
    return found


def _sentence(line: str) -> Sentence:
    item = json.loads(line)
    tokens = item["text"].split(" ")
    targets = [(t["span1"][0], float(t["label"])) for t in item["targets"] if t["span1"][0] < len(tokens)]
    return Sentence(tokens, [*(not _clitic(t) for t in tokens[1:]), True], certainty=targets)


def _clitic(token: str) -> bool:
    """Whether a token is written onto the one before: "'s", "n't". Other punctuation is its own word in any case."""
    plain = token.replace("’", "'").lower()
    return plain == "n't" or (len(plain) > 1 and plain[0] == "'" and plain[1:].isalpha())


def _example(name: str, group: str, chunk: Chunk) -> Example:
    certain = tuple(
        (at[i], value)
        for sentence, at in zip(chunk.sentences, chunk.at, strict=True)
        for i, value in sentence.certainty
    )
    return Example(
        name, group, chunk.text, chunk.words.stretches, tuple(sorted(set(chunk.starts))), certainty=certain
    )  # fmt: skip
