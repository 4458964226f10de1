"""Reports that are called false: whoever calls them so denies what they report."""

from __future__ import annotations

import pytest

from rashomon import read
from rashomon.model import Claim


def claim(text: str, trigger: str) -> Claim:
    found = [c for c in read(text).claims if c.trigger == trigger]
    assert found, text
    return found[-1]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Reports that the Salt Guard shelled Orm are lies, the ministry said.", "shelled"),
        ("The story that the Salt Guard shelled Orm is untrue, the ministry said.", "shelled"),
        ("The report that the Salt Guard took Orm has no basis, the ministry said.", "took"),
        ("The claims of a massacre are without foundation, the ministry said.", "massacre"),
        ("The ministry said rumours of the fall of Orm were enemy propaganda.", "fall"),
        ("The ministry called reports that the Salt Guard had shelled Orm a fabrication.", "shelled"),
        ("The ministry described as false reports that the Salt Guard had shelled Orm.", "shelled"),
        ("The claim that the army bombed Orm was described by the ministry as baseless.", "bombed"),
        ("The ministry branded reports of a massacre by the Salt Guard enemy propaganda.", "massacre"),
        ("The ministry dismissed as nonsense reports of a retreat from Orm.", "retreat"),
        ("Allegations of torture by the Salt Guard are false, the ministry said.", "torture"),
    ],
)
def test_what_is_called_false_is_denied_by_whoever_calls_it_so(text: str, trigger: str) -> None:
    told = claim(text, trigger)
    assert (told.factuality, told.speakers) == ("not", ("ministry",))


@pytest.mark.parametrize(
    ("text", "trigger", "factuality"),
    [
        ("Reports that the Salt Guard shelled Orm are not lies, the union said.", "shelled", "possible"),
        ("Reports that the Salt Guard shelled Orm reached the valley, the union said.", "shelled", "possible"),
        ("The commander called the report that the Salt Guard had shelled Orm a first step.", "shelled", "possible"),
        ("The shelling of Orm was wrong, the ministry said.", "shelling", "happened"),
        ("The arrests in Orm were ridiculous, the union said.", "arrests", "happened"),
    ],
)
def test_what_is_blamed_or_merely_reported_is_not_denied(text: str, trigger: str, factuality: str) -> None:
    assert claim(text, trigger).factuality == factuality


def test_a_false_charge_was_made_all_the_same() -> None:
    told = claim("Allegations of torture by the Salt Guard are false, the ministry said.", "Allegations")
    assert told.factuality == "happened"


@pytest.mark.parametrize("words", ["responsibility", "any role", "involvement"])
def test_who_denies_having_had_a_part_denies_the_charge_before(words: str) -> None:
    text = f"The Salt Guard shelled the market in Orm, the union said. The Salt Guard denied {words}."
    told = claim(text, "shelled")
    assert (told.factuality, told.speakers) == ("not", ("Salt Guard",))


@pytest.mark.parametrize(
    ("text", "factuality"),
    [
        ("The Salt Guard has told us that nobody is being held.", "not"),
        ("The Salt Guard's reply states that it has nobody in custody.", "not"),
        ("The Salt Guard is holding 30 teachers, the union said.", "happened"),
        ("Relatives said that 12 men were in the custody of the Salt Guard.", "happened"),
    ],
)
def test_people_are_held_and_are_not(text: str, factuality: str) -> None:
    (told,) = [c for c in read(text).claims if c.kind == "event"]
    assert (told.type, told.mode, told.factuality) == ("COERCE", "arrest", factuality)


@pytest.mark.parametrize(
    "text",
    ["The council holds a meeting in Orm.", "The union holds its members in high regard.", "The guard held the door."],
)
def test_holding_is_not_always_custody(text: str) -> None:
    assert not [c for c in read(text).claims if c.mode == "arrest"]
