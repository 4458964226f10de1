"""Documents that pass on one source are one witness of an event, and of a denial wherever it stands."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations
from typing import Any

import pytest

from rashomon.comparing.events.types import Event, Mention
from rashomon.comparing.sources import CommonSource, common_sources
from rashomon.model import Reading
from tests.comparing.accounts import Account

DAY = "2031-05-12"


def event(id: str, readings: Sequence[Reading], *claims: str, since: str | None = None) -> Event:
    """An event of claims by their ids in the case."""
    chains = {f"{r.document.id}:{c.id}": c.speakers for r in readings for c in r.claims}
    mentions = tuple(
        Mention(document=claim.split(":")[0], claim=claim.split(":")[1], chain=chains[claim]) for claim in claims
    )
    return Event(
        id=id, title="Something", type=None, place=None, place_id=None, since=since, until=since, mentions=mentions
    )


def charge(id: str, place: str | None = "Orm", when: str | None = DAY, day: str = "2031-05-13", **more: Any) -> Account:
    """An account of a seizure."""
    text = more.pop("text", f"The Lance Front arrested clerks in {place}.")
    return Account(id, published=day).says(
        text, "arrested", type="COERCE", agents=("Lance Front",), place=place, when=when, **more
    )


def denial(account: Account, *speakers: str, **more: Any) -> Account:
    """The account with a denial in it."""
    sentence = more.pop("text", "The Lance Front says that it arrested nobody.")
    return account.says(sentence, more.pop("word", "arrested"), *speakers, type="COERCE", factuality="not", **more)


def groups(events: Sequence[Event], readings: Sequence[Reading]) -> list[tuple[str, str, str, tuple[str, ...]]]:
    return [(s.event, s.stance, s.source, s.documents) for s in common_sources(events, readings)]


def case(*later: Account, since: str | None = DAY) -> tuple[list[Event], list[Reading]]:
    """A charge that two documents have beside its denial, and each later document's denial in an event of its own."""
    first = [denial(charge("a"), "Lance Front"), denial(charge("b", day="2031-05-14"), "Lance Front")]
    readings = [account.reading() for account in (*first, *later)]
    events = [event("e-1", readings, "a:c1", "a:c2", "b:c1", "b:c2", since=since)]
    for number, reading in enumerate(readings[2:], 2):
        ids = [f"{reading.document.id}:{c.id}" for c in reading.claims]
        days = {c.when for c in reading.claims if c.when}
        events.append(event(f"e-{number}", readings, *ids, since=min(days, default=None)))
    return events, readings


def denying(*later: Account) -> tuple[str, ...]:
    """The documents that are one witness of the denial in the first event."""
    return next(s.documents for s in common_sources(*case(*later)) if s.stance == "denies" and s.event == "e-1")


def test_what_two_documents_have_of_one_source_is_one_witness() -> None:
    some = [
        Account("a").says("Two huts burned, Ada Merrin said.", "burned", "Ada Merrin", type="ASSAULT"),
        Account("b").says("Huts burned, according to Ada Merrin.", "burned", "Ada Merrin", type="ASSAULT"),
        Account("c").says("Huts burned.", "burned", type="ASSAULT"),
    ]
    readings = [account.reading() for account in some]
    events = [event("e-1", readings, "a:c1", "b:c1", "c:c1")]
    assert groups(events, readings) == [("e-1", "affirms", "Ada Merrin", ("a", "b"))]


def test_a_document_that_has_more_than_the_source_says_does_not_rest_on_it() -> None:
    some = [
        Account("a").says("Two huts burned, Ada Merrin said.", "burned", "Ada Merrin", type="ASSAULT"),
        Account("b")
        .says("Huts burned, according to Ada Merrin.", "burned", "Ada Merrin", type="ASSAULT")
        .says("Our reporter saw that huts burned.", "burned", type="ASSAULT"),
    ]
    readings = [account.reading() for account in some]
    assert groups([event("e-1", readings, "a:c1", "b:c1", "b:c2")], readings) == []


def test_a_text_and_its_reprint_are_no_common_source() -> None:
    some = [
        Account(id).says("Two huts burned, Ada Merrin said.", "burned", "Ada Merrin", type="ASSAULT") for id in "abc"
    ]
    readings = [account.reading() for account in some]
    events = [event("e-1", readings, "a:c1", "b:c1", "c:c1")]
    assert not common_sources(events, readings, {"a": ("a",), "b": ("a",), "c": ("a",)})
    assert common_sources(events, readings, {"a": ("a",), "b": ("a",), "c": ("c",)})


def test_a_denial_told_before_the_deed_is_not_drawn_in_by_its_own_event() -> None:
    """It stands in one event with a denial that repeats another's."""
    early = denial(Account("c", published="2031-05-11"), "Lance Front")
    late = denial(Account("d", published="2031-05-16"), "Lance Front")
    events, readings = case(early, late)
    events = [events[0], event("e-9", readings, "c:c1", "d:c1")]
    assert [s.documents for s in common_sources(events, readings) if s.stance == "denies"] == [("a", "b", "d")]


def test_a_denial_without_day_and_place_is_the_one_denial() -> None:
    assert denying(denial(Account("c", published="2031-05-16"), "Lance Front")) == ("a", "b", "c")


def test_a_spokesman_denies_for_his_body() -> None:
    text = "Nobody was arrested, the Lance Front's spokeswoman, Ada Merrin, said."
    account = denial(Account("c", published="2031-05-16"), "Ada Merrin", text=text)
    assert denying(account) == ("a", "b", "c")


def test_a_denial_in_several_events_is_one() -> None:
    some = [denial(Account(id, published="2031-05-15"), "Lance Front") for id in "cde"]
    assert denying(*some) == ("a", "b", "c", "d", "e")


@pytest.mark.parametrize(
    "account",
    [
        denial(Account("c", published="2031-05-11"), "Lance Front"),
        denial(Account("c", published="2031-06-20"), "Lance Front"),
        denial(Account("c"), "Lance Front"),
        denial(Account("c", published="2031-05-14"), "Belmar League"),
        Account("c", published="2031-05-14").says(
            "The Lance Front says that it shelled nobody.", "shelled", "Lance Front", type="ASSAULT", factuality="not"
        ),
        Account("c", published="2031-05-14").says(
            "The Lance Front may have arrested them.", "arrested", "Lance Front", type="COERCE", factuality="possible"
        ),
        denial(Account("c", published="2031-05-14"), "Lance Front", place="Kel", text="It arrested nobody in Kel."),
        denial(Account("c", published="2031-05-20"), "Lance Front", when="2031-05-19"),
        denial(charge("c", "Kel"), "Lance Front"),
        denial(charge("c", "Orm", "2031-04-30"), "Lance Front"),
        denial(charge("c", "Kel district", text="The Lance Front arrested clerks in Kel district."), "Lance Front"),
    ],
    ids=[
        "before the deed", "weeks later", "undated", "another source", "another deed", "no denial", "another place",
        "another day", "of a charge elsewhere", "of an earlier charge", "of a part of elsewhere",
    ],
)  # fmt: skip
def test_what_is_not_the_same_denial_stays_apart(account: Account) -> None:
    assert denying(account) == ("a", "b")


def test_a_charge_in_a_part_of_the_place_is_of_the_place() -> None:
    text = "In Orm the Lance Front arrested clerks of the Mill district."
    account = denial(charge("c", "Mill district", text=text), "Lance Front")
    assert denying(account) == ("a", "b", "c")


def test_a_denial_counts_in_one_event_only() -> None:
    events, readings = case(denial(Account("c", published="2031-05-16"), "Lance Front"))
    found = [s for s in common_sources(events, readings) if "c" in s.documents]
    assert len(found) == 1


def test_the_order_of_documents_and_events_changes_nothing() -> None:
    some = (
        denial(Account("c", published="2031-05-15"), "Lance Front"),
        denial(charge("d", "Mill district", text="In Orm clerks of the Mill district were arrested."), "Lance Front"),
    )
    events, readings = case(*some)

    def found(some: Sequence[Event], others: Sequence[Reading]) -> set[CommonSource]:
        return set(common_sources(some, others))

    first = found(events, readings)
    assert any(s.documents == ("a", "b", "c", "d") for s in first)
    assert all(found(order, readings[::-1]) == first for order in permutations(events))
