"""Words of belonging formed from the lands that a text names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from rashomon.reading.actors.belonging import belongs

Reads = Callable[..., Any]


@pytest.mark.parametrize(
    ("word", "land", "expected"),
    [
        ("Mirovian", "Mirovia", True),
        ("Tarnish", "Tarn", True),
        ("Keshi", "Kesh", True),
        ("Dormenese", "Dormen", True),
        ("Mirovia", "Mirovia", False),
        ("Mirovists", "Mirovia", False),
        ("Marn", "Mirovia", False),
    ],
)
def test_how_words_of_belonging_are_formed(word: str, land: str, expected: bool) -> None:
    assert belongs(word, land) is expected


def test_a_deed_of_belonging_is_the_lands(reads: Reads) -> None:
    read = reads("They lived in Mirovia. The Mirovian raid on Tarn killed six.")
    assert read.who("raid") == ["Mirovia"]


def test_it_needs_the_land_in_the_text(reads: Reads) -> None:
    assert reads("The Mirovian raid on Tarn killed six.").who("raid") != ["Mirovia"]


def test_people_keep_their_own_name(reads: Reads) -> None:
    assert reads("They lived in Mirovia. The Mirovians left.").who("Mirovians") == ["Mirovians"]


def test_the_word_keeps_its_capital_at_the_start(reads: Reads) -> None:
    read = reads("They fled the Mirovian raid in Mirovia. Mirovian troops left.")
    assert read.who("troops") == ["Mirovian troops"]
