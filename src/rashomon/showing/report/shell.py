"""The report as one file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field

from markupsafe import Markup

from rashomon.comparing.witnesses.types import Origins
from rashomon.model import Reading
from rashomon.showing.page.accounts import Accounts
from rashomon.showing.page.environment import report_assets
from rashomon.showing.page.frame import Heading, embedded, framed
from rashomon.showing.page.places import places_section
from rashomon.showing.report.claims import Claims
from rashomon.showing.report.control import control_section
from rashomon.showing.report.events import cards_of, disputes_section, events_section
from rashomon.showing.report.network import network_section
from rashomon.showing.report.types import Camps, Happening, Ledger
from rashomon.showing.report.witnesses import witnesses_section
from rashomon.showing.report.words import words_section


@dataclass(frozen=True)
class Findings:
    """What was computed of a case.

    Attributes:
        title: of the report. `asked`: which part of the case it is of, in words.
        readings: the readings of that part, in the order in which the documents are shown.
        happenings: all events with what is said of them; those of one teller are counted only.
        ledgers: who holds what, by place and account. `scopes`: networks, that of everything first.
    """

    title: str
    asked: str
    readings: Sequence[Reading]
    happenings: Sequence[Happening] = ()
    ledgers: Sequence[Ledger] = ()
    scopes: Sequence[Camps] = field(default=())
    origins: Origins | None = None


def as_report(found: Findings) -> Iterator[str]:
    """One page for a case: self-contained, without a remote request of any kind."""
    accounts = Accounts.of(tuple(found.readings))
    claims = Claims(accounts)
    cards = cards_of(found.happenings, claims)
    filled = [
        (Heading("disputes", "Where accounts part"), disputes_section(cards, claims)),
        (Heading("events", "Events"), events_section(cards, accounts, claims, len(found.happenings) - len(cards))),
        (Heading("control", "Who holds what"), control_section(found.ledgers, claims)),
        (Heading("ties", "Who stands with whom"), network_section(found.scopes, claims)),
        (Heading("witnesses", "Where it comes from"), witnesses_section(accounts, found.origins)),
        (Heading("places", "Where"), _places(accounts, claims)),
    ]
    filled.append((Heading("words", "The words"), words_section(accounts, claims.used)))
    origins = found.origins
    yield framed(
        "report.html",
        found.title,
        [(heading, body) for heading, body in filled if body],
        report_assets(".css"),
        report_assets(".js"),
        accounts=accounts,
        asked=found.asked,
        events=len(cards),
        data=embedded(_data(found)),
        readers=sorted({reading.versions.reader for reading in accounts.readings}),
        witnesses=origins.independent(r.document.id for r in accounts.readings) if origins else None,
    )


def _data(found: Findings) -> dict[str, object]:
    """What the report carries for programs: the findings by ids of claims, without the words."""
    return {
        "asked": found.asked,
        "events": [
            {
                **one.event.model_dump(mode="json"),
                "witnesses": one.witnesses,
                "points": [asdict(point) for point in one.points],
            }
            for one in found.happenings
            if len(one.event.mentions) > 1
        ],
        "control": [asdict(one) for one in found.ledgers],
        "ties": [asdict(one) for one in found.scopes],
    }


def _places(accounts: Accounts, claims: Claims) -> Markup:
    """The section of the page; all its claims are shown in their words."""
    body = places_section(accounts)
    if body:
        claims.used.update(told.anchor for told in accounts.told if told.places)
    return body
