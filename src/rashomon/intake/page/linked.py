"""What a page says of itself as linked data (JSON-LD, schema.org): the article among all that is described there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

_ARTICLES = ("article", "posting", "report", "webpage")
_MOST_CHARACTERS = 500_000
_MOST_OBJECTS = 2_000


@dataclass(frozen=True, slots=True)
class Linked:
    """What it says of the article. None: nothing."""

    title: str | None = None
    author: str | None = None
    published: str | None = None
    outlet: str | None = None


def linked_data(page: HtmlElement) -> Linked:
    """What the page's JSON-LD says of its article; nothing if it has none or it is broken."""
    objects = [o for script in page.iter("script") for o in _objects(script.text or "")]
    named = {str(o["@id"]): o for o in objects if "@id" in o and len(o) > 1}
    articles = sorted((o for o in objects if _rank(o) < len(_ARTICLES)), key=_rank)
    for article in articles:
        found = Linked(
            title=_text(article.get("headline")) or (_text(article.get("name")) if _rank(article) < 3 else None),
            author=_names(article.get("author"), named),
            published=_text(article.get("datePublished")),
            outlet=_names(article.get("publisher"), named) or _names(article.get("sourceOrganization"), named),
        )
        if found != Linked():
            return found
    return Linked()


def _objects(text: str) -> Iterator[dict[str, Any]]:
    text = text.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
    if not text or len(text) > _MOST_CHARACTERS:
        return
    try:
        waiting: list[Any] = [json.loads(text, strict=False)]
    except (ValueError, RecursionError):
        return
    for _ in range(_MOST_OBJECTS):
        if not waiting:
            return
        one = waiting.pop(0)
        if isinstance(one, list):
            waiting += one
        elif isinstance(one, dict):
            yield one
            waiting += [v for k, v in one.items() if k in ("@graph", "mainEntity", "mainEntityOfPage", "publisher")]


def _rank(thing: dict[str, Any]) -> int:
    kinds = thing.get("@type")
    named = [str(kind).lower() for kind in (kinds if isinstance(kinds, list) else [kinds])]
    return next((n for n, end in enumerate(_ARTICLES) if any(k.endswith(end) for k in named)), len(_ARTICLES))


def _names(value: Any, named: dict[str, dict[str, Any]]) -> str | None:
    found: list[str] = []
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict) and "name" not in one:
            one = named.get(str(one.get("@id")), one)
        name = _text(one.get("name")) if isinstance(one, dict) else _text(one)
        if name and name not in found and "://" not in name:
            found.append(name)
    return ", ".join(found) or None


def _text(value: Any) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    return (" ".join(value.split()) or None) if isinstance(value, str) else None
