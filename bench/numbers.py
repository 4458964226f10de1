"""Numbers that claims carry, on our own suite of invented sentences (tests/reading/quantities/suite.yaml).

    python -m bench.numbers              the figures, for both halves of the suite
    python -m bench.numbers --errors     and what is wrong, sentence by sentence

Each sentence is read whole. A quantity read is right when a quantity of the sentence has the same sort
(killed, wounded, ...), the same least and most, and belongs to a claim whose trigger shares a word with the one
given; "who" and "words" then say how many of the right ones name the same people, and have the same offsets.
Sentences right: every quantity right in all of that, and none invented. The held half was written when the rules
were done, and before they were tried on it.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from bench.common import RULES, reader_option, readings, table
from rashomon.model import Claim, Document, Quantity

SUITE = Path(__file__).resolve().parent.parent / "tests" / "reading" / "quantities" / "suite.yaml"
_LINE = re.compile(
    r'(?P<trigger>[^|]+) \| (?P<what>\w+) (?P<least>\d+|-) (?P<most>\d+|-) (?P<who>"[^"]+"|\S+) "(?P<words>[^"]+)"'
)


@dataclass(frozen=True)
class Count:
    """One quantity, given or read, with the offsets of its trigger and of its words."""

    trigger: tuple[int, int]
    what: str
    least: int | None
    most: int | None
    who: str | None
    words: tuple[int, int]

    def agrees(self, other: Count) -> bool:
        """Whether two quantities say the same number of the same sort, of the same deed."""
        shared = min(self.trigger[1], other.trigger[1]) > max(self.trigger[0], other.trigger[0])
        mine, theirs = (self.what, self.least, self.most), (other.what, other.least, other.most)
        return shared and mine == theirs


@dataclass(frozen=True)
class Sentence:
    """A sentence of the suite with the quantities that it should yield."""

    text: str
    counts: tuple[Count, ...]
    held: bool


@dataclass
class Tally:
    """What was right over some sentences."""

    sentences: int = 0
    whole: int = 0
    given: int = 0
    read: int = 0
    right: int = 0
    who: int = 0
    words: int = 0

    def figures(self) -> dict[str, float]:
        """Precision, recall, F1 of quantities; shares of the right ones; share of sentences without any fault."""
        precision = self.right / self.read if self.read else 0.0
        recall = self.right / self.given if self.given else 0.0
        f1 = 2 * precision * recall / (precision + recall) if self.right else 0.0
        of_right = max(self.right, 1)
        return {
            "P": precision, "R": recall, "F1": f1, "who": self.who / of_right, "words": self.words / of_right,
            "sentences right": self.whole / max(self.sentences, 1),
        }  # fmt: skip


def load(path: Path = SUITE) -> list[Sentence]:
    """The sentences of a suite. Raises ValueError where a line does not fit its sentence."""
    found = []
    for record in yaml.safe_load(path.read_text(encoding="utf-8")):
        text = record["text"]
        if bool(record.get("none")) == bool(record.get("counts")):
            raise ValueError(f"counts or none, one of the two: {text!r}")
        counts = tuple(_count(line, text) for line in record.get("counts", ()))
        found.append(Sentence(text, counts, bool(record.get("held"))))
    return found


def _count(line: str, text: str) -> Count:
    parts = _LINE.fullmatch(line)
    if parts is None:
        raise ValueError(f"cannot read {line!r}")
    words = _find(parts["words"], text, 0)
    least, most = (None if parts[name] == "-" else int(parts[name]) for name in ("least", "most"))
    who = parts["who"].strip('"')
    return Count(_find(parts["trigger"], text, 0), parts["what"], least, most, None if who == "-" else who, words)


def _find(words: str, text: str, start: int) -> tuple[int, int]:
    found = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text[start:], re.IGNORECASE)
    if found is None:
        raise ValueError(f"{words!r} is not in {text!r}")
    return start + found.start(), start + found.end()


def counts_of(claims: Sequence[Claim]) -> list[Count]:
    """All quantities of the claims of one sentence."""
    return [_read(claim, quantity) for claim in claims for quantity in claim.quantities]


def _read(claim: Claim, q: Quantity) -> Count:
    return Count((claim.start, claim.end), q.what, q.min, q.max, q.who, (q.start, q.end))


def pairs(given: Sequence[Count], read: Sequence[Count]) -> list[tuple[Count, Count]]:
    """Which quantity read is which one given: one to one, those with the same words first."""
    left, found = list(read), []
    for count in given:
        fitting = sorted(
            (r for r in left if count.agrees(r)), key=lambda r: (r.words != count.words, not _same_who(count, r))
        )
        if fitting:
            left.remove(fitting[0])
            found.append((count, fitting[0]))
    return found


def _same_who(one: Count, other: Count) -> bool:
    return (one.who or "").casefold() == (other.who or "").casefold()


def _whole(sentence: Sentence, read: Sequence[Count]) -> bool:
    paired = pairs(sentence.counts, read)
    exact = all(a.words == b.words and _same_who(a, b) for a, b in paired)
    return exact and len(paired) == len(sentence.counts) == len(read)


def read(sentences: Sequence[Sentence], reader: str = RULES) -> list[tuple[Sentence, list[Count]]]:
    """What the reader makes of each sentence."""
    documents = (Document(id=f"s{n}", text=s.text, lang="en") for n, s in enumerate(sentences))
    found = zip(sentences, readings(documents, reader=reader), strict=True)
    return [(sentence, counts_of(reading.claims)) for sentence, reading in found]


def tally(done: Sequence[tuple[Sentence, list[Count]]]) -> Tally:
    """The sums over some sentences."""
    sums = Tally()
    for sentence, found in done:
        paired = pairs(sentence.counts, found)
        sums.sentences += 1
        sums.given += len(sentence.counts)
        sums.read += len(found)
        sums.right += len(paired)
        sums.who += sum(_same_who(a, b) for a, b in paired)
        sums.words += sum(a.words == b.words for a, b in paired)
        sums.whole += _whole(sentence, found)
    return sums


def errors(done: Sequence[tuple[Sentence, list[Count]]]) -> Iterator[str]:
    """Each sentence that is not wholly right, with what was given and what was read."""
    for sentence, found in done:
        if not _whole(sentence, found):
            yield f"\n{'held: ' if sentence.held else ''}{sentence.text}"
            yield from (f"  given {_show(count, sentence.text)}" for count in sentence.counts)
            yield from (f"  read  {_show(count, sentence.text)}" for count in found)


def _show(count: Count, text: str) -> str:
    least, most = ("-" if bound is None else bound for bound in (count.least, count.most))
    trigger, words = (text[start:end] for start, end in (count.trigger, count.words))
    return f'{trigger} | {count.what} {least} {most} "{count.who}" "{words}"'


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("suite", nargs="?", type=Path, default=SUITE)
    parser.add_argument("--errors", action="store_true", help="show what is wrong")
    reader_option(parser)
    given = parser.parse_args(arguments)
    done = read(load(given.suite), given.reader)
    rows = []
    for name, held in (("developed on", False), ("held back", True)):
        part = [item for item in done if item[0].held is held]
        sums = tally(part)
        if part:
            rows.append((name, *sums.figures().values(), sums.sentences, sums.given))
    print(table(("", *Tally().figures(), "sentences", "numbers"), rows))
    if given.errors:
        print("\n".join(errors(done)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
