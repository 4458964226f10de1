"""The page in a real browser: what everybody sees, at any width, in light and dark, on paper, without scripts."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from rashomon.model import Reading
from rashomon.showing.page import as_html
from rashomon.showing.page.shell import parts
from tests.showing.page.conftest import Framed, OpenPage

OUTSIDE = """
() => {
  const scrolled = (element) =>
    element && (getComputedStyle(element).overflowX !== "visible" || scrolled(element.parentElement));
  return [...document.querySelectorAll("h1, h2, h3, p, a, button, select, input")]
    .filter((element) => element.getBoundingClientRect().right > innerWidth + 1 && !scrolled(element.parentElement))
    .map((element) => element.outerHTML.slice(0, 120));
}
"""
"""What lies beyond the right edge, unless it is in something that scrolls by itself or is cut there."""
WIDE, PHONE, SMALL = ({"width": width, "height": 844} for width in (1440, 390, 320))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["1440", "390"])
def test_nothing_serious_is_found_by_axe(
    size: dict[str, int], scheme: Any, example_readings: list[Reading], open_page: OpenPage
) -> None:
    page = open_page(
        "".join(as_html(example_readings[:2])), viewport=size, color_scheme=scheme, reduced_motion="reduce"
    )
    found = Axe().run(page).response["violations"]
    grave = [fault for fault in found if fault["impact"] in ("serious", "critical")]
    assert [(fault["id"], fault["nodes"][0]["html"][:200]) for fault in grave] == []


@pytest.mark.parametrize("size", [PHONE, SMALL], ids=["390", "320"])
def test_a_phone_need_not_scroll_sideways(size: dict[str, int], example_page: str, open_page: OpenPage) -> None:
    page = open_page(example_page, viewport=size, is_mobile=True, has_touch=True)
    assert page.evaluate("document.documentElement.scrollWidth") == size["width"]
    assert page.evaluate(OUTSIDE) == []


def test_paper_has_the_accounts_and_no_controls(example_page: str, open_page: OpenPage) -> None:
    page = open_page(example_page, color_scheme="dark")
    page.emulate_media(media="print")
    assert page.pdf().startswith(b"%PDF")
    controls = page.locator("button, select, input, nav")
    assert [shown for shown in controls.all() if shown.is_visible()] == []
    assert page.locator("h1").is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_every_section_is_there_and_the_contents_lead_to_it(example_page: str, open_page: OpenPage) -> None:
    page = open_page(example_page)
    for part in parts():
        page.locator(f".contents a[href='#{part.id}']").click()
        assert page.locator(f"#{part.id}").get_by_role("heading", level=2).inner_text() == part.heading


def test_in_a_sandbox_without_scripts_all_can_be_read(framed: Framed) -> None:
    frame = framed("")
    assert frame.locator("html.js").count() == 0
    assert "accounts side by side" in frame.locator("h1").inner_text()
    for part in parts():
        assert frame.locator(f"#{part.id}").is_visible()


def test_in_a_sandbox_with_scripts_ours_run(framed: Framed) -> None:
    framed("allow-scripts").locator("html.js").wait_for()
