"""Slot by slot: what is a dispute, of which kind, and what is none."""

from __future__ import annotations

from typing import Any

import pytest

from rashomon.comparing.disputes import DISPUTES, Finding, find
from rashomon.model import Place, Quantity
from tests.comparing.accounts import Account, changed, killed
from tests.comparing.disputes.telling import Known, disputes, found, one_event, tellers

HIT = {"type": "ASSAULT", "place": "Orm", "when": "2014-04-02"}


def shelling(id: str, sentence: str, *speakers: str, trigger: str = "shelled", **fields: Any) -> Account:
    published = fields.pop("published", "2014-04-03")
    return Account(id, published=published).says(sentence, trigger, *speakers, **{**HIT, **fields})


def toll(id: str, sentence: str, quantities: Any, published: str | None = "2014-04-03", **fields: Any) -> Account:
    trigger = next(word for word in ("died", "killed", "dead") if word in sentence)
    number = next((word for word in sentence.split() if word.isdigit()), None)
    if number:
        at = sentence.index(number)
        quantities = tuple(q.model_copy(update={"start": at, "end": at + len(number)}) for q in quantities)
    return shelling(id, sentence, trigger=trigger, quantities=quantities, published=published, **fields)


def named(all: list[Finding], slot: str) -> Finding:
    [one] = [f for f in all if f.slot == slot]
    return one


def test_two_doers_of_one_deed_are_a_conflict() -> None:
    lances = shelling("one", "The Red Lances shelled the market.", agents=("Red Lances",))
    jets = shelling("two", "Salt Guard jets shelled the market.", agents=("Salt Guard",))
    assert disputes(lances, jets) == {("actor", "conflict"): ["Red Lances", "Salt Guard"]}


@pytest.mark.parametrize(
    ("one", "other", "parted"),
    [
        ("Red Lances", "Red Lances' gunners", False),
        ("army", "4th Division", False),
        ("army", "rebels", True),
        ("Red Lances", "rebels", False),
        ("Red Lances", "regime", True),
        ("outlaws", "rebels", False),
        ("Red Lances", "mortars", False),
    ],
)
def test_who_may_be_the_other_is_no_other_doer(one: str, other: str, parted: bool) -> None:
    accounts = [
        shelling("one", f"In Orm {one} shelled it, and the Veshtian army was near.", agents=(one,)),
        shelling("two", f"In Orm {other} shelled it. The Veshtian army saw it.", agents=(other,)),
    ]
    assert (("actor", "conflict") in disputes(*accounts)) == parted


def test_who_grants_the_deed_denies_the_doer_only() -> None:
    one = shelling("one", "The Red Lances shelled the market.", agents=("Red Lances",))
    two = shelling("two", "The market was shelled, he said.", "Red Lances")
    two.says("It was not the Red Lances who shelled it, he said.", "shelled", "Red Lances", agents=("Red Lances",),
             factuality="not", **HIT)  # fmt: skip
    assert disputes(one, two) == {("actor", "conflict"): ["Red Lances", "not Red Lances"]}


def test_who_denies_a_deed_and_tells_of_another_grants_nothing() -> None:
    one = shelling("one", "The Red Lances shelled the market.", agents=("Red Lances",))
    two = shelling("two", "The market was shelled, but not by the Red Lances.", "Red Lances", agents=("Red Lances",),
                   factuality="not")  # fmt: skip
    two.says("The Red Lances shelled two mortars in answer.", "shelled", "Red Lances", agents=("Red Lances",), **HIT)
    assert disputes(one, two) == {("actor", "conflict"): ["Red Lances", "not Red Lances"]}


def test_a_denial_without_more_is_of_the_deed() -> None:
    one = shelling("one", "The Red Lances shelled the market.", agents=("Red Lances",))
    two = shelling("two", "We shelled nothing.", agents=("Red Lances",), factuality="not")
    assert disputes(one, two) == {("happened", "conflict"): ["happened", "did not happen"]}


def test_a_denial_of_another_mans_deed_denies_nothing() -> None:
    one = shelling("one", "The Salt Guard shelled the market.", agents=("Salt Guard",))
    two = shelling("two", "The Red Lances shelled nothing.", agents=("Red Lances",), factuality="not")
    assert disputes(one, two) == {}


@pytest.mark.parametrize(
    "sentence", ["The Red Lances foiled an attempt: nobody shelled it.", "Nothing else was shelled."]
)
def test_what_was_foiled_or_nothing_else_is_no_denial(sentence: str) -> None:
    one = shelling("one", "The Red Lances shelled the market.", agents=("Red Lances",))
    two = shelling("two", sentence, factuality="not")
    assert disputes(one, two) == {}


@pytest.mark.parametrize(
    ("sentence", "fields"),
    [
        ("The Salt Guard often shelled the market.", {}),
        ("The Salt Guard foiled it: the market was shelled.", {}),
        ("Weeks later the Salt Guard shelled the market.", {"when": "2014-04-20"}),
        ("The Salt Guard shelled a bridge.", {"when": None, "recipients": ("bridge",)}),
    ],
)
def test_another_deed_has_another_doer(sentence: str, fields: dict[str, Any]) -> None:
    one = shelling("one", "The Red Lances shelled the market.", agents=("Red Lances",), recipients=("market",))
    fields = {"agents": ("Salt Guard",), "recipients": ("market",), **fields}
    assert ("actor", "conflict") not in disputes(one, shelling("two", sentence, **fields))


def test_a_longer_name_is_no_other_doer() -> None:
    one = shelling("one", "The Lances shelled the market.", agents=("Lances",))
    two = shelling("two", "Masked Red Lances shelled the market.", agents=("Masked Red Lances",))
    assert disputes(one, two) == {}


def test_counts_of_days_far_apart_are_of_other_dead() -> None:
    one = toll("one", "At the market 5 people died.", killed(5, 5))
    two = toll("two", "Weeks later 9 people died.", killed(9, 9), when="2014-04-20")
    assert ("number", "conflict") not in disputes(one, two)


def test_of_a_protest_others_are_only_more() -> None:
    one = shelling("one", "Farmers of the Red Lances protested.", trigger="protested", type="PROTEST",
                   agents=("Red Lances",))  # fmt: skip
    two = shelling("two", "The Salt Guard protested.", trigger="protested", type="PROTEST", agents=("Salt Guard",))
    assert disputes(one, two) == {}


def test_a_side_that_counts_its_own_dead_contests_nobody() -> None:
    one = shelling("one", "They shelled families.", recipients=("families",), quantities=killed(5, 5, "people"))
    two = shelling("two", "They shelled 11 Red Lances fighters.", "Red Lances", recipients=("Red Lances fighters",),
                   quantities=killed(11, 11, "Red Lances fighters"))  # fmt: skip
    assert disputes(one, two) == {}


def test_armed_men_for_one_and_unarmed_people_for_another() -> None:
    one = shelling("one", "They shelled an armed column.", recipients=("armed column",))
    two = shelling("two", "They shelled displaced families.", recipients=("displaced families",))
    assert disputes(one, two) == {("target", "conflict"): ["armed", "unarmed"]}


def test_who_tells_of_both_parts_from_neither() -> None:
    one = shelling("one", "They shelled rebels.", recipients=("rebels",))
    one.says("They shelled children.", "shelled", recipients=("children",), **HIT)
    two = shelling("two", "They shelled women.", recipients=("women",))
    assert disputes(one, two) == {}


@pytest.mark.parametrize(
    ("less", "more", "parted"),
    [
        (killed(12, None), killed(15, 15), False),
        (killed(12, 12), killed(19, 19), True),
        (killed(None, 20), killed(15, 15), False),
        (killed(24, 99), killed(30, 30), False),
        (killed(3, 3, "women"), killed(12, 12, "people"), False),
        (killed(30, 30, "women"), killed(12, 12, "people"), True),
        (killed(3, 3, "nurses"), killed(4, 4, "drivers"), False),
    ],
)
def test_numbers_are_intervals_of_like_counts(less: Any, more: Any, parted: bool) -> None:
    values = disputes(toll("one", "Some died there.", less), toll("two", "It was said that others died.", more))
    assert (("number", "conflict") in values) == parted


def test_a_greater_count_told_later_is_an_update() -> None:
    one = toll("one", "At the market 5 people died.", killed(5, 5))
    two = toll("two", "By now 8 people have died.", killed(8, 8), published="2014-04-04")
    finding = named(found(one, two), "number")
    assert (finding.kind, finding.why) == ("update", "told later, as “now”")
    assert tellers(finding) == {"5": ["one"], "8": ["two"]}


@pytest.mark.parametrize(
    ("first", "later", "days", "kind"),
    [
        (5, 8, ("2014-04-03", "2014-04-04"), "update"),
        (8, 5, ("2014-04-03", "2014-04-04"), "conflict"),
        (5, 8, ("2014-04-03", "2014-04-03"), "conflict"),
        (5, 8, ("2014-04-03", None), "conflict"),
        (3, 19, ("2014-04-03", "2014-04-04"), "conflict"),
    ],
)
def test_what_is_neither_later_nor_near_is_a_conflict(first: int, later: int, days: Any, kind: str) -> None:
    one = toll("one", f"At the market {first} people died.", killed(first, first), published=days[0])
    two = toll("two", f"In all {later} died.", killed(later, later), published=days[1])
    assert named(found(one, two), "number").kind == kind


def test_an_old_figure_that_is_told_again_and_again_is_no_earlier_one() -> None:
    first = toll("one", "At the market 5 people died.", killed(5, 5))
    again = toll("six", "Still only 5 were killed, a week on.", killed(5, 5), published="2014-04-12")
    more = toll("two", "In all 8 died.", killed(8, 8), published="2014-04-04")
    assert named(found(first, more), "number").kind == "update"
    assert named(found(first, more, again), "number").kind == "conflict"


def test_what_somebody_counted_is_a_part() -> None:
    one = toll("one", "Doctors counted 12 people who died.", killed(12, 12))
    two = toll("two", "In all 19 died.", killed(19, 19))
    finding = named(found(one, two), "number")
    assert (finding.kind, finding.why) == ("scope", "12 as “counted”")


def test_a_part_of_the_wounded_is_no_toll() -> None:
    one = toll("one", "In all 19 people died.", killed(19, 19))
    two = toll("two", "Then 3 of the wounded died.", killed(3, 3, "wounded"))
    assert disputes(one, two) == {}


def test_a_rough_number_is_near_enough() -> None:
    one = toll("one", "About 60 people died.", killed(60, 60))
    two = toll("two", "In all 63 died.", killed(63, 63))
    assert disputes(one, two) == {}
    assert disputes(toll("one", "Exactly 60 people died.", killed(60, 60)), two) == {
        ("number", "conflict"): ["60", "63"]
    }


def test_the_reach_of_a_count_is_that_of_its_place() -> None:
    places = (
        Place(name="Orm", kind="town", known_as="p1", country="VS", lat=1.0, lon=1.0, mentions=()),
        Place(name="Upper Vale", kind="region", known_as="p2", country="VS", lat=1.1, lon=1.0, mentions=()),
    )
    one = Account("one", published="2014-04-03", places=places)
    one.says("In Orm some died.", "died", quantities=killed(5, 5), **HIT)
    two = Account("two", published="2014-04-03", places=places)
    two.says("Across the vale others died.", "died", quantities=killed(9, 9), **{**HIT, "place": "Upper Vale"})
    assert disputes(one, two) == {("number", "scope"): ["5", "9"]}


def test_days_that_cannot_be_one_are_a_conflict_and_wider_ones_are_none() -> None:
    one = shelling("one", "They shelled the market on 2 April.")
    two = shelling("two", "On 5 April they shelled the market.", when="2014-04-05")
    wide = shelling("six", "In April they shelled it.", when="2014-04")
    assert disputes(one, two) == {("time", "conflict"): ["2014-04-02", "2014-04-05"]}
    assert disputes(one, wide) == {}


def test_who_holds_a_place_after_it_changed_hands() -> None:
    one = Account("one", published="2014-04-03")
    one.says("The Salt Guard took Orm.", "took", control=changed("Orm", "Red Lances", "Salt Guard"), when="2014-04-02")
    two = Account("two", published="2014-04-05")
    two.says("The Red Lances took Orm.", "took", control=changed("Orm", "Salt Guard", "Red Lances"), when="2014-04-02")
    assert disputes(one, two) == {("control", "conflict"): ["Red Lances", "Salt Guard"]}


def test_a_hold_told_of_afterwards_counts_though_it_is_no_event() -> None:
    one = Account("one", published="2014-04-03")
    one.says("The Salt Guard took Orm.", "took", control=changed("Orm", "Red Lances", "Salt Guard"), when="2014-04-02")
    two = Account("two", published="2014-04-05")
    hold = {"place": "Orm", "to": "Red Lances", "holds": True}
    two.says("The Red Lances hold Orm.", "hold", "Red Lances", control=hold)
    readings = [one.reading(), two.reading()]
    values = find([one_event(readings[:1])], readings)
    assert [(f.slot, [p.value for p in f.positions]) for f in values if f.kind in DISPUTES] == [
        ("control", ["Red Lances", "Salt Guard"])
    ]


def test_the_same_deed_in_other_words_is_framing_and_no_dispute() -> None:
    control = changed("Orm", "Red Lances", "Salt Guard")
    one = Account("one").says("The Salt Guard liberated Orm.", "liberated", control=control)
    two = Account("two").says("The Salt Guard captured Orm.", "captured", control=control)
    assert disputes(one, two) == {}
    framing = named(found(one, two), "wording")
    assert framing.kind == "framing"
    assert tellers(framing) == {"capture (“captured”)": ["two"], "liberation (“liberated”)": ["one"]}


def test_nobody_disputes_it_and_witnesses_are_counted() -> None:
    accounts = [shelling(id, f"In {id} they shelled it.", agents=("Red Lances",)) for id in ("one", "two", "six")]
    assert named(found(*accounts), "actor").kind == "agreed"
    camps = dict.fromkeys(("one", "two", "six"), "west")
    assert named(found(*accounts, camps=camps), "actor").kind == "one side"
    assert named(found(*accounts, camps={**camps, "six": "east"}), "actor").kind == "agreed"
    origins = Known({"one": ("one",), "two": ("one",), "six": ("one",)})
    assert named(found(*accounts, origins=origins), "actor").kind == "one witness"


def test_one_teller_is_one_witness_wherever_he_is_quoted() -> None:
    accounts = [
        shelling(id, f"In {id} they shelled it, said Ada Merrin.", "Ada Merrin", agents=("Red Lances",))
        for id in ("one", "two")
    ]
    actor = named(found(*accounts), "actor")
    assert (actor.kind, tellers(actor)) == ("one witness", {"Red Lances": ["Ada Merrin"]})


def test_words_that_an_outlet_has_from_another_are_the_others() -> None:
    words = "The Red Lances shelled the market in the old town."
    accounts = [shelling(id, words, agents=("Red Lances",)) for id in ("one", "two")]
    actor = named(found(*accounts, origins=Known({"one": ("one",), "two": ("one",)})), "actor")
    assert tellers(actor) == {"Red Lances": ["one"]}
    assert [w.document for w in actor.positions[0].holders[0].words] == ["one", "two"]


def test_who_counts_the_wounded_with_the_dead_counts_more() -> None:
    one = toll("one", "At the market 12 people died.", killed(12, 12))
    two = shelling("two", "They shelled it with 40 casualties.", quantities=harmed(40, "casualties"))
    finding = named([f for f in found(one, two) if f.kind == "scope"], "number")
    assert tellers(finding) == {"12 killed": ["one"], "40 killed and wounded": ["two"]}
    assert finding.why == "the dead; the dead and the wounded"


@pytest.mark.parametrize(
    "sentence", ["40 people were killed and injured when they shelled it.", "40 were wounded or dead; they shelled it."]
)
def test_words_of_both_count_both(sentence: str) -> None:
    one = toll("one", "At the market 12 people died.", killed(12, 12))
    what = "killed" if "dead" in sentence else "other"
    two = shelling("two", sentence, quantities=harmed(40, "people", what))
    assert ("number", "scope") in disputes(one, two)
    assert ("number", "conflict") not in disputes(one, two)


@pytest.mark.parametrize(
    ("dead", "wounded", "kind"), [(12, 28, None), (12, 20, "conflict"), (45, None, "conflict"), (40, None, None)]
)
def test_dead_and_wounded_by_themselves_are_summed(dead: int, wounded: int | None, kind: str | None) -> None:
    one = toll("one", "At the market some people died.", killed(dead, dead))
    if wounded:
        hurt = (Quantity(what="wounded", min=wounded, max=wounded, who="people", start=0, end=0),)
        one.says("At the market others were hurt.", "hurt", quantities=hurt, **HIT)
    two = shelling("two", "They shelled it with 40 casualties.", quantities=harmed(40, "casualties"))
    assert {f.kind for f in found(one, two) if f.about == "killed, or killed and wounded"} == (
        {kind} if kind else set()
    )


def harmed(number: int, who: str, what: str = "other") -> tuple[Quantity, ...]:
    return (Quantity(what=what, min=number, max=number, who=who, start=0, end=2),)  # type: ignore[arg-type]
