import pytest

from rashomon.intake.columns import ColumnError, Columns, filled, parse_columns


def test_names_are_compared_without_case_and_signs() -> None:
    assert Columns().choose(["Publish-Date", "Main Text", "x"]) == {"published": (0,), "text": (1,)}


def test_the_surest_name_comes_first() -> None:
    chosen = Columns().choose(["domain", "content", "text", "outlet"])
    assert (chosen["text"], chosen["source"]) == ((2, 1), (3, 0))


def test_a_column_that_is_named_serves_nothing_else() -> None:
    chosen = Columns(title="text", text="words").choose(["text", "words", "body"])
    assert chosen == {"text": (1,), "title": (0,)}


def test_a_column_that_is_named_and_there_twice_is_refused() -> None:
    with pytest.raises(ColumnError, match="has 2 columns “a”"):
        Columns(text="a").choose(["a", "a"])


def test_long_heads_are_shown_in_part() -> None:
    with pytest.raises(ColumnError) as error:
        Columns().choose(["w" * 500, *map(str, range(100))])
    assert len(str(error.value)) < 300
    assert "and 81 more" in str(error.value)


def test_pairs_become_columns() -> None:
    assert parse_columns(["text=body", "published = pub date"]) == Columns(text="body", published="pub date")


@pytest.mark.parametrize(
    ("pairs", "reason"),
    [
        (["body"], "'body' is not like text=body"),
        (["text="], "'text=' is not like text=body"),
        (["tone=x"], "'tone' is none of text, title, source, author, published, url, id, lang"),
        (["text=a", "text=b"], "text is given twice"),
    ],
)
def test_pairs_that_say_nothing_are_refused(pairs: list[str], reason: str) -> None:
    with pytest.raises(ColumnError) as error:
        parse_columns(pairs)
    assert str(error.value) == reason


@pytest.mark.parametrize(
    ("cell", "value"), [("  a ", "a"), ("", None), ("NaN", None), ("\\N", None), ("None of them", "None of them")]
)
def test_cells_that_hold_nothing(cell: str, value: str | None) -> None:
    assert filled(cell) == value


def test_a_refusal_is_one_line_whatever_columns_are_called() -> None:
    with pytest.raises(ColumnError) as refused:
        Columns().choose(["id", "The army\nleft\r\nTarvol"])
    assert "\n" not in str(refused.value)
    assert "The army left Tarvol" in str(refused.value)
