"""The date suite's command: what counts as right, and both readers on two cases of our own."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import dates
from bench.dates import Case, begins_right, days, right


def case(expected: tuple[str, ...]) -> Case:
    return Case("The mill burned then.", expected, "2016-05-14", None, None, held=False)


def test_intervals_count_as_the_days_that_they_cover() -> None:
    assert days("2016-05") == days("2016-05-01/2016-05-31")
    assert days("2011/2016") != days("2011/2017")
    assert days("../2016-02")[0] is None
    assert right(case(("2016-02",)), ["2016-02-01/2016-02-29"])
    assert not right(case(("2016-02",)), [])
    assert not right(case(("2016-02",)), ["2016-02", "2016"])
    assert begins_right(case(("2016-02",)), ["2016-02-01"])
    assert begins_right(case(()), [])
    assert not begins_right(case(()), ["2016"])


def test_the_command_measures_both_readers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    suite = tmp_path / "suite.yaml"
    suite.write_text(
        "- today: 2016-05-14\n"
        "  cases:\n"
        '  - ["The mill burned on 3 May 2016.", "2016-05-03"]\n'
        '  - ["The mill burned in early May 2016.", "2016-05-01/2016-05-10"]\n'
        "- today: 2016-05-14\n"
        "  held: true\n"
        "  cases:\n"
        '  - ["The mill burned then.", "2016"]\n'
    )
    assert dates.main([str(suite), "--errors"]) == 0
    shown = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert shown[1] == ["written", "first,", "exact", "1.000", "0.500", "2"]
    assert shown[3][:4] == ["held", "back,", "exact", "0.000"]
    assert "The mill burned then." in " ".join(shown[-1])
