"""The page of a channel (Telegram's, as a browser shows it): each post is an account of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from rashomon.intake.details import Details
from rashomon.intake.page.days import day
from rashomon.intake.page.plain import plain_text

_POST, _TEXT = "tgme_widget_message", "tgme_widget_message_text"


@dataclass(frozen=True, slots=True)
class Post:
    """A post. `name`: `channel/12`."""

    name: str
    text: str
    details: Details


def posts(page: HtmlElement) -> Iterator[Post]:
    """The posts with a text, in order; none if the page is no channel's."""
    channel = next((t for e in _of(page, "tgme_channel_info_header_title") if (t := plain_text(e))), None)
    for post in _of(page, _POST):
        texts = [
            e for e in _of(post, _TEXT) if not any(_has(up, "tgme_widget_message_reply") for up in e.iterancestors())
        ]
        text = plain_text(texts[-1]) if texts else ""
        if not text:
            continue
        name = post.get("data-post") or ""
        owner = next((plain_text(e) for e in _of(post, "tgme_widget_message_owner_name")), None)
        times = [found for e in post.iter("time") if (found := day(e.get("datetime")))]
        url = f"https://t.me/{name}" if name else None
        yield Post(name, text, Details(source=channel or owner, published=times[-1] if times else None, url=url))


def _of(element: HtmlElement, kind: str) -> list[HtmlElement]:
    return [e for e in element.iter("div", "a", "span") if _has(e, kind)]


def _has(element: HtmlElement, kind: str) -> bool:
    return kind in (element.get("class") or "").split()
