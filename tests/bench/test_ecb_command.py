"""The whole measure on two invented articles of one fire and one of a visit."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from bench.ecb.__main__ import main
from bench.ecb.baseline import SCOPES
from bench.ecb.errors import causes, shown
from bench.ecb.grouping import Split, ours
from rashomon.comparing.events.scoring.weights import load

ARTICLES = {
    "1_1ecb.xml": ("1ecb", "Militia fighters burned the mill of Orsa .", 2, "burn", "fire"),
    "1_2ecb.xml": ("1ecb", "In Orsa the mill was burned by militia fighters .", 5, "burn", "fire"),
    "2_1ecb.xml": ("2ecb", "Minister Tarn visited a harbour in Vell .", 2, "visit", "visit"),
    "2_2ecb.xml": ("2ecb", "They burned wood in Vell .", 1, "burn", "wood"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("ecb")
    records = []
    with zipfile.ZipFile(made / "topics-1-2.zip", "w") as archive:
        for name, (topic, text, at, lemma, chain) in ARTICLES.items():
            words = text.split()
            tokens = (f'<token sentence="0" number="{i}">{word}</token>' for i, word in enumerate(words))
            archive.writestr(f"{topic[0]}/{name}", f"<Document>{''.join(tokens)}</Document>")
            mention = {"mention_id": f"{name}_{at}", "doc_id": name, "topic_id": topic, "tokens_number": [at]}
            head = {"tokens_str": words[at], "mention_head": words[at], "mention_head_lemma": lemma}
            records.append({**mention, **head, "coref_chain": chain})
    for split in ("dev", "train"):
        (made / f"{split}_event_mentions.jsonl").write_text("".join(json.dumps(r) + "\n" for r in records))
    return made


def test_data_that_is_absent_is_said_to_be_absent(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"dev_event_mentions\.jsonl: no such data"):
        main([str(tmp_path)])


def test_both_are_measured_side_by_side(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder), "--errors", "1"]) == 0
    shown = capsys.readouterr().out
    assert shown.count("head lemma") == shown.count(": ours") == len(SCOPES)
    assert "wrong pairs over all" in shown


def test_what_goes_with_a_mention_is_read(folder: Path) -> None:
    split = Split.read(folder, "dev")
    one, other, visit, wood = split.sights
    assert frozenset({"militia", "fighters"}) in one.agents
    assert any("mill" in phrase for phrase in one.targets)
    assert one.agents == other.agents  # of an active and a passive
    assert one.vector is not None
    assert visit.lemma == "visit"
    assert wood.document == "2_2ecb.xml"
    found = ours(split, SCOPES["over all"], load())
    fire, again, *others = (found[mention.id] for mention in split.mentions)
    assert fire == again
    assert fire not in others
    assert dict(causes(split, dict.fromkeys(found, 0)))["put together"] == 5
    assert any("[burned]" in line for line in shown(split, dict.fromkeys(found, 0), 9))
