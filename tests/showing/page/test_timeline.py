"""Timelines: in order, to scale or visibly broken, stacked without overlaps, harmless."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.model import Factuality, Kind
from rashomon.model.when import Days
from rashomon.showing.page.chronology.axis import Axis
from rashomon.showing.page.chronology.rows import rows
from rashomon.showing.page.chronology.ticks import ticks
from rashomon.showing.page.timeline import WIDTH, Lane, Moment, timeline
from tests.showing.page.drawings import HOSTILE, harmless, named, root

DATES = st.dates(date(1500, 1, 1), date(2100, 12, 31)) | st.dates(date(2016, 1, 1), date(2016, 1, 20))
SOME = (
    st.dates(date(2015, 1, 1), date(2017, 12, 31)).map(str)
    | DATES.map(str)
    | DATES.map(lambda day: str(day)[:7])
    | DATES.map(lambda day: str(day)[:4])
    | st.lists(DATES, min_size=2, max_size=2).map(lambda pair: "/".join(map(str, sorted(pair))))
    | DATES.map(lambda day: f"../{day}")
    | DATES.map(lambda day: f"{day}/..")
)
MOMENTS = st.lists(
    st.builds(
        Moment,
        when=SOME,
        label=st.text(max_size=50) | st.sampled_from(HOSTILE),
        href=st.none() | st.just("#d0-c1"),
        kind=st.sampled_from(get_args(Kind)),
        factuality=st.sampled_from(get_args(Factuality)),
    ),
    min_size=1,
    max_size=25,
)


def axis_of(*whens: str) -> Axis:
    return Axis.over([days for when in whens if (days := Moment(when, "").days)], 0, WIDTH)


def test_nothing_dated_no_timeline() -> None:
    assert timeline([]) == ""
    assert timeline([Lane("The author", ())]) == ""
    assert timeline([Lane("The author", (Moment("last spring", "truce"),))]) == ""


def test_each_moment_links_to_its_claim() -> None:
    lanes = [
        Lane("The author", (Moment("2016-03-27", "Qarah retaken", "#d0-c1", "control"),), "t0"),
        Lane("Al-Waha", (Moment("2016-03-27", "Qarah lost", "#d0-c2", "control", "not", "c2"),), "t1"),
    ]
    tree = root(timeline(lanes))
    links = named(tree, "a", "tl-moment")
    assert [link.get("href") for link in links] == ["#d0-c1", "#d0-c2"]
    assert links[1].get("aria-label") == "2016-03-27: Qarah lost (control, denied)"
    assert links[1].get("data-key") == "c2"
    assert [lane.get("data-tellers") for lane in named(tree, "g", "tl-lane")] == ["t0", "t1"]
    assert [text.text for text in named(tree, "text", "tl-teller")] == ["The author", "Al-Waha"]


def test_kind_has_a_shape_and_factuality_a_line_of_its_own() -> None:
    shapes = set()
    for kind in get_args(Kind):
        tree = root(timeline([Lane("The author", (Moment("2016-03-27", "", "#d0-c1", kind),))]))
        shapes.add(tuple(sorted(named(tree, "g", f"k-{kind}")[0][0].items())))
    assert len(shapes) == 4
    denied = root(timeline([Lane("The author", (Moment("2016-03-27", "", "#d0-c1", "event", "not"),))]))
    assert named(denied, "path", "tl-strike")
    for factuality in get_args(Factuality):
        moment = Moment("2016-03", "", "#d0-c1", "event", factuality)
        assert named(root(timeline([Lane("The author", (moment, Moment("2016", "")))])), "path", f"f-{factuality}")


def test_days_are_signs_and_longer_times_are_bars() -> None:
    lane = Lane("The author", (Moment("2016-03-27", "a"), Moment("2016-05", "b"), Moment("2016", "c")))
    assert len(named(root(timeline([lane])), "path", "tl-bar")) == 2


def test_what_cannot_be_read_is_counted() -> None:
    lane = Lane("The author", (Moment("2016-03-27", "a"), Moment("spring", "b"), Moment("2016-13", "c")))
    assert "+2 without a readable date" in "".join(root(timeline([lane])).itertext())


def test_the_same_lanes_give_the_same_bytes() -> None:
    lanes = [Lane("The author", (Moment("2016-03-27", "Qarah retaken"), Moment("1920", "mandate")))]
    assert timeline(lanes) == timeline(lanes)


def test_a_long_empty_time_is_left_out_visibly() -> None:
    axis = axis_of("1920-04-25", "2016-01-01", "2016-03-27", "2016-12-11")
    assert len(axis.breaks) == 1
    spread = axis.at(date(2016, 12, 11).toordinal()) - axis.at(date(2016, 1, 1).toordinal())
    assert spread > WIDTH / 2
    tree = root(timeline([Lane("The author", (Moment("1920-04-25", "a"), Moment("2016-01-01/2016-12-11", "b")))]))
    assert len(named(tree, "rect", "tl-break")) == 1


@pytest.mark.parametrize(
    "whens",
    [
        ("1920-04-25", "2016-01-01"),  # nothing would be gained
        ("2016-01-05", "2016-03-01", "2016-12-20"),  # not squeezed
        ("1990/2016", "2013-05", "2016-02"),  # the account itself goes through it
    ],
)
def test_other_times_are_not_broken(whens: tuple[str, ...]) -> None:
    assert not axis_of(*whens).breaks


def test_a_short_time_of_which_much_is_told_is_drawn_larger_visibly() -> None:
    days = [f"2019-03-{day:02d}" for day in (4, 5, 7, 8, 9, 11, 12)]
    axis = axis_of("2017", "2018-06", "2019-12", *days)
    (left, right) = axis.larger[0]
    assert left < axis.at(date(2019, 3, 4).toordinal()) < axis.at(date(2019, 3, 12).toordinal()) < right
    assert right - left > WIDTH / 4
    assert not axis.breaks
    moments = tuple(Moment(when, "") for when in ("2017", "2018-06", "2019-12", *days))
    drawn = root(timeline([Lane("The author", moments)]))
    assert len(named(drawn, "rect", "tl-larger")) == 2, "the shade, and the legend"
    assert "larger scale" in "".join(drawn.itertext())


@pytest.mark.parametrize("whens", [["2019-03-04"] * 9 + ["2017", "2020"], ["2019-03", "2019-05", "2020"] * 3])
def test_other_times_are_drawn_to_one_scale(whens: list[str]) -> None:
    assert not axis_of(*whens).larger


def test_a_lane_whose_name_is_out_of_the_way_takes_one_line() -> None:
    def height(when: str) -> float:
        lanes = [
            Lane("The author", (Moment("2016-01-01", "a"), Moment("2016-12-31", "b"))),
            Lane("X", (Moment(when, "c"),)),
        ]
        return float(named(root(timeline(lanes)), "svg")[0].get("viewBox", "").split()[3])

    assert height("2016-06-06") < height("2016-01-01")


@pytest.mark.parametrize(
    ("whens", "label"),
    [
        (("2023-10-07", "2023-10-12"), "9 Oct"),
        (("2016-01-05", "2016-12-20"), "Jun"),
        (("2005-05", "2016-06", "2011-01"), "2010"),
        (("1916", "1946", "1963", "1982", "2000", "2024"), "1950"),
        (("2016-01-09",), "9 Jan"),
    ],
)
def test_ticks_suit_the_time(whens: tuple[str, ...], label: str) -> None:
    assert label in [tick.label for tick in ticks(axis_of(*whens))]


@pytest.mark.parametrize("bad", ["https://example.org", "javascript:alert(1)", "d0-c1", ""])
def test_links_out_of_the_page_are_refused(bad: str) -> None:
    with pytest.raises(ValueError, match="no link within the page"):
        Moment("2016", "Qarah retaken", bad)


def test_hostile_names_stay_text() -> None:
    lanes = [
        Lane(name, tuple(Moment(f"20{i + 10}", text, "#d0-c1") for i, text in enumerate(HOSTILE))) for name in HOSTILE
    ]
    tree = root(timeline(lanes))
    harmless(tree)
    assert "<script>alert(1)</script>" in [text.text for text in named(tree, "text", "tl-teller")]


@given(st.lists(st.builds(Lane, st.text(max_size=40) | st.sampled_from(HOSTILE), MOMENTS.map(tuple)), max_size=4))
@settings(max_examples=40, deadline=None)
def test_any_lanes_give_a_harmless_drawing(lanes: list[Lane]) -> None:
    tree = root(timeline(lanes))
    harmless(tree)
    assert len(named(tree, "g", "tl-lane")) == len(lanes)
    marks = [e for e in tree.iter() if "tl-moment" in e.get("class", "").split()]
    assert len(marks) == sum(len(lane.moments) for lane in lanes)


@given(MOMENTS)
@settings(deadline=None)
def test_nothing_overlaps_in_a_row_and_nothing_leaves_the_drawing(moments: list[Moment]) -> None:
    axis = Axis.over([days for moment in moments if (days := moment.days)], 14, WIDTH - 14)
    in_rows = defaultdict(list)
    for row in rows(moments, axis):
        in_rows[row.row].append(row.taken)
    assert sorted(in_rows) == list(range(len(in_rows)))
    for taken in in_rows.values():
        assert all(a[1] <= b[0] for a, b in pairwise(sorted(taken)))
        assert all(left >= 0 and right <= WIDTH for left, right in taken)


@given(st.lists(DATES, min_size=1, max_size=30))
@settings(deadline=None)
def test_later_is_further_right(days: list[date]) -> None:
    axis = Axis.over([Days(day, day) for day in days], 0, WIDTH)
    ordered = sorted({day.toordinal() for day in days})
    places = [axis.at(day + 0.5) for day in ordered]
    assert all(a < b for a, b in pairwise(places))
    assert all(0 <= place <= WIDTH for place in places)
    assert axis.stretches[-1].right == pytest.approx(WIDTH)


@given(st.lists(DATES, min_size=1, max_size=30))
@settings(deadline=None)
def test_ticks_stand_apart_on_the_axis(days: list[date]) -> None:
    found = ticks(Axis.over([Days(day, day) for day in days], 0, WIDTH))
    assert found
    assert all(b.x - a.x >= 40 for a, b in pairwise(found))
    assert all(0 <= tick.x <= WIDTH for tick in found)
