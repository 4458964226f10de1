from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from rashomon.reading.learned.words import Window, Words, shape_of, split, windows

TOKENIZER = Tokenizer(
    models.WordPiece({"[UNK]": 0, "the": 1, "fal": 2, "##cons": 3, "left": 4, ".": 5}, unk_token="[UNK]")
)
TOKENIZER.normalizer = normalizers.BertNormalizer()
TOKENIZER.pre_tokenizer = pre_tokenizers.BertPreTokenizer()


def test_words_keep_their_pieces_and_their_place() -> None:
    words = split("The Falcons left.", TOKENIZER)
    assert words.stretches == ((0, 3), (4, 11), (12, 16), (16, 17))
    assert words.pieces == ((1,), (2, 3), (4,), (5,))


@pytest.mark.parametrize(("offset", "word"), [(0, 0), (2, 0), (3, 1), (4, 1), (10, 1), (16, 3), (17, 4)])
def test_the_word_at_an_offset_or_after_it(offset: int, word: int) -> None:
    assert split("The Falcons left.", TOKENIZER).at(offset) == word


def test_windows_end_where_sentences_do() -> None:
    words = Words(tuple((i, i + 1) for i in range(9)), tuple((7,) for _ in range(9)))
    assert windows(words, [0, 3, 6], pieces=8) == [Window(0, 6), Window(6, 9)]


def test_a_sentence_that_is_too_long_is_cut_at_a_word() -> None:
    words = Words(tuple((i, i + 1) for i in range(7)), tuple((7, 7) for _ in range(7)))
    assert windows(words, [0, 6], pieces=8) == [Window(0, 3), Window(3, 6), Window(6, 7)]


@given(
    sizes=st.lists(st.lists(st.integers(1, 9), min_size=1, max_size=12), min_size=1, max_size=8),
    room=st.integers(12, 40),
)
def test_windows_hold_every_word_once_and_never_too_much(sizes: list[list[int]], room: int) -> None:
    pieces = [(1,) * n for sentence in sizes for n in sentence]
    starts = [sum(map(len, sizes[:i])) for i in range(len(sizes))]
    found = windows(Words(tuple((i, i + 1) for i in range(len(pieces))), tuple(pieces)), starts, pieces=room)
    assert found[0].first == 0
    assert found[-1].last == len(pieces)
    assert all(a.last == b.first for a, b in pairwise(found))
    assert all(sum(map(len, pieces[w.first : w.last])) <= room - 2 for w in found)


@pytest.mark.parametrize(("word", "shape"), [("army", 1), ("Orsa", 2), ("UN", 3), ("A", 2), ("T-72", 4), ("“", 0)])
def test_how_a_word_is_written(word: str, shape: int) -> None:
    assert shape_of(word) == shape


def test_initials_that_look_like_a_word_are_spelled_out() -> None:
    pieces = {"[UNK]": 0, "is": 1, "i": 2, "##s": 3, "here": 4, "##e": 5, "t": 6, "##h": 7}
    tokenizer = Tokenizer(models.WordPiece(pieces, unk_token="[UNK]"))
    tokenizer.normalizer, tokenizer.pre_tokenizer = normalizers.BertNormalizer(), pre_tokenizers.BertPreTokenizer()
    assert split("IS is here", tokenizer).pieces == ((2, 3), (1,), (4,))
    assert split("IS HERE", tokenizer).pieces == ((1,), (4,))
