"""Which claims read are right, field by field, by a scorer that is given."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.common import Record

WHOLE = ("typed", "agents", "recipients", "speakers", "factuality", "endorsement", "sign", "negated", "control")
"""What has to be right in the whole claim."""


@dataclass(frozen=True)
class Verdict:
    """A claim read, the gold claim that it is, if any, and what of it is right.

    Attributes:
        read, gold: the claims; `gold` is None for an invented one.
        right: by field; of an invented claim only "claim" and "found", both False. "claim": the whole of it.
    """

    read: Record
    gold: Record | None
    right: dict[str, bool]


def load_scorer(path: Path) -> Any:
    """The scorer as a module: its `pair`, `checks`, `place_of` and `same_name` are used."""
    spec = importlib.util.spec_from_file_location("given_scorer", path)
    if spec is None or spec.loader is None:
        raise ValueError(f"{path}: no Python module")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def judge(scorer: Any, gold: Sequence[Record], read: Sequence[Record]) -> list[Verdict]:
    """Every claim read in a document of the gold, in its order, with what is right of it."""
    documents = {claim["doc"] for claim in gold}
    read = [claim for claim in read if claim["doc"] in documents]
    partner = {id(r): g for g, r in scorer.pair(gold, read)}
    return [_verdict(scorer, partner.get(id(claim)), claim) for claim in read]


def _verdict(scorer: Any, gold: Record | None, read: Record) -> Verdict:
    if gold is None:
        return Verdict(read, None, {"claim": False, "found": False})
    right: dict[str, bool] = scorer.checks(gold, read)
    whole = all(right[field] for field in WHOLE)
    same: Callable[[str, str], bool] = scorer.same_name
    one, other = scorer.place_of(gold), scorer.place_of(read)
    place = same(one, other) if one and other else not one and not other
    named = {"type" if field == "typed" else field: bool(fits) for field, fits in right.items()}
    return Verdict(read, gold, {"claim": whole, "found": True, **named, "place": place})
