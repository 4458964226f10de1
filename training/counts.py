"""What the corpus holds, beside what it should hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml

from training.notation import FACTUALITIES, TYPES
from training.records import Record

Row = tuple[str, int, int]
"""What is counted, how many there are, how many there should be."""

QUOTAS = Path(__file__).with_name("quotas.yaml")


def rows(passages: Sequence[Sequence[Record]]) -> Iterator[Row]:
    """The counts over passages, each given as its claims, beside their quotas."""
    quotas: dict[str, int] = yaml.safe_load(QUOTAS.read_text(encoding="utf-8"))
    claims = [claim for passage in passages for claim in passage]
    kinds, types, factualities = (Counter(c[key] for c in claims) for key in ("kind", "type", "factuality"))
    found = {
        "claims": len(claims),
        "passages": len(passages),
        "passages without claims": sum(not passage for passage in passages),
        **{kind: kinds[kind] for kind in ("control", "relation", "appraisal")},
        "told by another": sum(bool(c["speakers"]) for c in claims),
        "told by another, who tells it of a third": sum(len(c["speakers"]) > 1 for c in claims),
        "negated": sum(c["negated"] for c in claims),
    }
    yield from ((name, n, quotas[name]) for name, n in found.items())
    yield from ((name, types[name], quotas["each type"]) for name in sorted(TYPES))
    for name in sorted(FACTUALITIES - {"happened"}):
        yield name, factualities[name], quotas["each factuality but happened"]


def table(counted: Sequence[Row]) -> str:
    """The rows in columns, what is still missing last."""
    wide = max(len(name) for name, _, _ in counted)
    lines = [f"{'':{wide}}  {'there':>6}  {'wanted':>6}  {'missing':>7}"]
    for name, n, quota in counted:
        lines.append(f"{name:{wide}}  {n:6}  {quota:6}  {max(quota - n, 0) or '':>7}")
    return "\n".join(line.rstrip() for line in lines)
