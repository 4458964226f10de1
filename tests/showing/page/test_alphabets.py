import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.showing.page.alphabets import mixed_alphabets


@pytest.mark.parametrize(
    ("text", "mixed"),
    [
        ("The Dеlta Courier", ("Cyrillic", "Latin")),
        ("Оstrel Gazette", ("Cyrillic", "Latin")),
        ("Tarvοl", ("Greek", "Latin")),
        ("Хмelмим Радио", ("Cyrillic", "Latin")),
        ("Osտrel", ("Armenian", "Latin")),
        ("D\u200be\u0301\u2060lt\u0430", ("Cyrillic", "Latin")),  # neither accents nor invisible characters part a word
        ("Dеltа Cοurier", ("Cyrillic", "Greek", "Latin")),
        ("ＦＵＬＬwidthа", ("Cyrillic", "Latin")),
    ],
)
def test_a_word_of_two_alphabets_is_noticed(text: str, mixed: tuple[str, ...]) -> None:
    assert mixed_alphabets(text) == mixed


@pytest.mark.parametrize(
    "text",
    [
        "Déjà vu à Ærøskøbing, Đắk Lắk, Kırıkkale, Łódź",
        "الجيش العربي",
        "al-حشد",
        "Новости Тарвола",
        "Τα Νέα",
        "大阪Station 東京ニュースNews 서울TV",
        "Радио Delta",
        "БТР-80 and T-72Б3",
        "5µm 3Ω №7 x² ½",
        "O’Brien’s ʻOkina",
        "नई दिल्ली",
        "",
    ],
)
def test_other_writing_gives_no_alarm(text: str) -> None:
    assert mixed_alphabets(text) == ()


@given(st.text(st.characters(max_codepoint=0x24F)))
def test_latin_alone_gives_no_alarm_however_accented(text: str) -> None:
    assert mixed_alphabets(text) == ()
    assert mixed_alphabets(unicodedata.normalize("NFD", text)) == ()


@given(st.text())
def test_any_text_is_judged(text: str) -> None:
    assert all(name.istitle() for name in mixed_alphabets(text))
