"""The page on a long batch, in Chromium: how large it is, how soon it is there, whether it stays smooth.

    python -m bench.page [FILE...] [--repeat 3]

Without files the batch is `bench/long_page.py`'s: sixty accounts, 200,000 characters, put together from our own texts.
Medians of N openings, each in a new profile, from a file, in a window of 1440 by 900.

First view is the browser's first contentful paint, ready the end of its load event, when our script has run. Frames are
counted while the window is scrolled from top to bottom at 2,500 pixels a second, as by a wheel: the time between two
frames as `requestAnimationFrame` reports them (16.7 ms is all that a screen of 60 Hz shows). Filtering and search are
timed from the event until the page is laid out anew; a search waits 120 ms for more letters, the first makes an index.
"""

from __future__ import annotations

import argparse
import gzip
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from bench import chromium
from bench.common import need, readings, table
from bench.long_page import documents
from rashomon.api import read_all
from rashomon.model import Reading
from rashomon.showing.page import as_html

WINDOW = {"width": 1440, "height": 900}
_SPEED = 2_500  # pixels a second
Figures = dict[str, float]

_LOADED = """
() => ({
  "first view, ms": performance.getEntriesByName("first-contentful-paint")[0].startTime,
  "ready, ms": performance.getEntriesByType("navigation")[0].loadEventEnd,
  "elements": document.querySelectorAll("*").length,
  "height, pixels": document.documentElement.scrollHeight,
})
"""
_FRAMES = """
() => {
  window.benchFrames = [];
  const frame = (time) => { window.benchFrames.push(time); requestAnimationFrame(frame); };
  requestAnimationFrame(frame);
}
"""

_TIMED = """
([control, value, told, kind]) => new Promise((done) => {
  const element = document.querySelector(control);
  const began = performance.now();
  new MutationObserver((_, watcher) => {
    watcher.disconnect();
    document.body.getBoundingClientRect();
    done(performance.now() - began);
  }).observe(document.querySelector(told), { childList: true, characterData: true, subtree: true });
  element.value = value ?? element.options[1].value;
  element.dispatchEvent(new Event(kind, { bubbles: true }));
})
"""


def opened(browser: Browser, file: Path) -> Figures:
    """Opens the file once, scrolls through it and uses it."""
    context = browser.new_context(viewport={"width": WINDOW["width"], "height": WINDOW["height"]})
    page = context.new_page()
    page.goto(file.as_uri(), wait_until="load")
    page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length > 0")
    figures: Figures = page.evaluate(_LOADED)
    figures |= scrolled(page)
    page.evaluate("scrollTo(0, 0)")
    figures["filter by an actor, ms"] = page.evaluate(_TIMED, ["[name=actors]", None, "#shown-count", "change"])
    figures["all shown again, ms"] = page.evaluate(_TIMED, ["[name=actors]", "", "#shown-count", "change"])
    figures["first search, ms"] = page.evaluate(_TIMED, ["#find", "army", "#find-count", "input"])
    figures["next search, ms"] = page.evaluate(_TIMED, ["#find", "shelled", "#find-count", "input"])
    context.close()
    return figures


def scrolled(page: Page) -> Figures:
    """The times between frames while the page is scrolled through."""
    page.evaluate(_FRAMES)
    height = page.evaluate("document.documentElement.scrollHeight")
    page.context.new_cdp_session(page).send(
        "Input.synthesizeScrollGesture",
        {"x": 300, "y": 600, "yDistance": -height, "speed": _SPEED, "gestureSourceType": "mouse"},
    )
    times: list[float] = page.evaluate("window.benchFrames")
    between = sorted(later - earlier for earlier, later in pairwise(times))
    return {
        "scrolling: frame, median, ms": statistics.median(between),
        "scrolling: frame, 95th percentile, ms": between[int(len(between) * 0.95)],
        "scrolling: frame, longest, ms": between[-1],
        "scrolling: frames a second": 1000 * len(between) / sum(between),
    }


def medians(runs: Sequence[Figures]) -> Iterator[tuple[str, str]]:
    """Each figure's median over the openings."""
    for name in runs[0]:
        value = statistics.median(run[name] for run in runs)
        yield name, f"{value:,.1f}" if "ms" in name or "second" in name else f"{value:,.0f}"


def batch(files: Sequence[str]) -> list[Reading]:
    """The readings of these files, or of the long batch."""
    if not files:
        return list(readings(documents()))
    need(*map(Path, files))
    return [item for item in read_all(files) if isinstance(item, Reading)]


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", help="accounts, as for rashomon read")
    parser.add_argument("--repeat", type=int, default=3)
    given = parser.parse_args(arguments)
    path = chromium.program()
    if path is None:
        sys.exit(f"none of {', '.join(chromium.NAMES)} is on the PATH: scripts/browser installs it")
    accounts = batch(given.files)
    began = time.perf_counter()
    html = "".join(as_html(accounts)).encode()
    made = time.perf_counter() - began
    characters = sum(len(reading.document.text) for reading in accounts)
    claims = sum(len(reading.claims) for reading in accounts)
    print(f"{len(accounts)} documents, {characters:,} characters, {claims:,} claims")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "page.html"
        file.write_bytes(html)
        browser = chromium.start(playwright, path)
        version = browser.version
        runs = [opened(browser, file) for _ in range(given.repeat)]
        browser.close()
    size = [("size, bytes", f"{len(html):,}"), ("gzip, bytes", f"{len(gzip.compress(html, mtime=0)):,}")]
    rows = [*size, ("made from readings, s", f"{made:.1f}"), *medians(runs)]
    print(table((f"Chromium {version.split('.')[0]}, median of {given.repeat}", ""), rows))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
