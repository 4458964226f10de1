"""A browser for the tests of the page."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, FrameLocator, Page, sync_playwright

from bench.chromium import start
from rashomon import example
from rashomon.api import read_all
from rashomon.model import Reading
from rashomon.showing.page import as_html
from tests.showing.page.watching import Watched, need_browser, watch

OpenPage = Callable[..., Page]
Framed = Callable[[str], FrameLocator]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, once for all tests."""
    path = need_browser()
    with sync_playwright() as playwright:
        started = start(playwright, path)
        yield started
        started.close()


@pytest.fixture(scope="session")
def example_readings() -> list[Reading]:
    """The bundled example, read."""
    return [outcome for outcome in read_all([str(example.path())]) if isinstance(outcome, Reading)]


@pytest.fixture(scope="session")
def example_page(example_readings: list[Reading]) -> str:
    """The page of the bundled example."""
    return "".join(as_html(example_readings))


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


@pytest.fixture
def framed(browser: Browser, tmp_path: Path, example_page: str) -> Iterator[Framed]:
    """Opens the page of the example in a frame with this sandbox, as an e-mail program or a preview does."""
    opened: list[Watched] = []

    def open_(sandbox: str) -> FrameLocator:
        file = tmp_path / "outside.html"
        frame = f'<iframe sandbox="{sandbox}" width=1200 height=800 srcdoc="{html.escape(example_page)}">'
        file.write_text(f"<!doctype html>{frame}", encoding="utf-8")
        opened.append(watch(browser, file))
        return opened[-1].page.frame_locator("iframe")

    yield open_
    requests = [address for watched in opened for address in watched.requests]
    for watched in opened:
        watched.page.context.close()
    assert requests == []
