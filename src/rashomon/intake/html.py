"""One saved page: its main text, and what it says of itself. A channel's page holds several accounts."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from lxml.html import HtmlElement

from rashomon.errors import InputError
from rashomon.intake.decoding import UndecodableError
from rashomon.intake.details import Details
from rashomon.intake.document import make_document
from rashomon.intake.page.body import main_text
from rashomon.intake.page.channel import posts
from rashomon.intake.page.charset import decode_page
from rashomon.intake.page.own import own_details
from rashomon.intake.page.plain import plain_text
from rashomon.intake.page.tree import PageError, tree_of
from rashomon.intake.types import Piece, Refused, Taken

_NOTHING = Details()
_WAYBACK_BAR = ("wm-ipp-base", "wm-ipp", "wm-ipp-print", "donato")


def read_html(piece: Piece, given: Details = _NOTHING) -> Iterator[Taken | Refused]:
    """The account on a page, or those on a channel's; Refused if there is none or it cannot be read.

    What the user gives goes before what the container knows, and that before what the page says of itself. The
    page is read as it is: no script runs, and nothing is fetched.
    """
    where, origin = piece.origin.shown, piece.origin
    known = given.over(piece.details)
    try:
        decoded = decode_page(piece.data, origin.media)
        page = tree_of(decoded.text)
        _without_wayback(page)
        found = [(p.name or f"{piece.name}:{n}", f"post {n}", p.text, p.details) for n, p in enumerate(posts(page), 1)]
        if not found:
            url = known.url or origin.url
            found = [(piece.name, "", main_text(page), own_details(page, url))]
    except (UndecodableError, PageError) as error:
        yield Refused(InputError(where, str(error)), origin, piece.data)
        return
    digest = hashlib.sha256(piece.data).hexdigest()
    for name, within, text, own in found:
        at = replace(origin, member=f"{origin.member}!{within}" if origin.member else within) if within else origin
        details = given.over(own).over(piece.details) if within else known.over(own)
        if not given.url and own.url:  # the address that the page is known under goes before that of the copy
            details = replace(details, url=own.url)
        try:
            document = make_document(
                text, name, details, where=at.shown, path=origin.path, raw_sha256=digest, encoding=decoded.encoding
            )
        except InputError as error:
            yield Refused(error, at, None if within else piece.data)
        else:
            yield Taken(document, at, piece.data)


def fragment_text(html: str) -> str:
    """The text of a piece of HTML that is all main text, as feeds have it; plain text stays as it is.

    Raises PageError if it cannot be read.
    """
    if not html.strip():
        return ""
    return plain_text(tree_of(f"<html><body><div>{html}</div></body></html>"))


def _without_wayback(page: HtmlElement) -> None:
    """Takes out the bar that the Wayback Machine lays over a page."""
    for element in [e for e in page.iter("div") if e.get("id") in _WAYBACK_BAR]:
        if element.getparent() is not None:
            element.drop_tree()
