"""Persons, organisations and locations on re3d (documents.jsonl, entities.jsonl), and what they link to.

    python -m bench.entities FOLDER [DOCUMENTS.jsonl] [--links FILE] [--draw SEED] [--errors N]

Gold: every Person, Organisation and Location whose confidence (re3d's own estimate that the annotation is
right) is at least .5; those below are what its machine proposed and its annotators did not confirm. re3d marks
named and described entities alike ("the Government of Iraq", "opposition forces", "civilians").

Read: the mentions in `Reading.actors` (a person is a Person, everybody else an Organisation, as re3d has it for
any group of people) and in `Reading.places` (Location). The reader lists a state as an actor only where it
does not stand as a mere place, and always as a place; words listed as both are taken for the actor.

Mentions that are one function word ("we", "its", "those", "others") are left out on both sides. A hit is an
overlap with the same type, one to one, the longest overlap first. re3d is nearly flat, the reader's mentions
nest: a mention that is no hit and lies within longer gold words ("Iraq" in "the Government of Iraq") is neither
a hit nor invented.

`named`: only entities of any type with a word in capitals besides the first article.

Links: of the gold organisations hit, how many the reader ties to an actor it knows (`Actor.known_as`). The
precision of links is from `bench/data/links.tsv`: links drawn at random over re3d and DOCUMENTS and judged by
hand; those that the reader still makes are counted. `--links` writes all links, `--draw` a hundred to judge.
"""

from __future__ import annotations

import argparse
import csv
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.lang.en.stop_words import STOP_WORDS

from bench.common import document, json_lines, need, reader_option, readings, table
from rashomon.model import Reading

TYPES = ("Person", "Organisation", "Location")
LEAST = 0.5
JUDGED = Path(__file__).resolve().parent / "data" / "links.tsv"
DRAWN = 100


@dataclass(frozen=True, order=True)
class Entity:
    """Words of a document that stand for somebody or some place. `known_as`: the actor they are linked to."""

    start: int
    end: int
    type: str
    words: str
    known_as: str | None = None

    @property
    def named(self) -> bool:
        """Whether a word besides a first article is written with a capital."""
        first, _, rest = self.words.partition(" ")
        return any(w[:1].isupper() for w in (rest if first.lower() in {"the", "a", "an"} else self.words).split())

    def overlap(self, other: Entity) -> int:
        """How many code points two entities share."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))


Link = tuple[str, int, int, str, str]
"""Document, offsets, words, id of the actor."""


def is_pronoun(words: str) -> bool:
    """Whether these words are one function word: "we", "its", "those", "who", "others"."""
    return words.lower() in STOP_WORDS and not (words.isupper() and len(words) > 1)


def gold_entities(records: Iterable[dict[str, object]]) -> list[Entity]:
    """The entities of one document that count."""
    found = {
        Entity(int(str(r["begin"])), int(str(r["end"])), str(r["type"]), str(r["value"]))
        for r in records
        if r["type"] in TYPES and float(str(r["confidence"])) >= LEAST and not is_pronoun(str(r["value"]))
    }
    return sorted(found)


def read_entities(reading: Reading) -> list[Entity]:
    """The same of a reading."""
    text = reading.document.text
    found: dict[tuple[int, int], Entity] = {}
    for place in reading.places:
        for span in place.mentions:
            words = text[span.start : span.end]
            found[span.start, span.end] = Entity(span.start, span.end, "Location", words)
    for actor in reading.actors:
        sort = "Person" if actor.kind == "person" else "Organisation"
        for span in actor.mentions:
            words = text[span.start : span.end]
            if actor.kind != "other" and not is_pronoun(words):
                found[span.start, span.end] = Entity(span.start, span.end, sort, words, actor.known_as)
    return sorted(found.values(), key=lambda e: (e.start, e.end, e.type))


def pair(gold: Sequence[Entity], read: Sequence[Entity]) -> list[tuple[int, int]]:
    """Which gold entity each hit finds: (index in gold, index in read), the longest overlaps first."""
    candidates = [
        (-one.overlap(other), i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(read)
        if one.type == other.type and one.overlap(other)
    ]
    hits: list[tuple[int, int]] = []
    for _, i, j in sorted(candidates):
        if all(i != g and j != r for g, r in hits):
            hits.append((i, j))
    return hits


def within(entity: Entity, gold: Sequence[Entity]) -> bool:
    """Whether an entity is a part of longer gold words."""
    return any(g.start <= entity.start and entity.end <= g.end and g.end - g.start > entity.end - entity.start
               for g in gold)  # fmt: skip


class Count:
    """Gold, read and hits, by row of the table."""

    def __init__(self) -> None:
        self.gold: dict[str, int] = defaultdict(int)
        self.read: dict[str, int] = defaultdict(int)
        self.found: dict[str, int] = defaultdict(int)
        self.right: dict[str, int] = defaultdict(int)
        self.organisations = self.linked = 0
        self.missed: list[tuple[str, Entity]] = []
        self.invented: list[tuple[str, Entity]] = []

    def add(self, doc: str, gold: Sequence[Entity], read: Sequence[Entity]) -> None:
        """Counts one document."""
        hits = pair(gold, read)
        found, right = {i for i, _ in hits}, {j for _, j in hits}
        for i, entity in enumerate(gold):
            self._note(self.gold, self.found, entity, i in found)
            if i not in found:
                self.missed.append((doc, entity))
        for j, entity in enumerate(read):
            if j in right or not within(entity, gold):
                self._note(self.read, self.right, entity, j in right)
                if j not in right:
                    self.invented.append((doc, entity))
        ends = [read[j] for i, j in hits if gold[i].type == "Organisation"]
        self.organisations += len(ends)
        self.linked += sum(end.known_as is not None for end in ends)

    def _note(self, all_: dict[str, int], hits: dict[str, int], entity: Entity, hit: bool) -> None:
        for row in (entity.type, "all", *(("named",) if entity.named else ())):
            all_[row] += 1
            hits[row] += hit

    def rows(self) -> Iterator[tuple[object, ...]]:
        """Precision, recall, F1 of each type, of all and of those named."""
        for row in (*TYPES, "all", "named"):
            precision = self.right[row] / self.read[row] if self.read[row] else 0.0
            recall = self.found[row] / self.gold[row] if self.gold[row] else 0.0
            f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
            yield row, precision, recall, f1, self.gold[row], self.read[row]


def links(reading: Reading) -> list[Link]:
    """The links of one document: each actor with each of its wordings, where they stand first."""
    first: dict[tuple[str, str], Link] = {}
    text = reading.document.text
    for actor in reading.actors:
        for span in actor.mentions:
            words = " ".join(text[span.start : span.end].split())
            if actor.known_as is not None and not is_pronoun(words):
                link = (reading.document.id, span.start, span.end, words, actor.known_as)
                first.setdefault((words.casefold(), actor.known_as), link)
    return sorted(first.values())


def judged(path: Path = JUDGED) -> dict[tuple[str, int, int, str], bool]:
    """The judgements by hand: (document, start, end, actor) -> right."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader((line for line in lines if not line.startswith("#")), delimiter="\t")
        return {(doc, int(start), int(end), known): verdict == "right" for doc, start, end, known, verdict in rows}


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("documents", type=Path, nargs="?", help="more documents, for their links")
    parser.add_argument("--links", type=Path, help="write all links into this file, tab-separated")
    parser.add_argument("--draw", type=int, metavar="SEED", help=f"print {DRAWN} links drawn at random")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show N missed and N invented entities")
    parser.add_argument("--jobs", type=int, default=1)
    reader_option(parser)
    given = parser.parse_args(arguments)
    folder: Path = given.folder
    need(folder / "documents.jsonl", folder / "entities.jsonl", *((given.documents,) if given.documents else ()))
    marked: dict[str, list[dict[str, object]]] = defaultdict(list)
    for record in json_lines(folder / "entities.jsonl"):
        marked[record["doc"]].append(record)
    documents = [document(record) for record in json_lines(folder / "documents.jsonl")]
    own = {d.id for d in documents}
    if given.documents:
        documents += [d for d in map(document, json_lines(given.documents)) if d.id not in own]
    count, all_links, spans = Count(), list[Link](), set[tuple[str, int, int, str]]()
    for reading in readings(documents, given.jobs, given.reader):
        doc = reading.document.id
        all_links += links(reading)
        spans |= {(doc, s.start, s.end, a.known_as) for a in reading.actors if a.known_as for s in a.mentions}
        if doc in own:
            count.add(doc, gold_entities(marked[doc]), read_entities(reading))
    print(table(("", "P", "R", "F1", "gold", "read"), count.rows()))
    verdicts = [right for link, right in judged().items() if link in spans]
    share = count.linked / count.organisations if count.organisations else 0.0
    print(f"organisations hit {count.organisations}, linked to a known actor {count.linked} = {share:.3f}")
    print(f"links in {len(documents)} documents {len(all_links)}; of {len(verdicts)} judged by hand and still made, "
          f"right {sum(verdicts)} = {sum(verdicts) / len(verdicts) if verdicts else 0.0:.3f}")  # fmt: skip
    if given.links:
        given.links.write_text("".join("\t".join(map(str, link)) + "\n" for link in all_links), encoding="utf-8")
    if given.draw is not None:
        for link in sorted(random.Random(given.draw).sample(all_links, min(DRAWN, len(all_links)))):
            print(*link, sep="\t")
    for title, errors in (("missed", count.missed), ("invented", count.invented)):
        for doc, entity in errors[: given.errors]:
            print(title, doc, entity.start, entity.type, entity.words, sep="\t")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
