"""How many names and chains of tellers come back from gold words: naming and composing without the model's mistakes.

python -m bench.naming SCORE.PY CORPUS [--errors N] [--every N]
"""

from __future__ import annotations

import argparse
import json
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

from bench.judging import load_scorer
from rashomon.model import Claim
from rashomon.reading.learned.composing import compose
from training import oracle
from training.passages import Passage, load
from training.unsettled import Unsettled

Row = dict[str, Any]
_FIELDS = ("agents", "recipients", "speakers", "control")


def main() -> None:
    """Scores of the corpus with the links between words given, and without any."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("score", type=Path, help="the scorer, score.py")
    parser.add_argument("corpus", type=Path, help="file or folder of passages")
    parser.add_argument("--errors", type=int, default=0, help="print so many claims that came back otherwise")
    parser.add_argument("--every", type=int, default=1, help="take only every so manieth passage")
    arguments = parser.parse_args()
    scorer, passages = load_scorer(arguments.score), load(arguments.corpus)[:: arguments.every]
    for links in (True, False):
        gold, found, seconds, count = _run(passages, links)
        print(f"{'links given' if links else 'no links'}: {1000 * seconds / count:.2f} ms a sentence")
        pairs = _pairs(scorer, gold, found)
        for row, (right, told, wanted) in _counts(scorer, gold, found, pairs).items():
            print(f"  {row:18}{right / max(told, 1):7.3f}{right / max(wanted, 1):7.3f}{wanted:7d}")
        if arguments.errors:
            _errors(scorer, pairs, arguments.errors)


def _run(passages: list[Passage], links: bool) -> tuple[list[Row], list[Row], float, int]:
    """Gold and composed claims, the seconds that it took, and the number of sentences."""
    gold: list[Row] = []
    found: list[Row] = []
    seconds, count = 0.0, 0
    for passage in passages:
        draft = oracle.draft(passage, links)
        begun = time.perf_counter()
        claims = compose(draft, passage.document, Unsettled())
        seconds += time.perf_counter() - begun
        count += len(draft.sentences)
        gold += passage.claims
        found += [_row(passage.document.id, claim) for claim in claims]
    return gold, found, seconds, count


def _row(doc: str, claim: Claim) -> dict[str, Any]:
    row = json.loads(claim.model_dump_json(exclude={"evidence", "selector"}))
    return {**row, "doc": doc}


def _pairs(scorer: Any, gold: list[Row], found: list[Row]) -> list[tuple[Row, Row]]:
    """Gold and composed claims paired, document by document (the scorer compares all with all)."""
    of: defaultdict[str, tuple[list[Row], list[Row]]] = defaultdict(lambda: ([], []))
    for side, rows in enumerate((gold, found)):
        for row in rows:
            of[row["doc"]][side].append(row)
    return [pair for both in of.values() for pair in scorer.pair(*both)]


def _counts(
    scorer: Any, gold: list[Row], found: list[Row], pairs: list[tuple[Row, Row]]
) -> dict[str, tuple[int, int, int]]:
    """Right, told and wanted of each row, as the scorer counts them."""
    checked = [(g, scorer.checks(g, p)) for g, p in pairs]
    rows = {"found": (len(pairs), len(found), len(gold))}
    for role in ("agents", "recipients"):
        hits = sum(scorer.set_hits(g[role], p[role]) for g, p in pairs)
        rows[role] = hits, sum(len(p[role]) for p in found), sum(len(g[role]) for g in gold)
    for row, field in (("told by another", "speakers"), ("control", "control")):
        hits = sum(bool(g[field]) and right[field] for g, right in checked)
        rows[row] = hits, sum(bool(p[field]) for p in found), sum(bool(g[field]) for g in gold)
    places = [(scorer.place_of(g), scorer.place_of(p)) for g, p in pairs]
    hits = sum(bool(g and p) and scorer.same_name(g, p) for g, p in places)
    rows["places"] = (
        hits, sum(bool(scorer.place_of(p)) for p in found), sum(bool(scorer.place_of(g)) for g in gold),
    )  # fmt: skip
    rows["whole claim"] = sum(all(right.values()) for _, right in checked), len(found), len(gold)
    return rows


def _errors(scorer: Any, pairs: list[tuple[Row, Row]], limit: int) -> None:
    wrong = [(field, g, p) for g, p in pairs for field in _FIELDS if not scorer.checks(g, p)[field]]
    for field, g, p in wrong[:: max(1, len(wrong) // limit)]:
        print(f"  {g['doc']} {g['trigger']!r} {field}: {g[field]} came back as {p[field]} {p['unresolved']}")


if __name__ == "__main__":
    main()
