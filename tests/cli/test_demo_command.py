"""`rashomon demo`: the bundled example as a table and as a page."""

import errno
import os
import tempfile
import webbrowser
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from rashomon.cli import app

PAGE = Path("rashomon-demo.html")


@pytest.fixture(autouse=True)
def _somewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that a browser was asked to open."""
    asked: list[str] = []

    def opening(address: str) -> bool:
        asked.append(address)
        return True

    monkeypatch.setattr(webbrowser, "open", opening)
    return asked


def demo(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["demo", *arguments])


def test_the_table_is_printed_and_the_page_lies_in_the_folder(opened: list[str]) -> None:
    result = demo()
    assert result.exit_code == 0
    assert result.stdout.count("Machine-read") == 4
    assert PAGE.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert result.stderr == f"The same as a page: {PAGE.absolute()}\n"
    assert opened == []


def test_an_earlier_page_is_replaced_and_nothing_else_is(opened: list[str]) -> None:
    mine, earlier = Path("mine.html"), Path("earlier.html")
    mine.write_text("<!doctype html><title>Notes</title><p>content=Rashomon")
    result = demo("-o", "mine.html")
    assert result.exit_code == 1
    assert str(result.exception).startswith("mine.html: is there already")
    assert mine.read_text().endswith("<p>content=Rashomon")
    demo("-o", "earlier.html")
    first = earlier.read_bytes()
    earlier.write_bytes(first + b"<!-- spoilt -->")
    assert demo("-o", "earlier.html", "--open").exit_code == 0
    assert earlier.read_bytes() == first
    assert opened == [earlier.absolute().as_uri()]


@pytest.mark.parametrize("out", ["nowhere/page.html", "folder", "-"])
def test_a_page_that_cannot_be_written_is_said_before_reading(out: str) -> None:
    Path("folder").mkdir()
    result = demo("-o", out)
    assert result.exit_code == 1
    assert out in str(result.exception)
    assert result.stdout == ""


def test_a_folder_that_is_not_writable_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(**_: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(tempfile, "mkstemp", refused)
    result = demo()
    assert str(result.exception) == f"{PAGE}: cannot be written: Permission denied"


def test_a_browser_that_does_not_start_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webbrowser, "open", lambda address: False)
    result = demo("--open")
    assert result.exit_code == 0
    assert "open the page by hand" in result.stderr
