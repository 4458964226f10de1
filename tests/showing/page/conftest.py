"""A browser for the tests of the page."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FrameLocator

from rashomon import example
from rashomon.api import read_all
from rashomon.model import Reading
from rashomon.showing.page import as_html
from tests.showing.page.watching import OpenPage, Watched, watch

__all__ = ["OpenPage"]
Framed = Callable[[str], FrameLocator]


@pytest.fixture(scope="session")
def example_readings() -> list[Reading]:
    """The bundled example, read."""
    return [outcome for outcome in read_all([str(example.path())]) if isinstance(outcome, Reading)]


@pytest.fixture(scope="session")
def example_page(example_readings: list[Reading]) -> str:
    """The page of the bundled example."""
    return "".join(as_html(example_readings))


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
