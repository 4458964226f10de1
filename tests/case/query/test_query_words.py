"""Words looked for never are FTS5 syntax."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.case.query.words import CLOSE, OPEN, expression, marked
from rashomon.errors import QueryError

TABLE = "CREATE VIRTUAL TABLE t USING fts5(quote, tokenize='unicode61 remove_diacritics 2')"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("army Tarvol", '"army" AND "Tarvol"'),
        ('"red lances" ret*', '"red lances" AND "ret" *'),
        ("“red lances”", '"red lances"'),
        ('"open phrase', '"open phrase"'),
        ("NOT army OR (x)", '"NOT" AND "army" AND "OR" AND "(x)"'),
        ("quote:army ^a - +", '"quote:army" AND "^a"'),
    ],
)
def test_words_phrases_and_beginnings(text: str, found: str) -> None:
    assert expression(text) == found


@given(st.text(max_size=30) | st.text(alphabet="ab\"*()^:+-{}\x00 ANDORT'", max_size=30))
def test_no_text_is_an_error_of_syntax(text: str) -> None:
    with sqlite3.connect(":memory:") as db:
        db.execute(TABLE)
        db.execute("INSERT INTO t VALUES ('a b AND')")
        try:
            wanted = expression(text)
        except QueryError:
            return
        db.execute("SELECT * FROM t WHERE t MATCH ?", (wanted,)).fetchall()
    db.close()


@given(st.lists(st.sampled_from(["café", "lances", "red", "Tarvol", "über"]), min_size=1, max_size=8), st.data())
def test_every_text_is_found_by_its_words(words: list[str], data: st.DataObject) -> None:
    word = data.draw(st.sampled_from(words))
    db = sqlite3.connect(":memory:")
    db.execute(TABLE)
    db.execute("INSERT INTO t VALUES (?)", (" ".join(words),))
    row = db.execute(
        "SELECT highlight(t, 0, ?, ?) FROM t WHERE t MATCH ?", (OPEN, CLOSE, expression(word[:3] + "*"))
    ).fetchone()
    db.close()
    snippet = marked(row[0])
    assert snippet.text == " ".join(words)
    assert {snippet.text[start:end] for start, end in snippet.marks} == {w for w in words if w.startswith(word[:3])}
