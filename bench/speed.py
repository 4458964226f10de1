"""Speed and memory: every reader that is there beside bare spaCy (the rules' pipeline), same texts, same run.

    python -m bench.speed DOCUMENTS.jsonl [--repeat N] [--jobs 1,2] [--reader NAME]

All read the documents N times over. Times leave out loading: each figure is the time for all texts less
the time for one text a process, measured in the same way. Sentences are spaCy's for all. Start-up is the median of
five new processes, from starting Python to the first reading of a short text; peak memory is the resident set of
a new process that has read all documents once, models included. The profile runs once, in this process, under
cProfile, which slows Python code more than compiled code: read it for proportions only. Time spent in
library code counts for the stage that called it. `--reader`: the one that is profiled.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from bench.common import LEARNED, RULES, document, json_lines, need, reader_option, readings, table
from bench.fresh import peak_of, start_up
from rashomon.errors import RashomonError
from rashomon.model import Document
from rashomon.reading import parser as parsing
from rashomon.reading.choosing import load_reader

DEEP = 40  # calls followed outwards until a stage is found
Function = tuple[str, int, str]
Stats = dict[Function, tuple[int, int, float, float, dict[Function, tuple[int, int, float, float]]]]


def there() -> list[str]:
    """The readers that can be loaded."""
    found = []
    for name in (RULES, LEARNED):
        try:
            load_reader(name)
        except RashomonError as absent:
            print(f"not measured: {absent}")
        else:
            found.append(name)
    return found


def read(documents: Sequence[Document], jobs: int, reader: str = RULES) -> None:
    """Reads all documents."""
    for _ in readings(documents, jobs, reader):
        pass


def parse(documents: Sequence[Document], jobs: int) -> None:
    """Has bare spaCy parse all documents."""
    texts = [document.text for document in documents]
    if jobs == 1:
        _parse_texts(texts)
        return
    share = max(1, len(texts) // (jobs * 4))
    with ProcessPoolExecutor(jobs) as pool:
        list(pool.map(_parse_texts, [texts[i : i + share] for i in range(0, len(texts), share)]))


def _parse_texts(texts: Sequence[str]) -> int:
    nlp = parsing.load()
    return sum(len(doc) for doc in nlp.pipe(texts, batch_size=8))


def timed(work: Callable[[Sequence[Document], int], None], documents: Sequence[Document], jobs: int) -> float:
    """Seconds for all documents, less the seconds for starting up."""
    short = [Document(id=f"warm{i}", text="The army shelled the town.", lang="en") for i in range(jobs)]
    taken = []
    for batch in (short, documents):
        start = time.perf_counter()
        work(batch, jobs)
        taken.append(time.perf_counter() - start)
    return taken[1] - taken[0]


def profile(documents: Sequence[Document], reader: str) -> dict[str, float]:
    """Seconds in each stage."""
    profiler = cProfile.Profile()
    profiler.runcall(read, documents, 1, reader)
    stats: Stats = pstats.Stats(profiler).stats  # type: ignore[attr-defined]
    seconds: defaultdict[str, float] = defaultdict(float)
    for function, (_, _, own, _, callers) in stats.items():
        stage = _stage(function[0])
        if stage:
            seconds[stage] += own
        elif not callers:
            seconds["other"] += own
        else:
            for caller, (_, _, share, _) in callers.items():
                seconds[_caller_stage(caller, stats)] += share
    return seconds


def _stage(path: str) -> str | None:
    """The stage that a source file belongs to; None for libraries."""
    parts = Path(path).parts
    if "rashomon" in parts:
        at = len(parts) - 1 - parts[::-1].index("rashomon")
        inner = parts[at + 1 :]
        return "/".join(inner[:2] if inner[0] in ("reading", "knowledge") else inner[:1]).removesuffix(".py")
    if "spacy" in parts or "thinc" in parts:
        return "spaCy"
    return None


def _caller_stage(function: Function, stats: Stats) -> str:
    for _ in range(DEEP):
        stage = _stage(function[0])
        if stage:
            return stage
        callers = stats[function][4] if function in stats else {}
        if not callers:
            return "other"
        function = max(callers, key=lambda caller: callers[caller][3])
    return "other"


def rates(
    documents: Sequence[Document], sentences: int, jobs: Sequence[int], readers: Sequence[str]
) -> Iterator[tuple[object, ...]]:
    """For each number of processes: the rates of each reader and of bare spaCy, as shares of spaCy's and the rules'."""
    for n in jobs:
        seconds = {f"the reader, {name}": timed(partial(read, reader=name), documents, n) for name in readers}
        rules = next(iter(seconds.values()))
        bare = seconds["bare spaCy"] = timed(parse, documents, n)
        for name, taken in seconds.items():
            each = round(sentences / taken, 1), round(len(documents) / taken, 1)
            yield f"{name}, {n} process(es)", *each, bare / taken, rules / taken


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", type=Path)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--jobs", default="1,2", help="numbers of processes, comma separated")
    reader_option(parser)
    given = parser.parse_args(arguments)
    need(given.documents)
    once = [document(record) for record in json_lines(given.documents)]
    many = [d.model_copy(update={"id": f"{d.id}#{i}"}) for i in range(given.repeat) for d in once]
    sentences = sum(1 for d in once for _ in parsing.parse(parsing.load(), d.text).sents)
    readers = there()
    print(f"{len(once)} documents, {sentences} sentences, read {given.repeat} times")
    jobs = [int(n) for n in given.jobs.split(",")]
    head = ("", "sentences/s", "articles/s", "of spaCy", "of rules")
    print(table(head, rates(many, sentences * given.repeat, jobs, readers)))
    costs = [(name, round(start_up(name), 2), round(peak_of(name, [given.documents]))) for name in readers]
    print(f"\n{table(('a new process', 'start-up, s', 'peak memory, MiB'), costs)}\n")
    seconds = profile(once, given.reader)
    ranked = sorted(seconds.items(), key=lambda item: -item[1])
    rows = [(stage, own, own / sum(seconds.values())) for stage, own in ranked]
    print(table((f"stage ({given.reader})", "seconds", "share"), rows))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
