"""Where the deed of a verb happens, among the places of its text: the event_location data (Halterman, MIT).

    python -m bench.event_place LABELED_TEXT.jsonl.zip [--errors N] [--half even|odd]

Gold: a text, a verb, and the places where what the verb tells happens (none, one, or several). A span whose
offsets do not give its words is taken from the row's token positions where these do, else dropped; a row
without one verb, or whose place was dropped, is skipped. Rows on the same verb of the same text are one; where
one of them was labelled again (source RELABEL: the rows of gold quality), that one counts.

Read: the text goes through the reader as any document. Its candidates are the places that the reader finds and
the gold places of all rows with that text; for the verb it chooses one of them, or none. An answer is right
where its words overlap a gold place of the verb. "Hard": with two candidates or more. "Must choose": it may not
say that there is none; nor may the baselines, which choose among the same candidates: the nearest place by
tokens, and the nearest one after the verb (else before it).

Rules were developed on the even half (by a hash of the text); the odd half is what counts. Rows without a gold
place count in precision alone. Many such rows of one source (Masdar_RA) name a place that the annotator should
have marked, so that precision is best seen on the relabelled rows.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import zipfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from spacy.tokens import Doc, Token

from bench.common import Record, need, table
from rashomon.knowledge.places import load
from rashomon.model import Document
from rashomon.reading import parser
from rashomon.reading.places import PlaceIndex, PlaceMention, place_at, places_in
from rashomon.reading.rules import deeds_of, scene_of
from rashomon.reading.types import Deed, Scene

Offsets = tuple[int, int]
AGAIN = "RELABEL"


@dataclass
class Question:
    """One verb of one text, and where its deed happens: offsets `[start, end)` in the text."""

    text: str
    verb: Offsets
    gold: set[Offsets]
    relabelled: bool
    sources: set[str] = field(default_factory=set)

    @property
    def half(self) -> str:
        """Which half the text belongs to: "even" (developed on) or "odd"."""
        return "odd" if hashlib.sha256(self.text.encode()).digest()[0] % 2 else "even"


@dataclass(frozen=True)
class Answer:
    """What was chosen for one question: offsets of a place, or none."""

    question: Question
    candidates: int
    reader: Offsets | None
    forced: Offsets | None
    alone: Offsets | None
    nearest: Offsets | None
    following: Offsets | None


def rows(path: Path) -> list[Record]:
    """The records of the zipped file: a list, or one a line."""
    with zipfile.ZipFile(path) as archive:
        name = next(n for n in archive.namelist() if n.endswith((".jsonl", ".json")) and not n.startswith("__"))
        text = archive.read(name).decode("utf-8")
    found: list[Record] = (
        json.loads(text) if text.lstrip().startswith("[") else [json.loads(line) for line in text.splitlines() if line]
    )
    return found


def questions(records: Iterable[Record], counts: Counter[str]) -> list[Question]:
    """The questions of the rows; `counts` is told what was mended, merged and skipped."""
    asked: dict[tuple[str, Offsets], Question] = {}
    for record in records:
        counts["rows"] += 1
        if record.get("answer") == "reject" or record.get("flagged"):
            counts["rejected or flagged"] += 1
            continue
        spans = [(span["label"], _offsets(record, span, counts)) for span in record.get("spans", [])]
        verbs = [at for label, at in spans if label == "VERB"]
        if len(verbs) != 1 or any(at is None for _, at in spans):
            counts["skipped"] += 1
            continue
        verb = verbs[0]
        assert verb is not None
        gold = {at for label, at in spans if label == "LOCATION" and at is not None}
        again = record.get("source") == AGAIN
        question = Question(record["text"], verb, gold, again, {str(record.get("source"))})
        earlier = asked.get((record["text"], verb))
        if earlier is None:
            asked[record["text"], verb] = question
            continue
        counts["merged"] += 1
        if earlier.relabelled == again:
            earlier.gold |= gold
        elif again:
            asked[record["text"], verb] = question
    return list(asked.values())


def _offsets(record: Record, span: Record, counts: Counter[str]) -> Offsets | None:
    """Where a span stands in the text, checked against its words."""
    text: str = record["text"]
    words = span.get("text")
    start, end = span["start"], span["end"]
    if start < end and (words is None or text[start:end] == words):
        return start, end
    tokens = record["tokens"]
    if words and span.get("token_end") is not None and span["token_end"] < len(tokens):
        start, end = tokens[span["token_start"]]["start"], tokens[span["token_end"]]["end"]
        if text[start:end] == words:
            counts["places by token position"] += 1
            return start, end
    return None


def scenes(
    asked: Iterable[Question], docs: Callable[[str], Doc]
) -> Iterator[tuple[Scene, list[Deed], list[tuple[Question, Token]]]]:
    """Each text read, with its deeds, its questions and the word that each asks about."""
    by_text: dict[str, list[Question]] = defaultdict(list)
    for question in asked:
        by_text[question.text].append(question)
    for text, group in by_text.items():
        doc = docs(text)
        document = Document(id="text", text=text, lang="en")
        scene = scene_of(document, doc)
        deeds = deeds_of(scene)
        spans = [(question, doc.char_span(*question.verb, alignment_mode="expand")) for question in group]
        yield scene, deeds, [(question, span.root) for question, span in spans if span is not None]


def answers(asked: Iterable[Question], docs: Callable[[str], Doc]) -> Iterator[Answer]:
    """Each question answered, text by text."""
    for scene, deeds, group in scenes(asked, docs):
        own = places_in(scene.doc)
        alone = [_chosen(scene, deeds, verb, own, False) for _, verb in group]
        given = scene.places = _given(scene.doc, own, {at for question, _ in group for at in question.gold})
        for (question, verb), own_choice in zip(group, alone, strict=True):
            yield Answer(
                question,
                len(given.mentions),
                _chosen(scene, deeds, verb, given, False),
                _chosen(scene, deeds, verb, given, True),
                own_choice,
                _nearest(scene.doc, given, verb, False),
                _nearest(scene.doc, given, verb, True),
            )


def _given(doc: Doc, index: PlaceIndex, gold: set[Offsets]) -> PlaceIndex:
    """The reader's places and, where it has none, the gold's."""
    added = []
    for at in sorted(gold):
        span = doc.char_span(*at, alignment_mode="expand")
        if span is not None and not any(index.at(token) for token in span):
            known = load().lookup(span.text)
            entry = known[0] if known else None
            added.append(PlaceMention(span.start, span.end, span.root.i, span.text, entry, 0.75, "given"))
    return PlaceIndex(sorted([*index.mentions, *added], key=lambda m: m.start))


def _chosen(scene: Scene, deeds: Sequence[Deed], verb: Token, index: PlaceIndex, must: bool) -> Offsets | None:
    """The words that the reader names as the place of what a verb tells."""
    reading = place_at(scene, verb, deeds, must)
    if reading is None:
        return None
    mention = index.at(reading.head)
    head = scene.doc[reading.head]
    return offsets(scene.doc, mention) if mention else (head.idx, head.idx + len(head))


def _nearest(doc: Doc, index: PlaceIndex, verb: Token, after: bool) -> Offsets | None:
    """The place with the fewest tokens between it and the verb; `after`: one behind the verb, if any."""

    def distance(mention: PlaceMention) -> tuple[bool, int, int]:
        behind = mention.start > verb.i
        return after and not behind, mention.start - verb.i if behind else verb.i - mention.end + 1, mention.start

    nearest = min(index.mentions, key=distance, default=None)
    return offsets(doc, nearest) if nearest else None


def offsets(doc: Doc, mention: PlaceMention) -> Offsets:
    """Where a place's name stands in the text."""
    return doc[mention.start].idx, doc[mention.end - 1].idx + len(doc[mention.end - 1])


def right(question: Question, chosen: Offsets | None) -> bool:
    """Whether the chosen words overlap a gold place."""
    return chosen is not None and any(chosen[0] < end and start < chosen[1] for start, end in question.gold)


SYSTEMS: dict[str, Callable[[Answer], Offsets | None]] = {
    "reader": lambda answer: answer.reader,
    "reader, must choose": lambda answer: answer.forced,
    "nearest place": lambda answer: answer.nearest,
    "nearest after the verb": lambda answer: answer.following,
    "reader, own places only": lambda answer: answer.alone,
}
"""The rows of the table. "Own places only": without the gold places that the reader did not find."""


def figures(found: Sequence[Answer]) -> list[tuple[object, ...]]:
    """One row a system: accuracy where the gold has a place, the same with two or more places to choose
    from, and precision over all rows (recall is the accuracy)."""
    placed = [a for a in found if a.question.gold]
    hard = [a for a in placed if a.candidates > 1]
    shown: list[tuple[object, ...]] = []
    for name, system in SYSTEMS.items():
        good = sum(right(a.question, system(a)) for a in placed)
        given = sum(system(a) is not None for a in found)
        best = sum(right(a.question, system(a)) for a in hard)
        recall, precision = _share(good, len(placed)), _share(good, given)
        f1 = _share(2 * precision * recall, precision + recall)
        shown.append((f"  {name}", recall, _share(best, len(hard)), precision, f1))
    return shown


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def report(found: Sequence[Answer]) -> str:
    """A table for each part of the answers: the half held back, the half developed on, all, the relabelled rows."""
    parts = {
        "odd half, held back": [a for a in found if a.question.half == "odd"],
        "even half, developed on": [a for a in found if a.question.half == "even"],
        "both halves": list(found),
        "relabelled, odd half": [a for a in found if a.question.half == "odd" and a.question.relabelled],
        "relabelled, both halves": [a for a in found if a.question.relabelled],
    }
    shown = []
    for name, chosen in parts.items():
        placed = [a for a in chosen if a.question.gold]
        hard = sum(a.candidates > 1 for a in placed)
        shown.append(f"{name}: {len(chosen)} verbs, {len(placed)} with a place, {hard} of them hard")
        shown.append(table(("", "right", "hard", "P", "F1"), figures(chosen)))
    return "\n".join(shown)


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    command = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    command.add_argument("data", type=Path)
    command.add_argument("--errors", type=int, default=0, metavar="N", help="show N wrong answers")
    command.add_argument("--half", choices=("even", "odd"), help="this half of the texts alone")
    given = command.parse_args(arguments)
    need(given.data)
    counts: Counter[str] = Counter()
    asked = [q for q in questions(rows(given.data), counts) if given.half in {None, q.half}]
    nlp = parser.load()
    found = list(answers(asked, lambda text: parser.parse(nlp, text)))
    print(", ".join(f"{counts[name]} {name}" for name in sorted(counts, key=lambda n: (n != "rows", n))))
    print(report(found))
    wrong = [a for a in found if a.question.gold and not right(a.question, a.reader)]
    for answer in wrong[: given.errors]:
        print(explained(answer))
    return 0


def explained(answer: Answer) -> str:
    """One wrong answer in words."""
    text = answer.question.text
    gold = [text[start:end] for start, end in sorted(answer.question.gold)]
    start, end = answer.question.verb
    chosen = text[slice(*answer.reader)] if answer.reader else None
    return f"\n{text[:start]}[{text[start:end]}]{text[end:]}\n  gold {gold}, read {chosen!r}"


if __name__ == "__main__":
    sys.exit(main())
