"""All claims as one page of W3C web annotations (JSON-LD)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from rashomon.export.reality import Tally
from rashomon.export.web_annotation import CONTEXT, annotation
from rashomon.model import Reading


def as_annotations(readings: Iterable[Reading], tally: Tally) -> Iterator[str]:
    """One AnnotationPage, an annotation a line: each claim bound to its words, with all that is known of it."""
    yield f'{{"@context": {json.dumps(CONTEXT)}, "type": "AnnotationPage", "items": ['
    lead = "\n"
    for reading in readings:
        for claim in reading.claims:
            made = annotation(reading, claim)
            del made["@context"]  # the page's own holds for its items
            tally.wrote()
            yield lead + json.dumps(made, ensure_ascii=False)
            lead = ",\n"
    yield "\n]}\n"
