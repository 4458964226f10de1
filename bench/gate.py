"""The accuracy gate: reads our own annotated passages and holds the figures against pinned floors.

    python -m bench.gate                 figures beside floors; exit status 1 below a floor
    python -m bench.gate --errors 20     and what is wrong, claim by claim
    python -m bench.gate --pin           pins the floors a little below the present figures

Floors are pinned for the rule reader; other readers (`--reader`) are measured on the same passages without floors.
No floor is ever lowered by `--pin`; to lower one, edit `tests/accuracy/floors.json` and say why.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from bench.common import RULES, Record, reader_option, readings, records, table
from bench.scoring import FIELDS, Score, checks, pair, score
from training.passages import Passage, load

HERE = Path(__file__).resolve().parent.parent / "tests" / "accuracy"
PASSAGES = HERE / "passages"
FLOORS = HERE / "floors.json"
MARGIN = 0.01
CEILINGS = frozenset({"false allegations"})
"""Figures that are better the lower they are: their pinned value is a ceiling."""

Read = list[tuple[Passage, list[Record]]]


def read(passages: Sequence[Passage], reader: str = RULES) -> Read:
    """The claims read in each passage."""
    found = readings((passage.document for passage in passages), reader=reader)
    return [(passage, records(reading)) for passage, reading in zip(passages, found, strict=True)]


def measure(done: Read) -> dict[str, float]:
    """The figures over all passages: those of the score, and the share of passages without any fault."""
    whole = sum(not list(_faults(passage, claims)) for passage, claims in done)
    return {**_score(done).figures(), "passages right": whole / len(done)}


def _score(done: Read) -> Score:
    return score((passage.claims, claims) for passage, claims in done)


def breaches(figures: Mapping[str, float], floors: Mapping[str, float]) -> list[str]:
    """One line for each figure that is worse than its floor, or that has none."""
    found = []
    for row, figure in figures.items():
        if row not in floors:
            found.append(f"{row}: no floor is pinned")
        elif row in CEILINGS and figure > floors[row]:
            found.append(f"{row}: {figure:.3f} is above the ceiling of {floors[row]:.3f}")
        elif row not in CEILINGS and figure < floors[row]:
            found.append(f"{row}: {figure:.3f} is below the floor of {floors[row]:.3f}")
    return found


def load_floors() -> dict[str, float]:
    """The pinned floors; none where none are pinned yet."""
    return json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}


def pinned(figures: Mapping[str, float], floors: Mapping[str, float]) -> dict[str, float]:
    """Floors a little below the figures (ceilings above), never worse than they were."""
    new = {}
    for row, figure in figures.items():
        if row in CEILINGS:
            new[row] = min(floors.get(row, 1.0), math.ceil((figure + MARGIN) * 1000) / 1000)
        else:
            new[row] = max(floors.get(row, 0.0), math.floor((figure - MARGIN) * 1000) / 1000)
    return new


def _faults(passage: Passage, claims: Sequence[Record]) -> Iterator[tuple[str, Record | None, Record | None]]:
    """What is wrong in one passage: the fault, the gold claim, the claim read."""
    pairs = pair(passage.claims, claims)
    for gold, found in pairs:
        right = checks(gold, found)
        if wrong := [field for field in FIELDS if not right[field]]:
            yield ", ".join(wrong), gold, found
    paired = {id(gold) for gold, _ in pairs} | {id(found) for _, found in pairs}
    yield from (("missed", gold, None) for gold in passage.claims if id(gold) not in paired)
    yield from (("invented", None, claim) for claim in claims if id(claim) not in paired)


def errors(done: Read, most: int) -> Iterator[str]:
    """The first faults, passage by passage, then how often each kind occurs in all."""
    tally: Counter[str] = Counter()
    for passage, claims in done:
        faults = list(_faults(passage, claims))
        for fault, _, _ in faults:
            tally.update(fault.split(", "))
        if faults and most > 0:
            yield f"\n{passage.document.id}: {passage.document.text}"
            for fault, gold, found in faults:
                yield f"  {fault}"
                yield from (f"    {who} {_show(claim)}" for who, claim in (("gold", gold), ("read", found)) if claim)
            most -= len(faults)
    yield "\n" + ", ".join(f"{fault} {n}" for fault, n in tally.most_common())


def _show(claim: Record) -> str:
    """A claim on one line."""
    what = "/".join(str(x) for x in (claim["kind"], claim["type"], claim["sign"]) if x)
    who = f"{', '.join(claim['agents'])} -> {', '.join(claim['recipients'])}"
    told = " > ".join(claim["speakers"]) or "author"
    how = f"{claim['factuality']}{' negated' if claim['negated'] else ''} {claim['endorsement']}"
    sides = {k: v for k, v in (claim["control"] or {}).items() if v}
    return f"[{claim['trigger']}] {what} | {who} | @{claim['place']} | by {told} | {how} | {sides or ''}"


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("passages", nargs="?", type=Path, default=PASSAGES, help="file or folder of passages")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show about N faults")
    parser.add_argument("--pin", action="store_true", help="pin the floors a little below the present figures")
    reader_option(parser)
    given = parser.parse_args(arguments)
    held = given.reader == RULES
    if given.pin and not held:
        parser.error("floors are pinned for the reader 'rules' alone")
    done = read(load(given.passages), given.reader)
    figures, floors = measure(done), load_floors() if held else {}
    claims = sum(len(passage.claims) for passage, _ in done)
    print(f"{len(done)} passages, {claims} gold claims, {sum(len(c) for _, c in done)} read")
    rows = {row.name: row for row in _score(done).rows}
    print(table(("", "P", "R", "F1", "floor", "n"), [
        (name, row.precision if row else None, row.recall if row else None, figure, floors.get(name),
         row.n if row else None)
        for name, figure in figures.items() for row in [rows.get(name)]
    ]))  # fmt: skip
    if given.errors:
        print("\n".join(errors(done, given.errors)))
    if given.pin:
        FLOORS.write_text(json.dumps(pinned(figures, floors), indent=2) + "\n", encoding="utf-8")
        return 0
    found = breaches(figures, floors) if held else []
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
