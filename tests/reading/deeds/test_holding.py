"""States in which somebody holds a place, or nobody does, told without a verb of capture; and their look-alikes."""

from __future__ import annotations

import pytest

import rashomon
from rashomon.model import Claim

AT_WAR = "The Herons and the Red Lances fight the Orsan army for the towns of Velm and Sarnow and for Karst Hill. "
"""Who is who, as a report would have said before."""

HELD = [
    # in whose hands
    ("Velm is in the hands of the Herons.", "Velm", "Herons"),
    ("Sarnow was now firmly in Heron hands.", "Sarnow", "Heron"),
    ("The whole town of Velm is now in the keeping of the Red Lances.", "Velm", "Red Lances"),
    ("Velm has since been in the care of the Red Lances.", "Velm", "Red Lances"),
    ("Velm remains in the grip of the Red Lances.", "Velm", "Red Lances"),
    ("Sarnow is in the charge of the Orsan police.", "Sarnow", "Orsan police"),
    ("The Red Lances are in charge of Velm.", "Velm", "Red Lances"),
    ("Sarnow, still in Heron hands, was shelled again.", "Sarnow", "Heron"),
    ("Sarnow is the last town of the valley in the hands of the Orsan government.", "Sarnow", "Orsan government"),
    ("Velm stayed under Heron rule.", "Velm", "Heron"),
    ("The Herons have Velm in their hands.", "Velm", "Herons"),
    # whose flag
    ("The flag of the Herons flies over Sarnow.", "Sarnow", "Herons"),
    ("The Red Lances' flag is flying over Velm.", "Velm", "Red Lances"),
    ("The Herons' banner was waving over the citadel of Sarnow.", "citadel of Sarnow", "Herons"),
    # who has guns, posts and men there
    ("The shells came from Karst Hill, where the Orsan army has its guns.", "Karst Hill", "Orsan army"),
    ("The Herons had their mortars on Karst Hill.", "Karst Hill", "Herons"),
    ("The Red Lances have checkpoints in Velm.", "Velm", "Red Lances"),
    ("The Orsan army keeps a garrison of 300 men in Velm.", "Velm", "Orsan army"),
    ("The Red Lances have their headquarters in Velm.", "Velm", "Red Lances"),
    ("Shots came from positions of the Herons in the vineyards of Little Velm.", "vineyards of Little Velm", "Herons"),
    ("The army shelled positions of the Red Lances at Sarnow.", "Sarnow", "Red Lances"),
    ("Some 300 Herons are dug in at Sarnow.", "Sarnow", "Herons"),
    ("The Herons are entrenched in Sarnow.", "Sarnow", "Herons"),
    ("The Orsan army is sitting in the old fort of Velm.", "old fort of Velm", "Orsan army"),
    ("The rebels are in a few lanes by the harbour.", "few lanes", "rebels"),
    ("The Herons are still in Sarnow.", "Sarnow", "Herons"),
    ("The Herons have been on Karst Hill since the spring.", "Karst Hill", "Herons"),
    # who runs it
    ("The Red Lances patrol the streets of Velm.", "streets of Velm", "Red Lances"),
    ("The Herons administer Sarnow.", "Sarnow", "Herons"),
    ("Velm is run by the Red Lances.", "Velm", "Red Lances"),
    ("Sarnow is policed by the Herons.", "Sarnow", "Herons"),
    ("Sarnow is garrisoned by Orsan troops.", "Sarnow", "Orsan troops"),
    ("The Herons kept Sarnow after the truce.", "Sarnow", "Herons"),
    ("The Orsan army controls the western bank at Velm.", "western bank at Velm", "Orsan army"),
    # compounds
    ("Heron-controlled Sarnow has no power.", "Sarnow", "Heron"),
    ("A shell hit the market of the rebel-held town of Sarnow.", "Sarnow", "rebel"),
    ("The army shelled rebel-held quarters of Velm.", "quarters of Velm", "rebel"),
    ("Only the barracks of Sarnow remain in the army's hands.", "barracks of Sarnow", "Orsan army"),
    ("The Herons claimed that they hold the whole of Velm.", "Velm", "Herons"),
    # the last place
    ("Velm was the Red Lances' last foothold in the valley.", "Velm", "Red Lances"),
    ("Velm is the last town that the Orsan army holds.", "Velm", "Orsan army"),
    ("Velm is the only town still held by the Herons.", "Velm", "Herons"),
]

CHANGED = [
    ("Sarnow taken by the Red Lances.", "Sarnow", None, "Red Lances"),
    ("3 May, Velm. Taken by the Red Lances at dawn.", "Velm", None, "Red Lances"),
    ("Velm: captured by Orsan troops.", "Velm", None, "Orsan troops"),
    ("Velm lost to the Herons.", "Velm", None, "Herons"),
    ("The Red Lances left Velm on Friday.", "Velm", "Red Lances", None),
    ("The Orsan army lost Velm to the Red Lances.", "Velm", "Orsan army", "Red Lances"),
]

UNHELD = [
    ("Sarnow has been empty since Sunday.", "Sarnow"),
    ("The barracks at Velm are empty.", "barracks at Velm"),
    ("The Orsan posts in Velm have been unmanned since March.", "Orsan posts in Velm"),
    ("Velm was left without a garrison on Friday.", "Velm"),
    ("Sarnow is no man's land.", "Sarnow"),
]

NOT_HELD = [
    "The case is in the hands of the Orsan police.",
    "The child was left in the care of the Orsan Red Cross.",
    "Three captives are in the hands of the Herons.",
    "The Red Lances have an office in Velm.",
    "Guns are on sale in Velm.",
    "The traders of Velm have guns on sale in Sarnow.",
    "The Orsan army has a hospital in Velm.",
    "The Herons have friends in Sarnow.",
    "The Orsan minister is in Velm for talks.",
    "The Orsan team is in Sarnow.",
    "Orsan journalists are in Velm.",
    "The Herons police their own members.",
    "The general sits in parliament in Velm.",
    "The Red Lances run a radio station in Velm.",
    "Hand-held radios were sold in Velm.",
    "The long-held belief was shaken in Velm.",
    "The shops of Velm are empty.",
    "The wells of Sarnow have been empty since May.",
    "The promise was empty.",
    "The Herons have kept their promise.",
    "The flag of the Herons was burned in Velm.",
    "The negotiators dug in over the wording.",
    "The Red Cross is in Velm.",
    "The minister is in charge of ports.",
    "The army held exercises in Velm.",
    "The Herons retain support in Velm.",
]

DENIED = [
    ("The general denied that the Herons were in Velm.", "Herons"),
    ("There are no Herons in Velm, he said.", "Herons"),
    ("There are no Orsan guns on Karst Hill, the minister said.", "Orsan guns"),
    ("The Herons no longer hold Velm.", "Herons"),
]

NO_FACT = [
    ("The Herons hope to have their guns on Karst Hill.", "future"),
    ("The Herons would hold Velm if they had men.", "hypothetical"),
    ("If Velm were in the hands of the Herons, the road would be closed.", "hypothetical"),
]


def controls(text: str) -> list[Claim]:
    return [claim for claim in rashomon.read(AT_WAR + text).claims if claim.kind == "control"]


@pytest.mark.parametrize(("text", "place", "holder"), HELD)
def test_who_holds_a_place(text: str, place: str, holder: str) -> None:
    found = [(c.control.place, c.control.to) for c in controls(text) if c.control and c.control.holds]
    assert (place, holder) in found
    assert not {(to, at) for at, to in found} & {(place, holder)}


@pytest.mark.parametrize(("text", "place", "loser", "gainer"), CHANGED)
def test_a_place_changes_hands_in_a_headline_or_by_leaving(
    text: str, place: str, loser: str | None, gainer: str | None
) -> None:
    (claim,) = controls(text)
    assert claim.control is not None
    assert not claim.control.holds
    assert (claim.control.place, claim.control.to) == (place, gainer)
    assert loser is None or claim.control.from_ == loser


@pytest.mark.parametrize(("text", "place"), UNHELD)
def test_a_place_that_nobody_holds(text: str, place: str) -> None:
    (claim,) = controls(text)
    assert claim.control is not None
    assert (claim.control.place, claim.control.to, claim.control.holds) == (place, None, True)


@pytest.mark.parametrize("text", NOT_HELD)
def test_look_alikes_hold_nothing(text: str) -> None:
    assert controls(text) == []


@pytest.mark.parametrize(("text", "holder"), DENIED)
def test_a_denied_hold_is_none(text: str, holder: str) -> None:
    (claim,) = controls(text)
    assert claim.control is not None
    assert (claim.control.to, claim.factuality) == (holder, "not")


@pytest.mark.parametrize(("text", "factuality"), NO_FACT)
def test_what_is_hoped_or_supposed_is_no_fact(text: str, factuality: str) -> None:
    assert [claim.factuality for claim in controls(text)] == [factuality]


def test_the_town_of_a_quarter_is_not_the_quarter() -> None:
    text = "Shells fell on Velm on Monday. They landed in the Mill Quarter of the government-held town."
    (claim,) = (c for c in rashomon.read("The army fights for the town of Velm. " + text).claims if c.kind == "control")
    assert claim.control is not None
    assert (claim.control.place, claim.control.to) == ("Velm", "government")


def test_it_left_them() -> None:
    """A pronoun for a place that was told to be held, not for people."""
    text = "We were told that the army held the barracks at Velm. It did not. It had left them on Wednesday."
    left = next(c for c in rashomon.read("The army fights for the town of Velm. " + text).claims if c.trigger == "left")
    assert left.control is not None
    assert (left.control.place, left.control.from_) == ("barracks at Velm", "army")
    text = "The army fed the refugees. It had left them on Wednesday."
    assert [c for c in rashomon.read(text).claims if c.kind == "control"] == []
