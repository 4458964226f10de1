"""Events as they stand side by side: whose claims, and where they part."""

from __future__ import annotations

from typing import Any

import pytest

from rashomon.analysis.matters import Matter, side_by_side
from rashomon.comparing import disputes
from rashomon.comparing.events import find
from rashomon.model import Place
from tests.comparing.accounts import Account, killed


def events(*accounts: Account) -> list[Matter]:
    return [m for m in side_by_side([a.reading() for a in accounts]) if m.kind == "event"]


def slots(matter: Matter) -> dict[str, list[str]]:
    return {p.slot: [q.value for q in p.positions] for p in matter.partings}


def shelling(id: str, sentence: str, trigger: str, *speakers: str, **fields: Any) -> Account:
    fields = {"type": "ASSAULT", "recipients": ("hospital",), "place": "Orm", "when": "2014-04-02", **fields}
    return Account(id).says(sentence, trigger, *speakers, **fields)


FRONT = ("one", "The Red Lances shelled the hospital in Orm on 2 April.", "shelled")
JETS = ("two", "Veshtian jets bombed Orm's hospital on 2 April.", "bombed")


def test_one_target_one_place_one_day_is_one_event_with_its_doer_disputed() -> None:
    one = shelling(*FRONT, agents=("Red Lances",))
    two = shelling(*JETS, agents=("Veshtian jets",), recipients=("Orm's hospital",))
    (matter,) = events(one, two)
    assert matter.title == "Attack on hospital, Orm, 2014-04-02"
    assert matter.place == "Orm"
    assert slots(matter) == {"actor": ["Red Lances", "Veshtian jets"]}


@pytest.mark.parametrize(
    "other",
    [
        {"when": "2014-04-09"},
        {"place": "Tarvol"},
        {"factuality": "future"},
        {"factuality": "demanded"},
    ],
    ids=lambda other: next(iter(other)),
)
def test_what_differs_in_a_slot_is_another_event(other: dict[str, Any]) -> None:
    sentence = "The hospital was bombed by the Red Lances."
    two = shelling("two", sentence, "bombed", **{"agents": ("Red Lances",), **other})
    assert events(shelling(*FRONT, agents=("Red Lances",)), two) == []


def test_a_denial_is_of_the_event() -> None:
    one = shelling(*FRONT, agents=("Red Lances",))
    one.says("A Lances spokesman denied shelling the hospital.", "shelling", "Lances spokesman", type="ASSAULT",
             agents=("Red Lances",), recipients=("hospital",), factuality="not")  # fmt: skip
    (matter,) = events(one)
    assert slots(matter) == {"happened": ["happened", "did not happen"]}


def test_who_blames_another_denies_the_doer_and_not_the_deed() -> None:
    one = shelling(*FRONT, agents=("Red Lances",))
    two = shelling("two", "We did not shell the hospital in Orm on 2 April.", "shell", agents=("Red Lances",),
                   factuality="not")  # fmt: skip
    two.says("Veshtian jets bombed the hospital in Orm on 2 April.", "bombed", type="ASSAULT", place="Orm",
             agents=("Veshtian jets",), recipients=("hospital",), when="2014-04-02")  # fmt: skip
    (matter,) = events(one, two)
    assert slots(matter) == {"actor": ["Red Lances", "Veshtian jets", "not Red Lances"]}


def test_a_denial_of_the_deed_itself_is_of_all_that_tell_it() -> None:
    two = shelling("two", "The hospital in Orm was not shelled on 2 April.", "shelled", factuality="not")
    (matter,) = events(shelling(*FRONT, agents=("Red Lances",)), two)
    assert slots(matter) == {"happened": ["happened", "did not happen"]}


@pytest.mark.parametrize(
    ("first", "second", "differ"),
    [
        (killed(12, 12, "people"), killed(15, 15, "people"), True),
        (killed(12, None, "people"), killed(15, 15, "civilians"), False),
        (killed(None, 20, "people"), killed(15, 15, "people"), False),
        (killed(12, 12, "people"), killed(3, 3, "women"), False),
        (killed(12, 12, "nurses"), killed(3, 3, "patients"), False),
        (killed(44, 44, "clerks"), killed(17, 17, "people"), True),
    ],
)
def test_numbers_are_intervals(first: Any, second: Any, differ: bool) -> None:
    accounts = [
        Account(id).says(
            sentence,
            "died",
            type="ASSAULT",
            place="Orm",
            when="2014-04-02",
            quantities=quantities,
        )
        for id, sentence, quantities in (("one", "Many died at Orm.", first), ("two", "They died in a market.", second))
    ]
    (matter,) = events(*accounts)
    assert ("number" in slots(matter)) == differ


def test_a_bare_denial_answers_what_was_told_before_it() -> None:
    one = shelling(*FRONT, agents=("Red Lances",))
    one.says("The Lances denied the attack.", "attack", "Red Lances", type="ASSAULT", agents=("Red Lances",),
             factuality="not")  # fmt: skip
    (matter,) = events(one)
    assert slots(matter) == {"happened": ["happened", "did not happen"]}


def test_a_denial_of_killing_people_answers_the_charge_of_killing_some() -> None:
    def charge(agent: str, farmers: str) -> Account:
        account = Account("one").says("Elders accuse them of murdering farmers.", "murdering", "elders", type="ASSAULT",
                                      agents=(agent,), recipients=(farmers,))  # fmt: skip
        return account.says("The Lances denied killing civilians.", "killing", "Red Lances", type="ASSAULT",
                            agents=("Red Lances",), recipients=("civilians",), factuality="not")  # fmt: skip

    (matter,) = events(charge("Red Lances", "farmers of Orm"))
    assert slots(matter) == {"happened": ["happened", "did not happen"]}


def test_people_and_what_they_stood_in_are_one_target_on_one_day() -> None:
    one = shelling("one", "Shells struck people in Orm on 2 April.", "struck", recipients=("people",))
    two = shelling("two", "On 2 April a bread line was hit in Orm.", "hit", recipients=("bread line",))
    assert len(events(one, two)) == 1


def test_a_question_says_nothing() -> None:
    two = shelling("two", "Who bombed the hospital in Orm?", "bombed")
    assert events(shelling(*FRONT, agents=("Red Lances",)), two) == []
    assert len(events(shelling(*FRONT, agents=("Red Lances",)), shelling("two", "Somebody bombed it.", "bombed"))) == 1


def test_a_deed_of_no_known_sort_is_matched_by_its_word() -> None:
    one = shelling("one", "They poisoned the well of Orm.", "poisoned", agents=("Red Lances",), recipients=("well",))
    one.says("They denied poisoning the well.", "poisoning", "Red Lances", type="ASSAULT", agents=("Red Lances",),
             recipients=("well",), factuality="not")  # fmt: skip
    (matter,) = events(one)
    assert matter.title == "“poisoned”: well, Orm, 2014-04-02"


def test_a_title_puts_the_label_of_one_side_in_quotation_marks() -> None:
    day: dict[str, Any] = {"type": "ASSAULT", "place": "Orm", "when": "2014-04-02"}
    one = Account("one").says("Twelve terrorists died at Orm.", "died", recipients=("terrorists",), **day)
    two = Account("two").says("In Orm the terrorists were killed.", "killed", recipients=("terrorists",), **day)
    assert events(one, two)[0].title == "Killing of “terrorists”, Orm, 2014-04-02"
    three = Account("two").says(
        "In Orm terrorists and guards were killed.", "killed", recipients=("terrorists", "guards"), **day
    )
    assert events(one, three)[0].title == "Killing of guards, Orm, 2014-04-02"


def test_other_words_for_a_killing_are_framing() -> None:
    one = Account("one").says("Two guards of Orm were martyred in Orm.", "martyred", type="ASSAULT", place="Orm",
                              recipients=("two guards",), when="2014-04-02")  # fmt: skip
    two = Account("two").says("Two guards were neutralised in Orm.", "neutralised", type="ASSAULT", place="Orm",
                              recipients=("guards",), when="2014-04-02")  # fmt: skip
    three = Account("three").says("The guards died at Orm.", "died", type="ASSAULT", place="Orm",
                                  recipients=("guards",), when="2014-04-02")  # fmt: skip
    (matter,) = events(one, two, three)
    assert slots(matter) == {"wording": ["elimination (“neutralised”)", "martyrdom (“martyred”)"]}
    assert matter.title == "Killing of guards, Orm, 2014-04-02"


def test_a_reprint_is_no_second_teller() -> None:
    words = "Shells hit the hospital in Orm on 2 April, a doctor said, while the Lances held the road to the north."
    one, two = (shelling(id, words, "hit", "doctor") for id in ("one", "two"))
    assert events(one, two) == []
    other = shelling("three", "The hospital at Orm was struck on 2 April.", "struck")
    (matter,) = events(one, two, other)
    assert [s.voice.document for s in matter.stances] == ["one", "two", "three"]


def test_one_outlet_in_two_documents_is_one_teller() -> None:
    again = Account("later", "one").says("The hospital at Orm was struck on 2 April.", "struck", type="ASSAULT",
                                         recipients=("hospital",), place="Orm", when="2014-04-02")  # fmt: skip
    assert events(shelling(*FRONT, agents=("Red Lances",)), again) == []


def test_somebody_unknown_is_no_second_teller_unless_he_parts_from_the_first() -> None:
    one = shelling(*FRONT, agents=("Red Lances",))
    assert events(one, shelling(*JETS, "he", agents=("Red Lances",), unresolved=("speakers",))) == []
    (matter,) = events(one, shelling(*JETS, "he", agents=("Veshtian jets",), unresolved=("speakers",)))
    assert [stance.voice.chain for stance in matter.stances] == [(), ("he",)]


def test_a_country_and_a_common_target_are_not_enough() -> None:
    land = Place(name="Veshtia", kind="country", known_as="country:VS", country="VS")
    accounts = [
        Account(id, places=[land]).says(sentence, "killed", type="ASSAULT", place="Veshtia", recipients=("civilians",))
        for id, sentence in (("one", "Civilians were killed in Veshtia."), ("two", "More civilians were killed there."))
    ]
    assert events(*accounts) == []


def test_what_the_page_says_of_an_event_is_what_the_case_finds() -> None:
    one = shelling(*FRONT, agents=("Red Lances",), quantities=killed(4, 4, "patients"))
    two = shelling(*JETS, agents=("Veshtian jets",), quantities=killed(9, 9, "patients"))
    readings = [one.reading(), two.reading()]
    (event,) = find(readings)
    disputed = [f for f in disputes.find([event], readings) if f.kind in disputes.DISPUTES]
    (matter,) = events(one, two)
    assert (matter.id, matter.title) == (event.id, event.title)
    assert [(p.slot, p.kind, p.about, [(q.value, q.witnesses) for q in p.positions]) for p in matter.partings] == [
        (f.slot, f.kind, f.about, [(p.value, p.witnesses) for p in f.positions]) for f in disputed
    ]
    assert {f.slot for f in disputed} == {"actor", "number"}
