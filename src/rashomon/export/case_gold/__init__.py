"""A case in the schema of cases with gold answers: origins, events, disputes, control, relations. One file a part."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from rashomon.analysis.comparison import Comparison
from rashomon.export.case_gold.control import control
from rashomon.export.case_gold.disputes import disputes
from rashomon.export.case_gold.events import events
from rashomon.export.case_gold.origins import origins
from rashomon.export.case_gold.relations import relations
from rashomon.model import Reading
from rashomon.showing.phrases import NOTICE


def as_case_gold(readings: Iterable[Reading]) -> Iterator[str]:
    """The case as one JSON object. Documents are named by their ids in the case."""
    yield json.dumps(case_gold(Comparison.of(readings)), ensure_ascii=False, indent=1) + "\n"


def case_gold(comparison: Comparison) -> dict[str, Any]:
    """The parts as plain JSON values."""
    return {
        "notes": {"caution": NOTICE},
        "origins": origins(comparison),
        "events": events(comparison.events, comparison.claims),
        "disputes": disputes(finding for some in comparison.findings.values() for finding in some),
        "control": control(comparison),
        "relations": relations(comparison),
    }
