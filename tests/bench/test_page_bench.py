"""The bench of the page: its batch, and its figures in Chromium. Its browser runs in a process of its own."""

import re
import subprocess
import sys
from pathlib import Path

from bench.long_page import documents
from tests.showing.page.watching import need_browser

ROOT = Path(__file__).parents[2]


def test_the_long_batch_is_as_long_as_it_says_and_always_the_same() -> None:
    batch = documents()
    assert len({document.text for document in batch}) == len({document.id for document in batch}) == 60
    assert 200_000 <= sum(len(document.text) for document in batch) < 220_000
    assert batch == documents()
    assert len(documents(3, 900)) == 3


def test_each_figure_is_measured(tmp_path: Path) -> None:
    need_browser()
    (tmp_path / "a.txt").write_text(
        "The army shelled Tarvol on Friday. Rebels attacked the army, the radio said. " * 40
    )
    command = [sys.executable, "-m", "bench.page", str(tmp_path / "a.txt"), "--repeat", "1"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    figures = dict(re.findall(r"^(.+?)  +([\d.,]+)$", done.stdout, re.MULTILINE))
    assert int(figures["size, bytes"].replace(",", "")) > int(figures["gzip, bytes"].replace(",", "")) > 1_000
    assert float(figures["first view, ms"].replace(",", "")) > 0
    assert 0 < float(figures["scrolling: frames a second"]) < 130
    assert 0 < float(figures["filter by an actor, ms"]) < 10_000
    assert 0 < float(figures["first search, ms"]) < 10_000
