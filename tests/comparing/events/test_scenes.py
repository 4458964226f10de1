"""Within a document: what goes on from a deed is of its scene, another day or the head of a paragraph opens another."""

from __future__ import annotations

from typing import Any

import pytest

from rashomon.comparing.events import Event, find
from rashomon.comparing.events.linking import linked
from rashomon.model import Document, Reading
from tests.comparing.accounts import Account, killed


def told(events: tuple[Event, ...]) -> list[list[str]]:
    return sorted(sorted(mention.claim for mention in event.mentions) for event in events)


def deed(account: Account, sentence: str, trigger: str, **fields: Any) -> None:
    account.says(sentence, trigger, **{"type": "ASSAULT", **fields})


def test_a_look_back_to_another_day_is_another_event() -> None:
    account = Account("a", published="2031-04-10")
    deed(account, "Shells hit the mill of Orm on Thursday.", "hit", when="2031-04-10", place="Orm")
    deed(account, "Four were killed.", "killed", quantities=killed(4))
    deed(account, "A week ago a bomb wrecked the ferry.", "wrecked", when="2031-04-03", place="Orm")
    assert told(find([account.reading()])) == [["c1", "c2"], ["c3"]]


def test_a_siege_is_not_the_shelling_beside_it() -> None:
    account = Account("a", published="2031-04-10")
    deed(account, "Shells hit the mill of Orm on Thursday.", "hit", when="2031-04-10", place="Orm")
    deed(account, "The Lances have encircled Orm.", "encircled", type="COERCE", place="Orm")
    assert told(find([account.reading()])) == [["c1"], ["c2"]]


def brief(text: str, *claims: tuple[str, str]) -> Reading:
    """A document of paragraphs with dated heads."""
    account = Account("brief", published="2031-04-12")
    for sentence, trigger in claims:
        deed(account, sentence, trigger)
    made = account.reading()
    moved = []
    for claim in made.claims:
        at = text.index(claim.quote)
        start = at + claim.start - claim.quote_start
        ends = {
            "start": start,
            "end": start + len(claim.trigger),
            "quote_start": at,
            "quote_end": at + len(claim.quote),
        }
        moved.append(claim.model_copy(update=ends))
    document = Document(id="brief", text=text, published="2031-04-12")
    return made.model_copy(update={"document": document, "claims": tuple(moved)})


@pytest.mark.parametrize("heads", [("8 April, Orm.", "11 April, Tarvol."), ("April 8:", "April 11:")])
def test_the_date_that_heads_a_paragraph_is_that_of_its_deeds(heads: tuple[str, str]) -> None:
    text = f"{heads[0]} Shells hit the bakery.\n\n{heads[1]} A bridge was blown up."
    found = find([brief(text, ("Shells hit the bakery.", "hit"), ("A bridge was blown up.", "blown up"))])
    assert [(event.since, event.until) for event in found] == [("2031-04-08",) * 2, ("2031-04-11",) * 2]


def test_a_date_in_the_middle_of_a_paragraph_heads_nothing() -> None:
    found = find([brief("Nobody spoke on 8 April. Shells hit the bakery.", ("Shells hit the bakery.", "hit"))])
    assert found[0].since is None


def test_groups_join_by_their_best_and_mean_pairs_and_never_across_a_bar() -> None:
    scores = {(0, 1): 2.0, (1, 2): 1.0, (0, 2): -0.5}
    assert linked(3, scores, lambda a, b: False, missing=-1.0) == [[0, 1, 2]]
    assert linked(3, scores, lambda a, b: (a, b) in {(0, 2), (2, 0)}, missing=-1.0) == [[0, 1], [2]]
    assert linked(3, {(0, 1): 2.0, (1, 2): 0.5}, lambda a, b: False, missing=-1.0) == [[0, 1], [2]]
    assert linked(3, {(0, 1): 2.0, (1, 2): 1.5}, lambda a, b: False, missing=-1.0, best=0.5) == [[0, 1, 2]]
