from __future__ import annotations

from training.finding import Text

TEXT = Text("He said he was ill. She says he's well; the mayor’s men say he lied to him.")


def words(at: tuple[int, int] | None) -> str | None:
    return at and TEXT.text[slice(*at)]


def test_occurrences_are_counted_letter_for_letter_first() -> None:
    assert TEXT.nth("he", 1) == (8, 10)
    assert TEXT.nth("he", 4) == (TEXT.text.index("he lied"), TEXT.text.index("he lied") + 2)
    assert TEXT.nth("he", 5) is None


def test_a_small_letter_also_finds_the_beginning_of_a_sentence() -> None:
    assert TEXT.nearest("she", (0, 2)) == (20, 23)


def test_near_stays_in_the_sentence_and_takes_the_closest() -> None:
    lied = TEXT.exactly("lied")[0]
    assert TEXT.near("he", lied) == TEXT.nth("he", 4)
    assert TEXT.near("ill", lied) is None
    assert words(TEXT.nearest("ill", lied)) == "ill"


def test_straight_and_curly_marks_are_the_same() -> None:
    assert words(TEXT.nth("mayor's men", 1)) == "mayor’s men"
    assert words(TEXT.nth("'s men", 1)) == "’s men"
