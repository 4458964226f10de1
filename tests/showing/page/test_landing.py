"""Links lead where they say, though the texts between get their height only when they come into view."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.showing.page.conftest import OpenPage

PHONE, WIDE = ({"width": width, "height": 844} for width in (390, 1440))
SECTIONS = ("#text", "#ties", "#places", "#doc-2")


def lands(page: Page, target: str) -> bool:
    """Whether the target comes to stand below what sticks to the top, within a few seconds."""
    place = "Math.round(document.querySelector(name).getBoundingClientRect().top)"
    try:
        page.wait_for_function(f"name => {place} >= 0 && {place} <= innerHeight / 3", arg=target, timeout=3000)
    except Exception:
        return False
    page.wait_for_timeout(300)
    return bool(page.evaluate(f"name => {place} >= 0 && {place} <= innerHeight / 3", target))


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
@pytest.mark.parametrize("size", [PHONE, WIDE], ids=["390", "1440"])
def test_links_to_sections_land_at_them(
    size: dict[str, int], motion: Any, example_page: str, open_page: OpenPage
) -> None:
    for target in SECTIONS:
        page = open_page(example_page, viewport=size, reduced_motion=motion)
        page.locator(f"a[href='{target}']").first.click()
        assert lands(page, target), target


def test_without_scripts_they_land_too(example_page: str, open_page: OpenPage) -> None:
    page = open_page(example_page, viewport=PHONE, java_script_enabled=False, reduced_motion="reduce")
    page.locator("a[href='#ties']").first.click()
    page.wait_for_timeout(300)
    box = page.locator("#ties").bounding_box()
    assert box is not None
    assert 0 <= box["y"] <= PHONE["height"] / 3
