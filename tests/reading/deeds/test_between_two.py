"""What two do between them."""

from __future__ import annotations

import pytest

from rashomon import read

BOTH = {"Salt Guard", "Red Lances"}


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("There was fighting between the Salt Guard and the Red Lances in Orm.", "ASSAULT"),
        ("Fighting between the Salt Guard and the Red Lances went on.", "ASSAULT"),
        ("Fighting went on between the Salt Guard and the Red Lances.", "ASSAULT"),
        ("The Salt Guard and the Red Lances have one common enemy. Coordination between the two grew.", "COOPERATE"),
        ("The Salt Guard and the Red Lances share the valley. Talks between the two failed.", "CONSULT"),
    ],
)
def test_it_is_done_by_both(text: str, type: str) -> None:
    (claim,) = [c for c in read(text).claims if c.type == type]
    assert {*claim.agents} == BOTH


@pytest.mark.parametrize("text", ["Talks between the two failed.", "There was a fight between cultures in Orm."])
def test_nobody_is_made_up_for_it(text: str) -> None:
    assert all(not {*c.agents} & BOTH and c.type != "ASSAULT" for c in read(text).claims)
