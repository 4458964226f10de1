"""Words looked for: what users type as an FTS5 expression, and what FTS5 found as offsets."""

from __future__ import annotations

import re
import unicodedata

from rashomon.case.types import Snippet
from rashomon.errors import QueryError

OPEN, CLOSE = "\ufdd0", "\ufdd1"
"""Stand around found words in what FTS5 gives back: noncharacters, which no text should hold."""

_PART = re.compile(r'"([^"]*)(?:"|$)(\*?)|([^\s"]+)')
_QUOTES = str.maketrans("“”„«»\x00", '""""" ')


def expression(text: str) -> str:
    """The FTS5 expression for words (all of them), `"phrases"` and `begin*`. Nothing in it is FTS5 syntax to the user.

    Raises QueryError if it holds no word.
    """
    found = []
    for match in _PART.finditer(text.translate(_QUOTES)):
        phrase, star, word = match.groups()
        if word is not None:
            phrase, star = word.rstrip("*"), "*" if word.endswith("*") else ""
        if any(map(_is_wordlike, phrase)):
            found.append(f'"{phrase}"{" *" if star else ""}')
    if not found:
        raise QueryError(f"text {text!r} holds no word to look for")
    return " AND ".join(found)


def marked(found: str) -> Snippet:
    """What FTS5 gave back, without its marks; where they stood."""
    parts, marks, length = [], [], 0
    for number, part in enumerate(re.split(f"[{OPEN}{CLOSE}]", found)):
        if number % 2 and part:
            marks.append((length, length + len(part)))
        parts.append(part)
        length += len(part)
    return Snippet("".join(parts), tuple(marks))


def _is_wordlike(c: str) -> bool:
    """Whether the tokenizer takes it for part of a word."""
    category = unicodedata.category(c)
    return category[0] in "LN" or category == "Co"
