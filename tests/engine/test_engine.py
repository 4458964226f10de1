"""How reading is run, with readers that do what a real one should never do."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from rashomon.engine import Shard, engine, run
from rashomon.errors import InputError, ParserError, ReadingError
from rashomon.model import Document, Reading, Versions


class Moody:
    """A reader that fails, or dies, where the text tells it to."""

    name = "moody"

    def read(self, document: Document) -> Reading:
        if document.text == "fail":
            raise ValueError("no")
        if document.text == "die":
            os._exit(1)
        versions = Versions(rashomon="0", reader=self.name, parser="none", knowledge="none")
        return Reading(document=document, versions=versions)


def load_moody() -> Moody:
    return Moody()


def load_nothing() -> Moody:
    raise ParserError("parser 'none' cannot be loaded")


def items(*texts: str) -> Iterator[Document | InputError]:
    for number, text in enumerate(texts):
        yield InputError(f"{number}", text) if text == "bad" else Document(id=f"{number}", text=text)


def shown(outcome: Reading | InputError) -> str:
    return outcome.document.id if isinstance(outcome, Reading) else str(outcome)


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_documents(jobs: int) -> None:
    texts = ["a"] * 12
    assert [shown(o) for o in run(items(*texts), load_moody, jobs)] == [str(n) for n in range(12)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_one_failure_does_not_lose_the_rest(jobs: int) -> None:
    outcomes = list(run(items("a", "bad", "fail", "b"), load_moody, jobs))
    assert [shown(o) for o in outcomes] == ["0", "1: bad", "2: the reader failed on it (ValueError: no)", "3"]
    assert isinstance(outcomes[2], ReadingError)


def test_a_process_that_dies_costs_its_document_alone() -> None:
    texts = ["a", "b", "die", "c", "bad", "d", "die", *"efghijklm"]
    outcomes = [shown(o) for o in run(items(*texts), load_moody, 2)]
    expected = [str(n) for n in range(len(texts))]
    expected[2] = "2: the process that read it died"
    expected[4] = "4: bad"
    expected[6] = "6: the process that read it died"
    assert outcomes == expected


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_reader_that_cannot_be_loaded_ends_the_run(jobs: int) -> None:
    with pytest.raises(ParserError, match="cannot be loaded"):
        list(run(items("a", "b"), load_nothing, jobs))


@pytest.mark.parametrize("jobs", [1, 2])
def test_documents_are_taken_as_they_are_needed(jobs: int) -> None:
    taken = 0

    def endless() -> Iterator[Document]:
        nonlocal taken
        while True:
            taken += 1
            yield Document(id=str(taken), text="a")

    outcomes = run(endless(), load_moody, jobs)
    for _ in range(3):
        next(outcomes)
    assert taken <= 20


def test_failures_in_a_file_of_many_name_the_document() -> None:
    document = Document(id="seven", text="fail", path="many.jsonl")
    [outcome] = run([document], load_moody)
    assert str(outcome) == "many.jsonl: document 'seven': the reader failed on it (ValueError: no)"


def shard(*texts: str) -> Shard:
    return Shard(tuple(Document(id=text, text=text) for text in texts), load_moody)


def test_a_shard_is_named_by_what_is_in_it_and_how_it_is_read() -> None:
    assert shard("a", "b").id == shard("a", "b").id
    others = [shard("a"), shard("b", "a"), shard("ab"), Shard(shard("a", "b").documents, load_nothing)]
    assert len({other.id for other in (shard("a", "b"), *others)}) == 5


@pytest.mark.parametrize("jobs", [1, 2])
def test_shards_come_back_in_order_with_what_went_along(jobs: int) -> None:
    texts: tuple[list[str], ...] = (["a", "b"], [], ["fail", "c"], ["d"])
    with engine(jobs) as reading:
        for _ in range(2):  # an engine can be used again
            done = list(reading.read((shard(*some), tuple(some)) for some in texts))
            assert [tag for _, tag in done] == [tuple(some) for some in texts]
            assert [len(outcomes) for outcomes, _ in done] == [2, 0, 2, 1]
            assert isinstance(done[2][0][0], ReadingError)


def test_a_death_costs_one_document_of_its_shard() -> None:
    with engine(2) as reading:
        done = [outcomes for outcomes, _ in reading.read([(shard("a", "die", "b"), 0), (shard("c"), 1)])]
    assert [[isinstance(outcome, Reading) for outcome in outcomes] for outcomes in done] == [
        [True, False, True],
        [True],
    ]


ORPHANS = """
import sys, time
from pathlib import Path
from rashomon.engine import Shard, engine
from rashomon.model import Document
from tests.engine.test_engine import load_busy
if __name__ == "__main__":
    with engine(1) as reading:
        list(reading.read([(Shard((Document(id="a", text=sys.argv[1]),), load_busy), None)]))
"""


class Busy(Moody):
    """A reader that tells its process by a file, and is then busy for long."""

    def read(self, document: Document) -> Reading:
        Path(document.text).write_text(str(os.getpid()))
        time.sleep(600)
        return super().read(document)


def load_busy() -> Busy:
    return Busy()


def test_processes_end_with_a_parent_that_was_killed(tmp_path: Path) -> None:
    script, told = tmp_path / "script.py", tmp_path / "pid"
    script.write_text(ORPHANS)
    parent = subprocess.Popen([sys.executable, str(script), str(told)], env={**os.environ, "PYTHONPATH": path_here()})
    while not (told.exists() and told.read_text()):
        assert parent.poll() is None
        time.sleep(0.05)
    worker = int(told.read_text())
    parent.kill()
    parent.wait()
    until = time.monotonic() + 60
    while alive(worker) and time.monotonic() < until:
        time.sleep(0.05)
    assert not alive(worker)


def path_here() -> str:
    return os.pathsep.join([str(Path(__file__).parents[2]), *(path for path in sys.path if path)])


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
        status = Path(f"/proc/{process}/status")
        return "\nState:\tZ" not in status.read_text() if Path("/proc/self").exists() else True
    except (ProcessLookupError, FileNotFoundError):
        return False
