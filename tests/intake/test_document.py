import pytest

from rashomon.errors import InputError, LanguageError
from rashomon.intake import MAX_CHARACTERS, Details, make_document
from rashomon.intake.details import iso_date


def test_text_is_kept_as_it_is() -> None:
    text = "The army\r\nleft \u202eTarvol\u202c with a cafe\u0301 \U0001f642 behind it.\r\n\r\n"
    assert make_document(text, "a").text == text


@pytest.mark.parametrize("text", ["", " ", "\r\n\t \n", "\ufeff", "\u200b \x00"])
def test_nothing_to_read_is_refused(text: str) -> None:
    with pytest.raises(InputError, match=r"a: (is empty|holds no text)"):
        make_document(text, "a")


def test_a_text_beyond_the_limit_is_refused_and_says_so() -> None:
    with pytest.raises(InputError, match="1,000,001 characters; at most 1,000,000"):
        make_document("a" * (MAX_CHARACTERS + 1), "a")


def test_half_a_surrogate_pair_is_refused_with_its_place() -> None:
    with pytest.raises(InputError, match="surrogate pair at character 4"):
        make_document("The \ud83d army", "a")


def test_another_language_is_refused_unless_english_is_insisted_on() -> None:
    text = "Die Armee hat die Stadt am Freitag eingenommen, sagte ein Sprecher der Regierung."
    with pytest.raises(LanguageError, match=r"a: is not in English, it seems, but in 'de' .*--lang en"):
        make_document(text, "a")
    assert make_document(text, "a", Details(lang="en")).lang == "en"


def test_a_language_that_the_reader_does_not_know_cannot_be_insisted_on() -> None:
    with pytest.raises(LanguageError, match="'fr' is not known"):
        make_document("The army left.", "a", Details(lang="fr"))


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("2016-12-11", "2016-12-11"),
        ("2016-12-11T08:30:00Z", "2016-12-11"),
        ("2016-12", "2016-12"),
        ("2016", "2016"),
        (" 2016-02-29 ", "2016-02-29"),
        ("2015-02-29", None),
        ("2016-13", None),
        ("11 December 2016", None),
        ("20161211", None),
        ("", None),
    ],
)
def test_dates_are_iso_and_real(given: str, kept: str | None) -> None:
    assert iso_date(given) == kept


def test_a_date_that_is_none_is_an_error() -> None:
    with pytest.raises(InputError, match="published 'Dec 11, 2016' is not a date"):
        make_document("The army left.", "a", Details(published="Dec 11, 2016"))
