"""A browser for the tests of pages: one for all of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from bench.chromium import start
from tests.showing.page.watching import OpenPage, Watched, need_browser, watch


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, once for all tests."""
    path = need_browser()
    with sync_playwright() as playwright:
        started = start(playwright, path)
        yield started
        started.close()


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[OpenPage]:
    """Opens HTML as a file, in a context of its own; keywords are Playwright's (`viewport`, `color_scheme`, ...).

    Fails at the end if a page asked for anything, ran what is not ours, or broke the content policy.
    """
    opened: list[Watched] = []

    def open_(page: str, **settings: Any) -> Page:
        file = tmp_path / f"page{len(opened)}.html"
        file.write_text(page, encoding="utf-8")
        opened.append(watch(browser, file, **settings))
        return opened[-1].page

    yield open_
    faults = [fault for watched in opened for fault in watched.faults()]
    for watched in opened:
        watched.page.context.close()
    assert faults == []
