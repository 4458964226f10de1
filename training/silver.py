"""Has the rule reader read public texts, so that the network can learn from it what a parser and the lexicon know.

    python -m training.silver ../shared/data build/silver.jsonl [--jobs 2]

Texts: event_location's sentences (MIT), the web logs and newsgroups of the English Web Treebank and GUM's news and
interviews (CC BY, CC BY-SA). No text that has gold claims is among them. What the rules read is silver: often right,
never checked; training on our own corpus comes after it.
"""

from __future__ import annotations

import argparse
import json
import re
import zipfile
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from rashomon.api import ReaderLoader
from rashomon.engine import run
from rashomon.model import Claim, Document, Evidence, Reading
from training.examples.corpus import example
from training.examples.gum import sentences
from training.examples.types import Example

Record = dict[str, Any]

_FIRST = re.compile(r"(?:the|a|an|this|that|these|those|some|all|both|several|many)\s+", re.IGNORECASE)
_FIELDS = {"agents": "agent", "recipients": "recipient", "control.from": "from", "control.to": "to", "place": "place"}


def texts(data: Path) -> Iterator[Document]:
    """All texts, as documents."""
    with zipfile.ZipFile(data / "event_location" / "labeled_text.jsonl.zip") as archive:
        rows = json.loads(archive.read("labeled_text.jsonl"))
    for n, text in enumerate(dict.fromkeys(row["text"].strip() for row in rows)):
        yield Document(id=f"event-{n}", text=text, lang="en")
    lines = (data / "propbank_ewt" / "sentences.jsonl").read_text(encoding="utf-8").splitlines()
    items = [item for item in map(json.loads, lines) if item["genre"] in ("weblog", "newsgroup")]
    for doc, group in groupby(items, key=lambda item: str(item["doc"])):
        yield Document(id=f"ewt-{doc}", text=" ".join(map(_plain, group)), lang="en")
    for path in sorted((data / "gum").glob("GUM_[ni][en][wt]*.conllu")):
        yield Document(
            id=f"gum-{path.stem}", text=" ".join(s.text for s in sentences(path.read_text(encoding="utf-8"))), lang="en"
        )


def _plain(item: Record) -> str:
    return "".join(t + " " * s for t, s in zip(item["tokens"], item["space"], strict=True)).strip()


def record(claim: Claim, reading: Reading) -> Record:
    """A claim as a gold record, with the words of its arguments."""
    data = json.loads(claim.model_dump_json(exclude={"evidence", "selector", "where"}))
    arguments: list[Record] = []
    for e in claim.evidence:
        if e.field in _FIELDS and e.end > e.start:
            arguments.append({"role": _FIELDS[e.field], "name": e.value, **_words(reading, e)})
        elif e.field == "when" and e.end > e.start:
            arguments.append({"role": "time", "name": e.value, "start": e.start, "end": e.end})
        elif e.field == "speakers" and claim.speakers and e.end > e.start:
            arguments.append({"role": "cue", "name": e.value, "start": e.start, "end": e.end})
            arguments += _teller(reading, e)
    arguments += [{"role": "quantity", "name": q.who, "start": q.start, "end": q.end} for q in claim.quantities]
    return {**data, "arguments": arguments}


def _words(reading: Reading, e: Evidence) -> Record:
    """The shortest mention around the head that decided, without its article."""
    around = [m for a in reading.actors for m in a.mentions if m.start <= e.start and e.end <= m.end]
    around += [m for p in reading.places for m in p.mentions if m.start <= e.start and e.end <= m.end]
    start, end = min(((m.start, m.end) for m in around), key=lambda s: s[1] - s[0], default=(e.start, e.end))
    return {"start": _after_article(reading.document.text, start, end), "end": end}


def _after_article(text: str, start: int, end: int) -> int:
    article = _FIRST.match(text, start, end)
    return article.end() if article and article.end() < end else start


def _teller(reading: Reading, cue: Evidence) -> Iterator[Record]:
    """The mention of the teller that is nearest to the cue."""
    mentions = [m for a in reading.actors if a.name == cue.value for m in a.mentions]
    if mentions:
        near = min(mentions, key=lambda m: (min(abs(m.end - cue.start), abs(m.start - cue.end)), m.end > cue.start))
        start = _after_article(reading.document.text, near.start, near.end)
        yield {"role": "teller", "name": cue.value, "start": start, "end": near.end}


def named(reading: Reading) -> Iterator[tuple[str, int, int]]:
    """Who every mention stands for."""
    for actor in reading.actors:
        for m in actor.mentions:
            yield actor.name, _after_article(reading.document.text, m.start, m.end), m.end


def load(path: Path, tokenizer: Tokenizer) -> list[Example]:
    """What was written, as training examples."""
    items = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return [example(d["id"], d["id"], d["text"], d["claims"], tokenizer, d["named"]) for d in items]


def write(readings: Iterable[Reading], out: Path) -> None:
    """One document a line."""
    with out.open("w", encoding="utf-8") as stream:
        for reading in readings:
            claims = [record(claim, reading) for claim in reading.claims]
            item = {
                "id": reading.document.id,
                "text": reading.document.text,
                "claims": claims,
                "named": list(named(reading)),
            }
            stream.write(json.dumps(item, ensure_ascii=False) + "\n")


def main() -> None:
    """Runs it."""
    ap = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    ap.add_argument("data", type=Path), ap.add_argument("out", type=Path)
    ap.add_argument("--jobs", type=int, default=2)
    args = ap.parse_args()
    args.out.parent.mkdir(parents=True, exist_ok=True)
    outcomes = run(texts(args.data), ReaderLoader(reader="rules"), args.jobs)
    write((r for r in outcomes if isinstance(r, Reading)), args.out)


if __name__ == "__main__":
    main()
