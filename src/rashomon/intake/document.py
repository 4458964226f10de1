"""Checks every text must pass to become a document."""

from __future__ import annotations

import re

from rashomon.errors import InputError, LanguageError
from rashomon.intake.details import Details, iso_date
from rashomon.intake.language import KNOWN, foreign
from rashomon.model import Document

MAX_CHARACTERS = 1_000_000
"""Longest text that is read, in code points. (A long book; one account is a few thousand.)"""

_SURROGATE = re.compile("[\ud800-\udfff]")


def make_document(
    text: str,
    id: str,
    details: Details = Details(),  # noqa: B008 - frozen
    *,
    where: str | None = None,
    path: str | None = None,
    raw_sha256: str | None = None,
    encoding: str | None = None,
) -> Document:
    """The document with exactly this text.

    Args:
        text: the account; kept as it is.
        id: its name within a batch.
        details: what is known beside the text.
        where: how errors name it (default: its id).
        path: the file it was read from.
        raw_sha256: SHA-256 of the bytes it was read from.
        encoding: the encoding those bytes were in.

    Raises:
        InputError: the text is empty, too long or broken, or a detail is.
        LanguageError: it is not in a language that the reader knows, and `lang` does not insist.
    """
    where = where or id
    if not text.strip("\ufeff\u200b\x00 ") or text.isspace():
        raise InputError(where, "holds no text" if text else "is empty")
    if len(text) > MAX_CHARACTERS:
        raise InputError(where, f"has {len(text):,} characters; at most {MAX_CHARACTERS:,} are read at once")
    if broken := _SURROGATE.search(text):
        raise InputError(where, f"has half a surrogate pair at character {broken.start()}")
    published = None
    if details.published and not (published := iso_date(details.published)):
        raise InputError(where, f"published {details.published!r} is not a date like 2016-12-31, 2016-12 or 2016")
    return Document(
        id=id,
        text=text,
        source=details.source,
        title=details.title,
        author=details.author,
        published=published,
        url=details.url,
        lang=_language(text, details.lang, where),
        path=path,
        raw_sha256=raw_sha256,
        encoding=encoding,
    )


def _language(text: str, insisted: str | None, where: str) -> str:
    if insisted:
        if insisted.lower() != KNOWN:
            raise LanguageError(where, f"language {insisted!r} is not known; the reader knows {KNOWN!r}")
        return KNOWN
    if other := foreign(text):
        language, probability = other
        reason = f"is not in English, it seems, but in {language!r} ({probability:.0%})"
        raise LanguageError(where, f"{reason}; --lang en reads it all the same")
    return KNOWN
