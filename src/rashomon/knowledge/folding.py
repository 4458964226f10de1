"""Keys under which spellings of one place name meet."""

from __future__ import annotations

import re
import unicodedata

_ARTICLE = re.compile(
    r"\b(?:[ae]l[ -]|(?:[ae]([dnrstz]))[ -](?=\1)|[ae]sh[ -](?=sh))(?=\w)"
)  # al-, and its assimilated forms before a sun letter
_MARKS = str.maketrans(dict.fromkeys("'’‘ʿʾʼ`´.ʹ\u200e\u200f", "") | dict.fromkeys("-‐‑–_", " "))
_FINAL_H = re.compile(r"(?<=[bcdfghjklmnpqrstvwxyz]a)h\b")


def fold(name: str) -> str:
    """The key of a name: case, accents, apostrophes, hyphens and the Arabic article folded away.

    >>> fold("As-Sukhnah") == fold("Sukhna")
    True
    """
    key = name.lower() if name.isascii() else _plain(name)
    if "-" in key or " " in key:
        key = _ARTICLE.sub("", key)
    key = " ".join(key.translate(_MARKS).split())
    return _FINAL_H.sub("", key) if key.endswith("h") or "h " in key else key


def _plain(name: str) -> str:
    """Lower case without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
