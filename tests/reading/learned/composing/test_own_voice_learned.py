"""Who speaks in the text of his own institution."""

from __future__ import annotations

import pytest

from rashomon.reading.learned.composing import compose
from tests.reading.learned.drafts import document, draft, frame
from training.unsettled import Unsettled


def _speakers(text: str, teller: str, source: str) -> tuple[tuple[str, ...], str]:
    told = frame(text, "shelled", [("teller", teller)], endorsement="neutral")
    (claim,) = compose(draft(text, told), document(text, source=source), Unsettled())
    return claim.speakers, claim.endorsement


@pytest.mark.parametrize(
    ("text", "teller"),
    [
        ("The Foreign Secretary said the Falcons shelled Tarn.", "The Foreign Secretary"),
        ("Minister for Trade Jan Orlo said the Falcons shelled Tarn.", "Jan Orlo"),
        ("A UK spokesman said the Falcons shelled Tarn.", "UK spokesman"),
        ("The UK said the Falcons shelled Tarn.", "The UK"),
    ],
)
def test_an_official_in_his_own_release_is_the_author(text: str, teller: str) -> None:
    assert _speakers(text, teller, "UK Government") == ((), "endorses")
    assert _speakers(text, teller, "The Tarn Gazette")[0] != ()


@pytest.mark.parametrize(
    ("text", "teller"),
    [
        ("The French foreign minister said the Falcons shelled Tarn.", "French foreign minister"),
        ("Farmers said the Falcons shelled Tarn.", "Farmers"),
    ],
)
def test_others_in_a_release_are_tellers(text: str, teller: str) -> None:
    assert len(_speakers(text, teller, "UK Government")[0]) == 1
