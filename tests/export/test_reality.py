"""What is said to be so, and what stays out of formats that would turn it into facts."""

from collections.abc import Callable
from typing import Any

import pytest

from rashomon.export.reality import UNREAL, Tally, is_real, only_real, standing
from rashomon.model import Claim, Reading


@pytest.mark.parametrize(
    ("fields", "real", "stands"),
    [
        ({}, True, "happened"),
        ({"factuality": "not"}, False, "not"),
        ({"factuality": "possible"}, False, "possible"),
        ({"factuality": "demanded", "negated": True}, False, "demanded (not to)"),
        ({"speakers": ("army",), "endorsement": "neutral"}, True, "happened"),
        ({"speakers": ("army",), "endorsement": "rejects"}, False, "happened (disowned by the author)"),
    ],
)
def test_only_what_is_said_to_be_so_is_real(
    make_claim: Callable[..., Claim], fields: dict[str, Any], real: bool, stands: str
) -> None:
    claim = make_claim("c1", "losing", "losing it", **fields)
    assert (is_real(claim), standing(claim)) == (real, stands)


def test_what_is_not_is_counted(mapped: Reading, written: Reading) -> None:
    tally = Tally()
    kept = list(only_real([mapped, written], tally))
    assert [[claim.id for claim in reading.claims] for reading in kept] == [["c1", "c4"], ["c1", "c3", "c4"]]
    assert tally.left_out == {UNREAL: 3}
