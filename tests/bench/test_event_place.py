"""The place of a verb: rows with broken offsets, merged rows, the baselines, and the fit of the weights."""

from __future__ import annotations

import json
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from bench import event_place, fit_signs
from bench.event_place import Question, questions, right

TEXT = "Gunmen from Tarvol killed two farmers in Ostry on Friday."


def row(verb: str, *places: str, text: str = TEXT, by_token: bool = False, **more: Any) -> dict[str, Any]:
    tokens: list[dict[str, Any]] = []
    at = 0
    for number, word in enumerate(text.replace(".", " .").split()):
        at = text.index(word, at)
        tokens.append({"text": word, "start": at, "end": at + len(word), "id": number})
    spans = [{"label": "VERB", "start": text.index(verb), "end": text.index(verb) + len(verb), "text": verb}]
    for place in places:
        start = text.index(place)
        number = next(t["id"] for t in tokens if t["start"] == start)
        span = {"label": "LOCATION", "token_start": number, "token_end": number, "text": place}
        offsets = (number, number) if by_token else (start, start + len(place))
        spans.append({**span, "start": offsets[0], "end": offsets[1]})
    return {"text": text, "spans": spans, "tokens": tokens, "source": "AP", **more}


def data(path: Path, *rows: dict[str, Any]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("labeled_text.jsonl", json.dumps(list(rows)))
        archive.writestr("__MACOSX/._labeled_text.jsonl", "no data")
    return path


def test_offsets_that_do_not_hold_are_taken_from_tokens_or_the_row_is_skipped() -> None:
    broken = row("killed", "Ostry")
    broken["spans"][1] |= {"start": 3, "end": 8, "token_start": 0, "token_end": 0}
    counts: Counter[str] = Counter()
    asked = questions([row("killed", "Ostry", by_token=True), broken], counts)
    assert [q.gold for q in asked] == [{(41, 46)}]
    assert counts == {"rows": 2, "places by token position": 1, "skipped": 1}


def test_rows_on_one_verb_are_merged_and_a_relabelled_one_replaces_the_others() -> None:
    counts: Counter[str] = Counter()
    rows = [row("killed", "Ostry"), row("killed", "Tarvol"), row("killed", answer="reject")]
    assert questions(rows, counts)[0].gold == {(12, 18), (41, 46)}
    relabelled = questions([*rows, row("killed", "Ostry", source="RELABEL"), row("killed", "Tarvol")], counts)
    assert [(q.gold, q.relabelled) for q in relabelled] == [({(41, 46)}, True)]


def test_right_is_any_overlap_with_a_gold_place() -> None:
    question = Question(TEXT, (19, 25), {(41, 46)}, False)
    assert right(question, (30, 42))
    assert not right(question, (12, 18))
    assert not right(question, None)


def test_the_command_shows_reader_and_baselines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert event_place.main([str(data(tmp_path / "a.zip", row("killed", "Ostry"))), "--errors", "3"]) == 0
    shown = capsys.readouterr().out
    both = shown[shown.index("both halves: 1 verbs, 1 with a place, 1 of them hard") :].splitlines()[2:7]
    figures = [(line[:26].strip(), line.split()[-4:]) for line in both]
    assert figures == [
        ("reader", ["1.000"] * 4),
        ("reader, must choose", ["1.000"] * 4),
        ("nearest place", ["0.000"] * 4),  # Tarvol stands nearer to the verb
        ("nearest after the verb", ["1.000"] * 4),
        ("reader, own places only", ["1.000"] * 4),
    ]
    assert "gold [" not in shown


def test_weights_follow_what_the_gold_prefers() -> None:
    case = fit_signs.Case((("lead: in",), ("lead: from",)), (True, False), True)
    weights = fit_signs.fit([case] * fit_signs.RARE)
    assert weights["lead: in"] > 0 > weights["lead: from"]
    assert fit_signs.fit([case] * fit_signs.RARE) == weights
    assert list(fit_signs.fit([case])) == ["any"]  # the signs are too rare


@pytest.mark.parametrize("command", [event_place.main, fit_signs.main])
def test_absent_data_ends_the_command(command: Any, tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="no such data"):
        command([str(tmp_path / "none.zip")])
