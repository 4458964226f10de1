"""What several tests share: a small invented document and readings of it written by hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import settings

from rashomon.knowledge.places import load
from rashomon.model import (
    Alternative,
    Claim,
    Confidence,
    Control,
    Document,
    Evidence,
    Quantity,
    Reading,
    Teller,
    TextQuote,
    Versions,
)

settings.register_profile("rashomon", deadline=None)  # how long an example takes is no matter of a test
settings.load_profile("rashomon")

TEXT = (
    "State radio said on Monday that the army had retaken Tarvol from the Red Lances. "
    "The Lances deny losing it. The governor is a cunning man, and gunmen killed at least 12 farmers."
)

MakeClaim = Callable[..., Claim]


@pytest.fixture(scope="session", autouse=True)
def _gazetteer() -> None:
    """Compiles the gazetteer before the first test, so that no program under test has to."""
    load()


@pytest.fixture
def document() -> Document:
    return Document(id="radio", text=TEXT, source="The Delta Courier", title="Who holds Tarvol?", author="Ada Merrin")


@pytest.fixture
def make_claim() -> MakeClaim:
    """Builds a claim on TEXT (or another text) from its trigger and its quote."""

    def make(id: str, trigger: str, quote: str, text: str = TEXT, **fields: Any) -> Claim:
        quote_start = text.index(quote)
        start = text.index(trigger, quote_start)
        return Claim(
            id=id,
            kind=fields.pop("kind", "event"),
            trigger=trigger,
            start=start,
            end=start + len(trigger),
            quote=quote,
            quote_start=quote_start,
            quote_end=quote_start + len(quote),
            selector=TextQuote(exact=quote, prefix=text[:quote_start][-32:], suffix=""),
            **fields,
        )

    return make


@pytest.fixture
def written(document: Document, make_claim: MakeClaim) -> Reading:
    """A reading of TEXT written by hand: an answer that does not hang on any reader."""
    retaken = make_claim(
        "c1",
        "retaken",
        "the army had retaken Tarvol from the Red Lances",
        kind="control",
        type="COERCE",
        mode="seize",
        agents=("army",),
        recipients=("Red Lances",),
        place="Tarvol",
        speakers=("State radio",),
        endorsement="neutral",
        control=Control(place="Tarvol", from_="Red Lances", to="army"),
        evidence=(
            Evidence(
                field="type",
                value="COERCE",
                score=0.8,
                rule="sense",
                entry="control.yaml:recapture",
                start=45,
                end=52,
                alternatives=(Alternative(value="RETREAT", score=0.3, why="the other sense"),),
            ),
        ),
    )
    losing = make_claim(
        "c2",
        "losing",
        "losing it",
        kind="control",
        type="RETREAT",
        agents=("Red Lances",),
        speakers=("Red Lances",),
        factuality="not",
        endorsement="neutral",
        control=Control(place="Tarvol", from_="Red Lances"),
    )
    cunning = make_claim(
        "c3", "cunning", "The governor is a cunning man", kind="appraisal", recipients=("governor",), sign="-"
    )
    killed = make_claim(
        "c4",
        "killed",
        "gunmen killed at least 12 farmers",
        type="ASSAULT",
        agents=("gunmen",),
        recipients=("farmers",),
        quantities=(Quantity(what="killed", min=12, max=None, who="farmers", start=0, end=0),),
    )
    versions = Versions(rashomon="0", reader="by hand", parser="none", knowledge="none")
    return Reading(document=document, claims=(retaken, losing, cunning, killed), versions=versions)


@pytest.fixture
def calibrated(written: Reading) -> Reading:
    """The same, as a calibrated reader gives it: `c1` to `c4` with falling confidence, and its tellers."""
    falling = (
        Confidence(claim=0.91, fields={"found": 0.98, "agents": 0.95}),
        Confidence(claim=0.634, fields={"found": 0.9}),
        Confidence(claim=0.3),
        Confidence(claim=0.05, fields={"found": 0.4}),
    )
    claims = tuple(
        claim.model_copy(update={"confidence": one}) for claim, one in zip(written.claims, falling, strict=True)
    )
    tellers = (
        Teller(chain=(), name="Ada Merrin", claims=("c3", "c4")),
        Teller(chain=("State radio",), name="State radio", claims=("c1",)),
        Teller(chain=("Red Lances",), name="Red Lances", claims=("c2",)),
    )
    return written.model_copy(update={"claims": claims, "tellers": tellers})
