"""The texts and their claims in a real browser: choosing, filtering, searching, copying."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page

from rashomon.export.web_annotation import annotation
from rashomon.model import Reading
from rashomon.showing.citation import cited
from rashomon.showing.page import as_html
from tests.showing.page.conftest import OpenPage

CHOSEN = "[...document.querySelectorAll('#text .pane .card.on')].map((card) => card.id)"


@pytest.fixture
def page(written: Reading, open_page: OpenPage) -> Page:
    return open_page("".join(as_html([written])), viewport={"width": 1440, "height": 900})


def test_a_mark_shows_its_claim_and_keys_go_on(page: Page) -> None:
    page.locator("#m-d0-c2").click()
    assert page.evaluate(CHOSEN) == ["d0-c2"]
    assert page.evaluate("location.hash") == "#d0-c2"
    page.keyboard.press("j")
    assert page.evaluate(CHOSEN) == ["d0-c3"]
    page.keyboard.press("Escape")
    assert page.evaluate(CHOSEN) == []


def test_a_claim_shows_its_words(page: Page) -> None:
    page.locator("#d0-c4 .card-words").click()
    assert page.locator(".t.on").inner_text() == "killed"
    assert page.evaluate("location.hash") == "#m-d0-c4"


def test_what_is_filtered_out_has_neither_card_nor_mark(page: Page) -> None:
    page.locator("input[name=kind][value=control]").uncheck()
    assert page.locator(".shown-count").inner_text() == "2 of 4 claims shown"
    assert not page.locator("#d0-c1").is_visible()
    assert not page.locator("#m-d0-c1").is_visible()
    page.locator("#clear").click()
    assert page.locator("#d0-c1").is_visible()


def test_search_counts_its_hits_and_goes_through_them(page: Page) -> None:
    page.locator("#find").fill("LANCES")
    page.locator("#find").press("Enter")
    assert page.locator("#find-count").inner_text().startswith("1 of ")


def test_what_is_copied_is_what_python_gives(page: Page, written: Reading) -> None:
    claim = written.claims[0]
    copied = {}
    page.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text; }")
    for form in ("Text", "JSON", "Web annotation"):
        page.locator("#d0-c1 .copy").click()
        page.locator(f'#d0-c1 [data-form="{form}"]').click()
        copied[form] = page.evaluate("copied")
    assert copied["Text"] == cited(claim, written.document)
    assert json.loads(copied["JSON"])["claim"] == claim.model_dump(mode="json")
    assert json.loads(copied["Web annotation"]) == annotation(written, claim)


def test_on_a_phone_the_claim_comes_up_as_a_sheet(written: Reading, open_page: OpenPage) -> None:
    page = open_page("".join(as_html([written])), viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    page.locator("#m-d0-c2").click()
    assert page.locator("#sheet-title").inner_text() == "Claim 2"
    page.locator("#sheet-close").click()
    assert not page.locator("#sheet").is_visible()
