"""The bench of control on two invented notes."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.control import main

NOTES = """Name,Held by,As of,More information
Belorine,Kadria,2 May 2031,Captured by the Lowland Front 3 March 2031. Recaptured by Kadria 9 April 2031.
Orsa,Lowland Front,2 May 2031,Captured by the Lowland Front 3 March 2031.
Tavuni,Kadria,2 May 2031,
"""
LABELS = """# by hand
note\ttown\tholders
0\tBelorine\tLowland Front > Kadria
1\tOrsa\tLowland Front
"""


def test_notes_against_the_list_and_against_labels(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    notes, labels = tmp_path / "notes.csv", tmp_path / "labels.tsv"
    notes.write_text(NOTES, encoding="utf-8")
    labels.write_text(LABELS, encoding="utf-8")
    assert main(["notes", str(notes), "--labels", str(labels)]) == 0
    shown = capsys.readouterr().out
    assert "notes 2, last holder read 2 (1.000), precision 1.000" in shown
    assert "2 notes state a holder; last holder read in 2, right 2" in shown
