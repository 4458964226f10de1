"""The bench of witnesses on a few stories."""

from __future__ import annotations

import re

import pytest

from bench.witnesses import main


def test_it_counts_pairs_of_reprints(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--stories", "24", "--scale", ""]) == 0
    shown = capsys.readouterr().out
    found = re.search(r"^all\s+(\S+)\s+(\S+)\s+(\d+)", shown, re.MULTILINE)
    assert found
    assert float(found[1]) > 0.9
    assert int(found[3]) > 10
