"""Scores claims against claims, by the definitions of our annotation guidelines.

Gold and read claims of one document are paired one to one where their triggers overlap, best agreement
first. All rows are end to end: what was missed or invented costs in every row.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

Record = dict[str, Any]
Pair = tuple[Record, Record]

FIELDS = ("typed", "agents", "recipients", "speakers", "factuality", "endorsement", "sign", "negated", "control")
GRAVE = frozenset({"ASSAULT", "COERCE", "ACCUSE"})

UNIMPORTANT = frozenset(
    {"a", "an", "the", "mr", "mrs", "ms", "dr", "general", "colonel", "captain", "president", "minister", "spokesman"}
)
REVERSING = frozenset(
    {"anti", "non", "ex", "former", "enemies", "opponents", "victims", "rivals", "north", "south", "east", "west"}
)
MOST_EXTRA_WORDS = 3


@dataclass(frozen=True)
class Row:
    """One figure: precision, recall, F1, and how many there are in the gold."""

    name: str
    precision: float
    recall: float
    f1: float
    n: int


@dataclass(frozen=True)
class Score:
    """All rows, and of the grave allegations read how many are wrong."""

    rows: tuple[Row, ...]
    wrong_allegations: int
    allegations: int

    @property
    def false_allegations(self) -> float:
        """The share of the ASSAULT, COERCE and ACCUSE claims with an agent that are wrong."""
        return self.wrong_allegations / self.allegations if self.allegations else 0.0

    def figures(self) -> dict[str, float]:
        """F1 of each row, and the share of false allegations."""
        return {row.name: row.f1 for row in self.rows} | {"false allegations": self.false_allegations}


def words(name: str) -> list[str]:
    """The words that tell names apart: case, accents, possessives, articles and titles folded away."""
    folded = unicodedata.normalize("NFKD", name.casefold().replace("’", "'"))
    folded = "".join(c for c in folded if not unicodedata.combining(c))
    folded = re.sub(r"'s?\b", " ", folded)
    found = re.findall(r"\w+", folded)
    return [w for w in found if w not in UNIMPORTANT] or found


def same_name(one: str | None, other: str | None) -> bool:
    """Whether one name is the other, or a shortening of it that does not change who is meant."""
    if one is None or other is None:
        return one is other
    short, long = sorted((set(words(one)), set(words(other))), key=lambda w: (len(w), sorted(w)))
    extra = long - short
    return short <= long and len(extra) <= MOST_EXTRA_WORDS and not extra & REVERSING


def matched(gold: Sequence[str], read: Sequence[str]) -> int:
    """How many names of the gold find a name of their own among those read."""
    left = list(read)
    for name in gold:
        partner = next((other for other in left if same_name(name, other)), None)
        if partner is not None:
            left.remove(partner)
    return len(read) - len(left)


def all_matched(gold: Sequence[str], read: Sequence[str]) -> bool:
    """Whether both lists name the same, in any order."""
    return len(gold) == len(read) == matched(gold, read)


def place(claim: Record) -> str | None:
    """Where it happens, or the place that changes hands."""
    found = claim.get("place") or (claim.get("control") or {}).get("place")
    return str(found) if found else None


def same_control(gold: Record, read: Record) -> bool:
    """Whether both say that the same place goes from and to, or is held by, the same."""
    one, other = gold.get("control"), read.get("control")
    if not one or not other:
        return False
    sides = all(same_name(one.get(side), other.get(side)) for side in ("place", "from", "to"))
    return sides and bool(one.get("holds")) == bool(other.get("holds"))


def checks(gold: Record, read: Record) -> dict[str, bool]:
    """What a pair has right, field by field."""
    one, other = gold["speakers"], read["speakers"]
    return {
        "typed": (gold["kind"], gold["type"]) == (read["kind"], read["type"]),
        "agents": all_matched(gold["agents"], read["agents"]),
        "recipients": all_matched(gold["recipients"], read["recipients"]),
        "speakers": len(one) == len(other) and all(map(same_name, one, other)),
        "factuality": gold["factuality"] == read["factuality"],
        "endorsement": gold["endorsement"] == read["endorsement"],
        "sign": gold["sign"] == read["sign"],
        "negated": bool(gold["negated"]) == bool(read["negated"]),
        "control": not (gold["control"] or read["control"]) or same_control(gold, read),
    }


def pair(gold: Sequence[Record], read: Sequence[Record]) -> list[Pair]:
    """Pairs claims of one document whose triggers overlap, those that agree most first."""
    candidates = []
    for i, one in enumerate(gold):
        for j, other in enumerate(read):
            if min(one["end"], other["end"]) > max(one["start"], other["start"]):
                exact = (one["start"], one["end"]) == (other["start"], other["end"])
                candidates.append((-sum(checks(one, other).values()) - exact, i, j))
    pairs, used_gold, used_read = [], set(), set()
    for _, i, j in sorted(candidates):
        if i not in used_gold and j not in used_read:
            used_gold.add(i)
            used_read.add(j)
            pairs.append((gold[i], read[j]))
    return pairs


def score(documents: Iterable[tuple[Sequence[Record], Sequence[Record]]]) -> Score:
    """Scores many documents, each its gold claims and the claims read."""
    gold: list[Record] = []
    read: list[Record] = []
    pairs: list[Pair] = []
    for one, other in documents:
        gold += one
        read += other
        pairs += pair(one, other)
    right = [checks(g, r) for g, r in pairs]

    def row(name: str, hits: int, among: Callable[[Record], int]) -> Row:
        n_gold, n_read = sum(map(among, gold)), sum(map(among, read))
        precision, recall = hits / n_read if n_read else 0.0, hits / n_gold if n_gold else 0.0
        f1 = 2 * precision * recall / (precision + recall) if hits else 0.0
        return Row(name, precision, recall, f1, n_gold)

    def hits(field: str, among: Callable[[Record], int]) -> int:
        return sum(1 for (g, _), r in zip(pairs, right, strict=True) if among(g) and r[field])

    rows = (
        row("found", len(pairs), _any),
        row("typed", hits("typed", _any), _any),
        row("agents", sum(matched(g["agents"], r["agents"]) for g, r in pairs), _agents),
        row("recipients", sum(matched(g["recipients"], r["recipients"]) for g, r in pairs), _recipients),
        row("told by another", hits("speakers", _told), _told),
        row("not simply happened", hits("factuality", _unreal), _unreal),
        row("places", sum(1 for g, r in pairs if place(g) and same_name(place(g), place(r))), _placed),
        row("control", sum(same_control(g, r) for g, r in pairs), _controls),
        row("whole claim", sum(all(r[f] for f in FIELDS) for r in right), _any),
    )
    partner = {id(r): g for g, r in pairs}
    grave = [r for r in read if r["type"] in GRAVE and r["agents"]]
    return Score(rows, sum(not _fair(partner.get(id(r)), r) for r in grave), len(grave))


def _fair(gold: Record | None, read: Record) -> bool:
    """Whether an allegation pins the deed on the right agent, by the right teller, as firmly as told."""
    if gold is None:
        return False
    right = checks(gold, read)
    return right["agents"] and right["speakers"] and right["factuality"] and right["negated"]


def _any(claim: Record) -> int:
    return 1


def _agents(claim: Record) -> int:
    return len(claim["agents"])


def _recipients(claim: Record) -> int:
    return len(claim["recipients"])


def _told(claim: Record) -> int:
    return bool(claim["speakers"])


def _unreal(claim: Record) -> int:
    return bool(claim["factuality"] != "happened")


def _placed(claim: Record) -> int:
    return bool(place(claim))


def _controls(claim: Record) -> int:
    return bool(claim["control"])
