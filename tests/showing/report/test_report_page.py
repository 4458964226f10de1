"""The report: every section, two clicks to the words, and nothing of a hostile text runs in it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from lxml import html

from rashomon.comparing.events.types import Event, Mention
from rashomon.comparing.witnesses.types import Origin, Origins, Passage, Reprint
from rashomon.model import Reading
from rashomon.showing.phrases import NOTICE
from rashomon.showing.report import Findings, as_report
from rashomon.showing.report.control import _places
from rashomon.showing.report.events import SHOWN
from rashomon.showing.report.types import Camps, Happening, Hold, Ledger, Point, Side, Tie
from tests.showing.page.conftest import OpenPage
from tests.showing.page.hand import readings

CORPUS = readings()


def ids(reading: Reading) -> list[str]:
    return [f"{reading.document.id}:{claim.id}" for claim in reading.claims]


def findings(corpus: list[Reading]) -> Findings:
    """Findings of every kind over some readings, each with names out of them."""
    one, other = corpus[0], corpus[1]
    name = other.claims[0].agents[0] if other.claims[0].agents else other.document.teller
    first, second = ids(one)[0], ids(other)[0]
    event = Event(
        id="e1", title=f"Shelling of {name}, 2031-04-02", type="ASSAULT", place=name, place_id=None, since="2031-04-02",
        until="2031-04-02", mentions=tuple(Mention(document=r.document.id, claim=r.claims[0].id) for r in corpus),
    )  # fmt: skip
    points = tuple(
        Point(slot, kind, (Side(name, (name,), (first,), 1), Side("7", ("Radio",), (second,), 1)), name)
        for slot, kind in (("how many", "conflict"), ("where", "scope"), ("who did it", "agreed"), ("words", "framing"))
    )
    lone = event.model_copy(update={"id": "e2", "mentions": event.mentions[:1]})
    holds = (Hold(name, None, "2031-04-02", "", (first,)), Hold(None, "2031-04-02", None, "contested", (second,)))
    ties = (Tie(name, "Scouts", "-", (first,), (name,)), Tie(name, "Scouts", "+", (second,), ("Radio", name)))
    known = {reading.document.id: (corpus[0].document.id,) for reading in corpus}
    passage = Passage(other.document.id, 0, 9, one.document.id, 0, 9, 12, True, name)
    origins = Origins(
        (Origin(one.document.id, tuple(known), ("name:radio",)),), known,
        (Reprint(other.document.id, one.document.id, 0.9, passage),), (passage,),
    )  # fmt: skip
    return Findings(
        f"Report on {name}",
        f"Claims of {name}.",
        corpus,
        (Happening(event, points, 2), Happening(lone, (), 1)),
        (Ledger(name, "Radio", holds, (second,)), Ledger(name, name, holds[:1])),
        (Camps("Everything", ties, {name: 0, "Scouts": 1}, "Exact.", ties[1:]), Camps(name, ties[:1])),
        origins,
    )


@pytest.fixture(scope="module")
def page() -> str:
    return "".join(as_report(findings(CORPUS)))


def test_every_part_has_its_section(page: str) -> None:
    tree = html.fromstring(page)
    found = [section.get("id") for section in tree.iter("section") if section.get("class") == "part"]
    assert found == ["disputes", "events", "control", "ties", "witnesses", "places", "words"]
    assert NOTICE in page


def test_every_link_leads_to_something_in_the_page(page: str) -> None:
    tree = html.fromstring(page)
    anchors = {element.get("id") for element in tree.iter() if isinstance(element.tag, str)}
    links = {link.get("href") for link in tree.iter("a")}
    assert links
    assert {link for link in links if link[1:] not in anchors} == set()


def test_what_is_drawn_on_is_shown_in_its_words(page: str) -> None:
    """Whoever is cited in any section stands below, with the claim's id in the case."""
    words = html.fromstring(page).get_element_by_id("words").text_content()
    for reading in CORPUS[:2]:
        assert re.search(rf"claim \S+:{reading.claims[0].id}, characters {reading.claims[0].quote_start}", words)


def test_disputes_stand_apart_from_agreement_and_wording(page: str) -> None:
    tree = html.fromstring(page)
    rows = tree.get_element_by_id("disputes").text_content()
    assert "how many" in rows
    assert "where" in rows
    assert "who did it" not in rows


def test_lone_events_are_counted_and_not_shown(page: str) -> None:
    tree = html.fromstring(page).get_element_by_id("events")
    assert len(tree.find_class("matter")) == 1
    assert "1 event that one teller alone tells of is not shown" in tree.text_content()


def test_what_is_left_out_of_a_large_case_is_counted() -> None:
    """Events beyond those that have room are counted, and so is what is in dispute of them."""
    whole = findings(CORPUS)
    one = whole.happenings[0]
    many = [replace(one, event=one.event.model_copy(update={"id": f"e{i}"})) for i in range(SHOWN + 2)]
    tree = html.fromstring("".join(as_report(replace(whole, happenings=many))))
    assert len(tree.get_element_by_id("events").find_class("matter")) == SHOWN
    assert "2 more events that several tell of" in tree.get_element_by_id("events").text_content()
    parted = sum(point.kind != "agreed" for point in one.points)
    assert f"{2 * parted} more points on which accounts part" in tree.get_element_by_id("disputes").text_content()


def test_nothing_is_said_to_be_left_out_of_a_small_case(page: str) -> None:
    assert "more points on which accounts part" not in page


def test_reprints_are_one_witness(page: str) -> None:
    assert f"{len(CORPUS)} documents go back to 1 origin" in html.fromstring(page).text_content()
    assert "1 independent witness:" in html.fromstring(page).text_content()


def test_stretches_without_days_stand_in_their_order() -> None:
    holds = [Hold(name, None, None, "", ()) for name in ("Regency", "Lances", "Regency")]
    places = _places(holds, None, None)
    assert places[0][0] == 0.0
    assert places[0][1] == places[1][0] < places[1][1] == places[2][0] < places[2][1]


def test_an_empty_case_has_a_report(open_page: OpenPage) -> None:
    opened = open_page("".join(as_report(Findings("Nothing", "The whole case.", ()))))
    assert opened.locator("h1").inner_text() == "Nothing"


@pytest.mark.parametrize("width", [1440, 390])
def test_hostile_names_do_nothing_in_a_browser(open_page: OpenPage, page: str, width: int) -> None:
    opened = open_page(page, viewport={"width": width, "height": 900})
    assert opened.evaluate("document.documentElement.scrollWidth") <= width
    opened.locator("#scope-by").select_option(index=1)
    assert opened.locator(".camps:visible").count() == 1


def test_a_link_into_a_folded_part_unfolds_it(open_page: OpenPage, page: str) -> None:
    opened = open_page(page)
    target = opened.locator(".passage").first.get_attribute("id")
    opened.evaluate("id => { location.hash = id; }", target)
    opened.wait_for_function("id => document.getElementById(id).matches(':target')", arg=target)
    assert opened.locator(".passage:target").is_visible()
