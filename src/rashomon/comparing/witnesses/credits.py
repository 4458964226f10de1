"""Whose text a document says it is: datelines with an agency, bylines, credits in a line of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rashomon.comparing.witnesses.outlets import FILE, Outlets, own_key
from rashomon.comparing.witnesses.types import Credit, Sign
from rashomon.knowledge.base import load_yaml
from rashomon.model import Document

_OPENING = 600
"""The dateline stands in so many characters from the start, if anywhere."""
_CLOSING = 6
"""Credits stand in the first and in so many of the last lines."""
_DATELINE = re.compile(r"^(?P<place>[^()\n]{2,70})\((?P<name>[^()\n]{2,40})\)\s*(?:--?|[–—:])", re.MULTILINE)
_ALONE = re.compile(r"[\s\[(—–-]*(?P<name>[^\[\]()—–\n]{2,40}?)[\s\])./]*")
_BY = re.compile(r"by\s+", re.IGNORECASE)


def credits_of(document: Document, outlets: Outlets) -> Iterator[Credit]:
    """Every credit of a document that names an outlet of the knowledge or of the case, or agencies without a name."""
    dateline = _DATELINE.search(document.text[:_OPENING])
    if dateline is not None and any(map(str.isupper, dateline["place"])):
        yield from _credit(document, outlets, "dateline", dateline["name"], dateline.start(), dateline.end("name") + 1)
    if document.author:
        yield from _credit(document, outlets, "byline", _BY.sub("", document.author, count=1), 0, 0)
    for start, line in _lines(document.text):
        lead = _lead().match(line)
        match = lead or _ALONE.fullmatch(line)
        if match is not None:
            sign: Sign = "credit" if lead or not _BY.match(line) else "byline"
            name = _BY.sub("", match["name"].strip(" .:"), count=1)
            yield from _credit(document, outlets, sign, name, start, start + len(line))


def _credit(document: Document, outlets: Outlets, sign: Sign, name: str, start: int, end: int) -> Iterator[Credit]:
    text = document.text[start:end] or (document.author or "")
    if name.casefold() in load_yaml(FILE)["agencies"]:
        yield Credit(document.id, "agencies", None, None, False, start, end, text)
        return
    parts = [part for part in re.split(r"\s*[/,]\s*|\s+and\s+", name) if part]
    keys = [key for part in (name, *parts) if (key := outlets.find(part)) is not None]
    for key in dict.fromkeys(keys):
        yield Credit(document.id, sign, outlets.name(key), key, key == own_key(document), start, end, text)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The first and the last lines that are not blank, with where they start."""
    found, start = list[tuple[int, str]](), 0
    for line in text.split("\n"):
        if line.strip():
            found.append((start + len(line) - len(line.lstrip()), line.strip()))
        start += len(line) + 1
    yield from found[:2]
    yield from found[max(2, len(found) - _CLOSING) :]


@cache
def _lead() -> re.Pattern[str]:
    leads = "|".join(re.escape(lead) for lead in sorted(load_yaml(FILE)["leads"], key=len, reverse=True))
    return re.compile(
        rf"[\s\[(]*(?:{leads})\s*:?\s+(?:\d{{4}}\s+)?(?P<name>[^\[\]()\n]{{2,60}}?)[\s\]).]*$", re.IGNORECASE
    )
