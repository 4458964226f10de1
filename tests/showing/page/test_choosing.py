"""Marks and claims choose each other; filters and search leave what was asked for; in a real browser."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from rashomon.model import Reading
from rashomon.showing.page import as_html
from tests.showing.page.conftest import OpenPage

PHONE = {"width": 390, "height": 844}


def chosen(page: Page) -> list[str]:
    """The names of the claims that are chosen."""
    found: list[str] = page.eval_on_selector_all(".pane .card.on", "cards => cards.map(card => card.id)")
    return found


def in_view(page: Page, selector: str) -> bool:
    """Whether an element lies within the window and within what scrolls around it."""
    return bool(
        page.eval_on_selector(
            selector,
            """element => new Promise(done => new IntersectionObserver(([seen]) => done(seen.isIntersecting))
            .observe(element))""",
        )
    )


def test_a_mark_shows_its_claim_and_a_claim_its_words(example_page: str, open_page: OpenPage) -> None:
    page = open_page(example_page, reduced_motion="reduce")
    page.locator("#m-d0-c9").click()
    assert chosen(page) == ["d0-c9"]
    assert in_view(page, "#d0-c9 .card-line")
    assert page.url.endswith("#d0-c9")
    assert page.locator("#doc-0 .t.on").first.is_visible()
    page.locator("#d1-c2 .card-words").click()
    assert chosen(page) == ["d1-c2"]
    assert in_view(page, "#m-d1-c2")
    page.keyboard.press("Escape")
    assert chosen(page) == []
    assert page.locator(".on").count() == 0


def test_words_under_several_claims_show_all_of_them(written: Reading, open_page: OpenPage) -> None:
    retaken = written.claims[0]
    wider = {"quote_start": 0, "quote": written.document.text[: retaken.quote_end]}
    whole = retaken.model_copy(update={"id": "c9", "kind": "event", **wider})
    page = open_page("".join(as_html([written.model_copy(update={"claims": (*written.claims, whole)})])))
    page.locator("#doc-0 .t", has_text="retaken").click()
    assert set(chosen(page)) == {"d0-c1", "d0-c9"}


def test_an_address_with_a_claim_opens_at_it(example_page: str, open_page: OpenPage) -> None:
    page = open_page(example_page, reduced_motion="reduce")
    page.evaluate("location.hash = '#d2-c3'")
    expect(page.locator("#d2-c3.on")).to_be_visible()
    assert in_view(page, "#m-d2-c3")


def test_on_a_phone_the_claim_comes_up_over_the_text_and_goes(example_page: str, open_page: OpenPage) -> None:
    page = open_page(example_page, viewport=PHONE, has_touch=True, is_mobile=True, reduced_motion="reduce")
    note = page.locator("#m-d0-c2")
    note.tap()
    sheet = page.get_by_role("dialog")
    assert page.locator("#d0-c2 .card-line").inner_text() in sheet.inner_text()
    sheet.get_by_role("button", name="Close").tap()
    assert sheet.is_hidden()
    assert note.evaluate("note => note === document.activeElement")


def test_the_keyboard_alone_is_enough(example_page: str, open_page: OpenPage) -> None:
    page = open_page(example_page, reduced_motion="reduce")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.locator("#m-d0-c1").focus()
    page.keyboard.press("Enter")
    assert chosen(page) == ["d0-c1"]
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert chosen(page) == ["d0-c3"]
    page.keyboard.press("k")
    assert chosen(page) == ["d0-c2"]
    page.locator("#d0-c2 summary").focus()
    page.keyboard.press("Enter")
    assert page.locator("#d0-c2 .why ul").first.is_visible()


def test_filters_leave_what_was_asked_for(
    example_page: str, example_readings: list[Reading], open_page: OpenPage
) -> None:
    page = open_page(example_page)
    claims = [claim for reading in example_readings for claim in reading.claims]
    page.locator("select[name=type]").select_option("ASSAULT")
    wanted = [claim for claim in claims if claim.type == "ASSAULT"]
    shown = page.locator(".pane .card:visible")
    expect(shown).to_have_count(len(wanted))
    assert page.locator("#text .note:not([hidden])").count() == len(wanted)
    assert f"{len(wanted)} of {len(claims)} claims shown" in page.get_by_role("status").inner_text()
    page.locator("input[name=level][value=happened]").uncheck()
    expect(shown).to_have_count(sum(claim.factuality != "happened" for claim in wanted))
    page.get_by_role("button", name="Clear").click()
    expect(shown).to_have_count(len(claims))
    assert page.locator(".off").count() == 0
    place = page.locator("select[name=places] option").nth(1)
    page.locator("select[name=places]").select_option(index=1)
    expect(shown).to_have_count(int(re.findall(r"\((\d+)\)$", place.text_content() or "")[0]))


def test_the_search_counts_its_hits_and_goes_from_one_to_the_next(written: Reading, open_page: OpenPage) -> None:
    page = open_page("".join(as_html([written])))
    page.locator("#find").fill("THE  red lances")
    count = page.locator("#find-count")
    expect(count).to_have_text("1 hit")  # across the marks that part these words
    page.locator("#find").fill("Tarvol")
    expect(count).to_have_text("2 hits")  # in the text, and in a claim whose words only say "it"
    page.keyboard.press("Enter")
    expect(count).to_have_text("1 of 2")
    page.get_by_role("button", name="Previous hit").click()
    expect(count).to_have_text("2 of 2")
    assert chosen(page) == ["d0-c2"]
    page.locator("#find").fill("no such word")
    expect(count).to_have_text("0 hits")


def test_claims_are_chosen_by_confidence(calibrated: Reading, open_page: OpenPage) -> None:
    page = open_page("".join(as_html([calibrated])))
    page.locator("select[name=sure]").select_option("0.5")
    assert page.locator(".pane .card:visible").evaluate_all("cards => cards.map(card => card.id)") == ["d0-c1", "d0-c2"]
    page.locator("select[name=sure]").select_option("")
    assert page.locator(".pane .card:visible").count() == 4
