"""What a page says of itself: title, author, day of publication, outlet, address."""

from __future__ import annotations

import copy
import logging
import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement
from trafilatura.metadata import extract_author

from rashomon.intake.details import Details
from rashomon.intake.page.dates import published
from rashomon.intake.page.linked import linked_data

_PARTING = re.compile(r"\s+(?:[|–—»«•·-]|::|\\|//)\s+|\s*\|\s*")
_WAYBACK = re.compile(r"https?://web\.archive\.org/web/\d{4,14}(?:[a-z]{2}_)?/(https?://.+)", re.IGNORECASE)
_BY = re.compile(r"^(?:(?:reported|written|posted|story|words|report)\s+)?by:?\s+", re.IGNORECASE)
_BY_LINE = re.compile(r"[Bb][Yy]:?\s+((?:[A-Z][\w.’'-]*\s*){2,4})(?=$|[|,•·–—-])")
_DAY_AFTER = re.compile(
    r"\W+(?:(?:mon|tue|wed|thu|fri|sat|sun)\w*\W+)?(?:\d{1,2}\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*"
    r"\.?\s+\d.*$",
    re.IGNORECASE,
)
_MOST_LINES = 2_000
_LONGEST = 300
_SITE = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher", "citation_journal_title")
_AUTHOR = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl")
_TITLE = ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title")
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


def own_details(page: HtmlElement, url: str | None = None) -> Details:
    """What a page says of itself. `url`: where it was got from, if that is known.

    The language is left out: what pages declare is what their site is set to. It is found from the text.
    """
    url = unwrapped(url)
    linked, meta = linked_data(page), _meta(page)
    address = _address(page, meta, url)
    heads = [text for e in page.iter("h1") if (text := _line(str(e.text_content())))]
    outlet = linked.outlet or _of(meta, _SITE) or _line(_property(page, "publisher"))
    shown = next((_line(str(e.text_content())) for e in page.iter("title")), None)
    title, beside = _parted(linked.title or _of(meta, _TITLE) or shown or "", outlet, address, heads)
    outlet = outlet or beside or _parted(shown or "", None, address, [*heads, title or ""])[1]
    return Details(
        source=outlet or _host(address),
        title=title or (heads[0] if len(heads) == 1 else None),
        author=_author(page, linked.author or _named(meta), outlet),
        published=published(page, linked.published, address),
        url=address,
    )


def unwrapped(url: str | None) -> str | None:
    """The address of what a web archive holds, of an address in the Wayback Machine; others as they are."""
    match = _WAYBACK.fullmatch(url.strip()) if url else None
    return match[1] if match else url


def _meta(page: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in page.iter("meta"):
        content = _line(meta.get("content"))
        for attribute in ("property", "name", "itemprop"):
            if content and (name := meta.get(attribute)):
                found.setdefault(name.strip().lower(), content)
    return found


def _of(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((meta[name] for name in names if name in meta and "://" not in meta[name]), None)


def _property(page: HtmlElement, name: str) -> str | None:
    for element in page.iter():
        if isinstance(element.tag, str) and element.get("itemprop") == name:
            within = [e for e in element.iter() if isinstance(e.tag, str) and e.get("itemprop") == "name"]
            return (within[0].get("content") or str(within[0].text_content())) if within else None
    return None


def _parted(title: str, outlet: str | None, url: str | None, heads: list[str]) -> tuple[str | None, str | None]:
    """The title without its outlet, and the outlet if the title has it: `Bridge taken - The Courier`.

    An end is cut off only if it is the outlet, or the host's name, or what is left is the page's heading.
    """
    title = _line(title) or ""
    site = _bare(_host(url) or "").rsplit(".", 1)[0]
    for match in reversed(list(_PARTING.finditer(title))):
        for left, right in (
            (title[: match.start()], title[match.end() :]),
            (title[match.end() :], title[: match.start()]),
        ):
            known = outlet is not None and _bare(right) == _bare(outlet)
            named = bool(site) and (_key(right) == _key(site) or _key(right) == _key(site.split(".")[0]))
            headed = any(_bare(left) == _bare(head) for head in heads)
            if left and right and (known or named or headed):
                return left, outlet or _PARTING.split(right)[-1]
    return title or None, None


def _named(meta: dict[str, str]) -> str | None:
    return _of(meta, _AUTHOR)


def _author(page: HtmlElement, known: str | None, outlet: str | None) -> str | None:
    found = known
    if not found:
        try:
            found = extract_author(copy.deepcopy(page))
        except (AttributeError, IndexError, KeyError, TypeError, ValueError):
            found = None
    found = _DAY_AFTER.sub("", _BY.sub("", _line(found or _by_line(page)) or "")).replace("; ", ", ").strip(" ,;|")
    plain = _bare(found)
    if not found or "://" in found or len(found) > 150 or plain in ("admin", "administrator", "editor", "webmaster"):
        return None
    return None if outlet and plain == _bare(outlet) else found


def _by_line(page: HtmlElement) -> str | None:
    """The name in the first line that is `By` and a name."""
    for number, element in enumerate(page.iter("p", "div", "span", "td", "address", "b", "i", "em", "font")):
        if number > _MOST_LINES:
            break
        if match := _BY_LINE.match(" ".join((element.text or "")[:_LONGEST].split())):
            return match[1].strip()
    return None


def _address(page: HtmlElement, meta: dict[str, str], url: str | None) -> str | None:
    """Its address: what it calls its canonical one if that is of the host it came from, or where it came from."""
    for said in _said(page, meta):
        said = unwrapped(urljoin(url or "", said)) or ""
        try:
            parts = urlsplit(said)
        except ValueError:
            continue
        if parts.scheme in ("http", "https") and parts.hostname and parts.path.strip("/"):
            return said if not url or _host(said) == _host(url) else url
    return url


def _said(page: HtmlElement, meta: dict[str, str]) -> Iterator[str]:
    for link in page.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and (href := (link.get("href") or "").strip()):
            yield href
    if "og:url" in meta:
        yield meta["og:url"]


def _host(url: str | None) -> str | None:
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        return None
    for lead in ("www.", "m.", "amp.", "mobile."):
        host = host.removeprefix(lead)
    return host or None


def _line(text: str | None) -> str | None:
    text = " ".join((text or "").split())
    return text if text and len(text) <= _LONGEST else None


def _bare(text: str) -> str:
    return " ".join(text.casefold().split()).strip(" .!")


def _key(text: str) -> str:
    return re.sub(r"\W|_|^the(?=\W)", "", text.casefold())
