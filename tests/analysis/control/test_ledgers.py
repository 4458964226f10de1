"""The ledger of control: each account by itself, step by step through time."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.analysis.control import Ledger, Tenure, as_of, ledgers
from rashomon.model import Claim, Reading
from tests.comparing.accounts import Account, changed
from tests.comparing.drawn import READINGS


def only(found: Sequence[Ledger]) -> Ledger:
    assert len(found) == 1
    return found[0]


def spans(tenures: Sequence[Tenure]) -> list[tuple[str | None, str | None, str | None]]:
    return [(tenure.holder, tenure.since, tenure.until) for tenure in tenures]


def test_a_change_ends_one_tenure_and_begins_another() -> None:
    account = Account("a", published="2031-04-05")
    account.says("The Lances captured Orm from the Regency.", "captured", type="COERCE", when="2031-04-02",
                 agents=("Red Lances",), control=changed("Orm", "Regency", "Red Lances"))  # fmt: skip
    found = only(ledgers([account.reading()]))
    assert found.place == "Orm"
    assert spans(found.tenures) == [("Regency", None, "2031-04-02"), ("Red Lances", "2031-04-02", None)]
    assert found.tenures[1].taken_from == "Regency"
    assert not found.tenures[1].handed


def test_there_and_back_without_a_date_keeps_the_order_of_the_text() -> None:
    account = Account("a")
    account.says("The Regency gave Orm to the Lances.", "gave", type="RETREAT", agents=("Regency",),
                 control=changed("Orm", "Regency", "Red Lances"))  # fmt: skip
    account.says("The Lances gave Orm back to the Regency.", "gave", type="RETREAT", agents=("Red Lances",),
                 control=changed("Orm", "Red Lances", "Regency"))  # fmt: skip
    found = only(ledgers([account.reading()]))
    assert [tenure.holder for tenure in found.tenures] == ["Regency", "Red Lances", "Regency"]
    assert [tenure.handed for tenure in found.tenures] == [False, True, True]
    assert found.tenures[1].ended_by == ("a:c2",)


def test_a_hold_without_a_beginning_had_begun_by_then() -> None:
    account = Account("a", published="2031-04-05")
    account.says("The Regency holds Orm.", "holds", control={**changed("Orm", None, "Regency"), "holds": True})
    tenure = only(ledgers([account.reading()])).tenures[0]
    assert (tenure.holder, tenure.since, tenure.begins) == ("Regency", "2031-04-05", "by")


def test_a_month_or_year_says_by_when_and_no_day() -> None:
    account = Account("a", published="2031-04-05")
    account.says("The Lances captured Orm from the Regency in June 2027.", "captured", type="COERCE", when="2027-06",
                 agents=("Red Lances",), control=changed("Orm", "Regency", "Red Lances"))  # fmt: skip
    regency, lances = only(ledgers([account.reading()])).tenures
    assert (regency.holder, regency.until, regency.ended_by) == ("Regency", None, ("a:c1",))
    assert (lances.holder, lances.since, lances.begins) == ("Red Lances", "2027-06-30", "by")


def test_a_hold_since_a_year_had_begun_by_its_end() -> None:
    account = Account("a", published="2031-04-05")
    account.says("The Regency has held Orm since 2027.", "held", when="2027/2031",
                 control={**changed("Orm", None, "Regency"), "holds": True})  # fmt: skip
    tenure = only(ledgers([account.reading()])).tenures[0]
    assert (tenure.since, tenure.begins) == ("2027-12-31", "by")


def test_accounts_that_part_are_both_kept() -> None:
    one, other = Account("a", "Orm Herald"), Account("b", "Radio Tarvol")
    one.says("The Lances captured Orm.", "captured", when="2031-04-02", control=changed("Orm", None, "Red Lances"))
    other.says("The Regency captured Orm.", "captured", when="2031-04-02", control=changed("Orm", None, "Regency"))
    found = ledgers([one.reading(), other.reading()])
    assert [(ledger.account, ledger.tenures[0].holder) for ledger in found] == [
        ("Orm Herald", "Red Lances"),
        ("Radio Tarvol", "Regency"),
    ]


def test_a_source_has_a_ledger_beside_its_outlet() -> None:
    account = Account("a", "Orm Herald")
    account.says("The Lances captured Orm, Ada Merrin said.", "captured", "Ada Merrin",
                 control=changed("Orm", None, "Red Lances"))  # fmt: skip
    assert only(ledgers([account.reading()])).account == "Ada Merrin"


def test_denials_and_what_is_left_open_make_no_tenure() -> None:
    account = Account("a", "Orm Herald")
    account.says("The Lances have not captured Orm.", "captured", factuality="not",
                 control=changed("Orm", None, "Red Lances"))  # fmt: skip
    account.says("The Lances may have captured Orm.", "captured", factuality="possible",
                 control=changed("Orm", None, "Red Lances"))  # fmt: skip
    account.says("The Lances will capture Orm.", "capture", factuality="future",
                 control=changed("Orm", None, "Red Lances"))  # fmt: skip
    found = only(ledgers([account.reading()]))
    assert found.tenures == ()
    assert [denial.claim for denial in found.denials] == ["a:c1"]
    assert found.unsure == ("a:c2",)


def test_the_barracks_of_a_town_are_a_part_of_it() -> None:
    account = Account("a", "Orm Herald")
    account.says("The Lances took Orm.", "took", when="2031-04-02", control=changed("Orm", None, "Red Lances"))
    account.says("The Regency holds the barracks of Orm.", "holds",
                 control={**changed("barracks of Orm", None, "Regency"), "holds": True})  # fmt: skip
    found = only(ledgers([account.reading()]))
    assert {(tenure.holder, tenure.part) for tenure in found.tenures} == {("Red Lances", None), ("Regency", "barracks")}


def test_what_began_before_comes_before_though_it_is_told_after() -> None:
    account = Account("a", "Orm Herald", published="2031-04-05")
    account.says("The Lances took Orm.", "took", when="2031-04-02", control=changed("Orm", None, "Red Lances"))
    account.says("The Regency had held Orm since 2027.", "held", when="2027/..",
                 control={**changed("Orm", None, "Regency"), "holds": True})  # fmt: skip
    assert [tenure.holder for tenure in only(ledgers([account.reading()])).tenures] == ["Regency", "Red Lances"]


def test_a_siege_stands_beside_the_holder() -> None:
    account = Account("a", "Orm Herald")
    account.says("The Regency holds Orm.", "holds", control={**changed("Orm", None, "Regency"), "holds": True})
    account.says("The Lances besieged Orm.", "besieged", type="COERCE", agents=("Red Lances",), place="Orm",
                 recipients=("Orm",), when="2031-04-01")  # fmt: skip
    mark = only(ledgers([account.reading()])).marks[0]
    assert (mark.state, mark.by, mark.since, mark.claims) == ("besieged", "Red Lances", "2031-04-01", ("a:c2",))


def test_as_of_a_day_each_account_answers_for_itself() -> None:
    account = Account("a", "Orm Herald", published="2031-04-05")
    account.says("The Lances captured Orm from the Regency.", "captured", type="COERCE", when="2031-04-02",
                 control=changed("Orm", "Regency", "Red Lances"))  # fmt: skip
    found = ledgers([account.reading()])
    assert [(s.holder, s.sure) for s in as_of(found, "2031-04-03")] == [("Red Lances", True)]
    assert [(s.holder, s.sure) for s in as_of(found, "2031-04-01")] == [("Regency", False)]


def test_only_the_claims_asked_for_make_the_ledger() -> None:
    account = Account("a", "Orm Herald")
    account.says("The Lances took Orm.", "took", control=changed("Orm", None, "Red Lances"))
    account.says("The Regency took Tarvol.", "took", control=changed("Tarvol", None, "Regency"))
    assert only(ledgers([account.reading()], wanted={("a", "c2")})).place == "Tarvol"


@given(READINGS, st.integers(0, 2**32))
@settings(max_examples=60, deadline=None)
def test_the_order_of_documents_changes_nothing(readings: tuple[Reading, ...], seed: int) -> None:
    shuffled = list(readings)
    Random(seed).shuffle(shuffled)
    assert ledgers(shuffled) == ledgers(readings)


@given(READINGS)
@settings(max_examples=60, deadline=None)
def test_every_line_leads_to_claims_of_control_or_strife(readings: tuple[Reading, ...]) -> None:
    known = {f"{r.document.id}:{c.id}": c for r in readings for c in r.claims}
    for ledger in ledgers(readings):
        for tenure in ledger.tenures:
            assert tenure.claims
            assert all(known[id].control and _may_say(known[id], "happened") for id in tenure.claims)
        assert all(_may_say(known[denial.claim], "not") for denial in ledger.denials)


def _may_say(claim: Claim, factuality: str) -> bool:
    """Whether its teller says so, or its author by disowning him."""
    return claim.factuality == factuality or claim.endorsement == "rejects"
