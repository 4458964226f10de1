from __future__ import annotations

import pytest

from rashomon.reading.learned.sentences import sentences


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Rebels fled. The army came.", ["Rebels fled.", "The army came."]),
        ("Gen. J. Marr left. He had lost.", ["Gen. J. Marr left.", "He had lost."]),
        ("“We fled. They burned it.” Marr wept.", ["“We fled.", "They burned it.”", "Marr wept."]),
        ("Some 3.5 tonnes came at 4 p.m. on Friday.", ["Some 3.5 tonnes came at 4 p.m. on Friday."]),
        ("They held No. 4 until May.", ["They held No. 4 until May."]),
        ("A headline\n\nRebels fled!", ["A headline", "Rebels fled!"]),
        ("Who fled? 40 men did.", ["Who fled?", "40 men did."]),
        ("", []),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == parts
