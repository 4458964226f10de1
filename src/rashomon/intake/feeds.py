"""Feeds (RSS 0.9 to 2.0, Atom): each entry is a document."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urljoin

import feedparser

from rashomon.errors import InputError
from rashomon.intake.decoding import UndecodableError
from rashomon.intake.details import Details
from rashomon.intake.document import make_document
from rashomon.intake.html import fragment_text
from rashomon.intake.page.charset import decode_page
from rashomon.intake.page.days import day
from rashomon.intake.page.tree import PageError
from rashomon.intake.types import Piece, Refused, Taken

MOST_CHARACTERS = 50_000_000
_NOTHING = Details()
_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,500}\?>")
_DOCTYPE = re.compile(r"<!DOCTYPE(?:[^>\[]{0,2000}\[|[^>]{0,2000}>)", re.IGNORECASE)
_ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)
_DEEPEST = 200
_TAG = re.compile(r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|<(/?)[A-Za-z_][^<>]*?(/?)>", re.DOTALL)


class FeedError(ValueError):
    """The feed cannot be read. The message is a reason without a final stop."""


def read_feed(piece: Piece, given: Details = _NOTHING) -> Iterator[Taken | Refused]:
    """The entries of a feed that have a text; one Refused for each other, and for a feed that is none.

    A feed that declares entities is refused: no feed needs them, and they can read files or grow without end. An
    entry's full content goes before its summary. Its name is its guid, where that is not an address.
    """
    origin = piece.origin
    try:
        feed, encoding = _parsed(piece.data, origin.media)
    except (UndecodableError, FeedError) as error:
        yield Refused(InputError(origin.shown, str(error)), origin, piece.data)
        return
    outlet = _plain(feed.feed.get("title"))
    dated = feed.get("version") in ("rss10", "rss090")  # their only date, dc:date, is that of the entry
    digest = hashlib.sha256(piece.data).hexdigest()
    names: set[str] = set()
    for number, entry in enumerate(feed.entries, 1):
        member = f"entry {number}"
        at = replace(origin, how="feed", member=f"{origin.member}!{member}" if origin.member else member)
        name = _name(entry, f"{piece.name}:{number}", names)
        names.add(name)
        own = _details(entry, outlet, piece.details.url or origin.url)
        if dated and not own.published:
            own = replace(own, published=day(entry.get("updated")))
        details = replace(given.over(own).over(piece.details), url=given.url or own.url)
        try:
            yield Taken(
                make_document(
                    _text(entry), name, details, where=at.shown, path=origin.path, raw_sha256=digest, encoding=encoding
                ),
                at,
                piece.data,
            )
        except InputError as error:
            yield Refused(error, at)
        except PageError as error:
            yield Refused(InputError(at.shown, str(error)), at)


def _parsed(data: bytes, media: str | None) -> tuple[Any, str]:
    """What feedparser makes of it, and the encoding that it was in."""
    decoded = decode_page(data, media)
    text = decoded.text
    if len(text) > MOST_CHARACTERS:
        raise FeedError(f"has {len(text):,} characters; at most {MOST_CHARACTERS:,} are read")
    if _ENTITY.search(text):
        raise FeedError("declares entities, which no feed needs: it is not read")
    _check_depth(text)
    text = _DOCTYPE.sub("", _DECLARATION.sub("", text, count=1), count=1)
    try:  # as bytes and with a header: it is never to take the text for an address or a file
        feed = feedparser.parse(
            text.strip().encode(),
            response_headers={"content-type": "application/xml; charset=utf-8"},
            resolve_relative_uris=False,
            sanitize_html=True,
        )
    except (ValueError, TypeError, AttributeError, KeyError, IndexError, RecursionError, LookupError) as error:
        raise FeedError(f"cannot be read as a feed ({type(error).__name__})") from None
    if not feed.entries:
        fault = feed.get("bozo_exception")
        if fault is not None or not feed.get("version"):
            raise FeedError("is no feed that can be read")
        raise FeedError("holds no entries")
    return feed, decoded.encoding


def _check_depth(text: str) -> None:
    depth = 0
    for match in _TAG.finditer(text):
        if match[1] is None or match[2]:
            continue
        depth += -1 if match[1] else 1
        if depth > _DEEPEST:
            raise FeedError("is nested too deep")


def _text(entry: Mapping[str, Any]) -> str:
    """The fullest of what the entry has: its content, else its summary."""
    contents = [c.get("value") or "" for c in entry.get("content") or ()]
    texts = [fragment_text(html) for html in (*contents, entry.get("summary") or "")]
    full = [text for text in texts[: len(contents)] if text]
    return max(full, key=len) if full else texts[-1]


def _details(entry: Mapping[str, Any], outlet: str | None, base: str | None) -> Details:
    authors = [name for a in entry.get("authors") or () if (name := _plain(a.get("name")))]
    source = entry.get("source")
    link = (entry.get("link") or "").strip()
    own = _plain(source.get("title")) if isinstance(source, Mapping) else None
    return Details(
        source=own or outlet,
        title=_plain(entry.get("title")),
        author=", ".join(dict.fromkeys(authors)) or _plain(entry.get("author")),
        published=day(entry.get("published")),
        url=urljoin(base or "", link) if link else None,
    )


def _plain(html: Any) -> str | None:
    """One line of text of what may hold HTML."""
    if not isinstance(html, str) or not html.strip():
        return None
    try:
        return " ".join(fragment_text(html[:2000]).split()) or None
    except PageError:
        return None


def _name(entry: Mapping[str, Any], other: str, taken: set[str]) -> str:
    guid = " ".join(str(entry.get("id") or "").split())
    return guid if guid and "://" not in guid and len(guid) <= 100 and guid not in taken else other
