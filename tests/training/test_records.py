from __future__ import annotations

from typing import Any

import pytest

from training.finding import Text
from training.notation import NotationError, read
from training.passages import parse
from training.records import Tied

TEXT = (
    "The Lantern League left Sele on Friday, dockers said. Its leader, Ivo Marr, vowed that the group would retake it. "
    "“We lost forty men there,” he told the Courier, which quoted him twice. Pell and Lusk fell too."
)


def arguments(line: str) -> list[tuple[str, str, str | None]]:
    """Role, name and words of every argument of a claim line."""

    def words(a: dict[str, Any]) -> str | None:
        return None if a["start"] is None else TEXT[a["start"] : a["end"]]

    return [(a["role"], a["name"], words(a)) for a in parse(line, TEXT)["arguments"]]


def complaints(line: str) -> list[str]:
    return Tied(read(line), Text(TEXT)).complaints


def test_every_argument_has_its_words() -> None:
    line = 'left | control RETREAT | Lantern League -> | @Sele | from Lantern League | t 2020-01-03 "on Friday"'
    assert arguments(line + ' | by dockers "said"') == [
        ("agent", "Lantern League", "Lantern League"),
        ("from", "Lantern League", "Lantern League"),
        ("place", "Sele", "Sele"),
        ("time", "2020-01-03", "on Friday"),
        ("teller", "dockers", "dockers"),
        ("cue", "dockers", "said"),
    ]


def test_names_stand_for_other_words_in_braces() -> None:
    line = "retake | control COERCE/seize | Lantern League{the group} -> | @Sele{it} | to Lantern League{the group}"
    assert arguments(line + ' | by Ivo Marr "vowed" | future') == [
        ("agent", "Lantern League", "the group"),
        ("to", "Lantern League", "the group"),
        ("place", "Sele", "it"),
        ("teller", "Ivo Marr", "Ivo Marr"),
        ("cue", "Ivo Marr", "vowed"),
    ]


def test_a_side_is_where_the_same_actor_is() -> None:
    line = "retake | control COERCE | Lantern League{the group} -> | @Sele{-} | to Lantern League"
    assert ("to", "Lantern League", "the group") in arguments(line)
    assert complaints("lost | control RETREAT | Courier{-} -> men | @Sele{-} | from Courier") == []


def test_numbered_words_numbers_and_no_words() -> None:
    line = (
        'lost | event | Lantern League{-} -> men | n killed 40 40 men "forty men" | by Courier > Ivo Marr{him} "told"'
    )
    assert arguments(line) == [
        ("agent", "Lantern League", None),
        ("recipient", "men", "men"),
        ("teller", "Courier", "Courier"),
        ("teller", "Ivo Marr", "him"),
        ("cue", "Ivo Marr", "told"),
        ("quantity", "men", "forty men"),
    ]
    assert ("agent", "Ivo Marr", "he") in arguments("told | event | Ivo Marr{he#1} ->")


def test_time_words_without_a_date_stand_for_themselves() -> None:
    assert arguments('left | event | -> | t "on Friday"') == [("time", "on Friday", "on Friday")]
    assert arguments("left | event | -> | t 2020-01") == [("time", "2020-01", None)]
    assert parse('left | event | -> | t "on Friday"', TEXT)["when"] is None


def test_a_joint_name_has_an_argument_for_each_part() -> None:
    line = "fell | event | Pell and Lusk -> dockers and Courier{the Courier}"
    assert arguments("fell | event | -> | @Lusk and Pell") == [
        ("place", "Lusk", "Lusk"),
        ("place", "Pell", "Pell"),
    ]
    assert arguments(line)[0] == ("agent", "Pell and Lusk", "Pell and Lusk")


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("lost | event | Lantern League -> men", ["agent 'Lantern League'"]),
        ("lost | event | Lantern League{We} -> men", []),
        ("lost | event | Lantern League{-} -> men | @Sele", []),
        ("lost | event | -> men | @Osselia", ["place 'Osselia'"]),
        ("retake | control COERCE | -> | @Sele", ["place 'Sele'"]),
        ("lost | event | -> men | by dockers", []),
        ('lost | event | -> men | by dockers "told"', ["teller 'dockers'"]),
    ],
)
def test_names_without_words_in_the_sentence_are_complained_of(line: str, named: list[str]) -> None:
    assert [c.split(" not in")[0] for c in complaints(line)] == named


def test_the_quote_spans_trigger_agents_and_recipients_of_one_sentence() -> None:
    assert parse("left | event | Lantern League -> Sele", TEXT)["quote"] == "Lantern League left Sele"
    assert parse("lost | event | Lantern League{The Lantern League#1} -> men", TEXT)["quote"] == "lost forty men"


@pytest.mark.parametrize(
    ("given", "quote"),
    [
        ("Its leader … retake it", "Its leader, Ivo Marr, vowed that the group would retake it"),
        ("Its leader ... it", "Its leader, Ivo Marr, vowed that the group would retake it"),
        ("the group would retake it", "the group would retake it"),
    ],
)
def test_a_quote_can_be_given(given: str, quote: str) -> None:
    claim = parse(f'retake | event | -> | q "{given}"', TEXT)
    assert claim["quote"] == quote == TEXT[claim["quote_start"] : claim["quote_end"]]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("retake | event | Ivo Marr{she} ->", "'she'"),
        ('retake | event | -> | by Ivo Marr "swore"', "'swore'"),
        ('retake | event | -> | t 2020 "on Monday"', "'on Monday'"),
        ('retake | event | -> | q "We lost … there"', "enclose"),
        ("retake | event | {it} ->", "no name"),
        ("retake", "a claim has"),
        ("retake | event | -> | future | possible", "one factuality"),
    ],
)
def test_words_that_are_not_there_are_faults(line: str, reason: str) -> None:
    with pytest.raises(NotationError, match=reason):
        parse(line, TEXT)
