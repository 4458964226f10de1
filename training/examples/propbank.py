"""PropBank's roles on the English Web Treebank with its syntax, and UDS-IH2's certainty of the same sentences."""

from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from training.examples.labels import VERB_ROLES
from training.examples.tokens import Chunk, Sentence, chunks
from training.examples.types import Argument, Example, Frame

_ROLES = frozenset(VERB_ROLES)
Certain = Mapping[str, list[tuple[int, float]]]
"""By a sentence's tokens (joined by spaces): its predicates with how certain they are."""


def load(folder: Path, tokenizer: Tokenizer, certain: Certain | None = None) -> list[Example]:
    """All sentences, as many of a document at a time as fit into a window; `folder` holds `sentences.jsonl`."""
    lines = (folder / "sentences.jsonl").read_text(encoding="utf-8").splitlines()
    found = []
    for doc, items in groupby(map(json.loads, lines), key=lambda item: str(item["doc"])):
        sentences = [_sentence(item, certain or {}) for item in items]
        found += [_example(f"{doc}-{n}", doc, chunk) for n, chunk in enumerate(chunks(sentences, tokenizer))]
    return found


def certainty(*files: Path) -> dict[str, list[tuple[int, float]]]:
    """What UDS-IH2's files (`text`, `targets` with `span1` and `label`) say, by sentence."""
    found: dict[str, list[tuple[int, float]]] = {}
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            item = json.loads(line)
            found[item["text"]] = [(t["span1"][0], float(t["label"])) for t in item["targets"]]
    return found


def _sentence(item: Mapping[str, Any], certain: Certain) -> Sentence:
    heads = [i if head == 0 else head - 1 for i, head in enumerate(item["heads"])]
    frames = [
        (p["i"], p["i"], [(role, a, b) for role, a, b in p["args"] if role in _ROLES]) for p in item["predicates"]
    ]
    return Sentence(
        item["tokens"], item["space"], heads, [d.split(":")[0] for d in item["deps"]], frames,
        certainty=certain.get(" ".join(item["tokens"]), []),
    )  # fmt: skip


def _example(name: str, doc: str, chunk: Chunk) -> Example:
    frames, certain = [], []
    for sentence, at, upto in zip(chunk.sentences, chunk.at, chunk.upto, strict=True):
        for first, last, arguments in sentence.frames:
            marked = tuple(Argument(role, at[a], upto[b]) for role, a, b in arguments)
            frames.append(Frame(at[first], upto[last], {}, marked, _ROLES))
        certain += [(at[i], value) for i, value in sentence.certainty]
    heads, relations = chunk.heads()
    return Example(
        name, doc, chunk.text, chunk.words.stretches, tuple(sorted(set(chunk.starts))), "verbs", tuple(frames),
        certainty=tuple(certain), heads=heads, relations=relations,
    )  # fmt: skip
