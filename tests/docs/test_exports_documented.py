"""docs/exports.md tells of every format of `rashomon export`, and of none that is not there."""

import re
from pathlib import Path

import pytest

from rashomon.export.countries import table
from rashomon.export.formats import FORMATS

TEXT = (Path(__file__).parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| `([\w-]+)` \| .* \| (included|left out) \|$", TEXT, re.MULTILINE)


def test_the_table_lists_exactly_the_formats_there_are() -> None:
    assert [name for name, _ in ROWS] == list(FORMATS)


def test_it_says_which_leave_out_what_is_not_said_to_be_so() -> None:
    assert {name for name, unreal in ROWS if unreal == "left out"} == {n for n, f in FORMATS.items() if f.factual}


def test_each_has_a_section() -> None:
    headings = [name for heading in re.findall(r"^## (.+)$", TEXT, re.MULTILINE) for name in heading.split(", ")]
    assert headings == list(FORMATS)


@pytest.mark.parametrize("column", sorted(set(table("acled")["columns"])))
def test_every_column_of_acled_is_told_of(column: str) -> None:
    assert f"`{column}`" in TEXT
