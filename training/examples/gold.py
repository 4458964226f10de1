"""Gold claims as training examples: they name actors but not where their words stand, so these are looked for.

A role is only counted as marked where the words of every name in it are found near the trigger.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from rashomon.reading.learned.sentences import sentences
from rashomon.reading.learned.words import Words, split
from training.examples.labels import CLAIM_ROLES, labels_of
from training.examples.types import Argument, Example, Frame

Record = dict[str, Any]


def load(documents: Path, claims: Path, tokenizer: Tokenizer) -> list[Example]:
    """One example a document; `documents` holds `doc` and `text`, `claims` gold claims, a JSON object a line each."""
    of: defaultdict[str, list[Record]] = defaultdict(list)
    for line in claims.read_text(encoding="utf-8").splitlines():
        claim = json.loads(line)
        of[claim["doc"]].append(claim)
    found = [json.loads(line) for line in documents.read_text(encoding="utf-8").splitlines()]
    return [example(d["doc"], d["text"], of[d["doc"]], tokenizer) for d in found if d["doc"] in of]


def example(name: str, text: str, claims: Sequence[Record], tokenizer: Tokenizer) -> Example:
    """A document with its gold claims."""
    words = split(text, tokenizer)
    starts = tuple(sorted({words.at(start) for start, _ in sentences(text)}))
    by_trigger: defaultdict[tuple[int, int], list[Record]] = defaultdict(list)
    for claim in claims:
        by_trigger[words.at(claim["start"]), words.at(claim["end"] - 1)].append(claim)
    look = _Lookup(text, words, starts)
    frames = [_frame(at, records, look) for at, records in sorted(by_trigger.items())]
    return Example(name, name, text, words.stretches, starts, "claims", tuple(frames))


def _frame(at: tuple[int, int], records: Sequence[Record], look: _Lookup) -> Frame:
    found: dict[Argument, None] = {}
    unmarked = {"cue", "time", "quantity"}
    for record in records:
        for role, name in _roles(record):
            stretch = look.near(name, at[0])
            if stretch is None:
                unmarked.add(role)
            else:
                found[Argument(role, *stretch)] = None
    arguments = tuple(a for a in sorted(found, key=lambda a: (a.first, a.last, a.role)) if a.role not in unmarked)
    return Frame(*at, labels_of(records[0]), arguments, CLAIM_ROLES - unmarked)


def _roles(record: Record) -> list[tuple[str, str]]:
    found = [("agent", name) for name in record["agents"]] + [("recipient", name) for name in record["recipients"]]
    found += [("teller-outer", name) for name in record["speakers"][:-1]]
    found += [("teller", name) for name in record["speakers"][-1:]]
    control = record.get("control") or {}
    place = control.get("place") or record.get("place")
    if place:
        found += [("place", part) for part in place.split(" and ")]
    if not control.get("holds"):
        found += [(side, control[side]) for side in ("from", "to") if control.get(side)]
    return found


class _Lookup:
    """Finds names in a text."""

    def __init__(self, text: str, words: Words, starts: Sequence[int]) -> None:
        self._folded = [fold(text[a:b]) for a, b in words.stretches]
        self._starts = list(starts)

    def near(self, name: str, word: int) -> tuple[int, int] | None:
        """The words (first, last) of this name in the trigger's sentence, nearest to it, or of its last word there."""
        first = max((s for s in self._starts if s <= word), default=0)
        last = min((s for s in self._starts if s > word), default=len(self._folded))
        parts = [fold(p) for p in re.findall(r"\w+|[^\w\s]", name) if p.lower() not in ("the", "a", "an")]
        for wanted in (parts, [p for p in parts if p.isalpha() and len(p) > 3][-1:]):
            if not wanted:
                continue
            n = len(wanted)
            hits = [i for i in range(first, last - n + 1) if self._folded[i : i + n] == wanted]
            if hits:
                at = min(hits, key=lambda i: abs(i - word))
                return at, at + n - 1
        return None


def fold(word: str) -> str:
    """Lower case without accents; initials ("IS") stay as they are."""
    folded = word if word.isupper() and len(word) > 1 else word.casefold()
    return "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
