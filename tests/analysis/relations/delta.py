"""An invented war in three accounts: allies in one place, enemies in another."""

from __future__ import annotations

from rashomon.model import Place, Reading
from tests.comparing.accounts import Account, changed

PLACES = (
    Place(name="Orm", kind="city", known_as="p:orm", country="XX"),
    Place(name="Tessel", kind="city", known_as="p:tessel", country="XX"),
)


def courier() -> Account:
    """Friendly at Orm, hostile at Tessel, and what makes no tie."""
    one = Account("courier", "Delta Courier", "2031-05-04", places=PLACES)
    one.says(
        "The Lance Front handed Orm to the Veshti Guard on 1 May.",
        "handed",
        type="RETREAT",
        agents=("Lance Front",),
        recipients=("Veshti Guard",),
        control=changed("Orm", "Lance Front", "Veshti Guard"),
        when="2031-05-01",
    )
    one.says(
        "In Tessel the Lance Front and the Veshti Guard clashed.",
        "clashed",
        type="ASSAULT",
        agents=("Lance Front",),
        recipients=("Veshti Guard",),
        place="Tessel",
        when="2031-05-03",
    )
    one.says(
        "The Lance Front may attack the Veshti Guard again.",
        "attack",
        type="ASSAULT",
        factuality="possible",
        agents=("Lance Front",),
        recipients=("Veshti Guard",),
    )
    one.says(
        "The Lance Front called on the Veshti Guard to leave.",
        "called on",
        type="REQUEST",
        agents=("Lance Front",),
        recipients=("Veshti Guard",),
    )
    return one


def herald() -> Account:
    """The clash at Tessel once more, by a source with a name and one without."""
    one = Account("herald", "Orm Herald", "2031-05-05", places=PLACES)
    one.says(
        "The Veshti Guard shelled the Lance Front in Tessel, said Ada Merrin.",
        "shelled",
        "Ada Merrin",
        type="ASSAULT",
        agents=("Veshti Guard",),
        recipients=("Lance Front",),
        place="Tessel",
    )
    one.says(
        "The Veshti Guard shelled the Lance Front in Tessel, residents said.",
        "shelled",
        "residents",
        type="ASSAULT",
        agents=("Veshti Guard",),
        recipients=("Lance Front",),
        place="Tessel",
    )
    one.says(
        "The Lance Front paid the River League.",
        "paid",
        type="AID",
        agents=("Lance Front",),
        recipients=("River League",),
    )
    return one


def reprint() -> Account:
    """The last of the Herald's, in another paper."""
    return Account("mirror", "Tessel Mirror", "2031-05-06", places=PLACES).says(
        "The Lance Front paid the River League.",
        "paid",
        type="AID",
        agents=("Lance Front",),
        recipients=("River League",),
    )


def all_readings() -> list[Reading]:
    return [account.reading() for account in (courier(), herald(), reprint())]
