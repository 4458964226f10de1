from __future__ import annotations

import numpy as np
import pytest

from rashomon.comparing.events.scoring.vectors import Encoder, Vectors

TEXT = "Soldiers shelled the mill near Orsa. The minister praised the harvest."


@pytest.fixture(scope="module")
def vectors() -> Vectors:
    return Encoder().read(TEXT)


def at(vectors: Vectors, word: str) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    start = TEXT.index(word)
    found = vectors.of(start, start + len(word))
    assert found is not None
    return found


def test_words_are_found_where_they_begin(vectors: Vectors) -> None:
    assert [TEXT[begin : begin + 3] for begin in vectors.begins[:3]] == ["Sol", "she", "the"]
    assert len(vectors.begins) == len(vectors.rows)
    both = at(vectors, "Soldiers shelled")
    assert both == pytest.approx((at(vectors, "Soldiers") + at(vectors, "shelled")) / 2, abs=1e-5)


def test_where_no_word_begins_there_is_no_vector(vectors: Vectors) -> None:
    assert vectors.of(1, 4) is None
    assert vectors.of(len(TEXT), len(TEXT) + 9) is None
    assert Encoder().read("").of(0, 5) is None


def test_words_of_one_meaning_are_nearer_than_others(vectors: Vectors) -> None:
    other = Encoder().read("Troops bombarded the factory.")
    bombarded = other.of(7, 16)
    assert bombarded is not None

    def near(word: str) -> float:
        vector = at(vectors, word)
        return float(vector @ bombarded / np.linalg.norm(vector) / np.linalg.norm(bombarded))

    assert near("shelled") > near("praised")
