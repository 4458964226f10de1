"""Factuality of predicates on a scale of -3 (did not happen) to 3 (happened): UDS-IH2 and its like.

    python -m bench.factuality TEST.jsonl [--reader NAME]

Each line: `text` (words set apart by spaces) and `targets` with `span1` (word indices) and `label`. The
verdict of the rules on the predicate is put on the scale by `rashomon.reading.factuality.score_of`; the learned
reader gives each predicate a number on the scale itself. Beside it,
in the same run, the constant that says "happened" always: it has no correlation, but a fair mean error,
which is why the sign's macro-F1 stands beside both. Labels of exactly 0 have no sign and are left out of it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from statistics import correlation, fmean
from typing import Protocol, cast

from spacy.language import Language
from spacy.tokens import Doc

from bench.common import RULES, json_lines, need, reader_option, table
from rashomon.errors import RashomonError
from rashomon.model import Document
from rashomon.reading import parser as parsing
from rashomon.reading.actors import Mentions
from rashomon.reading.choosing import load_reader
from rashomon.reading.factuality import assess, score_of
from rashomon.reading.tellers import find_tellings

Judge = Callable[[str, Sequence[int]], Iterable[float]]
"""A sentence, its words set apart by spaces, and which words are asked about -> a number on the scale for each."""


class Certain(Protocol):
    """A reader that says how surely a predicate happened."""

    def certainty(self, words: list[str], targets: list[int]) -> list[float]:
        """-3 .. 3 for each target, an index of a word."""


def judge_of(reader: str) -> Judge:
    """Who judges. Raises RashomonError if the reader is not there."""
    if reader == RULES:
        nlp = parsing.load()
        return lambda text, targets: judge(nlp, text, targets)
    loaded = cast(Certain, load_reader(reader))
    return lambda text, targets: loaded.certainty(text.split(" "), list(targets))


def parse(nlp: Language, words: Sequence[str]) -> Doc:
    """The parse of words that were tokenised already."""
    doc = Doc(nlp.vocab, words=list(words))
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc


def judge(nlp: Language, text: str, targets: Sequence[int]) -> Iterator[float]:
    """The reader's verdict on each target word, on the scale."""
    words = text.split(" ")
    doc = parse(nlp, words)
    tellings = find_tellings(doc, Mentions(doc, Document(id="sentence", text=doc.text)))
    offsets = [sum(len(word) + 1 for word in words[:i]) for i in targets]
    for offset in offsets:
        token = next(t for t in reversed(doc) if t.idx <= offset)
        yield score_of(assess(token, tellings))


def macro_f1(gold: Sequence[float], read: Sequence[float]) -> float:
    """Mean F1 of the two signs, over the gold labels that have one."""
    signed = [(g > 0, r > 0) for g, r in zip(gold, read, strict=True) if g != 0]
    scores = []
    for sign in (True, False):
        both = sum(g == r == sign for g, r in signed)
        either = sum(g == sign for g, _ in signed) + sum(r == sign for _, r in signed)
        scores.append(2 * both / either if either else 0.0)
    return fmean(scores)


def pearson(gold: Sequence[float], read: Sequence[float]) -> float:
    """Pearson's r; none (0) against a constant."""
    return correlation(gold, read) if len(set(read)) > 1 and len(set(gold)) > 1 else 0.0


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("test", type=Path)
    reader_option(parser)
    given = parser.parse_args(arguments)
    test: Path = given.test
    need(test)
    try:
        verdicts = judge_of(given.reader)
    except RashomonError as absent:
        sys.exit(str(absent))
    gold: list[float] = []
    read: list[float] = []
    for record in json_lines(test):
        gold += [float(target["label"]) for target in record["targets"]]
        read += verdicts(record["text"], [target["span1"][0] for target in record["targets"]])
    rows = []
    for name, values in (("the reader", read), ("always happened", [3.0] * len(gold))):
        error = fmean(abs(g - v) for g, v in zip(gold, values, strict=True))
        rows.append((name, pearson(gold, values), error, macro_f1(gold, values), len(gold)))
    print(table(("", "r", "MAE", "macro-F1 of the sign", "n"), rows))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
