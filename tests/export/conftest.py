"""Readings that exports are tried on: the bundled example, one with a place on the map, and a hostile one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import rashomon
from rashomon import example
from rashomon.model import (
    Actor,
    Claim,
    Confidence,
    Control,
    Document,
    Place,
    Quantity,
    Reading,
    Versions,
    Where,
)

MAPPED = (
    "Fleet Radio said the Coral Guard shelled Nukuvale on 3 May 2031, killing at least 12 villagers. "
    "The Reef Front denied that it had left Nukuvale. The Coral Guard may bomb Tavuni. "
    "The Coral Guard and the Reef Front are enemies."
)
HOSTILE = (
    "=HYPERLINK(\"http://a.example\"),\tx\r\n@SUM(1)+cmd|' /C calc'!A0",
    "-1+1\u202etxt.exe\u202c",
    "</data><script>alert(1)</script>&amp;]]>",
    'quoted "twice" and ""once""',
    "nul\0bell\x07escape\x1b[31m",
    "\u2028line\u2029paragraph\x85next\ufffe",
    "+",
    "\ufeff=1",
)
"""What a name or a sentence may hold."""


@pytest.fixture(scope="session")
def bundled() -> list[Reading]:
    """The bundled example, read, in the order of the documents' names."""
    outcomes = rashomon.read_all([str(example.path())])
    return sorted((one for one in outcomes if isinstance(one, Reading)), key=lambda one: one.document.id)


@pytest.fixture
def mapped(make_claim: Callable[..., Claim]) -> Reading:
    """A reading with a place on the map, actors of known kinds, a calibrated reader, and claims that are not real."""
    spot = Where(
        name="Nukuvale",
        known_as="gn:4242",
        country="FJ",
        latitude=-17.123456,
        longitude=178.5,
        radius_km=4,
        where_prec=1,
    )
    shelled = make_claim(
        "c1", "shelled", "the Coral Guard shelled Nukuvale on 3 May 2031, killing at least 12 villagers", text=MAPPED,
        type="ASSAULT", mode="heavy-weapons", agents=("Coral Guard",), recipients=("villagers",), place="Nukuvale",
        where=(spot,), when="2031-05-03", speakers=("Fleet Radio",), endorsement="neutral",
        quantities=(Quantity(what="killed", min=12, max=None, who="villagers", start=75, end=86),),
        confidence=Confidence(claim=0.75, fields={"type": 0.9}),
    )  # fmt: skip
    left = make_claim(
        "c2", "left", "it had left Nukuvale", text=MAPPED, kind="control", type="RETREAT", mode="withdraw",
        agents=("Reef Front",), place="Nukuvale", where=(spot,), speakers=("Reef Front",), factuality="not",
        endorsement="neutral", control=Control(place="Nukuvale", from_="Reef Front"),
    )  # fmt: skip
    bomb = make_claim(
        "c3", "bomb", "The Coral Guard may bomb Tavuni", text=MAPPED, type="ASSAULT", mode="aerial",
        agents=("Coral Guard",), place="Tavuni", factuality="possible",
    )  # fmt: skip
    enemies = make_claim(
        "c4", "enemies", "The Coral Guard and the Reef Front are enemies", text=MAPPED, kind="relation", sign="-",
        agents=("Coral Guard",), recipients=("Reef Front",),
    )  # fmt: skip
    return Reading(
        document=Document(
            id="00000000000000aa", text=MAPPED, source="Lagoon Post", title="Shells on Nukuvale", author="Ilo Sen",
            published="2031-05-04", url="https://lagoon.example/1", lang="en", path="saved/lagoon.html",
        ),
        claims=(shelled, left, bomb, enemies),
        actors=(
            Actor(name="Coral Guard", kind="military"), Actor(name="Reef Front", kind="armed group"),
            Actor(name="villagers", kind="civilians"), Actor(name="Fleet Radio", kind="media"),
            Actor(name="Ilo Sen", kind="person"),
        ),
        places=(Place(name="Nukuvale", kind="town", known_as="gn:4242", country="FJ", admin1="Western"),),
        versions=Versions(rashomon="0", reader="by hand", parser="none", knowledge="none"),
    )  # fmt: skip


@pytest.fixture
def hostile(mapped: Reading, make_claim: Callable[..., Claim]) -> Reading:
    """A reading in which everything that a document can say is said to break formats."""
    text = "\n".join((*HOSTILE, "left"))
    claims = [
        make_claim(
            f"c{n}", "left", text, text=text, type="ASSAULT", agents=(one,), recipients=(other, one), place=one,
            speakers=(other, one), where=(Where(name=one, latitude=1.5, longitude=-2.5, where_prec=1),),
            quantities=(Quantity(what="killed", min=1, max=2, who=one, start=0, end=0),),
        )
        for n, (one, other) in enumerate(zip(HOSTILE, reversed(HOSTILE), strict=True), 1)
    ]  # fmt: skip
    document = Document(
        id="00000000000000bb", text=text, source=HOSTILE[0], title=HOSTILE[2], author=HOSTILE[1], published="2031-05",
        url="javascript:alert(1)",
    )  # fmt: skip
    actors = tuple(Actor(name=one, kind="group") for one in HOSTILE)
    places = tuple(Place(name=one, kind="town", lat=1.5, lon=-2.5) for one in HOSTILE)
    return mapped.model_copy(update={"document": document, "claims": tuple(claims), "actors": actors, "places": places})
