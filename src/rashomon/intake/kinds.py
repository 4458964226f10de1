"""What kind of content bytes are: by their first bytes where these tell, else by media type or the end of the name."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Literal, get_args

import yaml

Kind = Literal[
    "text", "markdown", "records", "page", "pdf", "table", "parquet", "feed", "warc", "zip", "gzip"
]  # fmt: skip
"""What is read, each in a way of its own."""
CONTAINERS: frozenset[Kind] = frozenset(("warc", "zip", "gzip"))
"""Kinds that hold pieces of other kinds."""

HEAD = 2048
"""How many of the first bytes are looked at."""
_MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"PK\x03\x04", "zip"), (b"PK\x05\x06", "zip"), (b"\x1f\x8b", "gzip"), (b"PAR1", "parquet"), (b"WARC/", "warc"),
    (b"%PDF-", "pdf"),
)  # fmt: skip
_MARKUP = re.compile(rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*|<!DOCTYPE\s[^>\[]*>\s*)*<([a-zA-Z:]+)", re.DOTALL)
_FEEDS = frozenset({b"rss", b"feed", b"rdf:rdf"})
_PAGES = frozenset({b"html", b"head", b"body"})
_DOCTYPE = re.compile(rb"\s*(?:<!--.*?-->\s*)*<!doctype\s+html", re.DOTALL | re.IGNORECASE)
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def kind_of(name: str, head: bytes, media: str | None = None) -> Kind | None:
    """The kind of content with this (file) name, these first bytes and this media type; None if it is not known.

    Bytes that tell go before what servers and names say, which is often wrong.
    """
    told = _by_bytes(head)
    named = by_name(name)
    if told == "gzip" and named == "warc":
        return "warc"
    if told:
        return told
    stated = _media().get((media or "").partition(";")[0].strip().lower())
    kind = stated if stated and stated != "text" else named or stated
    return None if kind in (*CONTAINERS, "pdf", "parquet") and head else kind


def by_name(name: str) -> Kind | None:
    """The kind that the end of a name stands for; the longest that fits."""
    lower = name.lower()
    fitting = [suffix for suffix in _suffixes() if lower.endswith(suffix)]
    return _suffixes()[max(fitting, key=len)] if fitting else None


def suffix_of(name: str) -> str:
    """The end of a name that stands for its kind, or nothing; of packed files with what they hold: `.csv.gz`."""
    lower = name.lower()
    suffix = max((s for s in _suffixes() if lower.endswith(s)), key=len, default="")
    return suffix_of(lower.removesuffix(suffix)) + suffix if suffix == ".gz" else suffix


def suffixes() -> tuple[str, ...]:
    """All ends of names of what is read."""
    return tuple(_suffixes())


def _by_bytes(head: bytes) -> Kind | None:
    for start, kind in _MAGIC:
        if head.startswith(start):
            return kind
    if b"%PDF-" in head[:1024] and not head.lstrip().startswith(b"<"):
        return "pdf"
    text = head
    for mark in _BOMS:
        if head.startswith(mark):
            text = head[len(mark) :].replace(b"\0", b"")
    if _DOCTYPE.match(text):
        return "page"
    if found := _MARKUP.match(text):
        tag = found[1].lower()
        return "feed" if tag in _FEEDS else "page" if tag in _PAGES else None
    return None


@cache
def _data() -> dict[str, dict[Kind, list[str]]]:
    data: dict[str, dict[Kind, list[str]]] = yaml.safe_load(
        Path(__file__).with_name("kinds.yaml").read_text(encoding="utf-8")
    )
    assert all(kind in get_args(Kind) for part in data.values() for kind in part)
    return data


@cache
def _suffixes() -> dict[str, Kind]:
    return {suffix: kind for kind, found in _data()["suffixes"].items() for suffix in found}


@cache
def _media() -> dict[str, Kind]:
    return {media: kind for kind, found in _data()["media"].items() for media in found}
