"""When a page was published, as far as it says so itself. A wrong date is worse than none: nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml
from lxml.html import HtmlElement

from rashomon.intake.page.days import WRITTEN, day, written_day

_IN_URL = re.compile(r"/(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?:/|-|$)")
_ASIDE = frozenset({"aside", "footer", "nav", "form", "li", "select"})
_LONGEST_LINE = 160
_MOST_LOOKED_AT = 20_000


@lru_cache(maxsize=1)
def _words() -> Mapping[str, Any]:
    found: Mapping[str, Any] = yaml.safe_load(files(__package__).joinpath("dates.yaml").read_text(encoding="utf-8"))
    return found


def published(page: HtmlElement, linked: str | None = None, url: str | None = None) -> str | None:
    """The day of publication; None if the page does not say it, or says it in a way that can be read as two days.

    Asked in this order: linked data, meta elements, elements marked as the date of publication, `<time>`, a
    line that holds nothing but a date, the address.

    Args:
        page: its tree.
        linked: what its linked data says.
        url: its address.
    """
    return (
        day(linked) or _from_meta(page) or _from_property(page) or _from_time(page) or _from_marked(page)
        or _from_line(page) or _from_url(url)
    )  # fmt: skip


def _from_meta(page: HtmlElement) -> str | None:
    said: dict[str, str] = {}
    for meta in page.iter("meta"):
        for attribute in ("property", "name", "itemprop"):
            if (name := meta.get(attribute)) and (found := day(meta.get("content"))):
                said.setdefault(name.strip().lower(), found)
    return next((said[name] for name in _words()["meta"] if name in said), None)


def _from_property(page: HtmlElement) -> str | None:
    for element in page.iter():
        if isinstance(element.tag, str) and (element.get("itemprop") or "").lower() == "datepublished":
            return day(element.get("content") or element.get("datetime") or element.text_content())
    return None


def _from_time(page: HtmlElement) -> str | None:
    """Of several that differ, the one that is marked; else none."""
    times = [(t, found) for t in page.iter("time") if _may_be(t) and (found := day(_of_time(t)))]
    marked = {found for t, found in times if t.get("pubdate") is not None or _marks(t, "marked")}
    days = {found for _, found in times}
    if len(days) == 1:
        return days.pop()
    return marked.pop() if len(marked) == 1 else _by_title([t for t, _ in times])


def _by_title(times: list[HtmlElement]) -> str | None:
    """The time that shares its parent, or its parent's, with the only title."""
    near = {day(_of_time(t)) for t in times for up in list(t.iterancestors())[:2] if up.find(".//h1") is not None}
    return near.pop() if len(near) == 1 else None


def _of_time(element: HtmlElement) -> str:
    return element.get("datetime") or str(element.text_content())


def _from_marked(page: HtmlElement) -> str | None:
    found = [written_day(text) for e in _elements(page) if _marks(e, "marked") and (text := _short(e)) and _may_be(e)]
    days = {d for d in found if d}
    return days.pop() if len(days) == 1 else None


def _from_line(page: HtmlElement) -> str | None:
    """The first line that is a date and hardly more."""
    before = {*_words()["before"], ""}
    for element in _elements(page):
        for text in (element.text, element.tail):
            line = " ".join((text or "").split())
            match = WRITTEN.search(line) if 8 <= len(line) <= _LONGEST_LINE else None
            if not match:
                continue
            lead, tail = line[: match.start()].strip(" :,|–—-•·("), line[match.end() :]
            lead = re.sub(
                r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b,?\.?$", "", lead, flags=re.I
            )
            bare = not re.search(r"[A-Za-z]{4}", re.sub(r"(?i)(?:hours|local|time)", "", tail))
            if bare and lead.strip(" :,|–—-").lower() in before and _may_be(element):
                return written_day(line)
    return None


def _from_url(url: str | None) -> str | None:
    match = _IN_URL.search(url or "")
    return day("-".join([match[1], match[2].zfill(2), match[3].zfill(2)])) if match else None


def _elements(page: HtmlElement) -> Iterator[HtmlElement]:
    for number, element in enumerate(page.iter()):
        if number > _MOST_LOOKED_AT:
            return
        if isinstance(element.tag, str) and element.tag not in ("script", "title"):
            yield element


def _short(element: HtmlElement) -> str:
    """Its text, if it is no more than a line."""
    text = " ".join(str(element.text_content()).split()) if len(element) < 12 else ""
    return text if len(text) <= _LONGEST_LINE else ""


def _may_be(element: HtmlElement) -> bool:
    """Whether it does not stand aside, nor is marked as something else."""
    around = [element, *element.iterancestors()]
    return not any(e.tag in _ASIDE or (e.tag not in ("body", "html") and _marks(e, "unmarked")) for e in around)


def _marks(element: HtmlElement, which: str) -> bool:
    marks = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
    return any(word in marks for word in _words()[which])
