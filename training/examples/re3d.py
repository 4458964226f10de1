"""re3d: the entities of documents on the war in Syria and Iraq, flat."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from rashomon.reading.learned.sentences import sentences
from rashomon.reading.learned.words import Words, split
from training.examples.types import Example, Mention

LEAST = 0.5
"""re3d's own confidence below which its annotators did not confirm what a machine had proposed."""


def load(folder: Path, tokenizer: Tokenizer) -> list[Example]:
    """One example a document; `folder` holds `documents.jsonl` and `entities.jsonl`."""
    of: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in (folder / "entities.jsonl").read_text(encoding="utf-8").splitlines():
        entity = json.loads(line)
        of[entity["doc"]].append(entity)
    found = []
    for line in (folder / "documents.jsonl").read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        name, text = document["doc"], document["text"]
        words = split(text, tokenizer)
        starts = tuple(sorted({words.at(start) for start, _ in sentences(text)}))
        mentions = tuple(_flat(text, words, of[name]))
        found.append(Example(name, name, text, words.stretches, starts, mentions=mentions, sorts="re3d"))
    return found


def _flat(text: str, words: Words, entities: Iterable[dict[str, Any]]) -> list[Mention]:
    """The confirmed ones whose offsets fit the text, without those that overlap a longer one."""
    kept: list[Mention] = []
    taken: set[int] = set()
    for e in sorted(entities, key=lambda e: (e["begin"] - e["end"], e["begin"], -float(e["confidence"]), e["type"])):
        if float(e["confidence"]) < LEAST or text[e["begin"] : e["end"]] != e["value"]:
            continue
        first, last = words.at(e["begin"]), words.at(e["end"] - 1)
        inside = range(first, last + 1)
        if taken.isdisjoint(inside):
            taken.update(inside)
            kept.append(Mention(first, last, e["type"]))
    return sorted(kept, key=lambda m: m.first)
