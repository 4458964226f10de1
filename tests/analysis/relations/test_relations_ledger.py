"""The ledger of relations: which claims say what of which pair, and which of them make ties."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.analysis.relations import Entry, ledger, pairs, parties_named
from rashomon.analysis.relations.counting import tellers
from rashomon.analysis.relations.listing import uncounted
from rashomon.errors import QueryError
from rashomon.model import Evidence
from tests.analysis.relations.delta import all_readings, courier, herald
from tests.comparing.accounts import Account


def entries(account: Account) -> tuple[Entry, ...]:
    return ledger([account.reading()]).entries


def one(**fields: Any) -> Entry:
    """The entry of one claim about the Lance Front and the Veshti Guard."""
    who = {"agents": ("Lance Front",), "recipients": ("Veshti Guard",)} | fields
    found = entries(Account("a", "Delta Courier").says("The Lance Front met the Veshti Guard at Orm.", "met", **who))
    assert len(found) == 1
    return found[0]


def test_both_signs_of_a_pair_stand_side_by_side_with_place_time_teller_and_words() -> None:
    whole = ledger([courier().reading()])
    friendly, hostile = (next(e for e in whole.entries if e.counts and e.sign == sign) for sign in "+-")
    assert (friendly.one, friendly.other) == (hostile.one, hostile.other) == ("Lance Front", "Veshti Guard")
    assert (friendly.place, friendly.since, friendly.until) == ("Orm", "2031-05-01", "2031-05-01")
    assert (hostile.place, hostile.since, hostile.account) == ("Tessel", "2031-05-03", "Delta Courier")
    assert hostile.quote == "In Tessel the Lance Front and the Veshti Guard clashed."
    assert hostile.claim == "courier:c2"


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"type": "AID", "factuality": "not"}, "denied"),
        ({"type": "AID", "negated": True}, "denied"),
        ({"type": "ASSAULT", "factuality": "future"}, "meant or to come"),
        ({"type": "ASSAULT", "factuality": "demanded"}, "called for"),
        ({"type": "ASSAULT", "endorsement": "rejects"}, "disowned by the author"),
        ({"type": "REQUEST"}, "asking for something"),
    ],
)
def test_what_is_not_said_to_be_so_is_shown_and_makes_no_tie(fields: dict[str, Any], why: str) -> None:
    found = one(**fields)
    assert not found.counts
    assert uncounted([found]) == {why: 1}
    assert pairs([found])[0].uncounted == 1


@pytest.mark.parametrize(("kind", "how"), [("THREATEN", "words"), ("ACCUSE", "words"), ("ASSAULT", "deed")])
def test_a_threat_that_is_made_is_a_hostile_tie_marked_as_words(kind: Any, how: str) -> None:
    found = one(type=kind)
    assert (found.counts, found.sign, found.how) == (True, "-", how)


def test_who_does_something_to_others_together_is_friendly() -> None:
    found = one(type="ASSAULT", agents=("Lance Front", "Veshti Guard"), recipients=("fields",))
    assert (found.sign, found.how, found.counts) == ("+", "together", True)


def test_whose_man_somebody_is_makes_no_tie_but_lets_him_stand_for_his_body() -> None:
    head = Evidence(field="type", value="relation", score=1, rule="by hand", entry="relations:head-of-body/leader")
    found = Account("a", "Delta Courier")
    found.says(
        "Tam Orel leads the Lance Front.",
        "leads",
        kind="relation",
        sign="+",
        agents=("Tam Orel",),
        recipients=("Lance Front",),
        evidence=(head,),
    )
    found.says(
        "Tam Orel thanked the Veshti Guard.",
        "thanked",
        type="SUPPORT",
        agents=("Tam Orel",),
        recipients=("Veshti Guard",),
    )
    reading = found.reading()
    persons = tuple(a.model_copy(update={"kind": "person"}) if a.name == "Tam Orel" else a for a in reading.actors)
    whole = ledger([reading.model_copy(update={"actors": persons})])
    assert [(e.one, e.other, e.one_named) for e in whole.entries] == [("Lance Front", "Veshti Guard", "Tam Orel")]
    assert whole.left_out == {"of who belongs to whom": 1}


def test_a_reporter_who_asks_somebody_is_no_party() -> None:
    asks = Account("a", "Delta Courier").says(
        "The Delta Courier blamed the Veshti Guard.",
        "blamed",
        type="ACCUSE",
        agents=("Delta Courier",),
        recipients=("Veshti Guard",),
    )
    assert [(e.how, e.counts) for e in entries(asks)] == [("telling", False)]
    others = Account("b", "Orm Herald").says(
        "The Veshti Guard shelled the Delta Courier.",
        "shelled",
        type="ASSAULT",
        agents=("Veshti Guard",),
        recipients=("Delta Courier",),
    )
    assert all(e.counts for e in ledger([asks.reading(), others.reading()]).entries)


def test_a_claim_without_a_name_on_one_side_is_counted_as_left_out() -> None:
    nameless = Account("a").says("It shelled them.", "shelled", type="ASSAULT", agents=("it",), recipients=("they",))
    whole = ledger([nameless.reading()])
    assert (whole.entries, whole.left_out) == ((), {"in which one of the two has no name": 1})


@settings(deadline=None)
@given(st.permutations(all_readings()))
def test_the_order_in_which_documents_come_changes_nothing(readings: list[Any]) -> None:
    assert ledger(readings) == ledger(all_readings())


def test_only_claims_asked_for_make_entries_but_all_documents_tell_who_is_who() -> None:
    whole = ledger(all_readings(), {"herald:c1"})
    assert [e.claim for e in whole.entries] == ["herald:c1"]
    short = Account("short", "Tessel Mirror", places=()).says(
        "The Front shelled the Guard.",
        "shelled",
        type="ASSAULT",
        agents=("Front",),
        recipients=("Guard",),
        place="Tessel",
    )
    places = courier().reading().places
    reading = short.reading().model_copy(update={"places": places})
    longer = courier().says(
        "In Orm the Front and the Guard met.", "met", type="CONSULT", agents=("Front",), recipients=("Guard",)
    )
    found = ledger([longer.reading(), reading], {"courier:c5"})
    assert [(e.one, e.other) for e in found.entries] == [("Lance Front", "Veshti Guard")]


def test_sources_by_name_and_outlets_are_counted_once_and_a_reprint_adds_nothing() -> None:
    whole = ledger(all_readings())
    hostile = [e for e in whole.entries if e.counts and e.sign == "-"]
    assert {e.account for e in hostile} == {"Delta Courier", "Ada Merrin", "Orm Herald"}
    assert tellers(hostile) == 3
    paid = [e for e in whole.entries if e.other == "River League"]
    assert tellers(paid) == 2
    assert tellers(paid, lambda documents: 1) == 1


def test_pairs_of_both_signs_are_marked_and_figures_lead_to_claims() -> None:
    first, second = pairs(ledger(all_readings()).entries)
    assert (first.one, first.other, first.both) == ("Lance Front", "Veshti Guard", True)
    assert (first.friendly, first.hostile, first.uncounted) == (1, 3, 2)
    assert (first.friendly_places, first.hostile_places) == (("Orm",), ("Tessel",))
    assert first.hostile_claims == ("courier:c2", "herald:c1", "herald:c2")
    assert (second.other, second.both, second.friendly_tellers) == ("River League", False, 2)


def test_names_find_sides_in_any_spelling_and_by_whole_words() -> None:
    whole = ledger(all_readings())
    one, other = parties_named(whole, "the lance FRONT", "Guard")
    assert {e.claim for e in whole.between(one, other)} >= {"courier:c1", "herald:c1"}
    with pytest.raises(QueryError, match="did you mean “Veshti Guard”"):
        parties_named(whole, "Veshty Guard", "Lance Front")
    with pytest.raises(QueryError, match="are one side"):
        parties_named(whole, "Lance Front", "the Lance Front")


def test_a_name_that_may_mean_two_sides_is_asked_about() -> None:
    more = herald().says(
        "The Lance Front paid the Lance Union.",
        "paid",
        type="AID",
        agents=("Lance Front",),
        recipients=("Lance Union",),
    )
    with pytest.raises(QueryError, match="may mean “Lance Front”, “Lance Union”"):
        parties_named(ledger([more.reading()]), "Lance")


def test_a_side_is_found_by_the_name_that_listings_show() -> None:
    told = Account("one", "Orm Herald", "2031-05-05")
    told.says("The Ormish Army left the dam.", "left", type="RETREAT", agents=("Ormish Army",))
    told.says("Army gunners shelled the Lance Front.", "shelled", type="ASSAULT", agents=("army",),
              recipients=("Lance Front",))  # fmt: skip
    whole = ledger([told.reading()])
    [pair] = pairs(whole.entries)
    assert "Ormish Army" in (pair.one, pair.other)
    assert set(parties_named(whole, pair.one, pair.other)) == {pair.one_key, pair.other_key}


@pytest.mark.parametrize(
    ("name", "elsewhere", "friends"),
    [
        ("army of Veshta and the Dune Militia", "Dune Militia", {frozenset(("army of Veshta", "Dune Militia"))}),
        ("army of Veshta and the Dune Militia", "Reed Company", set()),
        ("Ministry of Roads and Dams", "Dams", set()),
    ],
)
def test_two_who_are_taken_for_one_are_two_where_a_document_speaks_of_the_second(
    name: str, elsewhere: str, friends: set[frozenset[str]]
) -> None:
    account = Account("a")
    account.says(
        f"In Orm the {name} shelled the Salt League.",
        "shelled",
        type="ASSAULT",
        agents=(name,),
        recipients=("Salt League",),
    )
    account.says(f"They saw that {elsewhere} came.", "came", agents=(elsewhere,))
    entries = ledger([account.reading()]).entries
    assert {frozenset((e.one, e.other)) for e in entries if e.sign == "+"} == friends
    assert len([e for e in entries if e.sign == "-"]) == (2 if friends else 1)
