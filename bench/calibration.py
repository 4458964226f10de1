"""Whether confidence can be taken at its word: of the claims read with a confidence of .7, are 70 % right?

    python -m bench.calibration PREDICTED.jsonl GOLD.jsonl SCORE.py [--svg FILE.svg] [--fields]

Each claim of PREDICTED has a `confidence`: `claim` (the whole claim is right), `found` (there is such a claim), and
fields (`type`, `agents`, ...). A field is judged where the claim was found; one that was not is right in no field.
Give claims whose confidence was fitted on other documents (`training.calibrating --held`), or the figures flatter.

ECE: the mean distance of confidence from accuracy over ten bins, weighted by their claims; bins of equal width, and
of (nearly) as many claims each. Brier: the mean squared distance from 1 (right) or 0 (wrong). The bar is an ECE
under .05. "Same for all": the Brier score of the overall share of right ones.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import fmean

from bench.common import Record, json_lines, need, table
from bench.judging import Verdict, judge, load_scorer

BINS = 10
WIDE = 40
Pair = tuple[float, bool]
"""A confidence, and whether it was right."""


@dataclass(frozen=True)
class Bin:
    """Claims of like confidence: how many, their mean confidence, the share that is right."""

    n: int
    confidence: float
    accuracy: float


def equal_width(pairs: Iterable[Pair], count: int = BINS) -> list[Bin | None]:
    """Bins [0, 1/count), ..., the last with 1 in it; None for one without claims."""
    sorts: list[list[Pair]] = [[] for _ in range(count)]
    for pair in pairs:
        sorts[min(int(pair[0] * count), count - 1)].append(pair)
    return [_bin(part) if part else None for part in sorts]


def equal_mass(pairs: Iterable[Pair], count: int = BINS) -> list[Bin]:
    """Bins in order of confidence, of as many claims each as can be."""
    ranked = sorted(pairs)
    cuts = [len(ranked) * i // count for i in range(count + 1)]
    return [_bin(ranked[a:b]) for a, b in pairwise(cuts) if b > a]


def _bin(pairs: Sequence[Pair]) -> Bin:
    return Bin(len(pairs), fmean(c for c, _ in pairs), fmean(right for _, right in pairs))


def ece(bins: Iterable[Bin | None]) -> float:
    """Expected calibration error: mean distance of confidence from accuracy, weighted; 0 without claims."""
    filled = [b for b in bins if b is not None]
    total = sum(b.n for b in filled)
    return sum(b.n * abs(b.accuracy - b.confidence) for b in filled) / total if total else 0.0


def brier(pairs: Sequence[Pair]) -> float:
    """Mean squared distance of the confidence from what turned out; 0 without claims."""
    return fmean((c - right) ** 2 for c, right in pairs) if pairs else 0.0


def confidences(claim: Record) -> dict[str, float]:
    """A claim's confidence by name, whether its fields stand beside `claim` or under `fields`."""
    given = claim.get("confidence") or {}
    flat = {**given, **(given.get("fields") or {})}
    return {name: float(value) for name, value in flat.items() if name != "fields"}


def pairs_of(verdicts: Iterable[Verdict]) -> dict[str, list[Pair]]:
    """Confidence and outcome by name: the whole claim, found, then the fields of the claims found."""
    found: dict[str, list[Pair]] = {"claim": [], "found": []}
    fields: defaultdict[str, list[Pair]] = defaultdict(list)
    for verdict in verdicts:
        for name, value in confidences(verdict.read).items():
            if name in verdict.right:
                (found if name in found else fields)[name].append((value, verdict.right[name]))
    return {name: pairs for name, pairs in [*found.items(), *sorted(fields.items())] if pairs}


def summary(name: str, pairs: Sequence[Pair]) -> tuple[object, ...]:
    """One row: n, means, both errors, Brier, and Brier of the constant."""
    share = fmean(right for _, right in pairs)
    mean = fmean(value for value, _ in pairs)
    errors = ece(equal_width(pairs)), ece(equal_mass(pairs))
    return name, len(pairs), mean, share, *errors, brier(pairs), share * (1 - share)


def diagram(bins: Sequence[Bin | None]) -> str:
    """A line a bin: its range, n, mean confidence, accuracy, and both drawn from 0 to 1 (`c`, `#`; `X`: the same)."""
    lines = ["confidence      n   mean  right  0" + " " * (WIDE - 1) + "1"]
    for i, one in enumerate(bins):
        span = f"{i / len(bins):.1f} - {(i + 1) / len(bins):.1f}"
        if one is None:
            lines.append(f"{span}       0")
            continue
        at, mean = round(one.accuracy * WIDE), round(one.confidence * WIDE)
        drawn = [" "] * (WIDE + 1)
        drawn[mean], drawn[at] = "c", "X" if at == mean else "#"
        lines.append(f"{span}  {one.n:6d}  {one.confidence:.3f}  {one.accuracy:.3f}  {''.join(drawn).rstrip()}")
    return "\n".join(lines)


def svg(bins: Sequence[Bin | None], title: str, size: int = 300) -> str:
    """The reliability diagram: a disc a bin (its area: how many claims) beside the diagonal of perfect calibration."""
    edge, most = 30, max((b.n for b in bins if b), default=1)

    def at(x: float, y: float) -> tuple[float, float]:
        return round(edge + x * size, 1), round(edge + (1 - y) * size, 1)

    (left, low), (right, high) = at(0, 0), at(1, 1)
    whole = size + 2 * edge
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}" font-family="sans-serif"'
        ' font-size="11">',
        f"<title>{title}</title>",
        f'<rect x="{left}" y="{high}" width="{size}" height="{size}" fill="none" stroke="#888"/>',
        f'<line x1="{left}" y1="{low}" x2="{right}" y2="{high}" stroke="#888" stroke-dasharray="4"/>',
    ]
    for one in bins:
        if one is not None:
            x, y = at(one.confidence, one.accuracy)
            radius = round(3 + 9 * (one.n / most) ** 0.5, 1)
            parts.append(f'<circle cx="{x}" cy="{y}" r="{radius}" fill="#2a6f97" fill-opacity="0.7"/>')
    parts += [
        f'<text x="{whole / 2}" y="{whole - 8}" text-anchor="middle">confidence</text>',
        f'<text x="12" y="{whole / 2}" text-anchor="middle" transform="rotate(-90 12 {whole / 2})">share right</text>',
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("predicted", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("score", type=Path)
    parser.add_argument("--svg", type=Path, help="draw the whole claim's reliability into this file")
    parser.add_argument(
        "--fields", action="store_true", help="a diagram for every field, not for the whole claim alone"
    )
    given = parser.parse_args(arguments)
    need(given.predicted, given.gold, given.score)
    read = list(json_lines(given.predicted))
    pairs = pairs_of(judge(load_scorer(given.score), list(json_lines(given.gold)), read))
    if "claim" not in pairs:
        print(f"{given.predicted}: no claim with a confidence")
        return 1
    head = ("", "n", "confidence", "right", "ECE", "ECE, equal mass", "Brier", "same for all")
    print(table(head, [summary(name, some) for name, some in pairs.items()]))
    for name in pairs if given.fields else ["claim"]:
        print(f"\n{name}\n{diagram(equal_width(pairs[name]))}")
    if given.svg:
        given.svg.write_text(svg(equal_width(pairs["claim"]), "Reliability of the whole claim's confidence"), "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
