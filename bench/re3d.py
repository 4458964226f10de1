"""Who stands with or against whom: signed pairs on re3d (documents.jsonl, relations.jsonl).

    python -m bench.re3d FOLDER

Gold: per document, every pair of entities in a FightingAgainst (-), AlliesOf, BelongsTo or InChargeOf (+)
relation, without direction, pairs of the same two names counted once.

Read: per document, from every claim that is not denied,
  -  agent with each recipient of an ASSAULT or of a control change, with its place where it has no
     recipient, and the two sides of a hostile relation;
  +  the two sides of a friendly relation, agent with recipient of AID, SUPPORT and COOPERATE, and the
     holder or gainer of a place with the place.
Agents of one symmetric claim (no recipient) pair with each other.

Two ends are the same where the names match, or where a mention of the actor read overlaps the entity's
words in the gold (so that "these terrorists" can be found under the name it stands for).
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from pathlib import Path

from bench.common import Record, document, json_lines, need, reader_option, readings, table
from bench.scoring import same_name, words
from rashomon.model import Claim, Reading, Span

SIGNS = {"FightingAgainst": "-", "AlliesOf": "+", "BelongsTo": "+", "InChargeOf": "+"}
FRIENDLY = frozenset({"AID", "SUPPORT", "COOPERATE"})


@dataclass(frozen=True)
class Entity:
    """One end of a gold pair: its words and where they stand."""

    name: str
    spans: tuple[Span, ...]


@dataclass
class Gold:
    """One signed pair of the gold, merged over its mentions."""

    sign: str
    type: str
    ends: tuple[Entity, Entity]


def gold_pairs(relations: Sequence[Record]) -> list[Gold]:
    """The signed pairs of one document, those of the same two names merged."""
    merged: dict[tuple[str, str, str], tuple[str, dict[str, list[Span]]]] = {}
    for record in relations:
        sign = SIGNS.get(record["type"])
        if sign is None:
            continue
        found = [(record["source"], record["sourceBegin"], record["sourceEnd"]),
                 (record["target"], record["targetBegin"], record["targetEnd"])]  # fmt: skip
        keys = sorted(" ".join(words(name)) for name, _, _ in found)
        _, ends = merged.setdefault((sign, keys[0], keys[1]), (record["type"], defaultdict(list)))
        for name, start, end in found:
            ends[name].append(Span(start=start, end=end))
    pairs = []
    for (sign, *_), (type_, ends) in merged.items():
        entities = [Entity(name, tuple(spans)) for name, spans in ends.items()]
        if len(entities) >= 2:
            pairs.append(Gold(sign, type_, (entities[0], entities[1])))
    return pairs


def read_pairs(reading: Reading) -> list[tuple[str, str, str]]:
    """The signed pairs that the claims of a document make: (sign, one, other), each once."""
    found: dict[tuple[str, str, str], None] = {}
    for claim in reading.claims:
        if claim.factuality != "not":
            for sign, one, other in _pairs(claim):
                first, second = sorted((one, other))
                found.setdefault((sign, first, second))
    return list(found)


def _pairs(claim: Claim) -> Iterator[tuple[str, str, str]]:
    sign = claim.sign if claim.kind == "relation" else None
    if claim.type == "ASSAULT" or (claim.kind == "control" and claim.type == "COERCE"):
        sign = "-"
    elif claim.kind == "event" and claim.type in FRIENDLY:
        sign = "+"
    holder = claim.control.to if claim.control else None
    if claim.control and claim.control.place and holder:
        yield "+", holder, claim.control.place
    if sign not in ("+", "-"):
        return
    others = claim.recipients or ((claim.place,) if claim.place and claim.type == "ASSAULT" else ())
    if others:
        yield from ((sign, one, other) for one, other in product(claim.agents, others))
    else:
        yield from ((sign, one, other) for one, other in combinations(claim.agents, 2))


def hits(gold: Sequence[Gold], read: Sequence[tuple[str, str, str]], reading: Reading) -> list[tuple[int, int]]:
    """Which gold pair each read pair says: (index in gold, index in read)."""
    mentions = {place.name: place.mentions for place in reading.places}
    mentions |= {actor.name: actor.mentions for actor in reading.actors}

    def same(name: str, entity: Entity) -> bool:
        own = mentions.get(name, ())
        overlap = any(a.start < b.end and b.start < a.end for a in own for b in entity.spans)
        return overlap or same_name(name, entity.name)

    found = []
    for i, pair in enumerate(gold):
        one, other = pair.ends
        for j, (sign, first, second) in enumerate(read):
            straight = same(first, one) and same(second, other)
            if sign == pair.sign and (straight or (same(first, other) and same(second, one))):
                found.append((i, j))
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    reader_option(parser)
    given = parser.parse_args(arguments)
    folder: Path = given.folder
    need(folder / "documents.jsonl", folder / "relations.jsonl")
    relations: dict[str, list[Record]] = defaultdict(list)
    for record in json_lines(folder / "relations.jsonl"):
        relations[record["doc"]].append(record)
    gold_by: dict[str, list[bool]] = defaultdict(list)
    read_by: dict[str, list[bool]] = defaultdict(list)
    documents = (document(record) for record in json_lines(folder / "documents.jsonl"))
    for reading in readings(documents, reader=given.reader):
        gold = gold_pairs(relations[reading.document.id])
        read = read_pairs(reading)
        found = hits(gold, read, reading)
        for i, pair in enumerate(gold):
            hit = any(i == g for g, _ in found)
            for name in ("all signed pairs", f"sign {pair.sign}", pair.type):
                gold_by[name].append(hit)
        for j, (sign, *_) in enumerate(read):
            hit = any(j == r for _, r in found)
            for name in ("all signed pairs", f"sign {sign}"):
                read_by[name].append(hit)
    print(table(("", "P", "R", "F1", "gold", "read"), list(_rows(gold_by, read_by))))
    return 0


def _rows(gold: dict[str, list[bool]], read: dict[str, list[bool]]) -> Iterator[tuple[object, ...]]:
    for name in ("all signed pairs", "sign -", "sign +", *SIGNS):
        one, other = gold[name], read.get(name, [])
        recall = sum(one) / len(one) if one else 0.0
        if name in SIGNS:
            yield name, None, recall, None, len(one), None
            continue
        precision = sum(other) / len(other) if other else 0.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        yield name, precision, recall, f1, len(one), len(other)


if __name__ == "__main__":
    raise SystemExit(main())
