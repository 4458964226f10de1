"""The page as one file: its head with a strict content policy, its sections, its data, its styles and scripts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from rashomon.export.web_annotation import frame, identifier
from rashomon.model import LeftOut, Reading
from rashomon.showing.citation import cited
from rashomon.showing.page.accounts import Accounts
from rashomon.showing.page.dates import dates_section
from rashomon.showing.page.environment import assets
from rashomon.showing.page.frame import Heading, embedded, framed
from rashomon.showing.page.matters import matters_section
from rashomon.showing.page.places import places_section
from rashomon.showing.page.reading import reading_section
from rashomon.showing.page.ties import ties_section
from rashomon.showing.phrases import not_shown

Section = Callable[[Accounts], Markup]


@dataclass(frozen=True)
class Part(Heading):
    """A section of the page, and what fills it (nothing: the section is left out)."""

    section: Section


def parts() -> tuple[Part, ...]:
    """The sections of the page, from top to bottom."""
    return (
        Part("matters", "Side by side", matters_section),
        Part("text", "The text with its claims", reading_section),
        Part("ties", "Who stands with whom", ties_section),
        Part("places", "Where", places_section),
        Part("dates", "When", dates_section),
    )


def as_html(readings: Iterable[Reading]) -> Iterator[str]:
    """One page for all these readings: self-contained, without a remote request of any kind."""
    accounts = Accounts.of(tuple(readings))
    filled = [(part, part.section(accounts)) for part in parts()]
    yield framed(
        "page.html",
        _title(accounts),
        [(part, body) for part, body in filled if body],
        assets(".css"),
        assets(".js"),
        accounts=accounts,
        left_out=_left_out(accounts),
        data=embedded(data(accounts)),
    )


def data(accounts: Accounts) -> list[dict[str, object]]:
    """What the page carries for programs and for copying: the documents without text, the claims, as JSON values.

    Of a claim's annotation only its name is carried: the rest is the document's frame and the claim itself.
    """
    return [
        {
            "document": reading.document.model_dump(mode="json", exclude={"text", "path"}, exclude_none=True),
            "versions": reading.versions.model_dump(mode="json"),
            "claims": [claim.model_dump(mode="json") for claim in reading.claims],
            "cited": [cited(claim, reading.document) for claim in reading.claims],
            "frame": frame(reading),
            "annotations": [identifier(reading, claim) for claim in reading.claims],
        }
        for reading in accounts.readings
    ]


def _left_out(accounts: Accounts) -> str:
    """The claims of all accounts that were left out, counted in words; empty if none were."""
    counted = [reading.left_out for reading in accounts.readings if reading.left_out]
    total = sum(one.claims for one in counted)
    return not_shown(LeftOut(least=max(one.least for one in counted), claims=total)) if total else ""


def _title(accounts: Accounts) -> str:
    documents = [reading.document for reading in accounts.readings]
    if len(documents) == 1:
        return documents[0].title or documents[0].id
    return f"{len(documents)} accounts side by side" if documents else "No account"
