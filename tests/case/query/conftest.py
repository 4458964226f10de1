"""A small case of invented accounts, written by hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from rashomon.case.case import Case, open_case
from rashomon.case.opening import connect
from rashomon.case.writing import Writer
from rashomon.intake.types import Origin, Taken
from rashomon.model import (
    Actor,
    Claim,
    Confidence,
    Control,
    Document,
    Place,
    Quantity,
    Reading,
    TextQuote,
    Versions,
    Where,
)

VERSIONS = Versions(rashomon="0", reader="by hand", parser="none", knowledge="none")
NOW = "2026-01-02T03:04:05Z"


def claim(number: int, text: str, trigger: str, **fields: Any) -> Claim:
    """A claim on a text whose quote is the sentence of its trigger."""
    start = text.index(trigger)
    begin = text.rfind(". ", 0, start) + 2 if ". " in text[:start] else 0
    end = text.find(".", start)
    end = len(text) if end < 0 else end
    sure = fields.pop("confidence", None)
    return Claim(
        id=f"c{number}", kind=fields.pop("kind", "event"), trigger=trigger, start=start, end=start + len(trigger),
        quote=text[begin:end], quote_start=begin, quote_end=end,
        selector=TextQuote(exact=text[begin:end], prefix="", suffix=""),
        confidence=None if sure is None else Confidence(claim=sure), **fields,
    )  # fmt: skip


COURIER = Document(
    id="courier", source="The Delta Courier", author="Ada Merrin", title="Who holds Tarvol?", published="2016-03-28",
    text="State radio said that the army had retaken Tarvol from the Red Lances. The Lances deny losing it. "
    "Gunmen killed at least 12 farmers near Ostrel in February. The governor of Marn met the Red Lances.",
)  # fmt: skip
RADIO = Document(
    id="radio", source="State Radio", published="2016-03",
    text="The army liberated Tarvol on Sunday. The Red Lances attacked a café in Ostrel. The army may shell Ostrel.",
)  # fmt: skip
LETTER = Document(
    id="letter", title="A letter",
    text="The United Nations met the army. Somebody shelled Ostrel. Nobody =SUM(1) \x1b[31m came.",
)  # fmt: skip

TARVOL = Place(
    name="Tarvol", kind="town", known_as="own:SY:Tarvol", country="SY", admin1="Homs", lat=34.5, lon=38.0, radius_km=4.0
)
OSTREL = Place(name="Ostrel", kind="village", country="IQ", lat=34.6, lon=38.2, radius_km=4.0)
SYRIA = Place(name="Syria", kind="country", known_as="country:SY", country="SY", lat=35.0, lon=38.0, radius_km=300.0)


def readings() -> list[Reading]:
    """The three accounts as read."""
    where = {
        place.name: (Where(name=place.name, latitude=place.lat, longitude=place.lon),) for place in (TARVOL, OSTREL)
    }
    courier, radio, letter = COURIER.text, RADIO.text, LETTER.text
    lances, army = Actor(name="Red Lances", kind="armed group"), Actor(name="army", kind="military")
    return [
        Reading(
            document=COURIER, versions=VERSIONS, actors=(lances, army), places=(TARVOL, OSTREL),
            claims=(
                claim(1, courier, "retaken", kind="control", type="COERCE", agents=("army",),
                      recipients=("Red Lances",), place="Tarvol", where=where["Tarvol"],
                      speakers=("State radio",), endorsement="neutral", when="2016-03-27", confidence=0.9,
                      control=Control(place="Tarvol", from_="Red Lances", to="army")),
                claim(2, courier, "losing", kind="control", type="RETREAT", agents=("Red Lances",), factuality="not",
                      speakers=("Red Lances",), endorsement="neutral", confidence=0.4,
                      control=Control(place="Tarvol", from_="Red Lances"), unresolved=("control.to",)),
                claim(3, courier, "killed", type="ASSAULT", agents=("gunmen",), recipients=("farmers",), when="2016-02",
                      place="Ostrel", where=where["Ostrel"], confidence=0.7,
                      quantities=(Quantity(what="killed", min=12, max=None, who="farmers", start=0, end=0),)),
                claim(4, courier, "met", type="CONSULT", agents=("governor of Marn",), recipients=("Red Lances",)),
            ),
        ),
        Reading(
            document=RADIO, versions=VERSIONS, actors=(lances, army), places=(TARVOL, OSTREL),
            claims=(
                claim(1, radio, "liberated", kind="control", type="COERCE", agents=("army",), when="2016-03-27",
                      place="Tarvol", where=where["Tarvol"], confidence=0.8,
                      control=Control(place="Tarvol", to="army")),
                claim(2, radio, "attacked", type="ASSAULT", agents=("Red Lances",), when="2016-01/..",
                      place="Ostrel", where=where["Ostrel"], confidence=0.6),
                claim(3, radio, "shell", type="ASSAULT", agents=("army",), factuality="possible", place="Ostrel",
                      where=where["Ostrel"], when="../2015-12-31", confidence=0.5),
            ),
        ),
        Reading(
            document=LETTER, versions=VERSIONS, places=(SYRIA,),
            actors=(Actor(name="United Nations", kind="organisation", known_as="un"),),
            claims=(
                claim(1, letter, "met", type="CONSULT", agents=("United Nations",), recipients=("army",),
                      place="Syria", where=(Where(name="Syria"),)),
                claim(2, letter, "shelled", type="ASSAULT", unresolved=("agents",)),
            ),
        ),
    ]  # fmt: skip


def write(path: Path, given: Sequence[Reading], raw: bytes | None = None) -> None:
    """Makes a case of readings, or adds them to it."""
    db = connect(path, create=not path.exists(), write=True)
    with db:
        db.execute("BEGIN")
        db.execute("INSERT INTO runs (command, settings, version, begun) VALUES ('add', '{}', '0', ?)", (NOW,))
        writer = Writer(db, int(db.execute("SELECT max(runno) FROM runs").fetchone()[0]), NOW)
        for reading in given:
            document = reading.document
            origin = Origin("file", path=f"{document.id}.txt", media="text/plain")
            docno, _ = writer.document(Taken(document, origin, raw if raw is not None else document.text.encode()))
            writer.reading(docno, reading)
    db.close()


@pytest.fixture(scope="session")
def case_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("case") / "delta.db"
    write(path, readings())
    return path


@pytest.fixture
def case(case_path: Path) -> Iterator[Case]:
    with open_case(case_path) as opened:
        yield opened
