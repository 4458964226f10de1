"""Which places go with which verb: rows of single sentences from the news, one verb each."""

from __future__ import annotations

import json
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from rashomon.reading.learned.sentences import sentences
from rashomon.reading.learned.words import split
from training.examples.types import Argument, Example, Frame

Stretch = tuple[int, int]
Row = tuple[str, Stretch, frozenset[Stretch]]
"""Source, verb, places."""

ROLES = frozenset({"place"})
BEST = "RELABEL"
"""The source of the rows of gold quality, which overrule others on the same verb."""
UNSURE = frozenset({"Masdar_RA"})
"""Sources that leave places out: of their verbs without any, the best rows give nearly every second one a place."""
_SENTENCE = re.compile(r"(?P<doc>.+\.\d+)_\d+_\w+\s*")
"""An id that names document, sentence and verb."""


def load(folder: Path, tokenizer: Tokenizer) -> list[Example]:
    """One example a text, its verbs the frames; `folder` holds `labeled_text.jsonl.zip`. A document is a group."""
    with zipfile.ZipFile(folder / "labeled_text.jsonl.zip") as archive:
        records = json.loads(archive.read("labeled_text.jsonl"))
    rows: defaultdict[str, list[Row]] = defaultdict(list)
    ids: dict[str, str] = {}
    for record in records:
        row = _row(record)
        if row is not None:
            rows[record["text"]].append(row)
            ids.setdefault(record["text"], str(record["_id"]).strip())
    found = [_example(f"{n}-{ids[text]}", ids[text], text, rows[text], tokenizer) for n, text in enumerate(rows)]
    return [example for example in found if example.frames]


def _row(record: dict[str, Any]) -> Row | None:
    """A record with one verb, all of whose offsets fit its text; else None."""
    spans = [(s["label"], _stretch(record, s)) for s in record.get("spans", ())]
    verbs = [at for label, at in spans if label == "VERB"]
    if len(verbs) != 1 or verbs[0] is None or any(at is None for _, at in spans):
        return None
    return str(record["source"]), verbs[0], frozenset(at for label, at in spans if label == "LOCATION" and at)


def _stretch(record: dict[str, Any], span: dict[str, Any]) -> Stretch | None:
    """The words of a span. Where `start` and `end` count tokens, not code points, its own `text` tells."""
    text, start, end = str(record["text"]), int(span["start"]), int(span["end"])
    said = str(span.get("text", text[start:end])).strip()
    if not said:
        return None
    if text[start:end].strip() == said:
        start = text.index(said, start)
        return start, start + len(said)
    tokens = record["tokens"]
    if start <= end < len(tokens) and text[tokens[start]["start"] : tokens[end]["end"]] == said:
        return tokens[start]["start"], tokens[end]["end"]
    return None


def _example(name: str, id_: str, text: str, rows: Iterable[Row], tokenizer: Tokenizer) -> Example:
    words = split(text, tokenizer)
    places: dict[Stretch, frozenset[Stretch]] = {}
    best: set[Stretch] = set()
    for source, verb, some in rows:
        if source == BEST:
            places[verb] = some
            best.add(verb)
        elif verb not in best and (some or source not in UNSURE):
            places[verb] = places.get(verb, frozenset()) | some
    frames = tuple(
        Frame(
            words.at(a), words.at(b - 1), {},
            tuple(Argument("place", words.at(c), words.at(d - 1)) for c, d in _joined(text, places[a, b])), ROLES,
        )
        for a, b in sorted(places)
    )  # fmt: skip
    document = _SENTENCE.fullmatch(id_)
    starts = tuple(sorted({words.at(start) for start, _ in sentences(text)}))
    return Example(name, document["doc"] if document else id_, text, words.stretches, starts, frames=frames)


def _joined(text: str, places: Iterable[Stretch]) -> list[Stretch]:
    """The places in order; words of one name that are marked one by one ("West", "Bank") become one."""
    found: list[Stretch] = []
    for start, end in sorted(places):
        if found and (start < found[-1][1] or not text[found[-1][1] : start].strip(" -")):
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found
