"""What is known of a name, as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from rashomon.knowledge.keeping.searching import Found


def found_text(found: Found) -> str:
    """The JSON of what was found, indented: `actors`, `places`, `suggestions`. Fields without a value are left out."""
    actors = [
        {
            **_given(asdict(one.actor)),
            "formerly": [{"id": earlier.id, **_given(asdict(link))} for earlier, link in one.formerly],
            "found_as": one.found_as,
            "found_by": one.how,
            "files": list(one.files),
        }
        for one in found.actors
    ]
    places = [{**_given(one.place._asdict()), "exact": one.exact, "files": list(one.files)} for one in found.places]
    whole = {"actors": actors, "places": places, "suggestions": list(found.suggestions)}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _given(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value not in (None, (), "")}
