"""The public types: documents, claims, actors, places, tellers, readings."""

from rashomon.model.claim import (
    Alternative,
    Claim,
    Confidence,
    Control,
    Endorsement,
    EventType,
    Evidence,
    Factuality,
    Kind,
    Quantity,
    Sign,
)
from rashomon.model.place import Place, PlaceAlternative, Where
from rashomon.model.reading import Actor, LeftOut, Reading, Teller, Versions
from rashomon.model.text import Document, Frozen, Span, TextQuote

__all__ = [
    "Actor", "Alternative", "Claim", "Confidence", "Control", "Document", "Endorsement", "EventType", "Evidence",
    "Factuality", "Frozen", "Kind", "LeftOut", "Place", "PlaceAlternative", "Quantity", "Reading", "Sign", "Span",
    "Teller", "TextQuote", "Versions", "Where",
]  # fmt: skip
