"""Camps and factions from claims, one sign a pair, and the rows that an export carries."""

from __future__ import annotations

import io
from dataclasses import replace
from itertools import combinations

from rich.console import Console

from rashomon.analysis.relations import camps_of, collapse, divide, graph_of, ledger, pairs, stated
from rashomon.analysis.relations.fitting import figures, tie_rows
from rashomon.model import Actor
from rashomon.showing.factions import show_factions
from rashomon.showing.relations import show_collapsed, show_ledger, show_pairs
from tests.analysis.relations.delta import all_readings, courier, herald
from tests.comparing.accounts import Account, changed


def test_a_tie_weighs_its_tellers_its_claims_or_one() -> None:
    entries = ledger(all_readings()).entries
    weights = {
        weigh: {(t.b, t.sign): t.weight for t in graph_of(entries, weigh=weigh).graph.ties}
        for weigh in ("tellers", "claims", "one")
    }
    assert weights["tellers"] == {("Veshti Guard", 1): 1, ("Veshti Guard", -1): 3, ("River League", 1): 2}
    assert weights["claims"] == {("Veshti Guard", 1): 1, ("Veshti Guard", -1): 3, ("River League", 1): 2}
    assert weights["one"] == {("Veshti Guard", 1): 1, ("Veshti Guard", -1): 1, ("River League", 1): 1}
    once = graph_of(entries, independent=lambda documents: 1).graph
    assert next(tie.weight for tie in once.ties if tie.b == "River League") == 1


def test_the_tie_that_fits_no_division_is_named_with_its_claims() -> None:
    sides = divide(ledger(all_readings()).entries)
    assert sides.camps.value == 1
    assert sides.factions.divisions[0].parts == (("Lance Front", "River League"), ("Veshti Guard",))
    [broken] = [row for row in tie_rows(sides) if row.factions == "always broken"]
    assert (broken.one, broken.other, broken.sign, broken.claims) == (
        "Lance Front",
        "Veshti Guard",
        "+",
        ("courier:c1",),
    )
    assert broken.places == ("Orm",)
    assert {tie.sign for tie in sides.turning.ties} == {1, -1}


def test_an_account_can_be_left_out() -> None:
    sides = divide(ledger(all_readings()).entries, without={"courier"})
    assert sides.without is not None
    assert (sides.camps.value, sides.without.camps.value) == (1, 0)
    assert figures(sides)["without"]["hostile"] == 1


def test_a_case_without_ties_has_no_sides() -> None:
    sides = divide(())
    assert (sides.drawing.graph.ties, tie_rows(sides)) == ((), ())
    assert figures(sides)["sides"] == []


def test_collapsing_says_what_it_drops() -> None:
    both, one = sorted(collapse(ledger(all_readings()).entries), key=lambda row: -row.dropped)
    assert (both.sign, both.tellers, both.dropped, both.dropped_claims) == ("-", 3, 1, ("courier:c1",))
    assert both.dropped_places == ("Orm",)
    assert (one.sign, one.dropped) == ("+", 0)


def test_as_many_for_the_one_sign_as_for_the_other_drops_nothing() -> None:
    [row] = collapse(ledger([courier().reading()]).entries)
    assert (row.sign, row.dropped, row.claims) == ("0", 0, ("courier:c1", "courier:c2"))


def test_accounts_state_relations_by_place() -> None:
    rows = {(row.account, row.sign, row.place): row for row in stated(ledger(all_readings()).entries)}
    assert ("Delta Courier", "+", "Orm") in rows
    assert ("Delta Courier", "-", "Tessel") in rows
    assert rows["Ada Merrin", "-", "Tessel"].claims == ("herald:c1",)
    assert rows["Delta Courier", "+", "Orm"].since == "2031-05-01"


def test_people_at_large_and_lone_persons_state_no_relation_of_parties() -> None:
    account = herald().says(
        "The Veshti Guard shelled Tam Orel.",
        "shelled",
        type="ASSAULT",
        agents=("Veshti Guard",),
        recipients=("Tam Orel",),
    )
    reading = account.reading()
    kinds = {"Tam Orel": "person", "River League": "civilians"}
    actors = tuple(Actor(name=a.name, kind=kinds.get(a.name, "group")) for a in reading.actors)  # type: ignore[arg-type]
    whole = ledger([reading.model_copy(update={"actors": actors})])
    assert {(row.one, row.other) for row in stated(whole.entries)} == {("Lance Front", "Veshti Guard")}
    assert len(whole.entries) == 4


def test_what_an_account_tells_without_a_place_joins_what_it_tells_of_one() -> None:
    account = Account("a", "Delta Courier", places=courier().reading().places)
    for place in ("Tessel", None, "a few streets"):
        account.says(
            "The Lance Front shelled the Veshti Guard.",
            "shelled",
            type="ASSAULT",
            agents=("Lance Front",),
            recipients=("Veshti Guard",),
            place=place,
        )
    [row] = stated(ledger([account.reading()]).entries)
    assert (row.place, len(row.claims)) == ("Tessel", 3)


def test_tellers_of_one_faction_are_of_one_camp_and_others_of_none() -> None:
    league = Account("league", "River League").says(
        "The Veshti Guard shelled the River League, the Veshti Guard said, and the Lance Front too.",
        "shelled",
        "Veshti Guard",
        type="ASSAULT",
        agents=("Veshti Guard",),
        recipients=("River League",),
    )
    front = Account("front", "Lance Front").says(
        "The Lance Front paid the River League.",
        "paid",
        type="AID",
        agents=("Lance Front",),
        recipients=("River League",),
    )
    own = Account("own", "River League").says(
        "The River League blamed the Veshti Guard.",
        "blamed",
        type="ACCUSE",
        agents=("River League",),
        recipients=("Veshti Guard",),
    )
    entries = ledger([*all_readings(), league.reading(), front.reading(), own.reading()]).entries
    camps = camps_of(entries, divide(entries))
    assert camps == {"Lance Front": "Lance Front", "River League": "Lance Front", "Veshti Guard": "Veshti Guard"}


def test_a_gap_is_shown_where_time_ran_out() -> None:
    sides = divide(ledger(all_readings()).entries)
    camps = replace(sides.camps, bound=0.0, count=None, always=(), settled=False)
    parted = replace(sides.factions, bound=0.0, count=None, always=(), settled=False)
    open_end = replace(sides, camps=camps, factions=parted)
    out = io.StringIO()
    show_factions(open_end, "3 sides", (), Console(file=out, width=100))
    text = " ".join(out.getvalue().split())
    assert "time ran out: at least 0 is sure, a gap of 1" in text
    assert "not proved to be the best, leaves broken Lance Front and Veshti Guard: friendly" in text
    assert {row.factions for row in tie_rows(open_end)} == {"fits", "broken"}


def test_a_reprint_states_nothing_of_its_own() -> None:
    entries = ledger(all_readings()).entries
    both = {row.account for row in stated(entries) if row.other == "River League"}
    one = {row.account for row in stated(entries, reprints={"mirror"}) if row.other == "River League"}
    assert (both, one) == ({"Orm Herald", "Tessel Mirror"}, {"Orm Herald"})


def test_three_enemies_fit_three_factions_and_no_two_camps() -> None:
    account = Account("a", "Delta Courier")
    names = ("Lance Front", "River League", "Veshti Guard")
    for one, other in combinations(names, 2):
        account.says(f"The {one} shelled the {other}.", "shelled", type="ASSAULT", agents=(one,), recipients=(other,))
    sides = divide(ledger([account.reading()]).entries)
    assert (sides.camps.value, sides.factions.value, sides.factions.fewest) == (1, 0, 3)
    out = io.StringIO()
    show_factions(sides, "3 sides", (), Console(file=out, width=100))
    assert "each by itself: Lance Front, River League, Veshti Guard" in out.getvalue()
    assert len(sides.camps.sometimes) == 3


def test_names_from_documents_cannot_move_the_cursor() -> None:
    account = Account("a", "Delta \x1b[31mCourier")
    account.says(
        "The Lance \x1b[2JFront shelled the Veshti Guard.",
        "shelled",
        type="ASSAULT",
        agents=("Lance \x1b[2JFront",),
        recipients=("Veshti Guard",),
    )
    entries = ledger([account.reading()]).entries
    out = io.StringIO()
    console = Console(file=out, width=100)
    show_factions(divide(entries), "2 sides", (), console)
    show_pairs(pairs(entries), "1 pair of \x1b[2J", (), console)
    show_collapsed(collapse(entries), "1 pair", (), console)
    reading = account.reading()
    cited = {"a:c1": (reading.claims[0], reading.document)}
    show_ledger(entries, entries, cited, "one and other \x1b[2J", (), console)
    assert "\x1b" not in out.getvalue()
    assert r"\x1b[2J" in out.getvalue()


def test_organs_of_one_state_are_one_side_of_factions_and_a_pair_of_the_ledger() -> None:
    account = Account("a", "Delta Courier")
    for one, other in (("Kadrian army", "Kadrian police"), ("Kadrian army", "Lance Front")):
        account.says(f"The {one} shelled the {other}.", "shelled", type="ASSAULT", agents=(one,), recipients=(other,))
    entries = ledger([account.reading()]).entries
    assert {(e.one, e.other, e.inside) for e in entries} == {
        ("Kadrian army", "Kadrian police", True),
        ("Kadrian army", "Lance Front", False),
    }
    assert graph_of(entries).graph.nodes == ("Kadrian army", "Lance Front")


def test_a_hand_over_by_two_is_a_tie_of_each() -> None:
    account = Account("a", "Delta Courier").says(
        "The Lance Front and the River League took Orm from the Veshti Guard.",
        "took",
        type="COERCE",
        control=changed("Orm", "Veshti Guard", "Lance Front and River League"),
    )
    reading = account.reading()
    actors = tuple(actor for actor in reading.actors if " and " not in actor.name)
    more = (Actor(name="Lance Front"), Actor(name="River League"))
    entries = ledger([reading.model_copy(update={"actors": (*actors, *more)})]).entries
    assert {(e.one, e.other, e.sign) for e in entries} == {
        ("Lance Front", "Veshti Guard", "-"),
        ("River League", "Veshti Guard", "-"),
    }


def test_a_source_whom_the_words_do_not_tell_is_called_by_what_is_said_of_him() -> None:
    account = Account("a").says("He said the captain said the Lance Front paid the River League.", "paid",
                                "it", "captain", type="AID", agents=("Lance Front",), recipients=("River League",),
                                unresolved=("speakers",))  # fmt: skip
    [pair] = pairs(ledger([account.reading()]).entries)
    assert pair.friendly_accounts == ("captain (not told who)",)


def test_camps_set_those_apart_who_only_have_enemies_in_common() -> None:
    account = Account("a")
    for one, other in (("Lance Front", "Salt Guard"), ("Reed Company", "Salt Guard")):
        account.says(f"The {one} shelled the {other}.", "shelled", type="ASSAULT", agents=(one,), recipients=(other,))
    account.says("The Lance Front paid the River League.", "paid", type="AID", agents=("Lance Front",),
                 recipients=("River League",))  # fmt: skip
    out = io.StringIO()
    show_factions(divide(ledger([account.reading()]).entries), "Sides", (), Console(file=out, width=120))
    camps = out.getvalue().partition("Factions")[0]
    assert "Lance Front and River League; by common enemies alone: Reed Company" in camps
    assert "2  Salt Guard" in camps
