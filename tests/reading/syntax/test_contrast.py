"""Who is named only to be ruled out takes no part."""

from __future__ import annotations

import pytest

import rashomon


@pytest.mark.parametrize(
    ("text", "agents", "factuality"),
    [
        ("The Ostra Front, not the army, burned the mill.", ("Ostra Front",), "happened"),
        ("It was the Ostra Front and not the army that burned the mill.", ("Ostra Front",), "happened"),
        ("It was the Ostra Front, not the army, that burned the mill.", ("Ostra Front",), "happened"),
        ("The Ostra Front and the army burned the mill.", ("Ostra Front", "army"), "happened"),
    ],
)
def test_whoever_is_ruled_out_did_not_do_it(text: str, agents: tuple[str, ...], factuality: str) -> None:
    assert [(c.agents, c.factuality) for c in rashomon.read(text).claims if c.trigger == "burned"] == [
        (agents, factuality)
    ]


def test_of_two_who_are_set_against_each_other_each_has_his_own() -> None:
    text = "It was not the army but the Ostra Front that burned the mill."
    read = {(name, c.factuality) for c in rashomon.read(text).claims if c.trigger == "burned" for name in c.agents}
    assert read
    assert read <= {("army", "not"), ("Ostra Front", "happened")}


def test_what_is_ruled_out_is_not_hit() -> None:
    (burned,) = [c for c in rashomon.read("Raiders burned the mill and not the granary.").claims if c.kind == "event"]
    assert burned.recipients == ("mill",)


@pytest.mark.parametrize(("words", "factuality"), [("was", "happened"), ("was not", "not")])
def test_who_is_behind_a_deed_does_it(words: str, factuality: str) -> None:
    (shelling,) = [
        c for c in rashomon.read(f"The army {words} behind the shelling of the mill.").claims if c.kind == "event"
    ]
    assert (shelling.agents, shelling.factuality) == (("army",), factuality)
