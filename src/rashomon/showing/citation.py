"""A claim cited in one careful sentence: who says it, through whom, where, in which words."""

from __future__ import annotations

from rashomon.model import Claim, Document
from rashomon.showing.claim_line import claim_line
from rashomon.showing.phrases import UNRESOLVED, firmness
from rashomon.showing.safe import visible

UNREVIEWED = "Machine-read, unreviewed."


def cited(claim: Claim, document: Document) -> str:
    """The claim as text with its source, on one line, whatever the document's words hold."""
    words = (
        f"According to {_teller(claim, document)}: “{claim.quote}” [characters {claim.quote_start}–{claim.quote_end}]; "
        f"read as: {claim_line(claim).plain} ({firmness(claim)}). {UNREVIEWED}"
    )
    return visible(words)


def _teller(claim: Claim, document: Document) -> str:
    """`the army, as told by State radio, as told by Ada Merrin, in “Title” (outlet, date)`."""
    author = document.author or document.source or "the author"
    innermost, *outwards = (*reversed(claim.speakers), author)
    if "speakers" in claim.unresolved:
        innermost += f" {UNRESOLVED}"
    told = "".join(f", as told by {name}" for name in outwards)
    outlet = document.source if document.source != author else None
    about = ", ".join(part for part in (outlet, document.published) if part)
    return f"{innermost}{told}, in “{document.name}”" + (f" ({about})" if about else "")
