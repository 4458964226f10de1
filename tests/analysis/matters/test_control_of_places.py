"""Whose the place is, as several voices tell it."""

from __future__ import annotations

from rashomon.analysis.matters import Matter, side_by_side
from tests.comparing.accounts import Account, changed


def control(*accounts: Account) -> Matter:
    (found,) = [m for m in side_by_side([a.reading() for a in accounts]) if m.kind == "control"]
    return found


def slots(matter: Matter) -> dict[str, list[str]]:
    return {p.slot: [f"{q.value}: {', '.join(name(matter, v) for v in q.voices)}" for q in p.positions]
            for p in matter.partings}  # fmt: skip


def name(matter: Matter, index: int) -> str:
    voice = matter.stances[index].voice
    return " > ".join(voice.chain) or voice.document


def test_a_headline_quoted_by_an_author_stands_beside_his_own_account() -> None:
    account = Account("column", "Ada Merrin")
    account.says("An article in Tarvol Today is entitled “Liberation of Orm”.", "Liberation", "Tarvol Today",
                 control=changed("Orm", None, None))  # fmt: skip
    account.says("The Lances got Orm from the Regency.", "got", control=changed("Orm", "Regency", "Red Lances"))
    account.says("Then the Lances handed it back to the Regency.", "handed it back",
                 control=changed("Orm", "Red Lances", "Regency"))  # fmt: skip
    matter = control(account)
    assert matter.title == "Control of Orm"
    assert [(s.voice.chain, s.claims) for s in matter.stances] == [((), ("c2", "c3")), (("Tarvol Today",), ("c1",))]
    assert slots(matter) == {
        "wording": ["hand-over (“handed it back”): column", "liberation (“Liberation”): Tarvol Today"]
    }
    author, printed = matter.stances
    assert [(tenure.holder, tenure.taken_from) for tenure in author.tenures] == [
        ("Regency", None), ("Red Lances", "Regency"), ("Regency", "Red Lances"),
    ]  # fmt: skip
    assert [tenure.holder for tenure in printed.tenures] == [None]


def test_synonyms_of_one_frame_are_no_parting() -> None:
    one = Account("one").says("The Red Lances captured Orm.", "captured", control=changed("Orm", None, "Red Lances"))
    two = Account("two").says("Orm was seized by the Red Lances.", "seized", control=changed("Orm", None, "Red Lances"))
    assert control(one, two).partings == ()


def test_a_denied_loss_is_said_of_who_did_not_lose() -> None:
    one = Account("one").says("The Regency took Orm from the Red Lances.", "took",
                              control=changed("Orm", "Red Lances", "Regency"))  # fmt: skip
    one.says("A Lances spokesman denies losing Orm.", "losing", "Lances spokesman",
             control=changed("Orm", "Red Lances", None), factuality="not")  # fmt: skip
    assert slots(control(one)) == {"happened": ["happened: one", "did not happen: Lances spokesman"]}
    assert [denial.holder for denial in control(one).stances[1].denials] == ["Red Lances"]


def test_a_denied_withdrawal_is_no_denied_loss() -> None:
    one = Account("one").says("The Regency took Orm from the Red Lances.", "took",
                              control=changed("Orm", "Red Lances", "Regency"))  # fmt: skip
    one.says("A Lances spokesman denies that they withdrew from Orm.", "withdrew", "Lances spokesman", type="RETREAT",
             control=changed("Orm", "Red Lances", None), factuality="not")  # fmt: skip
    assert slots(control(one))["happened"] == ["happened: one", "did not happen: Lances spokesman"]


def test_a_denied_hold_answers_who_says_that_he_took_it() -> None:
    one = Account("one").says("The Regency captured Orm.", "captured", control=changed("Orm", None, "Regency"))
    one.says("The Salt League says that the Regency does not occupy Orm.", "occupy", "Salt League", factuality="not",
             control={"place": "Orm", "to": "Regency", "holds": True})  # fmt: skip
    assert slots(control(one)) == {"happened": ["happened: one", "did not happen: Salt League"]}


def test_a_denial_without_sides_is_of_any_change() -> None:
    one = Account("one").says("The Regency captured Orm.", "captured", control=changed("Orm", None, "Regency"))
    one.says("The Salt League denies that Orm has fallen.", "fallen", "Salt League", factuality="not",
             control=changed("Orm", None, None))  # fmt: skip
    assert slots(control(one)) == {"happened": ["happened: one", "did not happen: Salt League"]}


def test_a_source_without_a_name_has_a_column_and_disputes_nothing() -> None:
    one = Account("one").says("The Regency captured Orm.", "captured", control=changed("Orm", None, "Regency"))
    one.says("The mayor denies that Orm has fallen.", "fallen", "mayor", factuality="not",
             control=changed("Orm", None, None))  # fmt: skip
    matter = control(one)
    assert [stance.voice.chain for stance in matter.stances] == [(), ("mayor",)]
    assert matter.partings == ()


def test_the_one_base_of_an_account_is_meant_by_the_base() -> None:
    one = Account("one").says("The Regency captured the base in Orm.", "captured",
                              control=changed("base in Orm", None, "Regency"))  # fmt: skip
    one.says(
        "The Lances said they had left the base.", "left", "Red Lances", control=changed("base", "Red Lances", None)
    )
    assert control(one).place == "base in Orm"
    one.says("The Regency holds the base in Tarvol.", "holds",
             control={"place": "base in Tarvol", "to": "Regency", "holds": True})  # fmt: skip
    assert [m for m in side_by_side([one.reading()]) if m.kind == "control"] == []


def test_different_gainers_after_one_loss_are_different_holders() -> None:
    one = Account("one").says("The Regency took Orm from the Red Lances.", "took",
                              control=changed("Orm", "Red Lances", "Regency"))  # fmt: skip
    two = Account("two").says("The Red Lances lost Orm to the Salt Guard.", "lost",
                              control=changed("Orm", "Red Lances", "Salt Guard"))  # fmt: skip
    assert slots(control(one, two))["control"] == ["Regency: one", "Salt Guard: two"]


def test_changes_of_different_years_are_no_dispute() -> None:
    one = Account("one").says("The Regency captured Orm.", "captured", control=changed("Orm", None, "Regency"),
                              when="2011-04-02")  # fmt: skip
    two = Account("two").says("The Red Lances liberated Orm.", "liberated", control=changed("Orm", None, "Red Lances"),
                              when="2014-04-02")  # fmt: skip
    assert control(one, two).partings == ()


def test_two_dates_of_one_change_are_told_apart() -> None:
    one = Account("one").says("The Regency took Orm from the Red Lances.", "took", when="2014-04-02",
                              control=changed("Orm", "Red Lances", "Regency"))  # fmt: skip
    two = Account("two").says("The Regency entered Orm, which the Red Lances had left.", "entered", when="2014-04-05",
                              control=changed("Orm", "Red Lances", "Regency"))  # fmt: skip
    assert slots(control(one, two)) == {"time": ["2014-04-02: one", "2014-04-05: two"]}


def test_organs_of_one_state_hold_a_place_together() -> None:
    one = Account("one").says("The Veshtian army holds Orm, not the Red Lances.", "holds",
                              control={"place": "Orm", "to": "Veshtian army", "holds": True})  # fmt: skip
    two = Account("two").says("Orm is held by government troops, not the Red Lances.", "held",
                              control={"place": "Orm", "to": "government troops", "holds": True})  # fmt: skip
    for account in (one, two):
        for _ in range(2):
            account.says("The Red Lances sulk.", "sulk", agents=("Red Lances",))
    assert control(one, two).partings == ()


def test_who_is_said_to_hold_it_still_and_who_is_said_to_have_taken_it() -> None:
    def told(sentence: str, word: str) -> Matter:
        one = Account("one", published="2014-04-03")
        one.says("The Red Lances took Orm.", "took", control=changed("Orm", None, "Red Lances"))
        hold = {"place": "Orm", "to": "Regency", "holds": True}
        return control(one.says(sentence, word, "Ada Merrin", control=hold))

    still = told("Ada Merrin insists that the Regency still holds Orm.", "holds")
    assert slots(still) == {"control": ["Red Lances: one", "Regency: Ada Merrin"]}
    assert told("Ada Merrin recalls that the Regency had held Orm.", "held").partings == ()


def test_one_account_names_the_loser_and_the_other_the_gainer() -> None:
    one = Account("one").says(
        "The Red Lances withdrew from Orm.", "withdrew", control=changed("Orm", "Red Lances", None)
    )
    one.says("The Herald says that the Regency stormed Orm.", "stormed", "Herald",
             control=changed("Orm", None, "Regency"))  # fmt: skip
    assert slots(control(one)) == {"wording": ["capture (“stormed”): Herald", "withdrawal (“withdrew”): one"]}


def test_the_same_words_read_in_two_ways_are_no_parting() -> None:
    words = "The militia was driven from its last foothold in Orm, residents said on Monday night"
    one, two = (
        Account(id).says(words, "foothold", "residents", control={"place": "Orm", "to": holder, "holds": True})
        for id, holder in (("one", "Red Lances"), ("two", "Regency"))
    )
    other = Account("three").says("Orm is quiet under the Red Lances.", "under",
                                  control={"place": "Orm", "to": "Red Lances", "holds": True})  # fmt: skip
    assert control(one, two, other).partings == ()


def test_carts_that_leave_a_town_lose_nothing() -> None:
    one = Account("one").says("Thirty carts left Orm.", "left", control=changed("Orm", "thirty carts", None))
    two = Account("two").says("The Regency left Orm.", "left", control=changed("Orm", "Regency", None))
    assert [m for m in side_by_side([one.reading(), two.reading()]) if m.kind == "control"] == []


def test_plans_and_nameless_places_make_no_matter() -> None:
    one = Account("one").says("The Regency will take Orm.", "take", control=changed("Orm", None, "Regency"),
                              factuality="future")  # fmt: skip
    one.says("The Regency holds the bridge.", "holds", control={"place": "bridge", "to": "Regency", "holds": True})
    two = Account("two").says("The Red Lances hold Orm.", "hold",
                              control={"place": "Orm", "to": "Red Lances", "holds": True})  # fmt: skip
    two.says("The Lances hold the bridge.", "hold", control={"place": "bridge", "to": "Red Lances", "holds": True})
    assert side_by_side([one.reading(), two.reading()]) == ()


def test_what_an_author_disowns_he_denies() -> None:
    one = Account("one").says("The Regency falsely claims that it took Orm from the Red Lances.", "took", "Regency",
                              control=changed("Orm", "Red Lances", "Regency"), endorsement="rejects")  # fmt: skip
    matter = control(one)
    assert [(s.voice.chain, s.claims, s.rejects) for s in matter.stances] == [
        ((), ("c1",), ("c1",)), (("Regency",), ("c1",), ()),
    ]  # fmt: skip
    assert slots(matter) == {
        "happened": ["happened: Regency", "did not happen: one"],
        "control": ["Regency: Regency", "not Regency: one"],
    }
    assert [len(stance.tenures) for stance in matter.stances] == [0, 2]


def test_a_change_of_hands_with_what_was_done_in_it_is_told_in_the_card_of_its_place() -> None:
    one = Account("one", published="2014-04-03")
    one.says("On 2 April the Red Lances captured Orm from the Regency.", "captured", when="2014-04-02",
             control=changed("Orm", "Regency", "Red Lances"))  # fmt: skip
    for sentence, word, type in (
        ("On 2 April the Red Lances entered Orm.", "entered", "MOBILIZE"),
        ("On 2 April the Red Lances shelled Orm.", "shelled", "ASSAULT"),
        ("On 2 April the Red Lances bombed Orm.", "bombed", "ASSAULT"),
    ):
        one.says(sentence, word, type=type, agents=("Red Lances",), place="Orm", when="2014-04-02")
    two = Account("two", published="2014-04-03").says(
        "The Regency left Orm to the Red Lances on 2 April.", "left", when="2014-04-02", type="RETREAT",
        control=changed("Orm", "Regency", "Red Lances"),
    )  # fmt: skip
    (matter,) = side_by_side([one.reading(), two.reading()])
    assert matter.kind == "control"
    assert [stance.claims for stance in matter.stances] == [("c1", "c2", "c3", "c4"), ("c1",)]
    assert slots(matter) == {"wording": ["capture (“captured”): one", "withdrawal (“left”): two"]}
