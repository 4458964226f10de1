"""One account from a text or a Markdown file."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from rashomon.errors import InputError
from rashomon.intake.decoding import UndecodableError, decode
from rashomon.intake.details import Details, iso_date
from rashomon.intake.document import MAX_CHARACTERS, make_document
from rashomon.intake.types import Piece, Refused, Taken

MAX_BYTES = 4 * MAX_CHARACTERS + 4  # UTF-32 with its mark; no encoding takes more
_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*\r?$", re.DOTALL | re.MULTILINE)
_LINE = re.compile(r"^([A-Za-z]+)[ \t]*:[ \t]*(\S[^\r\n]*?)[ \t]*\r?$", re.MULTILINE)
_KEYS = {"date": "published", "outlet": "source", "language": "lang"}


def read_text(piece: Piece, given: Details, *, markdown: bool = False) -> Iterator[Taken | Refused]:
    """The one document in a text, or why it cannot be taken in. `markdown`: lines at its head may say of it."""
    where = piece.origin.shown
    try:
        if len(piece.data) > MAX_BYTES:
            raise InputError(where, f"has over {MAX_CHARACTERS:,} characters, more than are read at once")
        try:
            decoded = decode(piece.data)
        except UndecodableError as error:
            raise InputError(where, str(error)) from None
        own = front_matter(decoded.text) if markdown else Details()
        document = make_document(
            decoded.text,
            piece.name,
            given.over(own).over(piece.details),
            where=where,
            path=piece.origin.path,
            raw_sha256=hashlib.sha256(piece.data).hexdigest(),
            encoding=decoded.encoding,
        )
    except InputError as error:
        yield Refused(error, piece.origin, piece.data if len(piece.data) <= MAX_BYTES else None)
    else:
        yield Taken(document, piece.origin, piece.data)


def front_matter(text: str) -> Details:
    """What simple `key: value` lines between `---` at the head of a Markdown file say about it."""
    block = _FRONT.match(text)
    found: dict[str, str] = {}
    for key, value in _LINE.findall(block[1] if block else ""):
        key = _KEYS.get(key.lower(), key.lower())
        if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
            value = value[1:-1]
        if key in ("source", "title", "author", "published", "url") and value:
            found.setdefault(key, value)
    if not iso_date(found.get("published", "")):
        found.pop("published", None)
    return Details(**found)
