"""What sort of thing an invented name stands for."""

from collections.abc import Callable
from typing import Any

import pytest

Reads = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "word", "sort"),
    [
        ("The Grey Herons shelled a barn.", "Herons", "group"),
        ("Shells fell near Osterfell.", "Osterfell", "place"),
        ("Troops captured Brennick on Sunday.", "Brennick", "place"),
        ("Troops captured Major Brennick on Sunday.", "Brennick", "person"),
        ("Tarnholm, a village east of the dam, was shelled.", "Tarnholm", "place"),
        ("The poet Ilsa Marn was arrested.", "Marn", "person"),
        ("The town of Ellery fell.", "Ellery", "place"),
        ("Fighters of the Skarn surrendered.", "Skarn", "group"),
        ("The Lantern Brigade split.", "Brigade", "group"),
        ("The Harbour Gazette reported it.", "Gazette", "group"),
        ("Port Marle was quiet.", "Marle", "place"),
        ("Jets bombed the Tarn hospital.", "Tarn", "place"),
    ],
)
def test_surroundings_tell_the_sort(reads: Reads, text: str, word: str, sort: str) -> None:
    assert reads(text).sort(word) == sort


def test_a_name_typed_once_is_typed_everywhere(reads: Reads) -> None:
    read = reads("Vellin surrendered. Shells had fallen in Vellin for a week, and refugees fled from Vellin.")
    assert read.sort("Vellin", 1) == read.sort("Vellin", 2) == "place"


@pytest.mark.parametrize(
    ("text", "word", "sort"),
    [
        ("The ministry spoke.", "ministry", "group"),
        ("A ferryman spoke.", "ferryman", "person"),
        ("They left the valley.", "valley", "place"),
        ("They sold melons.", "melons", "thing"),
        ("The wounded waited.", "wounded", "person"),
    ],
)
def test_common_nouns_have_their_sort(reads: Reads, text: str, word: str, sort: str) -> None:
    assert reads(text).sort(word) == sort
