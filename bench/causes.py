"""Wrong claims drawn by lot, for a person to sort by cause, and what the sorting came to.

    python -m bench.causes draw PREDICTED.jsonl GOLD.jsonl DOCUMENTS.jsonl SCORE.py [-n 100] [--seed 1]
    python -m bench.causes sum CAUSES.tsv

Drawn from all claims read that are wrong in anything that makes the whole claim, or invented, and all gold claims that
were missed. Each block has an id (the same for the same claim, however it is drawn), what is wrong, the claim as gold
and as read, and its words with what stands around them. CAUSES.tsv: `id<tab>cause`, `#` begins a comment.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.common import Record, json_lines, need, table
from bench.judging import Verdict, judge, load_scorer

CAUSES = Path(__file__).resolve().parent / "data" / "causes.tsv"
AROUND = 250
"""Characters of context on each side."""


@dataclass(frozen=True)
class Fault:
    """A claim that is wrong: which fields, and the claim as gold and as read (None: invented, missed)."""

    fields: tuple[str, ...]
    gold: Record | None
    read: Record | None

    @property
    def claim(self) -> Record:
        """The claim read or, if missed, the gold one."""
        found = self.read or self.gold
        assert found is not None
        return found

    @property
    def id(self) -> str:
        """Document, side and offsets."""
        side = "read" if self.read else "gold"
        return f"{self.claim['doc']}:{side}:{self.claim['start']}-{self.claim['end']}"


def faults(gold: Sequence[Record], verdicts: Sequence[Verdict]) -> list[Fault]:
    """Every fault, by document and place."""
    found = [Fault(_wrong(v), v.gold, v.read) for v in verdicts if not v.right["claim"]]
    hit = {id(v.gold) for v in verdicts if v.gold is not None}
    found += [Fault(("missed",), claim, None) for claim in gold if id(claim) not in hit]
    return sorted(found, key=lambda fault: (fault.claim["doc"], fault.claim["start"], fault.id))


def _wrong(verdict: Verdict) -> tuple[str, ...]:
    if verdict.gold is None:
        return ("invented",)
    return tuple(name for name, right in verdict.right.items() if not right and name not in ("claim", "place"))


def draw(found: Sequence[Fault], n: int, seed: int) -> list[Fault]:
    """So many of them by lot, in their order."""
    chosen = sorted(random.Random(seed).sample(range(len(found)), min(n, len(found))))
    return [found[i] for i in chosen]


def shown(fault: Fault, text: str) -> str:
    """One fault as a block."""
    start, end = fault.claim["start"], fault.claim["end"]
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    lines = [f"== {fault.id}", f"wrong: {', '.join(fault.fields)}"]
    lines += [f"{who}: {_line(claim)}" for who, claim in (("gold", fault.gold), ("read", fault.read)) if claim]
    return "\n".join([*lines, " ".join(f"{before}[[{text[start:end]}]]{after}".split())])


def _line(claim: Record) -> str:
    what = "/".join(str(claim[key]) for key in ("kind", "type", "sign") if claim.get(key))
    who = f"{', '.join(claim.get('agents') or [])} -> {', '.join(claim.get('recipients') or [])}"
    told = " > ".join(claim.get("speakers") or []) or "author"
    how = f"{claim.get('factuality')}{' negated' if claim.get('negated') else ''} {claim.get('endorsement')}"
    return f"{claim.get('trigger')} | {what} | {who} | @{claim.get('place')} | {told} | {how} | {claim.get('control')}"


def sorted_causes(path: Path) -> dict[str, str]:
    """The cause of each id. Raises ValueError at a line without two columns, or an id that stands twice."""
    causes: dict[str, str] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        name, tab, cause = line.partition("\t")
        if not tab or not cause.strip() or name in causes:
            raise ValueError(f"{path}:{number}: an id and its cause are asked for, each id once")
        causes[name] = cause.strip()
    return causes


def summary(causes: Mapping[str, str]) -> Iterator[tuple[str, int, float]]:
    """Each cause, how often, and its share, the most frequent first."""
    for cause, n in sorted(Counter(causes.values()).items(), key=lambda item: (-item[1], item[0])):
        yield cause, n, n / len(causes)


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    drawing = commands.add_parser("draw", help="draw wrong claims")
    for name in ("predicted", "gold", "documents", "score"):
        drawing.add_argument(name, type=Path)
    drawing.add_argument("-n", type=int, default=100)
    drawing.add_argument("--seed", type=int, default=1)
    summing = commands.add_parser("sum", help="sum up a table of causes")
    summing.add_argument("causes", type=Path, nargs="?", default=CAUSES)
    given = parser.parse_args(arguments)
    if given.command == "sum":
        need(given.causes)
        print(table(("cause", "claims", "share"), summary(sorted_causes(given.causes))))
        return 0
    need(given.predicted, given.gold, given.documents, given.score)
    gold = list(json_lines(given.gold))
    texts = {str(record.get("doc") or record["id"]): record["text"] for record in json_lines(given.documents)}
    found = faults(gold, judge(load_scorer(given.score), gold, list(json_lines(given.predicted))))
    chosen = draw(found, given.n, given.seed)
    print("\n\n".join([f"# {len(chosen)} of {len(found)}", *(shown(f, texts[f.claim["doc"]]) for f in chosen)]))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
