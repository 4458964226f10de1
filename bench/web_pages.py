"""What is found on pages of different make: title, author, day of publication, outlet, and the text and no more.

    python -m bench.web_pages            the figures
    python -m bench.web_pages --errors   and what is wrong

The pages are made here (bench/page_makes.py) of invented stories (bench/data/page_stories.yaml). A value is right
where it is exactly the one wanted, or there is none where the page says none. Sentences: those of the story that
stand whole in the text; junk: sentences of what stands around it that do too.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from pathlib import Path

import yaml

from bench.page_makes import JUNK, Page, Story, pages
from rashomon.intake.html import read_html
from rashomon.intake.types import Origin, Piece, Taken

STORIES = Path(__file__).parent / "data" / "page_stories.yaml"
_AROUND = (*JUNK, "I do not believe a word", "All rights reserved")


def measure() -> tuple[Counter[str], list[str]]:
    """Counts of what is right and of all, by what it is; and a line for each that is wrong."""
    counts: Counter[str] = Counter()
    wrong: list[str] = []
    stories = yaml.safe_load(STORIES.read_text(encoding="utf-8"))
    for page in pages(stories):
        _measure(page, next(s for s in stories if page.title in (s["title"], None)), counts, wrong)
    return counts, wrong


def _measure(page: Page, story: Story, counts: Counter[str], wrong: list[str]) -> None:
    origin = Origin("file", path=page.make, url=page.url, media=page.media)
    items = list(read_html(Piece("page", page.data, origin)))
    counts["pages"] += 1
    if not items or not isinstance(items[0], Taken):
        wrong.append(f"{page.make}: refused: {items}")
        return
    document = items[0].document
    for name, value in (
        ("title", document.title),
        ("author", document.author),
        ("published", document.published),
        ("outlet", document.source),
    ):
        counts[name] += value == getattr(page, name)
        if value != getattr(page, name):
            wrong.append(f"{page.make}: {name} {value!r}, not {getattr(page, name)!r}")
    for paragraph in story["paragraphs"]:
        for sentence in re.split(r"(?<=[.”]) (?=[A-Z“])", paragraph):
            counts["sentences"] += 1
            counts["sentences kept"] += sentence in document.text
            if sentence not in document.text:
                wrong.append(f"{page.make}: lost: {sentence}")
    for junk in _AROUND:
        counts["junk kept"] += junk in document.text
        if junk in document.text:
            wrong.append(f"{page.make}: kept: {junk}")


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description="What is found on pages of different make.")
    parser.add_argument("--errors", action="store_true", help="list what is wrong")
    errors = parser.parse_args().errors
    counts, wrong = measure()
    for name in ("title", "author", "published", "outlet"):
        print(f"{name:10} {counts[name]:3} of {counts['pages']}")
    print(f"{'sentences':10} {counts['sentences kept']:3} of {counts['sentences']}")
    print(f"{'junk kept':10} {counts['junk kept']:3}")
    if errors:
        print("\n".join(wrong))


if __name__ == "__main__":
    main()
