"""Names whose words mix alphabets: a Cyrillic “а” within a Latin word looks right, and is another name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ALPHABETS = frozenset(
    {
        "ARABIC", "ARMENIAN", "CHEROKEE", "COPTIC", "CYRILLIC", "DESERET", "DEVANAGARI", "ETHIOPIC", "GEORGIAN",
        "GLAGOLITIC", "GOTHIC", "GREEK", "HEBREW", "LATIN", "LISU", "OSAGE", "RUNIC", "SYRIAC", "THAI", "TIFINAGH",
    }
)  # fmt: skip
"""Scripts of letters, as Unicode names them. Chinese, Japanese and Korean are not: they stand beside Latin letters."""
_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=4096)
def mixed_alphabets(text: str) -> tuple[str, ...]:
    """The alphabets that are mixed within one word of a text, by name; none in by far most texts.

    Accents and invisible characters neither part a word nor count.

    >>> mixed_alphabets("The Del\N{CYRILLIC SMALL LETTER TE}a Courier")
    ('Cyrillic', 'Latin')
    >>> mixed_alphabets("Ærøskøbing, Хмеймим, حميميم, Αθήνα, 大阪Station")
    ()
    """
    if text.isascii():
        return ()
    plain = "".join(
        c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c)[0] != "M" and c.isprintable()
    )
    words = (frozenset(filter(None, map(_alphabet, word))) for word in _WORD.findall(plain))
    return tuple(sorted({name.capitalize() for found in words if len(found) > 1 for name in found}))


def _alphabet(letter: str) -> str | None:
    if letter.isascii():
        return "LATIN"
    return next((part for part in unicodedata.name(letter, "").split() if part in _ALPHABETS), None)
