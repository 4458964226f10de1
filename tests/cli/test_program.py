"""The installed program as a process of its own: streams, pipes, exit codes, terminals."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

LEFT = "The army left Tarvol on Friday. State radio said that gunmen attacked a convoy near Ostrel.\n"
PROGRAM = [sys.executable, "-m", "rashomon"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(LEFT)
    return tmp_path


def environment(**changes: str) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "NO_COLOR", "FORCE_COLOR")}
    return {**kept, "TERM": "xterm-256color", **changes}


def test_a_pipe_gets_plain_utf8_whatever_the_locale(folder: Path) -> None:
    done = subprocess.run(
        [*PROGRAM, "read", "a.txt"],
        cwd=folder,
        env=environment(PYTHONIOENCODING="ascii"),
        capture_output=True,
        check=True,
    )
    text = done.stdout.decode("utf-8")
    assert "“left”" in text
    assert "\x1b" not in text
    assert done.stderr == b""


def test_errors_are_one_line_without_a_traceback(folder: Path) -> None:
    (folder / "bad\x1b[31m.txt").touch()
    done = subprocess.run(
        [*PROGRAM, "read", "bad\x1b[31m.txt", "no.txt"], cwd=folder, env=environment(), capture_output=True, text=True
    )
    assert done.returncode == 1
    assert done.stderr.splitlines() == ["bad\\x1b[31m.txt: is empty", "no.txt: no such file or folder"]
    done = subprocess.run(
        [*PROGRAM, "explain", "a.txt", "c99"], cwd=folder, env=environment(), capture_output=True, text=True
    )
    assert done.returncode == 1
    assert done.stderr.startswith("rashomon: a.txt: has no claim 'c99'; it has c1 (")
    assert len(done.stderr.splitlines()) == 1


def test_a_reader_that_closes_the_pipe_early_gets_no_traceback(folder: Path) -> None:
    (folder / "r.jsonl").write_text("".join(json.dumps({"doc": str(n), "text": LEFT * 20}) + "\n" for n in range(20)))
    with subprocess.Popen(
        [*PROGRAM, "read", "r.jsonl", "-f", "json"],
        cwd=folder,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()


def on_a_terminal(arguments: list[str], cwd: Path, env: dict[str, str], typed: bytes = b"") -> str:
    """What the program writes if all its streams are a terminal, and somebody types this."""
    parent, child = pty.openpty()
    os.write(parent, typed)
    with subprocess.Popen([*PROGRAM, *arguments], cwd=cwd, env=env, stdin=child, stdout=child, stderr=child):
        os.close(child)
        written = b""
        while True:
            try:
                block = os.read(parent, 65536)
            except OSError:
                break
            if not block:
                break
            written += block
    os.close(parent)
    return written.decode("utf-8")


def test_a_terminal_gets_colour_and_a_bar_for_many_documents(folder: Path) -> None:
    for n in range(5):
        (folder / f"{n}.txt").write_text(LEFT)
    shown = on_a_terminal(["read", "."], folder, environment())
    assert "\x1b[" in shown
    assert "6/6" in shown or "5/6" in shown
    assert shown.count("Nothing here") == 6


def test_no_color_is_respected_on_a_terminal(folder: Path) -> None:
    assert "\x1b" not in on_a_terminal(["read", "a.txt"], folder, environment(NO_COLOR="1"))


def test_a_terminal_gets_no_page_but_is_told_where_to_put_it(folder: Path) -> None:
    shown = on_a_terminal(["read", "a.txt", "-f", "html"], folder, environment())
    assert "-o page.html" in shown
    assert len(shown.splitlines()) == 1


def test_a_terminal_is_asked_whether_to_open_the_page(folder: Path) -> None:
    shown = on_a_terminal(["demo"], folder, environment(BROWSER="false"), typed=b"y\n")
    assert "Open it in the browser? [y/N]" in shown
    assert "open the page by hand" in shown
    refused = on_a_terminal(["demo"], folder, environment(BROWSER="false"), typed=b"\n")
    assert "[y/N]" in refused
    assert "by hand" not in refused


def test_spreadsheets_and_json_on_a_terminal_show_controls_as_escapes(folder: Path) -> None:
    (folder / "a.txt").write_text("The \x1b[31marmy\x1b[0m left Tarvol on Friday, said General \u202eOrvan.")
    for format in ("csv", "jsonl", "gold"):
        shown = on_a_terminal(["read", "a.txt", "-f", format], folder, environment())
        assert "\x1b" not in shown
        assert "\u202e" not in shown
