"""How well reprints are found among generated documents, and what many documents cost.

    python -m bench.witnesses [--stories 300] [--scale 1000,10000,100000] [--seed 1]

Stories of invented words are printed again with edits of one kind each: paragraphs dropped, another headline and
beginning, some words in every sentence replaced, quotations taken out of their marks, two stories merged. The rest are
stories of their own, every third of which shares one quotation with another. Counted are pairs of documents of one
origin: with all dates (a reprint is of the day after its story), with those of every second document, with none. Then,
for each number, documents (a third of them reprints) in a process of its own: seconds and peak memory.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations
from random import Random

from bench.common import table
from rashomon.comparing.witnesses import origins
from rashomon.model import Document

_SYLLABLES = [
    "or", "bel", "ka", "tir", "mun", "ves", "lo", "dra", "pel", "sim", "un", "gar", "ith", "quo", "ney", "fa",
    "sol", "bri", "tam", "wen", "ko", "rus", "ela", "pim", "dor", "hath", "yel", "vi", "nor", "cas",
]  # fmt: skip
_OWN = "own words"
_BEGIN, _A_DAY = date(2031, 1, 1), 50


def _word(rng: Random) -> str:
    return "".join(rng.choices(_SYLLABLES, k=rng.choices((1, 2, 3), (1, 4, 3))[0]))


def _story(rng: Random, paragraphs: int) -> list[str]:
    """Paragraphs of two sentences, a quotation in every third."""
    made = []
    for number in range(paragraphs):
        some = [" ".join(_word(rng) for _ in range(rng.randint(14, 24))).capitalize() + "." for _ in range(2)]
        made.append(f"“{some[0]}” {some[1]}" if number % 3 == 2 else " ".join(some))
    return made


def _edited(kind: str, story: Sequence[str], other: Sequence[str], rng: Random) -> list[str]:
    if kind == "paragraphs dropped":
        return [p for p in story if rng.random() < 0.6] or [story[0]]
    if kind == "another beginning":
        return [*_story(rng, 1), *story[1:]]
    if kind == "words replaced":
        return [" ".join(_word(rng) if rng.random() < 0.08 else word for word in p.split()) for p in story]
    if kind == "quotations reworded":
        return [p.replace("“", "").replace("”", ", he said,") for p in story]
    return [*story[: len(story) // 2 + 1], *other[: len(other) // 2 + 1]]


KINDS = ("paragraphs dropped", "another beginning", "words replaced", "quotations reworded", "two stories merged")


DATED: dict[str, Callable[[int], bool]] = {
    "all": lambda at: True,
    "half": lambda at: at % 2 == 0,
    "none": lambda at: False,
}
"""Which documents have a date, by their place."""


def generated(stories: int, rng: Random) -> Iterator[tuple[Document, str, frozenset[int]]]:
    """Documents with the kind of edit and the stories that they rest on, a reprint after its story."""
    said = _story(rng, 3)[2].split("” ")[0] + "”"
    last: list[str] = _story(rng, 8)
    for number in range(stories):
        story = _story(rng, rng.randint(5, 12))
        own = [*story, said] if number % 3 == 0 else story
        yield _document(f"s{number}", own, number // _A_DAY, number), _OWN, frozenset({number})
        if number % 2 and number:
            kind = KINDS[number // 2 % len(KINDS)]
            rests = {number, number - 1} if kind == KINDS[-1] else {number}
            edited = _document(f"r{number}", _edited(kind, story, last, rng), number // _A_DAY + 1, -number)
            yield edited, kind, frozenset(rests)
        last = story


def _document(id: str, paragraphs: Sequence[str], day: int, number: int) -> Document:
    return Document(
        id=id,
        text="\n\n".join(paragraphs),
        source=f"Paper {number}",
        published=str(_BEGIN + timedelta(days=day)),
    )


def accuracy(stories: int, seed: int) -> None:
    """Prints precision and recall of pairs and how many witnesses are counted; recall for each kind of edit."""
    made = list(generated(stories, Random(seed)))
    print(f"{len(made)} documents of {stories} stories")
    kinds = {document.id: kind for document, kind, _ in made}
    gold = _pairs((document.id, story) for document, _, stories_ in made for story in stories_)
    rows, by = [], dict[str, dict[str, Counter[str]]]()
    for name, dated in DATED.items():
        documents = [one if dated(at) else _undated(one) for at, (one, _, _) in enumerate(made)]
        found = origins(documents)
        read = _pairs((id, root) for id, roots in found.of.items() for root in roots)
        hits = gold & read
        rows.append(
            [name, _share(len(hits), len(read)), _share(len(hits), len(gold)), found.independent(kinds), stories]
        )
        by[name] = _by_kind(gold, hits, kinds)
    print(table(["dates", "P", "R", "witnesses", "stories"], rows))
    print(table(
        ["recall", *(f"dates: {name}" for name in DATED), "pairs"],
        [
            [kind, *(_share(by[name][kind]["found"], by[name][kind]["gold"]) for name in DATED), pairs]
            for kind in KINDS
            if (pairs := by["all"][kind]["gold"])
        ],
    ))  # fmt: skip


def _by_kind(gold: set[tuple[str, str]], hits: set[tuple[str, str]], kinds: dict[str, str]) -> dict[str, Counter[str]]:
    by: dict[str, Counter[str]] = defaultdict(Counter)
    for pair in gold:
        kind = next(kinds[id] for id in pair if kinds[id] != _OWN)
        by[kind]["gold"] += 1
        by[kind]["found"] += pair in hits
    return by


def _undated(document: Document) -> Document:
    return Document(id=document.id, text=document.text, source=document.source)


def _share(part: int, whole: int) -> str:
    return f"{part / max(1, whole):.3f}"


def _pairs(members: Iterator[tuple[str, object]]) -> set[tuple[str, str]]:
    groups: dict[object, set[str]] = defaultdict(set)
    for id, key in members:
        groups[key].add(id)
    return {pair for group in groups.values() for pair in combinations(sorted(group), 2)}


def _measured(documents: int, seed: int, told: multiprocessing.SimpleQueue[tuple[float, float, int]]) -> None:
    rng = Random(seed)
    begun = time.process_time()
    found = origins(document for document, _, _ in generated(documents * 2 // 3, rng))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    told.put((time.process_time() - begun, peak, len(found.of)))


def main(argv: Sequence[str] | None = None) -> int:
    """Prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=int, default=300)
    parser.add_argument("--scale", default="1000,10000")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(argv)
    accuracy(asked.stories, asked.seed)
    context = multiprocessing.get_context("spawn")
    rows = []
    for number in filter(None, asked.scale.split(",")):
        told: multiprocessing.SimpleQueue[tuple[float, float, int]] = context.SimpleQueue()
        process = context.Process(target=_measured, args=(int(number), asked.seed, told))
        process.start()
        seconds, peak, count = told.get()
        process.join()
        rows.append([f"{count:,}", f"{seconds:.1f}", f"{1000 * seconds / count:.2f}", f"{peak:.0f}"])
    if rows:
        print(table(["documents", "CPU s, made up included", "ms a document", "peak, MiB"], rows))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
