"""The page in a real browser: what everybody sees, at any width, in light and dark, on paper."""

from __future__ import annotations

from rashomon.model import Reading
from rashomon.showing.page import as_html
from tests.showing.page.conftest import OpenPage


def test_smoke(written: Reading, open_page: OpenPage) -> None:
    page = open_page("".join(as_html([written])))
    assert page.locator("h1").inner_text() == "Who holds Tarvol?"
