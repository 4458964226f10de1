"""Which documents have nothing of an event but what one source says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.comparing.events import find
from rashomon.comparing.sources import CommonSource, common_sources
from rashomon.model import Place, Reading
from tests.comparing.accounts import Account

GUARD = "Salt Guard"


def sources(readings: Sequence[Reading]) -> list[CommonSource]:
    return list(common_sources(find(readings), readings))


def denial(outlet: str, published: str, sentence: str, trigger: str, speaker: str = GUARD, **fields: Any) -> Reading:
    account = Account(outlet.lower(), outlet, published, places=(Place(name="Orm"),))
    account.says(sentence, trigger, speaker, type="COERCE", factuality="not", agents=(speaker,), **fields)
    return account.reading()


def three() -> list[Reading]:
    return [
        denial("Herald", "2031-04-05", "It says that it arrested nobody in Orm on Monday.", "arrested",
               when="2031-04-04", place="Orm"),
        denial("Courier", "2031-04-06", "The Salt Guard has told us that nobody is held.", "held"),
        denial("Tribune", "2031-04-09", "The Salt Guard maintains that there were no arrests.", "arrests"),
    ]  # fmt: skip


def test_one_body_s_denials_of_one_sort_of_deed_are_one_denial_in_whatever_words() -> None:
    (found,) = sources(three())
    assert (found.stance, found.source) == ("denies", GUARD)
    assert found.documents == ("courier", "herald", "tribune")
    assert found.claims == ("courier:c1", "herald:c1", "tribune:c1")


@pytest.mark.parametrize(
    "other",
    [
        denial("Beacon", "2031-04-03", "The Salt Guard said that it arrested nobody.", "arrested"),
        denial("Beacon", "2031-04-30", "The Salt Guard said that it arrested nobody.", "arrested"),
        denial("Beacon", "2031-04-06", "The Salt Guard arrested nobody in Tarvol.", "arrested", place="Tarvol"),
        denial("Beacon", "2031-04-06", "The Salt Guard said that it had shot nobody.", "shot"),
        denial("Beacon", "2031-04-06", "The Red Lances said that it arrested nobody.", "arrested", "Red Lances"),
        denial("Beacon", "2031-04-06", "The Salt Guard arrested nobody on Tuesday.", "arrested", when="2031-04-05"),
    ],
    ids=["before the deed", "long after", "elsewhere", "of another deed", "of another body", "of another day"],
)  # fmt: skip
def test_a_denial_of_something_else_is_another(other: Reading) -> None:
    assert not any({"beacon", "herald"} <= {*found.documents} for found in sources([*three(), other]))


def test_what_an_outlet_knows_of_itself_rests_on_nobody() -> None:
    own = Account("own", "Beacon", "2031-04-06")
    own.says("Nobody was arrested in Orm.", "arrested", type="COERCE", factuality="not", place="Orm")
    (found,) = sources([*three(), own.reading()])
    assert "own" not in found.documents


@given(st.permutations(three()))
@settings(max_examples=6, deadline=None)
def test_the_order_of_documents_changes_nothing(shuffled: list[Reading]) -> None:
    assert sources(shuffled) == sources(three())
