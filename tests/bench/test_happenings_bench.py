"""Marks in invented accounts, and the figure over them."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.happenings import OURS, b_cubed, marked


def test_marks_are_taken_out_and_kept_as_offsets(tmp_path: Path) -> None:
    path = tmp_path / "war.txt"
    path.write_text(
        "doc: a\noutlet: Orm Gazette\npublished: 2031-04-03\ntitle: Two raids\n\n"
        "They [1:hit] Orm.\n\nIt [2:fell].\n===\n"
        "doc: b\noutlet: Tarvol Post\npublished: 2031-04-04\ntitle: One raid\n\nOrm was [1:struck].\n",
        encoding="utf-8",
    )
    first, second = marked(path)
    assert first.document.text == "They hit Orm.\n\nIt fell."
    assert {first.document.text[a:b]: n for (a, b), n in first.happenings.items()} == {"hit": 1, "fell": 2}
    assert (second.document.id, second.document.source, second.document.published) == ("b", "Tarvol Post", "2031-04-04")
    assert {second.document.text[a:b]: n for (a, b), n in second.happenings.items()} == {"struck": 1}


def test_all_of_ours_can_be_read() -> None:
    for path in OURS.glob("*.txt"):
        some = list(marked(path))
        assert len({one.document.id for one in some}) == len(some) > 2
        assert all(one.happenings and "[" not in one.document.text for one in some)


@pytest.mark.parametrize(
    ("found", "figures"),
    [
        ({"a": 1, "b": 1, "c": 2}, (1, 1)),
        ({"a": 1, "b": 1, "c": 1}, (5 / 9, 1)),
        ({"a": 1, "b": 2, "c": 3}, (1, 2 / 3)),
    ],
)
def test_b_cubed_of_three_mentions(found: dict[str, int], figures: tuple[float, float]) -> None:
    gold = {("d", 0, 1): "x", ("d", 2, 3): "x", ("d", 4, 5): "y"}
    keys = dict(zip("abc", gold, strict=True))
    assert b_cubed(gold, {keys[name]: group for name, group in found.items()}) == pytest.approx(figures)
