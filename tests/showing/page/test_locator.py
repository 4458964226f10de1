"""Locator maps: whatever the places, what is drawn can be read, lies on the map, and cannot hurt."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.showing.page.drawing import Rect
from rashomon.showing.page.locator import CREDIT, Mark, locator
from rashomon.showing.page.mapping.chart import NARROW, WIDE, Chart
from rashomon.showing.page.mapping.extent import Spot, fitted, gathered
from rashomon.showing.page.mapping.labels import Wanted, placed
from tests.showing.page.drawings import HOSTILE, harmless, named, number, root

HIGHLANDS = [
    Mark("Qarah", 34.1, 38.3, 5, ("#d0-c1", "#d0-c2", "#d1-c7"), ("t0", "t2")),
    Mark("Belorine", 34.9, 39.6, 5, ("#d0-c3",), ("t1",)),
    Mark("Belorine", 34.9, 39.6, 5, ("#d0-c4",), ("t1",), near=True),
    Mark("Tal Amar", 35.6, 37.2, 40, ("#d0-c5",), ("t0",)),
    Mark("Kadria", 35.0, 38.6, 400, ("#d0-c6",), ("t0",), kind="country"),
]
MARKS = st.lists(
    st.builds(
        Mark,
        name=st.text(max_size=40) | st.sampled_from(HOSTILE),
        latitude=st.floats(-90, 90),
        longitude=st.floats(-180, 180),
        radius_km=st.none() | st.floats(0, 3000),
        claims=st.lists(st.from_regex("#d[0-9]-c[0-9]{1,3}", fullmatch=True), max_size=5).map(tuple),
        tellers=st.lists(st.from_regex("t[0-9]", fullmatch=True), max_size=2).map(tuple),
        near=st.booleans(),
        kind=st.sampled_from([None, "city", "country", "region"]),
    ),
    max_size=25,
)
SPOTS = st.lists(st.builds(Spot, st.floats(-180, 180), st.floats(-90, 90), st.integers(1, 9)), min_size=1, max_size=12)


def test_no_places_no_map() -> None:
    assert locator([]) == ""


def test_marks_link_to_their_claims() -> None:
    tree = root(locator(HIGHLANDS))
    wide = named(tree, "svg", "map-wide")[0]
    links = named(wide, "a", "map-mark")
    qarah = next(a for a in links if a.get("aria-label") == "Qarah: 3 claims")
    assert (qarah.get("href"), qarah.get("data-claims")) == ("#d0-c1", "d0-c1 d0-c2 d1-c7")
    assert qarah.get("data-tellers") == "t0 t2"
    assert len(links) == 5


def test_a_place_with_more_claims_is_larger_and_a_near_one_is_hollow() -> None:
    wide = named(root(locator(HIGHLANDS)), "svg", "map-wide")[0]
    sizes = {a.get("aria-label"): number(dot, "r") for a in named(wide, "a") for dot in named(a, "circle", "map-dot")}
    assert sizes["Qarah: 3 claims"] > sizes["Belorine: 1 claim"]
    assert sizes["near Belorine: 1 claim"] > sizes["Belorine: 1 claim"], "the rim goes around the dot"
    near = next(a for a in named(wide, "a") if a.get("aria-label") == "near Belorine: 1 claim")
    assert named(near, "circle", "map-near")


def test_a_place_that_is_also_near_is_named_once() -> None:
    wide = named(root(locator(HIGHLANDS)), "svg", "map-wide")[0]
    names = [text.text for text in named(wide, "text", "map-name")]
    assert sorted(str(name) for name in names) == ["Belorine", "Qarah", "Tal Amar"]
    assert "without room" not in "".join(wide.itertext())


def test_how_far_a_place_may_reach_is_a_dashed_ring() -> None:
    wide = named(root(locator(HIGHLANDS)), "svg", "map-wide")[0]
    assert len(named(wide, "circle", "map-ring")) == 2, "Tal Amar, and the legend"


def test_of_very_many_places_the_most_claimed_are_drawn_and_the_rest_is_counted() -> None:
    marks = [Mark(f"Hamlet {i}", 34 + i / 90, 38 + i % 7 / 5, 5, ("#d0-c1",) * (1 + i // 100)) for i in range(150)]
    tree = root(locator(marks))
    for class_, drawn in (("map-wide", 120), ("map-small", 40)):
        svg = named(tree, "svg", class_)[0]
        assert len(named(svg, "a")) == drawn
        assert "Hamlet 100: 2 claims" in [a.get("aria-label") for a in named(svg, "a")]
        assert f"+{150 - drawn} with fewer claims, not drawn" in "".join(svg.itertext())


def test_countries_are_names_without_a_dot() -> None:
    wide = named(root(locator(HIGHLANDS)), "svg", "map-wide")[0]
    country = next(a for a in named(wide, "a") if a.get("aria-label") == "Kadria: 1 claim")
    assert [text.text for text in named(country, "text", "map-country")] == ["Kadria"]
    assert not named(country, "circle")


def test_the_drawing_says_what_it_shows_and_whence() -> None:
    tree = root(locator(HIGHLANDS))
    for svg in named(tree, "svg"):
        ids = {e.get("id"): e for e in svg.iter() if e.get("id")}
        title, description = named(svg, "g")[0].get("aria-labelledby", "").split()
        assert ids[title].text == "Map of 5 places named by claims"
        assert "Qarah: 3 claims" in str(ids[description].text)
    assert CREDIT in "".join(named(tree, "figcaption")[0].itertext())


def test_ids_are_used_once() -> None:
    ids = [e.get("id") for e in root(locator(HIGHLANDS)).iter() if e.get("id")]
    assert len(ids) == len(set(ids))


def test_the_same_places_give_the_same_bytes_in_whichever_order() -> None:
    assert locator(HIGHLANDS) == locator(HIGHLANDS[::-1])


def test_a_far_place_is_named_below_the_map_and_does_not_blow_it_up() -> None:
    far = Mark("Sundholm", 55.0, -100.0, 5, ("#d0-c9",), ("t0",))
    markup = locator([*HIGHLANDS, far])
    away = named(root(markup), "p", "map-away")[0]
    assert "Sundholm" in "".join(away.itertext())
    assert "km north" in "".join(away.itertext())
    assert named(away, "a")[0].get("href") == "#d0-c9"
    assert gathered([Spot(38, 34, 3), Spot(39, 35, 2), Spot(37, 35, 1), Spot(-100, 55, 1)]) == [True, True, True, False]


def test_claims_spread_over_the_world_are_all_shown() -> None:
    spots = [Spot(-60, 10), Spot(30, 50), Spot(100, 20), Spot(150, -30), Spot(-100, 40)]
    assert all(gathered(spots))
    view = fitted(spots, WIDE.width, WIDE.shapes)
    assert view.box.east - view.box.west == pytest.approx(360)


def test_places_on_both_sides_of_the_180th_meridian_lie_close_together() -> None:
    view = fitted([Spot(178, -18), Spot(-175, -21)], WIDE.width, WIDE.shapes)
    assert view.box.east - view.box.west < 20


def test_one_place_has_land_around_it() -> None:
    view = fitted([Spot(36.3, 33.5)], WIDE.width, WIDE.shapes)
    assert 5 < view.box.east - view.box.west < 12


def test_in_an_empty_quarter_the_map_is_widened_until_there_is_something_to_go_by() -> None:
    desert = fitted([Spot(8.0, 24.0)], WIDE.width, WIDE.shapes)
    assert desert.box.east - desert.box.west > 12


@pytest.mark.parametrize(
    ("latitude", "longitude", "spread"),
    [(65, 12, 6), (62, 6, 2), (70, -90, 15), (60, 22, 3), (-50, -74, 4), (0, 120, 12), (45, 15, 5), (0, 0, 80)],
)
def test_maps_stay_small(latitude: float, longitude: float, spread: float) -> None:
    corners = itertools.product((-1, 1), repeat=2)
    marks = [Mark("Haven", latitude + a * spread, longitude + b * spread, 5, ("#d0-c1",)) for a, b in corners]
    assert len(locator(marks).encode()) < 60_000


@pytest.mark.parametrize("bad", ["https://example.org", "javascript:alert(1)", "d0-c1", "#d0 c1", '#"'])
def test_links_out_of_the_page_are_refused(bad: str) -> None:
    with pytest.raises(ValueError, match="no link within the page"):
        Mark("Qarah", 34, 38, 5, (bad,))


@pytest.mark.parametrize("bad", ["a b", "", "<b>", "0"])
def test_keys_that_are_no_class_are_refused(bad: str) -> None:
    with pytest.raises(ValueError, match="no key"):
        Mark("Qarah", 34, 38, 5, (), (bad,))


@pytest.mark.parametrize("degrees", [(91, 0), (0, -181), (float("nan"), 0)])
def test_points_off_the_globe_are_refused(degrees: tuple[float, float]) -> None:
    with pytest.raises(ValueError, match="no point"):
        Mark("Qarah", *degrees)


def test_hostile_names_stay_text() -> None:
    marks = [Mark(name, 34 + i / 4, 38 + i / 3, 5, ("#d0-c1",)) for i, name in enumerate(HOSTILE)]
    marks.append(Mark(HOSTILE[0], -40.0, -70.0, 5, ("#d0-c1",)))
    tree = root(locator(marks))
    harmless(tree)
    assert "<script>alert(1)</script>" in [text.text for text in named(tree, "text")]


@given(MARKS)
@settings(max_examples=8, deadline=None)
def test_any_places_give_a_harmless_map(marks: list[Mark]) -> None:
    tree = root(locator(marks))
    harmless(tree)
    for svg in named(tree, "svg"):
        _, _, width, height = map(float, svg.get("viewBox", "").split())
        for mark in (e for e in svg.iter() if e.get("class") == "map-mark"):
            for dot in named(mark, "circle"):
                assert 0 <= number(dot, "cx") <= width
                assert 0 <= number(dot, "cy") <= height


@given(MARKS.filter(bool))
@settings(max_examples=20, deadline=None)
def test_names_stand_on_the_map_and_on_nothing_else(marks: list[Mark]) -> None:
    for style in (WIDE, NARROW):
        view = fitted([Spot(m.longitude, m.latitude) for m in marks], style.width, style.shapes)
        chart = Chart.of(marks, view, style)
        assert len(chart.marks) == len(marks), "a view that was made for these places shows them all"
        names = [place.box for place in chart.names if place]
        dots = [Rect(x - r, y - r, 2 * r, 2 * r) for (x, y), r in zip(chart.points, chart.radii, strict=True) if r]
        assert all(name.within(Rect(0, 0, view.width, view.height)) for name in names)
        assert not any(a.meets(b) for a, b in itertools.combinations(names, 2))
        assert not any(name.meets(dot) for name in names for dot in dots)


@given(SPOTS)
@settings(deadline=None)
def test_a_fitted_view_shows_all_its_points(spots: list[Spot]) -> None:
    for style in (WIDE, NARROW):
        view = fitted(spots, style.width, style.shapes)
        assert all(view.shows(spot.longitude, spot.latitude) for spot in spots)


@given(SPOTS, st.integers(-1, 1))
@settings(deadline=None, max_examples=30)
def test_turning_the_globe_once_changes_nothing(spots: list[Spot], turns: int) -> None:
    turned = [spot._replace(longitude=spot.longitude + 360 * turns) for spot in spots]
    a, b = fitted(spots, 700, (0.6, 0.9)), fitted(turned, 700, (0.6, 0.9))
    assert a.box == pytest.approx(b.box)


@given(st.lists(st.builds(Wanted, *[st.floats(10, 290)] * 2, st.floats(0, 9), st.floats(1, 90), st.just(14.0))))
@settings(max_examples=60)
def test_the_first_names_do_not_yield_to_later_ones(wanted: list[Wanted]) -> None:
    frame = Rect(0, 0, 300, 300)
    before = placed(wanted, frame)
    names = [place.box for place in before if place]
    assert not any(a.meets(b) for a, b in itertools.combinations(names, 2))
    if wanted and wanted[0].radius == 0 and not any(w.radius for w in wanted):
        assert before[0] == placed(wanted[:1], frame)[0]
