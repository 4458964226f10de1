"""From the lines of printed pages to running text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

import yaml

_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"\W*(?:page\s+|p\.\s*)?#(?:\s*(?:of|/)\s*#)?\W*", re.IGNORECASE)
_BROKEN = re.compile(r"([^\W\d_]+)-$")
_GOES_ON = re.compile(r"[^\W\d_][\w-]*")
_SENTENCE_ENDS = (".", "!", "?", ":", "”", '"', "’", ")")
_BLANKS = re.compile(r"[ \t\xa0]+")
_EDGE_LINES = 2
_FEWEST_PAGES = 3
_WIDE_GAP = 1.35
_INDENT = 6.0
_SHORT = 0.85


class Line(NamedTuple):
    """A line of a page, with its edges in points from the lower left corner; all 0 where they are not known."""

    text: str
    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0


def running_text(pages: Sequence[Sequence[Line]]) -> str:
    """The text of the pages in paragraphs, with a blank line between them.

    Heads, feet and page numbers that repeat from page to page are left out, lines are joined to paragraphs (also
    over the end of a page, where a sentence goes on), and words that were broken at line ends are whole again.
    """
    pages = _without_furniture(pages)
    paragraphs: list[list[str]] = []
    for page in pages:
        for number, paragraph in enumerate(_paragraphs(page)):
            if number == 0 and paragraphs and _unfinished(paragraphs[-1], paragraph):
                paragraphs[-1] += paragraph
            else:
                paragraphs.append(paragraph)
    words = Counter(word.lower() for page in pages for line in page for word in re.findall(r"[\w-]*\w", line.text))
    return "\n\n".join(_joined(lines, words) for lines in paragraphs)


def proper_title(title: str | None) -> str | None:
    """The title, unless it is one that programs write by themselves (“Microsoft Word - report.doc”)."""
    title = _BLANKS.sub(" ", title or "").strip()
    return None if any(re.fullmatch(p, title, re.IGNORECASE) for p in _data()["junk_titles"]) else title


def proper_author(author: str | None) -> str | None:
    """The author, unless it is a name that programs give when they know none ("anonymous", "Windows User")."""
    author = _BLANKS.sub(" ", author or "").strip()
    return None if any(re.fullmatch(p, author, re.IGNORECASE) for p in _data()["junk_authors"]) else author


def _without_furniture(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without what is printed on most of them at the upper or lower edge."""
    pages = [[line for line in page if line.text.strip()] for page in pages]
    filled = [page for page in pages if page]
    counts = Counter(shape for page in filled for shape in {_shape(line) for line in _edges(page)})
    few = len(filled) < _FEWEST_PAGES
    repeated = {
        shape
        for shape, count in counts.items()
        if count * 2 > len(filled) and (_PAGE_NUMBER.fullmatch(shape) if few else True) and len(filled) > 1
    }
    found = []
    for number, page in enumerate(pages, 1):
        edges = {id(line) for line in _edges(page) if _shape(line) in repeated or line.text.strip() == str(number)}
        found.append([line for line in page if id(line) not in edges])
    return found


def _edges(page: Sequence[Line]) -> list[Line]:
    by_height = sorted(page, key=lambda line: -line.top)
    return [*by_height[:_EDGE_LINES], *by_height[-_EDGE_LINES:]]


def _shape(line: Line) -> str:
    return _DIGITS.sub("#", _BLANKS.sub(" ", line.text.strip()))


def _paragraphs(page: Sequence[Line]) -> list[list[str]]:
    """A page's paragraphs as lines: told by gaps, by indents, and by short lines that end a sentence."""
    if not page:
        return []
    gaps = [a.top - b.top for a, b in pairwise(page) if a.top > b.top]
    usual = median(gaps) if gaps else 0.0
    right = max(line.right for line in page)
    left = min(line.left for line in page)
    found = [[page[0].text]]
    for above, line in pairwise(page):
        gap = above.top - line.top
        apart = usual and gap > usual * _WIDE_GAP
        indented = line.left - above.left > _INDENT and line.left - left < 60 and gap > 0
        width = right - left
        ended = width > 0 and above.right - left < width * _SHORT and above.text.rstrip().endswith(_SENTENCE_ENDS)
        if apart or ended or (indented and above.text.rstrip().endswith(_SENTENCE_ENDS)):
            found.append([line.text])
        else:
            found[-1].append(line.text)
    return found


def _unfinished(paragraph: list[str], following: list[str]) -> bool:
    """Whether a sentence goes on from one page to the next."""
    last, first = paragraph[-1].rstrip(), following[0].lstrip()
    return bool(_BROKEN.search(last)) or (not last.endswith(_SENTENCE_ENDS) and first[:1].islower())


def _joined(lines: Iterable[str], words: Counter[str]) -> str:
    text = ""
    for line in lines:
        line = _BLANKS.sub(" ", line.strip())
        broken, rest = _BROKEN.search(text), _GOES_ON.match(line)
        if broken and rest:
            text = text[:-1] + line if _is_one_word(broken[1], rest[0], words) else text + line
        else:
            text = f"{text} {line}" if text else line
    return text


def _is_one_word(first: str, second: str, words: Counter[str]) -> bool:
    """Whether the hyphen between the two was put there by the printer."""
    whole, hyphened = (first + second).lower(), f"{first}-{second}".lower()
    if second[0].isupper() or words[whole] != words[hyphened]:
        return not second[0].isupper() and words[whole] > words[hyphened]
    return second.lower() not in _data()["compound"]


@cache
def _data() -> dict[str, Any]:
    return dict(yaml.safe_load(Path(__file__).with_name("pdf_text.yaml").read_text(encoding="utf-8")))
