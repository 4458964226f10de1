from __future__ import annotations

from typing import Any

from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from training.examples import Argument, Example, Frame, Link
from training.examples.corpus import example

TEXT = "The mayor said that, according to fishermen, the navy had fired on them."
TOKENIZER = Tokenizer(models.WordPiece({"[UNK]": 0}, unk_token="[UNK]"))
TOKENIZER.normalizer, TOKENIZER.pre_tokenizer = normalizers.BertNormalizer(), pre_tokenizers.BertPreTokenizer()


def argument(role: str, name: str, words: str) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"role": role, "name": name, "start": start, "end": start + len(words)}


def claim() -> dict[str, Any]:
    start = TEXT.index("fired")
    return {
        "start": start, "end": start + 5, "kind": "event", "type": "ASSAULT", "mode": None, "factuality": "happened",
        "endorsement": "neutral", "negated": False, "control": None, "sign": None, "speakers": ["mayor", "fishermen"],
        "arguments": [
            argument("agent", "navy", "navy"), argument("recipient", "fishermen", "them"),
            argument("teller", "mayor", "mayor"), argument("cue", "mayor", "said"),
            argument("teller", "fishermen", "fishermen"), argument("cue", "fishermen", "according to"),
        ],
    }  # fmt: skip


def words(read: Example, *at: int) -> str:
    return TEXT[read.words[at[0]][0] : read.words[at[-1]][1]]


def said(read: Example, frame: Frame) -> list[tuple[str, str]]:
    return [(a.role, words(read, a.first, a.last)) for a in frame.arguments]


def test_a_claim_is_a_frame_with_its_own_cue_and_each_cue_one_of_its_own() -> None:
    read = example("d", "d", TEXT, [claim()], TOKENIZER)
    fired, *cues = read.frames
    assert fired.labels["sense"] == "event/ASSAULT"
    assert said(read, fired) == [
        ("teller-outer", "mayor"), ("cue", "according to"), ("teller", "fishermen"), ("agent", "navy"),
        ("recipient", "them"),
    ]  # fmt: skip
    assert [(words(read, f.first, f.last), said(read, f)) for f in cues] == [
        ("said", [("source", "mayor")]),
        ("according to", [("cue", "said"), ("source", "fishermen")]),
    ]


def test_a_number_of_nobody_fills_its_role() -> None:
    counted = claim()
    counted["arguments"].append({"role": "quantity", "name": None, **_at("them")})
    read = example("d", "d", TEXT, [counted], TOKENIZER)
    assert ("quantity", "them") in said(read, read.frames[0])


def _at(words: str) -> dict[str, int]:
    return {"start": TEXT.index(words), "end": TEXT.index(words) + len(words)}


def test_other_words_for_a_name_link_to_it() -> None:
    read = example("d", "d", TEXT, [claim()], TOKENIZER)
    them = next(i for i in range(len(read.words)) if words(read, i) == "them")
    fishermen = next(i for i in range(len(read.words)) if words(read, i) == "fishermen")
    assert Link(them, (fishermen,)) in (read.links or ())
    assert Link(fishermen, ()) in (read.links or ())


def test_a_role_without_words_takes_the_nearest_that_name_the_same() -> None:
    unsaid = claim()
    unsaid["arguments"][1] |= {"start": None, "end": None}
    fired = example("d", "d", TEXT, [unsaid], TOKENIZER).frames[0]
    fishermen = next(a for a in fired.arguments if a.role == "teller")
    assert Argument("recipient", fishermen.first, fishermen.last) in fired.arguments
