"""How every export says whose word a claim is."""

from __future__ import annotations

from rashomon.model import Claim, Document
from rashomon.showing.phrases import told_by

STATUS = "machine-read, unreviewed"
SEPARATOR = " → "


def teller(claim: Claim, document: Document) -> str:
    """Who tells a claim, outermost first, the author included: `The Delta Courier → State radio → army`."""
    outermost = author(document)
    return outermost if not claim.speakers else f"{outermost}{SEPARATOR}{told_by(claim, outermost)}"


def author(document: Document) -> str:
    """The author of an account, or else who published it."""
    return document.author or document.source or document.teller


def whole_id(claim: Claim, document: Document) -> str:
    """A claim's name among all documents, `0123456789abcdef:c1`: what `rashomon show` takes."""
    return f"{document.id}:{claim.id}"


def confidence_text(claim: Claim) -> str:
    """The confidence that the claim is read right, `0.910`; "" of a reader that gives none."""
    return f"{claim.confidence.claim:.3f}" if claim.confidence else ""
