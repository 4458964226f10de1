"""Who is who in a case, from the little that is kept of each document."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.analysis.relations import ledger
from rashomon.analysis.relations.cast import Cast
from rashomon.comparing.names import Names
from rashomon.comparing.settings import settings_of
from rashomon.model import Actor, Evidence, Place, Reading, Span
from tests.analysis.relations.delta import all_readings
from tests.comparing.accounts import Account


@st.composite
def wars(draw: st.DrawFn) -> list[Reading]:
    """Documents that name some of three bodies and three places."""
    found = []
    for number in range(draw(st.integers(1, 8))):
        bodies = draw(st.sets(st.sampled_from(["Lance Front", "Veshti Guard", "River League"])))
        places = draw(st.sets(st.sampled_from(["Orm", "Tessel", "Quay"])))
        account = Account(f"d{number}", places=[Place(name=name, known_as=name) for name in sorted(places)])
        for body in sorted(bodies):
            account.says(f"It was {body} who came.", "came", type="MOBILIZE", agents=(body,))
        found.append(account.reading())
    return found


@settings(deadline=None)
@given(wars())
def test_documents_with_an_actor_and_a_place_in_common_are_of_one_war(readings: list[Reading]) -> None:
    numbers = settings_of(readings)
    named = [({a.name for a in r.actors}, {p.name for p in r.places}) for r in readings]
    near = [
        pair
        for pair in combinations(range(len(readings)), 2)
        if all(a & b for a, b in zip(*(named[i] for i in pair), strict=True))
    ]
    joined = list(range(len(readings)))
    for _ in readings:
        for one, other in near:
            joined[one] = joined[other] = min(joined[one], joined[other])
    assert numbers == joined


@settings(deadline=None)
@given(wars())
def test_what_is_kept_of_a_document_tells_the_same_names_as_all_of_it(readings: list[Reading]) -> None:
    whole = [*all_readings(), *readings]
    cast = Cast()
    for reading in whole:
        cast.add(reading)
    kept, all_of_it = cast.close(), Names(whole, settings_of(whole))
    for at, reading in enumerate(whole):
        for actor in reading.actors:
            assert kept.party(at, actor.name) == all_of_it.party(at, actor.name)


@pytest.mark.parametrize(
    ("name", "side"),
    [
        ("Lance Front's envoys", "Lance Front"),
        ("Lance Front representatives", "Lance Front"),
        ("fighters of the Lance Front", "Lance Front"),
        ("Lance Front's creation", None),
        ("guns on Mount Tessel", None),
        ("Lance area", None),
    ],
)
def test_who_acts_for_whom_and_what_is_nobody(name: str, side: str | None) -> None:
    cast = Cast()
    cast.add(
        Account("a")
        .says(f"The Lance Front met {name} there.", "met", type="CONSULT", agents=("Lance Front",), recipients=(name,))
        .reading()
    )
    cast.close()
    party = cast.party(0, name)
    assert (party.shown if party else None) == side


def test_persons_beside_a_phrase_that_says_whom_they_serve_stand_for_it() -> None:
    sentence = "Two officials from the Lance Front met the Veshti Guard: Tam Orel and Ada Merrin."
    at = sentence.index("officials")
    beside = [
        Evidence(field="agents", value=name, score=1, rule="apposition", start=at, end=at + len("officials"))
        for name in ("Tam Orel", "Ada Merrin")
    ]
    account = Account("a").says(
        sentence,
        "met",
        type="CONSULT",
        agents=("Tam Orel", "Ada Merrin"),
        recipients=("Veshti Guard",),
        evidence=beside,
    )
    reading = account.reading()
    front = sentence.index("Lance Front")
    actors = (*reading.actors, Actor(name="Lance Front", mentions=(Span(start=front, end=front + len("Lance Front")),)))
    entries = ledger([reading.model_copy(update={"actors": actors})]).entries
    assert {(e.one, e.other, e.counts) for e in entries} == {("Lance Front", "Veshti Guard", True)}


@pytest.mark.parametrize(
    ("sentence", "agents"),
    [
        ("The Veshti Guard sells oil, in answer to cooperation of the Lance Front.", ("Lance Front",)),
        ("The Lance Front and the Veshti Guard share a road. Cooperation between the two goes on.", ()),
    ],
)
def test_two_whom_the_words_of_a_mutual_deed_name_are_shown_and_not_counted(
    sentence: str, agents: tuple[str, ...]
) -> None:
    trigger = "ooperation"
    account = Account("a").says(sentence, trigger, type="COOPERATE", agents=agents)
    reading = account.reading()
    names = ("Lance Front", "Veshti Guard")
    actors = tuple(
        Actor(name=name, mentions=(Span(start=sentence.index(name), end=sentence.index(name) + len(name)),))
        for name in names
    )
    claim = reading.claims[0]
    start = sentence.index("Cooperation") if not agents else 0
    claim = claim.model_copy(update={"quote": sentence[start:], "quote_start": start})
    found = ledger([reading.model_copy(update={"actors": actors, "claims": (claim,)})]).entries
    assert [(e.one, e.other, e.how, e.counts) for e in found] == [(*names, "named", False)]


def mentioned(reading: Reading, *names: str) -> Reading:
    """The reading with these actors where its text first has them."""
    text = reading.document.text
    found = tuple(
        Actor(name=name, mentions=(Span(start=text.index(name), end=text.index(name) + len(name)),)) for name in names
    )
    return reading.model_copy(update={"actors": (*(a for a in reading.actors if a.name not in names), *found)})


@pytest.mark.parametrize(
    ("words", "counts"),
    [
        ("rebels of the Lance Front", True),
        ("a column of the so-called Lance Front", True),
        ("rebels from the Lance Front's town", False),
        ("people of the Lance Front", False),
    ],
)
def test_nameless_fighters_are_of_the_body_that_of_names(words: str, counts: bool) -> None:
    sentence = f"The Veshti Guard shelled {words} there."
    noun = next(word for word in ("rebels", "column", "people") if word in words)
    at = sentence.index(noun)
    filled = Evidence(field="recipients", value=noun, score=1, rule="by hand", start=at, end=at + len(noun))
    account = Account("a").says(
        sentence, "shelled", type="ASSAULT", agents=("Veshti Guard",), recipients=(noun,), evidence=(filled,)
    )
    entries = ledger([mentioned(account.reading(), "Lance Front")]).entries
    assert [(e.one, e.other, e.sign) for e in entries] == [("Lance Front", "Veshti Guard", "-")] * counts


def test_who_fights_alongside_somebody_is_his_friend() -> None:
    account = Account("a").says(
        "The River League fought alongside the Lance Front.", "fought", type="ASSAULT", agents=("River League",)
    )
    [entry] = ledger([mentioned(account.reading(), "Lance Front")]).entries
    assert (entry.one, entry.other, entry.sign, entry.how) == ("Lance Front", "River League", "+", "together")


def test_the_state_is_a_side() -> None:
    account = Account("a").says(
        "The River League was loyal to the state.",
        "loyal",
        kind="relation",
        sign="+",
        agents=("River League",),
        recipients=("the state",),
    )
    account.says("The Kadrian army came.", "came", type="MOBILIZE", agents=("Kadrian army",))
    [entry] = ledger([account.reading()]).entries
    assert {entry.one_key, entry.other_key} == {"name:river league", "state:kadr"}


@pytest.mark.parametrize("name", ["Orm's hospital", "the Lance clinic", "twelve Lance prisoners", "Lance hostages"])
def test_buildings_and_people_in_somebodys_hands_take_no_side(name: str) -> None:
    account = Account("a").says(f"The Veshti Guard shelled {name}.", "shelled", type="ASSAULT",
                                agents=("Veshti Guard",), recipients=(name,))  # fmt: skip
    found = ledger([account.reading()])
    assert (found.entries, dict(found.left_out)) == ((), {"in which one of the two has no name": 1})


def test_a_name_in_the_capitals_of_a_heading_is_shown_so_only_if_nobody_writes_it_otherwise() -> None:
    told = []
    for number, name in enumerate(("TESSELMAR", "TESSELMAR", "Tesselmar")):
        account = Account(f"d{number}", places=[Place(name="Orm", known_as="p:orm")])
        told.append(
            account.says(
                f"For years {name} paid the River League.",
                "paid",
                type="AID",
                agents=(name,),
                recipients=("River League",),
            ).reading()
        )
    assert {entry.other for entry in ledger(told).entries} == {"Tesselmar"}
    assert {entry.other for entry in ledger(told[:2]).entries} == {"TESSELMAR"}


@pytest.mark.parametrize(
    "name",
    ["Lance Front attack", "Lance Front's offensive", "Lance Front police", "Lance Front's government"],
)
def test_an_attack_and_an_organ_are_theirs_after_whom_they_are_named(name: str) -> None:
    account = Account("a").says(f"The Veshti Guard repelled a {name}.", "repelled", type="ASSAULT",
                                agents=("Veshti Guard",), recipients=(name,))  # fmt: skip
    account.says("They saw that Lance Front came.", "came", agents=("Lance Front",))
    [entry] = ledger([account.reading()]).entries
    assert (entry.one, entry.other, entry.sign) == ("Lance Front", "Veshti Guard", "-")


def test_a_place_that_speaks_is_whoever_governs_there() -> None:
    def told(*speakers: str) -> set[tuple[str, str]]:
        account = Account("a", places=[Place(name="Velm", known_as="p:velm")])
        account.says("They saw Velm accuse the Lance Front.", "accuse", type="ACCUSE", agents=("Velm",),
                     recipients=("Lance Front",))  # fmt: skip
        account.says("They left, Velm said.", "left", *speakers, agents=("Lance Front",))
        return {(entry.one, entry.other) for entry in ledger([account.reading()]).entries}

    assert told() == set()
    assert told("Velm") == {("Lance Front", "Velm")}


def test_some_who_are_counted_take_no_side_unless_they_act_for_one() -> None:
    account = Account("a")
    for name in ("two Reed engineers", "two Reed fighters"):
        account.says(f"The Veshti Guard attacked {name}.", "attacked", type="ASSAULT", agents=("Veshti Guard",),
                     recipients=(name,))  # fmt: skip
    [entry] = ledger([account.reading()]).entries
    assert entry.claim == "a:c2"


def test_envoys_of_two_show_the_two() -> None:
    sentence = "They heard that envoys of the Lance Front and the Veshti Guard met."
    reading = Account("a").says(sentence, "met", type="CONSULT", agents=("envoys",)).reading()
    actors = tuple(
        Actor(name=name, mentions=(Span(start=sentence.index(name), end=sentence.index(name) + len(name)),))
        for name in ("envoys", "Lance Front", "Veshti Guard")
    )
    [entry] = ledger([reading.model_copy(update={"actors": actors})]).entries
    assert (entry.one, entry.other, entry.how, entry.counts) == ("Lance Front", "Veshti Guard", "named", False)
