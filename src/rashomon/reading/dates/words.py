"""The entries of `dates.yaml`."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from rashomon.knowledge.base import load_yaml


@cache
def table(name: str) -> Any:
    """An entry of `dates.yaml` that maps words to values."""
    return load_yaml("dates.yaml")[name]


@cache
def words(name: str) -> frozenset[str]:
    """An entry of `dates.yaml` that lists words."""
    return frozenset(str(word) for word in load_yaml("dates.yaml")[name])


def alternatives(names: Any) -> str:
    """The words as alternatives of a regular expression, the longest first."""
    return "|".join(
        re.escape(str(w)).replace(r"\ ", r"\s+") for w in sorted(names, key=lambda w: (-len(str(w)), str(w)))
    )
