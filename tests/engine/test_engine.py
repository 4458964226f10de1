"""How reading is run, with readers that do what a real one should never do."""

import os
from collections.abc import Iterator

import pytest

from rashomon.engine import run
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
