"""The public types: documents, claims, actors, places, tellers, readings."""

from rashomon.model.claim import (
    Alternative,
    Claim,
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
from rashomon.model.reading import Actor, Reading, Teller, Versions
from rashomon.model.text import Document, Frozen, Span, TextQuote

__all__ = [
    "Actor", "Alternative", "Claim", "Control", "Document", "Endorsement", "EventType", "Evidence",
    "Factuality", "Frozen", "Kind", "Place", "PlaceAlternative", "Quantity", "Reading", "Sign", "Span", "Teller",
    "TextQuote", "Versions", "Where",
]  # fmt: skip
