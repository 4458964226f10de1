from __future__ import annotations

import json
from pathlib import Path

from rashomon.reading.learned.lexicon import Lexicon

DATA = {
    "marks": ["event/ASSAULT", "event/AGREE", "cue"],
    "words": {"shelled": [0], "said": [2]},
    "phrases": {"made": [[[["peace"], ["with"]], [1]]]},
}


def lexicon(folder: Path) -> Lexicon:
    path = folder / "lexicon.json"
    path.write_text(json.dumps(DATA), encoding="utf-8")
    return Lexicon.load(path)


def test_words_are_marked_however_they_are_written(tmp_path: Path) -> None:
    assert lexicon(tmp_path).of(["Norva", "Shelled", "Orsa", ",", "he", "SAID"]) == [(), (0,), (), (), (), (2,)]


def test_a_phrase_marks_its_head_where_its_other_words_are_near(tmp_path: Path) -> None:
    known = lexicon(tmp_path)
    assert known.of(["They", "made", "a", "lasting", "peace", "with", "Orsa"])[1] == (1,)
    assert known.of(["They", "made", "peace"])[1] == ()
    assert (
        known.of(
            ["They", "made", "peace", "one", "day", "long", "ago", ",", "not", "in", "haste", ",", "with", "Orsa"]
        )[1]
        == ()
    )
