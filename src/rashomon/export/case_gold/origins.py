"""Which documents go back to one origin, and how many independent witnesses each event has."""

from __future__ import annotations

from typing import Any

from rashomon.analysis.comparison import Comparison


def origins(comparison: Comparison) -> dict[str, Any]:
    """Groups of documents with one origin; the witnesses of every event that several documents tell of."""
    found = comparison.origins
    groups: list[dict[str, Any]] = [
        {
            "id": f"O{number}",
            "kind": "reprint",
            "members": [
                {"doc": document, "role": "origin" if document == origin.id else "reprint"}
                for document in origin.documents
            ],
        }
        for number, origin in enumerate((one for one in found.origins if len(one.documents) > 1), 1)
    ]
    for source in comparison.sources:
        groups.append(
            {
                "id": f"O{len(groups) + 1}",
                "kind": "common source",
                "why": f"all that they tell of it is told by {source.source}",
                "members": [{"doc": document, "role": "rests on the source"} for document in source.documents],
                "events": [source.event],
                "stance": source.stance,
            }
        )
    witnesses = []
    for event in comparison.events:
        documents = tuple(dict.fromkeys(mention.document for mention in event.mentions))
        if len(documents) > 1:
            independent = found.witnesses(documents)
            witnesses.append(
                {
                    "event": event.id,
                    "count": len(independent),
                    "witnesses": [{"docs": _resting(found.of, documents, roots)} for roots in independent],
                }
            )
    return {"groups": groups, "witnesses": witnesses}


def _resting(of: Any, documents: tuple[str, ...], roots: tuple[str, ...]) -> list[str]:
    return [document for document in documents if set(of[document]) & set(roots)]
