"""Speed and memory: the reader beside bare spaCy, same pipeline, same texts, same run.

    python -m bench.speed DOCUMENTS.jsonl [--repeat N] [--jobs 1,2]

Both read the documents N times over. Times leave out loading: each figure is the time for all texts less
the time for one text a process, measured in the same way. The profile runs once, in this process, under
cProfile, which slows Python code more than compiled code: read it for proportions only. Time spent in
library code counts for the stage that called it. Peak memory is the resident set of this process after
reading with one process, spaCy's model included.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import resource
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from bench.common import document, json_lines, need, readings, table
from rashomon.model import Document
from rashomon.reading import parser as parsing

DEEP = 40  # calls followed outwards until a stage is found
Function = tuple[str, int, str]
Stats = dict[Function, tuple[int, int, float, float, dict[Function, tuple[int, int, float, float]]]]


def read(documents: Sequence[Document], jobs: int) -> None:
    """Reads all documents."""
    for _ in readings(documents, jobs):
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


def profile(documents: Sequence[Document]) -> dict[str, float]:
    """Seconds in each stage."""
    profiler = cProfile.Profile()
    profiler.runcall(read, documents, 1)
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


def rates(documents: Sequence[Document], sentences: int, jobs: Sequence[int]) -> Iterator[tuple[object, ...]]:
    """For each number of processes: the reader's rates, and bare spaCy's, and the share."""
    for n in jobs:
        ours, bare = timed(read, documents, n), timed(parse, documents, n)
        for name, seconds in ((f"the reader, {n} process(es)", ours), (f"bare spaCy, {n} process(es)", bare)):
            yield name, round(sentences / seconds, 1), round(len(documents) / seconds, 1), bare / seconds


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", type=Path)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--jobs", default="1,2", help="numbers of processes, comma separated")
    given = parser.parse_args(arguments)
    need(given.documents)
    once = [document(record) for record in json_lines(given.documents)]
    many = [d.model_copy(update={"id": f"{d.id}#{i}"}) for i in range(given.repeat) for d in once]
    sentences = sum(1 for d in once for _ in parsing.parse(parsing.load(), d.text).sents)
    read(once, 1)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(once)} documents, {sentences} sentences, read {given.repeat} times")
    jobs = [int(n) for n in given.jobs.split(",")]
    print(table(("", "sentences/s", "articles/s", "of spaCy"), rates(many, sentences * given.repeat, jobs)))
    print(f"peak resident memory of one process: {peak:.0f} MiB\n")
    seconds = profile(once)
    ranked = sorted(seconds.items(), key=lambda item: -item[1])
    rows = [(stage, own, own / sum(seconds.values())) for stage, own in ranked]
    print(table(("stage", "seconds", "share"), rows))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
