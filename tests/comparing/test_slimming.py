"""What is held of a reading while a whole case is compared."""

from __future__ import annotations

import pytest

from rashomon import read
from rashomon.analysis import control, relations
from rashomon.comparing import disputes
from rashomon.comparing.events import find
from rashomon.comparing.slimming import slim
from rashomon.model import Document, Reading

TEXTS = {
    "Orm Gazette": "The Salt Guard shelled the market of Orm on Monday, killing 12 people. Ada Merrin, a general of "
    "the Salt Guard, met envoys of the Red Lances. The Salt Guard and the Red Lances clashed near Tarvol. "
    "The Red Lances captured Tarvol from the Salt Guard.",
    "State Radio": "The Salt Guard denied that it had shelled the market of Orm on Monday. The Red Lances killed 15 "
    "people there, a spokesman said. Tarvol was liberated by the Red Lances.",
}


@pytest.fixture(scope="module")
def whole() -> list[Reading]:
    return [
        read(Document(id=name, text=text, source=name, published="2031-04-03", lang="en"))
        for name, text in TEXTS.items()
    ]


def test_it_comes_to_the_same(whole: list[Reading]) -> None:
    less = list(slim(whole))
    events = find(whole)
    assert events
    assert find(less) == events
    found = disputes.find(events, whole)
    assert {finding.kind for finding in found} & disputes.DISPUTES
    assert disputes.find(events, less) == found
    ledgers = control.ledgers(whole, events)
    assert ledgers
    assert control.ledgers(less, events) == ledgers
    assert relations.ledger(less) == relations.ledger(whole)


def test_words_and_values_stay_and_reasons_go(whole: list[Reading]) -> None:
    for one, less in zip(whole, slim(whole), strict=True):
        assert less.document == one.document
        assert sum(len(c.evidence) for c in less.claims) < sum(len(c.evidence) for c in one.claims)
        for before, after in zip(one.claims, less.claims, strict=True):
            assert after.model_dump(exclude={"evidence", "selector"}) == before.model_dump(
                exclude={"evidence", "selector"}
            )
