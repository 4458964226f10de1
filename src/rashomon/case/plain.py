"""Text that a database can hold: half a surrogate pair becomes U+FFFD, the sign for a character that is lost."""

from __future__ import annotations

import dataclasses
import re

from rashomon.intake.types import Taken

_HALF = re.compile("[\ud800-\udfff]")
_METADATA = ("id", "source", "title", "author", "url", "path")


def plain(text: str) -> str:
    r"""The text without half pairs.

    >>> plain("Half \ud800 a pair") == "Half \ufffd a pair"
    True
    """
    return text if text.isascii() else _HALF.sub("\ufffd", text)


def plain_taken(taken: Taken) -> Taken:
    """The same document with metadata that can be kept. Texts with half pairs never become documents."""
    document = taken.document
    changed = {}
    for name in _METADATA:
        value = getattr(document, name)
        if value is not None and (kept := plain(value)) != value:
            changed[name] = kept
    return dataclasses.replace(taken, document=document.model_copy(update=changed)) if changed else taken
