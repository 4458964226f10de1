"""Each measuring command runs on tiny invented data, and says plainly when its data is absent."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

import rashomon
from bench import agreement, cameo, entities, factuality, gate, gold, probes, re3d, results, speed
from rashomon.errors import ReaderError
from rashomon.model import Document, Reading
from rashomon.reading.choosing import READERS, Choice


class Silent:
    """A reader that reads no claim, and knows how sure it is that a predicate happened."""

    name = "silent"

    def read(self, document: Document) -> Reading:
        return rashomon.read(document).model_copy(update={"claims": ()})

    def certainty(self, words: list[str], targets: list[int]) -> list[float]:
        return [-1.0 if "never" in words else 2.0 for _ in targets]


TEXT = "Norvay's army bombed Calder on Monday. The mayor of Lusk said that Norvay was helping Tarn."

SCORER = """
import json, sys
if "--json" in sys.argv:
    n = sum(1 for _ in open(sys.argv[2], encoding="utf-8"))
    found, kind = {"p": 0.5, "r": 0.25, "f1": 0.333, "n": 4}, {"p": 1, "r": 1, "f1": 1, "n": n}
    print(json.dumps({"found": found, "kind event": kind}))
else:
    print("1 documents")
    print("false allegations     1/4 = 0.250 of them")
"""


def lines(path: Path, *records: object) -> Path:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def test_gold(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    documents = lines(tmp_path / "documents.jsonl", {"doc": "a", "text": TEXT})
    (tmp_path / "score.py").write_text(SCORER)
    assert gold.main([str(lines(tmp_path / "gold.jsonl")), str(documents), str(tmp_path / "score.py")]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert shown[2].split() == ["found", "0.500", "0.250", "0.333", "0.870", "0.660", "0.780", "4"]
    assert shown[-1].split() == ["false", "allegations", "0.250", "0.370", "0.600", "0.420", "4"]


def test_probes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = lines(tmp_path / "probes.jsonl", {"id": "a", "text": TEXT, "claims": []})
    (tmp_path / "scorer.py").write_text("import sys\nprint(open(sys.argv[2], encoding='utf-8').read())")
    assert probes.main([str(data), str(tmp_path / "scorer.py")]) == 0
    read = [json.loads(line) for line in capsys.readouterr().out.splitlines() if line]
    assert {claim["doc"] for claim in read} == {"a"}
    assert all(TEXT[claim["start"] : claim["end"]] == claim["trigger"] for claim in read)


def test_claims_read_before_are_scored_as_they_are(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = lines(tmp_path / "probes.jsonl", {"id": "a", "text": TEXT, "claims": []})
    before = lines(tmp_path / "before.jsonl", {"doc": "a", "trigger": "dreamt"})
    show = "import sys\nprint(open(sys.argv[2], encoding='utf-8').read())"
    (tmp_path / "scorer.py").write_text(show)
    assert probes.main([str(data), str(tmp_path / "scorer.py"), "--predicted", str(before)]) == 0
    assert capsys.readouterr().out.strip() == before.read_text().strip()
    (tmp_path / "score.py").write_text(SCORER)
    paths = [lines(tmp_path / "gold.jsonl"), lines(tmp_path / "documents.jsonl"), tmp_path / "score.py"]
    assert gold.main([*map(str, paths), "--predicted", str(before)]) == 0
    assert "kind event" in capsys.readouterr().out
    with pytest.raises(SystemExit, match="no such data"):
        gold.main([*map(str, paths), "--predicted", str(tmp_path / "absent.jsonl")])


def test_the_reader_asked_for_reads(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(READERS, "learned", Choice(lambda parser, knowledge: Silent()))
    data = lines(tmp_path / "records.xml")
    data.write_text(
        '<Sentences><Sentence id="1"><EventCoding eventcode="190" sourcecode="FRAMIL" targetcode="ESP" />'
        "<Text>French troops attacked Spain.</Text></Sentence></Sentences>"
    )
    right = {}
    for reader in ("rules", "learned"):
        assert cameo.main([str(data), "--reader", reader]) == 0
        right[reader] = capsys.readouterr().out.splitlines()[1].split()[-1]
    assert right == {"rules": "1.000", "learned": "0.000"}
    test = lines(
        tmp_path / "test.jsonl",
        {"text": "They did leave .", "targets": [{"span1": [2, 3], "label": 2.0}]},
        {"text": "They never left .", "targets": [{"span1": [2, 3], "label": -1.0}]},
    )
    assert factuality.main([str(test), "--reader", "learned"]) == 0
    assert capsys.readouterr().out.splitlines()[1].split()[2:4] == ["1.000", "0.000"]  # r, mean error


def test_a_reader_that_is_not_there_ends_the_command_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def absent(parser: str | None, knowledge: tuple[str, ...]) -> Silent:
        raise ReaderError("not here")

    monkeypatch.setitem(READERS, "learned", Choice(absent))
    lines(tmp_path / "documents.jsonl", {"doc": "a", "text": TEXT})
    lines(tmp_path / "relations.jsonl")
    with pytest.raises(SystemExit, match=r"^not here$"):
        re3d.main([str(tmp_path), "--reader", "learned"])


def test_floors_are_pinned_for_the_rules_alone() -> None:
    with pytest.raises(SystemExit):
        gate.main(["--reader", "learned", "--pin"])


def test_re3d(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines(tmp_path / "documents.jsonl", {"doc": "a", "text": TEXT})
    lines(
        tmp_path / "relations.jsonl",
        {"doc": "a", "type": "FightingAgainst", "source": "Norvay's army", "sourceBegin": 0, "sourceEnd": 13,
         "target": "Calder", "targetBegin": 21, "targetEnd": 27},
        {"doc": "a", "type": "CoLocated", "source": "mayor", "sourceBegin": 43, "sourceEnd": 48,
         "target": "Lusk", "targetBegin": 52, "targetEnd": 56},
    )  # fmt: skip
    assert re3d.main([str(tmp_path)]) == 0
    shown = capsys.readouterr().out
    assert "FightingAgainst" in shown
    assert shown.splitlines()[1].split()[-2] == "1"  # one gold pair: the other type has no sign


def test_entities(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "Kenya bombed Tarn. The raid in Kenya ended, and they left. Ilsa Marn wept for the Grey Herons of Kenya."
    lines(tmp_path / "documents.jsonl", {"doc": "a", "text": text})
    marks = [("Kenya", 0, "Organisation", 1), ("Tarn", 0, "Location", 1), ("Kenya", 1, "Location", 1),
             ("they", 0, "Organisation", 1), ("Ilsa", 0, "Person", 0.2), ("Ilsa Marn", 0, "Person", 0.9),
             ("the Grey Herons of Kenya", 0, "Organisation", 1)]  # fmt: skip
    records = []
    for words, n, type_, confidence in marks:
        start = -1
        for _ in range(n + 1):
            start = text.index(words, start + 1)
        records.append({"doc": "a", "begin": start, "end": start + len(words), "type": type_, "value": words,
                        "confidence": confidence})  # fmt: skip
    lines(tmp_path / "entities.jsonl", *records)
    assert entities.main([str(tmp_path), "--links", str(tmp_path / "links.tsv"), "--draw", "1"]) == 0
    shown = capsys.readouterr().out.splitlines()
    rows = {line.split()[0]: line.split()[1:] for line in shown[1:6]}
    assert rows["Person"] == ["1.000", "1.000", "1.000", "1", "1"]  # an annotation of little confidence is none
    assert rows["Organisation"][1] == "1.000"
    assert rows["Location"] == ["1.000", "1.000", "1.000", "2", "2"]  # "of Kenya" lies within longer gold words
    assert rows["all"][3] == "5"  # without "they"
    assert "organisations hit 2, linked to a known actor 1 = 0.500" in shown
    assert (tmp_path / "links.tsv").read_text() == "a\t0\t5\tKenya\tKE\n"
    assert shown[-1] == "a\t0\t5\tKenya\tKE"


def test_links_judged_by_hand_are_read(tmp_path: Path) -> None:
    page = tmp_path / "links.tsv"
    page.write_text("# document, start, end, actor, verdict\na\t0\t5\tKE\tright\na\t9\t12\tET\twrong\n")
    assert entities.judged(page) == {("a", 0, 5, "KE"): True, ("a", 9, 12, "ET"): False}


def test_factuality(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = lines(
        tmp_path / "test.jsonl",
        {"text": "The army did not leave .", "targets": [{"span1": [4, 5], "label": -2.5, "span_text": "leave"}]},
        {"text": "The army left .", "targets": [{"span1": [2, 3], "label": 3.0, "span_text": "left"}]},
    )
    assert factuality.main([str(data)]) == 0
    reader, constant = (line.split() for line in capsys.readouterr().out.splitlines()[1:])
    assert float(reader[2]) == pytest.approx(1.0)  # both signs are plain
    assert float(constant[2]) == 0.0


def test_cameo(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = tmp_path / "records.xml"
    data.write_text(
        '<Sentences><Sentence id="1" evaluate="true"/>\n<EventCoding eventcode="190" sourcecode="FRAMIL" '
        'targetcode="ESP" />\n<Text>\nFrench troops attacked Spain & left.\n</Text>\n</Sentence>\n'
        '<Sentence id="2"><EventCoding noevents="True" /><Text></Text></Sentence></Sentences>'
    )
    assert cameo.main([str(data), "--errors"]) == 0
    assert "1 events in 1 sentences" in capsys.readouterr().out


def test_cameo_codes_as_types_and_names_as_codes() -> None:
    assert [cameo.plover(c) for c in ("190", "084", "085", "010", "1014")] == [
        "ASSAULT", "RETREAT", "CONCEDE", None, "REQUEST",
    ]  # fmt: skip
    assert [cameo.code(name) for name in ("French army", "France", "two shepherds")] == ["FRA", "FRA", "---"]


def test_speed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = lines(tmp_path / "documents.jsonl", {"doc": "a", "text": TEXT}, {"doc": "b", "text": TEXT * 5})
    assert speed.main([str(data), "--repeat", "1", "--jobs", "1"]) == 0
    shown = capsys.readouterr().out
    assert "bare spaCy, 1 process(es)" in shown
    assert "peak resident memory" in shown


@pytest.mark.parametrize(
    ("command", "arguments"),
    [
        (gold.main, ["a.jsonl", "b.jsonl", "c.py"]),
        (probes.main, ["a.jsonl", "c.py"]),
        (re3d.main, ["folder"]),
        (entities.main, ["folder"]),
        (factuality.main, ["a.jsonl"]),
        (cameo.main, ["a.xml"]),
        (speed.main, ["a.jsonl"]),
        (agreement.main, ["c.py"]),
    ],
)
def test_absent_data_is_said_in_one_line(
    command: Callable[[Sequence[str]], int], arguments: list[str], tmp_path: Path
) -> None:
    with pytest.raises(SystemExit) as stopped:
        command([str(tmp_path / name) for name in arguments])
    assert "no such data" in str(stopped.value)
    assert "\n" not in str(stopped.value)


def test_the_gate_on_a_file_of_ones_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "own.yaml").write_text(
        '- {id: a, text: "Rebels attacked the mill.", claims: "attacked | ASSAULT | Rebels -> mill"}'
    )
    gate.main([str(tmp_path / "own.yaml"), "--errors", "9"])
    assert "1 passages, 1 gold claims" in capsys.readouterr().out


def test_results_fill_the_blocks_that_have_data(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "RESULTS.md"
    page.write_text("Before\n<!-- re3d -->\n<!-- end -->\n<!-- cameo -->\nold\n<!-- end -->\nafter\n")
    (tmp_path / "data" / "re3d").mkdir(parents=True)
    lines(tmp_path / "data" / "re3d" / "documents.jsonl", {"doc": "a", "text": TEXT})
    lines(tmp_path / "data" / "re3d" / "relations.jsonl")
    assert results.main([str(tmp_path), "re3d", "cameo", "--results", str(page)]) == 0
    assert capsys.readouterr().out.splitlines() == ["re3d: done", "cameo: data absent, left as it was"]
    text = page.read_text()
    assert text.startswith("Before\n<!-- re3d -->\n`python -m bench.re3d ")
    assert text.endswith("\n<!-- end -->\n<!-- cameo -->\nold\n<!-- end -->\nafter\n")
