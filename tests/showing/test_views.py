import io
import re
from collections.abc import Callable

import pytest
from rich.console import Console

from rashomon.model import Claim, Control, Quantity, Reading
from rashomon.reading.confident import confident
from rashomon.showing import screen, show_explanation, show_reading
from rashomon.showing.claim_line import claim_line, words_line
from rashomon.showing.phrases import NOTICE, amount, chance, firmness, listed
from rashomon.showing.safe import visible, visible_lines


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("COLUMNS", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


def shown(reading: Reading, out: io.StringIO | None = None) -> str:
    out = out or io.StringIO()
    show_reading(reading, screen(out))
    return out.getvalue()


def test_tellers_come_one_after_the_other_and_the_author_first(written: Reading) -> None:
    lines = [line for line in shown(written).splitlines() if re.search(r"  \d+ claims?$", line)]
    assert lines == [
        "Ada Merrin, in “Who holds Tarvol?”  2 claims",
        "State radio  1 claim",
        "Red Lances  1 claim",
    ]


def test_a_chain_of_tellers_is_shown_as_one(written: Reading) -> None:
    claim = written.claims[0].model_copy(update={"speakers": ("State television", "army")})
    assert "State television → army  1 claim" in shown(written.model_copy(update={"claims": (claim,)}))


def test_every_view_says_that_these_are_allegations(written: Reading) -> None:
    for reading in (written, written.model_copy(update={"claims": ()})):
        assert NOTICE in " ".join(shown(reading).split())


def test_a_claim_shows_its_words_how_firmly_and_where_they_stand(
    written: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    text = " ".join(shown(written).split())
    assert "Tarvol, from Red Lances to army: “retaken” [control, coerce, seize]" in text
    assert "“the army had retaken Tarvol from the Red Lances”" in text
    assert "says it did not happen" in text
    claim = written.claims[0]
    assert f"{claim.start}–{claim.end}" in text


def test_a_pipe_gets_no_escapes_and_a_stable_width(written: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    text = shown(written)
    assert "\x1b" not in text
    assert max(map(len, text.splitlines())) <= 100
    monkeypatch.setenv("COLUMNS", "60")
    assert max(map(len, shown(written).splitlines())) <= 60
    assert not re.search(r" $", text, re.MULTILINE)


def test_a_terminal_gets_colour_unless_no_color_is_set(written: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[" in shown(written, Terminal())
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in shown(written, Terminal())


@pytest.mark.parametrize("columns", ["40", "80", "120", "200"])
def test_no_line_is_wider_than_the_screen(written: Reading, monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert max(map(len, shown(written).splitlines())) <= int(columns)


def test_hostile_text_cannot_reach_the_terminal(written: Reading, make_claim: Callable[..., Claim]) -> None:
    text = "\x1b]0;owned\x07the [bold red]army[/] :boom: \u202eleft\u202c\x9b31m"
    claim = make_claim("c1", "left", text, text=text, agents=("\x1b[31marmy",), speakers=("a\x08\u2066b",))
    document = written.document.model_copy(update={"text": text, "title": "\x1b[2Jtitle", "path": "a\x1b[1m.txt"})
    out = shown(written.model_copy(update={"claims": (claim,), "document": document}))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", out)
    assert "\\x1b[31marmy" in out
    assert "[bold red]army[/] :boom:" in out
    assert "a\\x08\\u2066b" in out


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("a\r\n\t b", "a b"),
        ("\u200fa\u00adb", "\\u200fa\\xadb"),
        ("👩\u200d🌾 naïve e\u0301", "👩\u200d🌾 naïve e\u0301"),
        ("\U000e0041", "\\U000e0041"),
        ("\ud800", "\\ud800"),
    ],
)
def test_controls_are_made_visible(text: str, safe: str) -> None:
    assert visible(text) == safe


def test_lines_may_stay_lines() -> None:
    assert visible_lines("a\n\tb\r\x1b") == "a\n\tb\\x0d\\x1b"


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "says it happened"),
        ({"kind": "relation", "sign": "+"}, "says it is so"),
        ({"factuality": "not"}, "says it did not happen"),
        ({"factuality": "demanded", "negated": True}, "calls for it not to happen"),
        ({"factuality": "future", "negated": True}, "says it is not to happen"),
        ({"speakers": ("A",), "endorsement": "rejects"}, "says it happened; the author disowns it"),
        ({"speakers": ("A",), "endorsement": "neutral", "factuality": "possible"}, "says it may be so"),
        ({"kind": "control", "control": Control(place="T", to="A", holds=True)}, "says it is so"),
    ],
)
def test_how_firmly(make_claim: Callable[..., Claim], fields: dict[str, object], words: str) -> None:
    assert firmness(make_claim("c1", "left", "left", text="left", **fields)) == words


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({"agents": ("A", "B", "C"), "recipients": ("D",)}, "A, B and C → D: “left”"),
        ({"recipients": ("D",), "type": "ASSAULT", "mode": "aerial"}, "(unnamed) → D: “left” [assault, aerial]"),
        ({"agents": ("A",), "place": "T", "when": "2016-01"}, "A: “left”, in T, 2016-01"),
        ({"unresolved": ("agents",)}, "(unresolved): “left”"),
        ({"agents": ("A",), "unresolved": ("recipients",)}, "A → (unresolved): “left”"),
        ({"kind": "relation", "sign": "-", "agents": ("A",), "recipients": ("B",)}, "A → B: “left” [hostile tie]"),
        ({"kind": "appraisal", "sign": "+", "recipients": ("B",)}, "B: “left” [judged well]"),
        (
            {"kind": "control", "place": "T", "agents": ("C",), "control": Control(place="T", from_="A", to="B")},
            "T, from A to B, by C: “left” [control]",
        ),
        ({"kind": "control", "control": Control(place="T", to="B")}, "T, to B: “left” [control]"),
        ({"kind": "control", "control": Control(place="T", from_="A")}, "T, from A: “left” [control]"),
        ({"kind": "control", "control": Control(place="T")}, "T, changing hands: “left” [control]"),
        (
            {"kind": "control", "control": Control(place="T", to="B"), "unresolved": ("control.from",)},
            "T, from (unresolved) to B: “left” [control]",
        ),
        (
            {"kind": "control", "agents": ("A",), "control": Control(place="T", to="A", holds=True)},
            "T, held by A: “left” [control]",
        ),
        (
            {"quantities": (Quantity(what="killed", min=12, max=None, who="men", start=0, end=0),)},
            "(unnamed): “left”, at least 12 men killed",
        ),
    ],
)
def test_a_claim_on_a_line(make_claim: Callable[..., Claim], fields: dict[str, object], line: str) -> None:
    assert claim_line(make_claim("c1", "left", "left", text="left", **fields)).plain == line


def test_long_words_are_cut_around_the_trigger(make_claim: Callable[..., Claim]) -> None:
    quote = "one two " * 40 + "bombed " + "three four " * 40
    line = words_line(make_claim("c1", "bombed", quote, text=quote), 60).plain
    assert line.startswith("“…")
    assert line.endswith("…”")
    assert " bombed " in line
    assert len(line) < 70


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (3, 3, "3 men killed"),
        (3, 9, "3 to 9 men killed"),
        (None, 9, "up to 9 men killed"),
        (3, None, "at least 3 men killed"),
        (1200, 1200, "1,200 men killed"),
        (0, 0, "no men killed"),
    ],
)
def test_numbers_in_words(low: int | None, high: int | None, words: str) -> None:
    assert amount(Quantity(what="killed", min=low, max=high, who="men", start=0, end=0)) == words


def test_numbers_of_nobody_and_of_things() -> None:
    assert amount(Quantity(what="captured", min=0, max=0, who=None, start=0, end=0)) == "nobody captured"
    assert amount(Quantity(what="strikes", min=60, max=60, who="rockets", start=0, end=0)) == "60 rockets"
    assert (
        amount(Quantity(what="other", min=4000000, max=4000000, who="dollars", start=0, end=0)) == "4,000,000 dollars"
    )


def test_names_in_a_list() -> None:
    assert [listed(("A",)), listed(("A", "B")), listed(("A", "B", "C"))] == ["A", "A and B", "A, B and C"]


def test_a_screen_for_a_dumb_terminal_is_plain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    console = screen(Terminal())
    assert isinstance(console, Console)
    assert console.color_system is None
    assert console.width == 100


def test_a_table_shows_confidence_where_there_is_one(written: Reading, calibrated: Reading) -> None:
    assert re.findall(r"confidence \S+", shown(calibrated)) == [f"confidence {p}" for p in (".30", ".05", ".91", ".63")]
    assert "confidence" not in shown(written)


def test_a_table_says_what_was_left_out(calibrated: Reading) -> None:
    some = " ".join(shown(confident(calibrated, 0.5)).split())
    assert "2 claims by 2 tellers; 2 claims below confidence .5 not shown. Machine-read" in some
    none = " ".join(shown(confident(calibrated, 0.95)).split())
    assert "4 claims below confidence .95 not shown. Machine-read" in none
    assert "No claims were read" not in none
    assert "not shown" not in shown(confident(calibrated, 0.0))


def test_an_explanation_tells_what_a_confidence_is_about(written: Reading, calibrated: Reading) -> None:
    def explained(reading: Reading) -> str:
        out = io.StringIO()
        show_explanation(reading, reading.claims[0], None, screen(out))
        return " ".join(out.getvalue().split())

    text = explained(confident(calibrated, 0.5))
    assert "confidence .91 that it is read right, not that it is so; of its parts: found .98, agents .95" in text
    assert "2 claims below confidence .5 not shown" in text
    assert "The clause as parsed" not in text
    assert "confidence" not in explained(written)


@pytest.mark.parametrize(
    ("probability", "written"),
    [(0.634, ".63"), (0.5, ".50"), (1, "1"), (0, "0"), (0.9999, ".99"), (0.0001, ".01")],
)
def test_chances_are_never_rounded_to_certainty(probability: float, written: str) -> None:
    assert chance(probability) == written
