"""Claims as W3C web annotations (Web Annotation Data Model, JSON-LD): a claim bound to its words in a text.

The claim and its document are JSON literals (`@json`), so that any JSON-LD tool keeps them as they are.
"""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from typing import Any
from urllib.parse import urlsplit
from uuid import NAMESPACE_URL, uuid5

from rashomon.model import Claim, Document, Reading

CONTEXT = [
    "http://www.w3.org/ns/anno.jsonld",
    {
        "@version": 1.1,
        "claim": {"@id": "urn:x-rashomon:claim", "@type": "@json"},
        "document": {"@id": "urn:x-rashomon:document", "@type": "@json"},
    },
]
CAUTION = "Machine-read, unreviewed: an allegation of the teller that the claim names, not an established fact."


def annotation(reading: Reading, claim: Claim) -> dict[str, Any]:
    """One claim of a reading as an annotation of its text. Positions count code points, as everywhere."""
    whole = frame(reading)
    whole["id"] = identifier(reading, claim)
    whole["body"][1]["claim"] = claim.model_dump(mode="json")
    quote, position = whole["target"]["selector"]
    quote.update(claim.selector.model_dump(mode="json"))
    position.update(start=claim.quote_start, end=claim.quote_end)
    return whole


def frame(reading: Reading) -> dict[str, Any]:
    """What the annotations of all claims of a reading share; what differs is there, but empty."""
    versions, document = reading.versions, reading.document
    reader = {"type": "Software", "name": f"Rashomon {versions.rashomon} ({versions.reader}; {versions.parser})"}
    return {
        "@context": CONTEXT,
        "id": None,
        "type": "Annotation",
        "motivation": "describing",
        "creator": reader,
        "generator": reader,
        "body": [
            {
                "type": "TextualBody",
                "purpose": "commenting",
                "format": "text/plain",
                "language": "en",
                "value": CAUTION,
            },
            {"type": "Dataset", "format": "application/json", "claim": None, "document": _about(document)},
        ],
        "target": {
            "source": source(document),
            "selector": [
                {"type": "TextQuoteSelector", "exact": None, "prefix": None, "suffix": None},
                {"type": "TextPositionSelector", "start": None, "end": None},
            ],
        },
    }


def identifier(reading: Reading, claim: Claim) -> str:
    """The annotation's name: the same for the same claim read in the same text by the same reader."""
    made_of = [reading.document.id, reading.document.sha256, *reading.versions.model_dump().values(), claim.id]
    return uuid5(NAMESPACE_URL, json.dumps(made_of)).urn


def source(document: Document) -> str:
    """The web address of a document that has one; else the name of its very text (RFC 6920)."""
    if document.url and urlsplit(document.url).scheme in ("http", "https"):
        return document.url
    digest = urlsafe_b64encode(bytes.fromhex(document.sha256)).rstrip(b"=").decode()
    return f"ni:///sha-256;{digest}"


def _about(document: Document) -> dict[str, Any]:
    known = document.model_dump(mode="json", exclude={"text", "path"}, exclude_none=True)
    return {**known, "text_sha256": document.sha256}
