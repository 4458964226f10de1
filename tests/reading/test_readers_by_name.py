"""Readers by name, with an invented third one."""

import subprocess
import sys
from pathlib import Path

import pytest

import rashomon
from rashomon.api import ReaderLoader
from rashomon.model import Document, Reading, Versions
from rashomon.reading import choosing
from rashomon.reading.base import Reader
from rashomon.reading.choosing import DEFAULT_READER, READERS, Choice, load_reader


class Silent:
    """Reads no claim in anything."""

    name = "silent-1"

    def __init__(self, knowledge: tuple[str, ...] = ()) -> None:
        self._versions = Versions(
            rashomon="0", reader=self.name, parser="none", knowledge=",".join(knowledge) or "none"
        )

    def read(self, document: Document) -> Reading:
        return Reading(document=document, versions=self._versions)


def _silent(parser: str | None, knowledge: tuple[str, ...]) -> Reader:
    return Silent(knowledge)


def _broken(parser: str | None, knowledge: tuple[str, ...]) -> Reader:
    raise ModuleNotFoundError("No module named 'enginelib'", name="enginelib")


@pytest.fixture(autouse=True)
def _a_third(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(READERS, "silent", Choice(_silent))


def test_another_reader_is_another_entry(tmp_path: Path) -> None:
    assert rashomon.read("The army left Tarvol.", reader="silent").versions.reader == "silent-1"
    (tmp_path / "a.txt").write_text("The army left Tarvol.")
    [outcome] = rashomon.read_all([str(tmp_path / "a.txt")], reader="silent")
    assert isinstance(outcome, Reading)
    assert outcome.versions.reader == "silent-1"


def test_readers_of_one_process_are_kept_apart() -> None:
    text = "The army left Tarvol."
    assert rashomon.read(text, reader="silent").claims == ()
    assert len(rashomon.read(text, reader="rules").claims) == 1


def test_the_default_is_among_them() -> None:
    assert DEFAULT_READER in READERS


def test_a_reader_gets_the_knowledge_given(tmp_path: Path) -> None:
    loaded = ReaderLoader(knowledge=(str(tmp_path),), reader="silent")()
    assert loaded.read(Document(id="a", text="b")).versions.knowledge == str(tmp_path)


def test_an_unknown_name_lists_those_that_there_are() -> None:
    with pytest.raises(rashomon.ReaderError, match=r"no reader 'tea-leaves': there are rules, learned and silent$"):
        ReaderLoader(reader="tea-leaves")
    with pytest.raises(rashomon.ReaderError, match="no reader 'tea-leaves'"):
        rashomon.read("The army left Tarvol.", reader="tea-leaves")


def test_a_parser_goes_with_a_reader_that_parses_only() -> None:
    with pytest.raises(rashomon.ReaderError, match=r"the reader 'silent' has no parser to choose.*'rules'"):
        rashomon.read_all([], reader="silent", parser="some_pipeline")
    assert ReaderLoader("some_pipeline", reader="rules").parser == "some_pipeline"


def test_a_reader_whose_packages_are_missing_says_which(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(choosing.READERS, "broken", Choice(_broken))
    with pytest.raises(rashomon.ReaderError, match="the reader 'broken' needs 'enginelib', which cannot be imported"):
        load_reader("broken")


@pytest.mark.parametrize("module", ["rashomon", "rashomon.cli", "rashomon.showing.page", "rashomon.reading.views"])
def test_no_reader_is_imported_before_it_is_asked_for(module: str) -> None:
    check = f"import sys, {module}; print([m for m in ('spacy', 'onnxruntime', 'torch', 'pandas') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
