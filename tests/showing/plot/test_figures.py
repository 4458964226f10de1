"""Figures: what they name, whose accounts they say they draw, and that hostile names stay names."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from lxml.etree import fromstring
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure

from rashomon.showing.phrases import NOTICE
from rashomon.showing.plot.copies import copies_figure
from rashomon.showing.plot.lanes import MOST, lanes_figure
from rashomon.showing.plot.network import network_figure
from rashomon.showing.plot.paper import PlotError, save, whose
from rashomon.showing.plot.timeline import timeline_figure
from rashomon.showing.plot.types import Bond, Copy, Happening, Lane, Span

LANES = [
    Lane("Belorine", "The Kadria Courier", [Span("Kadrian army", None, date(2031, 4, 2)),
                                            Span("Lowland Front", date(2031, 4, 2), None)]),
    Lane("Belorine", "Radio Veshti", [Span("Lowland Front", date(2031, 3, 1), date(2031, 5, 1), "contested")]),
    Lane("Orsa", "Radio Veshti", [Span(None, date(2031, 3, 1), date(2031, 5, 1))]),
]  # fmt: skip
BONDS = [
    Bond("Kadrian army", "Lowland Front", "-", 7, 4),
    Bond("Kadrian army", "Lowland Front", "+", 2, 1),
    Bond("Lowland Front", "Veshti", "+", 1, 1),
]
HAPPENINGS = [
    Happening("Radio Veshti", date(2031, 4, 2), date(2031, 4, 2), "Shelling of a bakery", 1),
    Happening("The Kadria Courier", date(2031, 4, 1), date(2031, 4, 9), "Shelling of a bakery", 1, denied=True),
]
COPIES = [
    Copy("d1", "d1", "Axiom Wire", date(2031, 4, 2), own=True),
    Copy("d1", "d2", "The Kadria Courier", date(2031, 4, 3), own=False),
    Copy("d3", "d3", "Radio Veshti", None, own=True),
]


def _words(drawn: Figure, folder: Path) -> str:
    """All text of a figure, as its SVG has it, blanks evened out."""
    path = folder / "figure.svg"
    save(drawn, path)
    return " ".join(" ".join(fromstring(path.read_bytes()).itertext()).split())


def test_lanes_name_places_accounts_holders_and_states(tmp_path: Path) -> None:
    words = _words(lanes_figure(LANES), tmp_path)
    for name in ("Belorine", "Orsa", "Radio Veshti", "The Kadria Courier", "Kadrian army", "Lowland Front"):
        assert name in words
    assert "contested" in words
    assert "open" in words
    assert NOTICE.split(":")[0] in words


def test_holders_are_told_apart_without_colour() -> None:
    many = [Lane("Orsa", "Radio", [Span(f"band {i}", date(2031, 1, 1 + i), date(2031, 1, 2 + i)) for i in range(10)])]
    bars = lanes_figure(many).axes[0].patches
    assert len({(bar.get_facecolor(), bar.get_hatch()) for bar in bars}) == 10
    assert all(red == green == blue for red, green, blue in (to_rgb(bar.get_facecolor()) for bar in bars))


def test_what_finds_no_room_is_counted(tmp_path: Path) -> None:
    lanes = [Lane(f"Orsa {i}", "Radio", [Span("Scouts", None, None)]) for i in range(MOST + 3)]
    assert "3 more lanes are not drawn" in _words(lanes_figure(lanes), tmp_path)


def test_a_lane_without_any_date(tmp_path: Path) -> None:
    drawn = lanes_figure([Lane("Orsa", "Radio", [Span("Scouts", None, None), Span("Front", None, None)])])
    assert "Scouts" in _words(drawn, tmp_path)
    assert list(drawn.axes[0].get_xticks()) == []
    first, second = (bar.get_window_extent() for bar in drawn.axes[0].patches)
    assert abs(first.x1 - second.x0) < 1


def test_a_network_shows_both_signs_of_a_pair_and_its_camps(tmp_path: Path) -> None:
    drawn = network_figure(BONDS, ["Radio Veshti"], {"Kadrian army": 0, "Lowland Front": 1, "Veshti": 1}, "By hand.")
    assert len(drawn.axes[0].patches) == 3
    words = _words(drawn, tmp_path)
    assert "camp 2" in words
    assert "By hand. Accounts: Radio Veshti." in words


def test_a_timeline_hollows_what_is_denied(tmp_path: Path) -> None:
    drawn = timeline_figure(HAPPENINGS)
    fills = [line.get_markerfacecolor() for line in drawn.axes[0].lines if line.get_marker() == "o"]
    assert sorted(fills) == ["#1b1b1b", "white"]
    assert "Shelling of a bakery" in _words(drawn, tmp_path)


def test_copies_count_origins_and_witnesses(tmp_path: Path) -> None:
    words = _words(copies_figure(COPIES, 2), tmp_path)
    assert "3 documents of 2 origins, 2 independent witnesses" in words
    assert "Axiom Wire Radio Veshti The Kadria Courier" in words, "the rows, then who printed the first one too"


def test_hostile_names_stay_names(tmp_path: Path) -> None:
    name = "<script>alert(1)</script> $\\frac{1}$ \x1b[31m\u202e"
    words = _words(lanes_figure([Lane(name, "Radio", [Span("Scouts", None, None)])]), tmp_path)
    assert "<script>alert(1)</" in words
    text = (tmp_path / "figure.svg").read_text(encoding="utf-8")
    assert "<script" not in text
    assert "\x1b" not in text
    assert "\u202e" not in text


@pytest.mark.parametrize("suffix", [".svg", ".png"])
def test_the_same_figure_gives_the_same_bytes(tmp_path: Path, suffix: str) -> None:
    one, other = tmp_path / f"one{suffix}", tmp_path / f"other{suffix}"
    save(lanes_figure(LANES), one)
    save(lanes_figure(LANES), other)
    assert one.read_bytes() == other.read_bytes()


def test_other_formats_are_refused(tmp_path: Path) -> None:
    with pytest.raises(PlotError, match=r"\.svg or \.png"):
        save(lanes_figure(LANES), tmp_path / "figure.jpg")


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(PlotError, match="cannot be written"):
        save(lanes_figure(LANES), tmp_path / "nowhere" / "figure.svg")


def test_many_accounts_are_counted() -> None:
    assert whose([f"Paper {i}" for i in range(9)]).endswith("and 3 more.")


def test_what_one_teller_puts_on_one_day_stands_apart() -> None:
    day, next_ = date(2031, 4, 2), date(2031, 4, 9)
    told = [Happening("Radio", day, day, f"Deed {n}", n) for n in range(4)]
    told += [Happening("Radio", next_, next_, "Deed 4", 4), Happening("Courier", day, day, "Deed 0", 0)]
    marks = [line for line in timeline_figure(told).axes[0].lines if line.get_marker() == "o"]
    spots = [(float(mark.get_xdata()[0]), round(float(mark.get_ydata()[0]), 6)) for mark in marks]
    assert len({*spots}) == len(told)
    assert spots[4][1] == spots[0][1], "another day needs no step"


def test_who_printed_it_too_is_named_and_origins_stand_by_day(tmp_path: Path) -> None:
    late = [Copy("d0", "d0", "Early Bird", date(2031, 3, 1), own=True), *COPIES]
    late += [Copy("d1", f"e{n}", f"Sheet {n}", date(2031, 4, 4), own=False) for n in range(3)]
    drawn = copies_figure(late)
    words = _words(drawn, tmp_path)
    assert "The Kadria Courier; Sheet 0; and 2 more" in words
    assert [label.get_text() for label in drawn.axes[0].get_yticklabels()] == [
        "Early Bird", "Axiom Wire", "Radio Veshti",
    ]  # fmt: skip
