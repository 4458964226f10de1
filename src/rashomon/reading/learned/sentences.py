"""Where sentences end, by punctuation alone: instant, and good enough to count them and to stay within one."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from pathlib import Path

import yaml

Stretch = tuple[int, int]

_END = re.compile(r"""(?P<word>\S*?)(?P<stop>[.!?…]+)[\"'”’)\]]*(?P<gap>\s+)(?=[\"'“‘(\[]*[^\Wa-z_])|\n+""")
_INITIAL = re.compile(r"[\"'“‘(]*[A-Z]")


@cache
def _abbreviations() -> frozenset[str]:
    """Words after which a full stop ends no sentence."""
    path = Path(__file__).with_name("sentences.yaml")
    return frozenset(yaml.safe_load(path.read_text(encoding="utf-8"))["abbreviations"])


def sentences(text: str) -> list[Stretch]:
    """The sentences of a text, as half-open stretches without the white space between them."""
    cuts = [0]
    for end in _END.finditer(text):
        if end["stop"] == "." and _goes_on(end["word"]):
            continue
        cuts.append(end.end())
    cuts.append(len(text))
    return [(start, end) for a, b in pairwise(cuts) for start, end in [_trimmed(text, a, b)] if end]


def _goes_on(word: str) -> bool:
    return bool(_INITIAL.fullmatch(word)) or word.lstrip("\"'“‘(") in _abbreviations()


def _trimmed(text: str, start: int, end: int) -> Stretch:
    """The stretch without white space at its ends; (0, 0) if there is nothing else."""
    stripped = text[start:end].strip()
    if not stripped:
        return 0, 0
    start = text.index(stripped, start)
    return start, start + len(stripped)
