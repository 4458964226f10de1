"""What is called false: whose denial it is, of what, and who told it."""

from __future__ import annotations

import pytest

import rashomon

Told = tuple[str, str, str]


def told(text: str, trigger: str) -> list[Told]:
    """All claims with this trigger as (tellers, factuality, endorsement)."""
    claims = [c for c in rashomon.read(text).claims if c.trigger == trigger]
    return [(" > ".join(c.speakers), c.factuality, c.endorsement) for c in claims]


def denied(teller: str) -> list[Told]:
    """One denial and nothing else."""
    return [(teller, "not", "neutral" if teller else "endorses")]


@pytest.mark.parametrize(
    "text",
    [
        "Reports that troops burned the mill are lies, the governor said.",
        "Reports that troops burned the mill are lies put about by the enemy, the governor said on Monday.",
        "Reports that troops burned the mill were false, the governor said.",
        "Rumours that troops burned the mill are baseless, the governor said.",
        "The governor said the story that troops burned the mill was pure propaganda.",
        "The governor said allegations that troops burned the mill were without foundation.",
        "The claim that troops burned the mill is a fairy tale, the governor said.",
        "Reports that troops burned the mill were fabricated, the governor said.",
        "Reports that troops burned the mill are not true, the governor said.",
        "The governor called the report that troops burned the mill a lie.",
        "The governor called the report that troops burned the mill false.",
        "The governor branded claims that troops burned the mill a complete fabrication.",
        "The governor described reports that troops burned the mill as fiction.",
        "The governor described as fiction reports that troops burned the mill.",
        "The claim that troops burned the mill was dismissed as nonsense by the governor.",
        "The report that troops burned the mill was described by the governor as a fabrication.",
        "The governor said there was no truth in reports that troops burned the mill.",
        "The governor brushed aside reports that troops burned the mill.",
        "The governor laughed off the suggestion that troops burned the mill.",
        "The claim that troops burned the mill was rejected by the governor.",
        "The claim that troops burned the mill is wrong, the governor said.",
        "The claim that troops burned the mill has no basis, the governor said.",
        "It is false to say that troops burned the mill, the governor said.",
        "The governor contested that troops burned the mill.",
        "Troops burned the mill? Nonsense, said the governor.",
        "Troops burned the mill? “A fairy tale,” said the governor.",
    ],
)
def test_what_is_called_false_is_denied(text: str) -> None:
    assert told(text, "burned") == denied("governor")


def test_an_author_who_calls_an_unnamed_report_false_denies_it_himself() -> None:
    assert told("Reports that troops burned the mill are lies.", "burned") == denied("")


@pytest.mark.parametrize(
    "text",
    [
        "Ostra said troops burned the mill. That is a lie, the governor said.",
        "Ostra said troops burned the mill. The governor called it a fabrication.",
        "Ostra said troops burned the mill. “Not true,” said the governor.",
        "Ostra said troops burned the mill. The claim is baseless, the governor said.",
        "Ostra said troops burned the mill. But that was not so, the governor said.",
        "Ostra said troops burned the mill. Nothing of the kind happened, the governor said.",
        "Ostra said troops burned the mill. No such thing happened, the governor said.",
        "Ostra said troops burned the mill, but the governor said that this was a lie.",
        "Ostra said troops burned the mill, a charge the governor calls baseless.",
        "Ostra said troops burned the mill. The governor said that they were lying.",
    ],
)
def test_a_verdict_answers_what_stands_before_it(text: str) -> None:
    assert told(text, "burned") == [("Ostra", "happened", "neutral"), ("governor", "not", "neutral")]


@pytest.mark.parametrize("verdict", ["is a lie", "was fabricated", "is without foundation"])
def test_a_named_report_is_told_by_its_teller_too(verdict: str) -> None:
    text = f"The Ostra Front's claim that troops burned the mill {verdict}, the governor said."
    assert told(text, "burned")[-1] == ("governor", "not", "neutral")
    assert told(text, "burned")[0][0].endswith("Ostra Front")


@pytest.mark.parametrize(
    "answer",
    ["This is untrue.", "That was a lie.", "The claim was false.", "They had not.", "It never happened.", "He lied."],
)
def test_an_author_disowns_what_he_calls_false(answer: str) -> None:
    assert told(f"The governor said troops had burned the mill. {answer}", "burned") == [
        ("governor", "happened", "rejects")
    ]


def test_a_bare_not_denies_what_nobody_in_particular_told() -> None:
    assert told("For a week the town was told that troops had burned the mill. They had not.", "burned") == denied("")


@pytest.mark.parametrize(
    ("text", "factuality"),
    [
        ("The governor said troops would leave the mill. They did not.", "future"),
        ("The governor asked troops to leave the mill. They did not.", "demanded"),
    ],
)
def test_a_bare_not_is_no_denial_of_plans_and_demands(text: str, factuality: str) -> None:
    assert [row[1:] for row in told(text, "leave")] == [(factuality, "neutral")]


@pytest.mark.parametrize(
    "charge",
    [
        "Villagers accused the brigade of torching the granary.",
        "Villagers blamed the brigade for torching the granary.",
    ],
)
@pytest.mark.parametrize(
    "denial", ["any involvement", "responsibility", "any role in it", "all wrongdoing", "a hand in this"]
)
def test_who_denies_his_part_denies_the_last_charge(charge: str, denial: str) -> None:
    rows = told(f"{charge} The market reopened on Monday. The brigade denied {denial}.", "torching")
    assert rows == [("villagers", "happened", "neutral"), ("brigade", "not", "neutral")]


def test_who_is_charged_with_nothing_denies_nothing() -> None:
    text = "Villagers said raiders torched the granary. The brigade denied any involvement."
    assert told(text, "torched") == [("villagers", "happened", "neutral")]


@pytest.mark.parametrize(
    ("text", "tellers"),
    [
        ("The ministry, quoted by the Orsa News Agency, called the report that troops burned the mill false.",
         "Orsa News Agency > ministry"),
        ("The ministry, cited by Radio Kel, denied that troops burned the mill.", "Radio Kel > ministry"),
        ("The Orsa News Agency quoted the ministry as saying that reports that troops burned the mill were false.",
         "Orsa News Agency > ministry"),
    ],
)  # fmt: skip
def test_a_denial_may_be_passed_on(text: str, tellers: str) -> None:
    assert told(text, "burned") == denied(tellers)


@pytest.mark.parametrize(
    "text",
    [
        "Reports that troops burned the mill are true, the governor said.",
        "Reports that troops burned the mill are credible, the governor said.",
        "Reports that troops burned the mill are not false, the governor said.",
        "Reports that troops burned the mill may be false, the governor said.",
        "The governor no longer denies that troops burned the mill.",
        "The governor said it was unclear whether reports that troops burned the mill were false.",
        "The mill lies in the valley, and reports say that troops burned the mill.",
        "The governor described reports that troops burned the mill and spread lies.",
        "Troops burned the mill. It was a terrible crime, the governor said.",
        "Ostra said troops burned the mill. It was a mistake to leave it unguarded, the governor said.",
        "Ostra said troops burned the mill. The governor called it a crime.",
        "Ostra said troops burned the mill. The town is a false paradise, the governor said.",
        "Troops burned the mill? Yes, said the governor.",
        "Ostra said troops burned the mill. They were lying in wait for the guards, the governor said.",
        "Ostra said troops burned the mill, a charge the governor calls serious.",
    ],
)
def test_what_is_not_called_false_is_not_denied(text: str) -> None:
    assert told(text, "burned")
    assert all(factuality != "not" and endorsement != "rejects" for _, factuality, endorsement in told(text, "burned"))


def test_who_lies_wounded_is_no_lie() -> None:
    rows = told("Reports that General Pask lies wounded in Orsa reached the ministry on Monday.", "wounded")
    assert rows
    assert all(factuality != "not" for _, factuality, _ in rows)


@pytest.mark.parametrize(
    "text",
    [
        "The massacre in Orsa is an invention, the governor said.",
        "The governor called the massacre in Orsa a lie.",
        "The governor called the alleged massacre in Orsa a fabrication.",
    ],
)
def test_a_deed_may_be_called_an_invention(text: str) -> None:
    assert told(text, "massacre") == denied("governor")
    assert [c.agents for c in rashomon.read(text).claims if c.trigger == "massacre"] == [()]


@pytest.mark.parametrize("words", ["called the massacre in Orsa a crime", "called the massacre in Orsa absurd"])
def test_who_blames_a_deed_does_not_deny_it(words: str) -> None:
    assert [factuality for _, factuality, _ in told(f"The governor {words}.", "massacre")] == ["happened"]


def test_a_lie_is_denied_by_whoever_calls_it_one() -> None:
    text = "The Ostra Front lied when it said that troops burned the mill, the governor said."
    assert told(text, "burned")[-1] == ("governor", "not", "neutral")


def test_monitors_who_call_a_denial_false_deny_nothing() -> None:
    text = "Monitors found that the governor's denial that troops burned the mill was false."
    assert told(text, "burned") == [("monitors > governor", "not", "neutral")]
