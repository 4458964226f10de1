from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from training.examples import certainty, events, gum, propbank, re3d
from training.examples.tokens import Sentence, chunks
from training.examples.types import Example


@pytest.fixture
def pieces() -> Tokenizer:
    """One piece a word, divided as BERT divides."""
    found = Tokenizer(WordPiece({"[UNK]": 0}, unk_token="[UNK]"))
    found.normalizer, found.pre_tokenizer = BertNormalizer(), BertPreTokenizer()
    return found


def said(example: Example, first: int, last: int) -> str:
    return example.text[example.words[first][0] : example.words[last][1]]


def lines(path: Path, *records: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf-8")


def test_fused_tokens_share_their_words(pieces: Tokenizer) -> None:
    # They do n't flee . / We can not .
    fled = Sentence(["They", "do", "n't", "flee", "."], [True, False, True, False, True], [3, 3, 3, 3, 3],
                    ["nsubj", "aux", "advmod", "root", "punct"])  # fmt: skip
    can = Sentence(
        ["We", "can", "not", "."], [True, False, False, True], [2, 2, 2, 2], ["nsubj", "aux", "root", "punct"]
    )
    (chunk,) = chunks([fled, can], pieces)
    assert chunk.text == "They don't flee. We cannot."
    assert [chunk.text[a:b] for a, b in chunk.words.stretches] == [
        "They", "don", "'", "t", "flee", ".", "We", "cannot", ".",
    ]  # fmt: skip
    assert (chunk.at[0], chunk.upto[0]) == ([0, 1, 2, 4, 5], [0, 1, 3, 4, 5])
    heads, relations = chunk.heads()
    assert heads == (4, 4, 4, 2, 4, 4, 7, 7, 7)
    assert relations == ("nsubj", "aux", "advmod", "goeswith", "root", "punct", "nsubj", "root", "punct")


def test_chunks_keep_to_the_room(pieces: Tokenizer) -> None:
    one = Sentence(["Boats", "sank", "."], [True, False, True])
    assert [len(c.sentences) for c in chunks([one] * 5, pieces, room=6)] == [2, 2, 1]
    assert not list(chunks([Sentence(["\x00"], [True])], pieces))


def test_propbank(tmp_path: Path, pieces: Tokenizer) -> None:
    item = {
        "doc": "d1", "tokens": ["Rebels", "did", "n't", "shell", "Port", "Sele", "."],
        "space": [True, False, True, True, True, False, True], "heads": [4, 4, 4, 0, 6, 4, 4],
        "deps": ["nsubj", "aux", "advmod", "root", "compound", "obj", "punct"],
        "predicates": [{"i": 3, "sense": "shell.01", "args": [
            ["ARG0", 0, 0], ["ARGM-NEG", 2, 2], ["ARG1", 4, 5], ["R-ARG1", 6, 6],
        ]}],
    }  # fmt: skip
    lines(tmp_path / "sentences.jsonl", item, item, {**item, "doc": "d2"})
    first, second = propbank.load(tmp_path, pieces)
    assert (first.group, second.group, first.sentences, first.predicates) == ("d1", "d2", (0, 8), "verbs")
    _, frame = first.frames
    assert said(first, frame.first, frame.last) == "shell"
    assert [(a.role, said(first, a.first, a.last)) for a in frame.arguments] == [
        ("ARG0", "Rebels"), ("ARGM-NEG", "'t"), ("ARG1", "Port Sele"),
    ]  # fmt: skip
    assert first.heads is not None
    assert first.heads[8] == 12


CONLLU = """# newdoc id = GUM_news_sele
# global.Entity = GRP-etype-infstat-minspan-link-identity
# text = Ana Reyes's army left.
1	Ana	_	PROPN	_	_	4	nmod:poss	_	Entity=(2-person-new-1-coref-x(1-person-new-1,2-coref-Ana_Reyes
2-3	Reyes's	_	_	_	_	_	_	_	_
2	Reyes	_	PROPN	_	_	1	flat	_	Entity=1)
3	's	_	PART	_	_	1	case	_	_
4	army	_	NOUN	_	_	5	nsubj	_	Entity=2)
5	left	_	VERB	_	_	0	root	_	SpaceAfter=No
5.1	gone	_	VERB	_	_	_	_	_	_
6	.	_	PUNCT	_	_	5	punct	_	_

# text = The mayor saw her, and he wept over his plans.
1	The	_	DET	_	_	2	det	_	Entity=(3-person-new-2-coref
2	mayor	_	NOUN	_	_	3	nsubj	_	Entity=3)
3	saw	_	VERB	_	_	0	root	_	_
4	her	_	PRON	_	_	3	obj	_	Entity=(1-person-giv-1-ana)|SpaceAfter=No
5	,	_	PUNCT	_	_	8	punct	_	_
6	and	_	CCONJ	_	_	8	cc	_	_
7	he	_	PRON	_	_	8	nsubj	_	Entity=(3-person-giv-1-ana)
8	wept	_	VERB	_	_	3	conj	_	_
9	over	_	ADP	_	_	11	case	_	_
10	his	_	PRON	_	_	11	nmod:poss	_	Entity=(4-abstract-new-2-sgl(3-person-giv-1-ana)
11	plans	_	NOUN	_	_	8	obl	_	Entity=4)|SpaceAfter=No
12	.	_	PUNCT	_	_	8	punct	_	_
"""


def test_gum(tmp_path: Path, pieces: Tokenizer) -> None:
    (tmp_path / "GUM_news_sele.conllu").write_text(CONLLU, encoding="utf-8")
    (example,) = gum.load(tmp_path, pieces)
    assert example.text == "Ana Reyes's army left. The mayor saw her, and he wept over his plans."
    assert example.mentions is not None
    assert [(m.sort, said(example, m.first, m.last)) for m in example.mentions] == [
        ("person", "Ana Reyes's army"), ("person", "The mayor"), ("person", "her"), ("person", "he"), ("person", "his"),
    ]  # fmt: skip
    mayor = example.sentences[1]
    assert example.links is not None
    assert {said(example, link.word, link.word): link.targets for link in example.links} == {
        "Ana": (), "The": (), "her": (0,), "he": (mayor,), "his": (mayor,),
    }  # fmt: skip
    assert example.heads is not None
    assert example.relations[0] == "nmod"
    # Ana Reyes ' s army left: "s" hangs on its apostrophe
    assert example.heads[:6] == (4, 0, 0, 2, 5, 5)


def test_gum_without_a_layout() -> None:
    with pytest.raises(ValueError, match="layout"):
        list(gum.sentences("\n".join(line for line in CONLLU.splitlines() if "global" not in line)))


def test_re3d(tmp_path: Path, pieces: Tokenizer) -> None:
    text = "The Council of Sele met. Rebels fled."
    lines(tmp_path / "documents.jsonl", {"doc": "a", "text": text})

    def entity(value: str, sort: str, confidence: float, at: int = 0) -> dict[str, object]:
        begin = text.index(value) + at
        return {"doc": "a", "begin": begin, "end": begin + len(value), "type": sort, "value": value,
                "confidence": confidence}  # fmt: skip

    lines(
        tmp_path / "entities.jsonl", entity("Sele", "Location", 1), entity("The Council of Sele", "Organisation", 0.95),
        entity("met", "Weapon", 0.2), entity("Rebels", "Organisation", 1), entity("fled", "Money", 1, at=1),
    )  # fmt: skip
    (example,) = re3d.load(tmp_path, pieces)
    assert (example.sorts, example.group, example.sentences) == ("re3d", "a", (0, 6))
    assert example.mentions is not None
    assert [(m.sort, said(example, m.first, m.last)) for m in example.mentions] == [
        ("Organisation", "The Council of Sele"), ("Organisation", "Rebels"),
    ]  # fmt: skip


def test_certainty(tmp_path: Path, pieces: Tokenizer) -> None:
    told = {"text": "They did n't say that he fled .", "targets": [{"span1": [3, 4], "label": -2.5}]}
    other = {"text": "Ana 's men wept .", "targets": [{"span1": [3, 4], "label": 3.0}]}
    for part in ("train", "dev"):
        lines(tmp_path / "UDS_IH2" / f"{part}.jsonl", told, other)
    train, dev = certainty.load(tmp_path, pieces, sets=("UDS_IH2",))
    assert train.text == "They didn't say that he fled . Ana's men wept ."
    assert (train.group, dev.group) == ("UDS_IH2/train", "UDS_IH2/dev")
    assert [(said(train, word, word), value) for word, value in train.certainty] == [("say", -2.5), ("wept", 3.0)]
    assert said(train, train.sentences[1], train.sentences[1]) == "Ana"


def test_events(tmp_path: Path, pieces: Tokenizer) -> None:
    text = "Rebels shelled West Sele and fled to Port Ana."

    def record(source: str, verb: str, *places: tuple[int, int, str | None]) -> dict[str, object]:
        spans = [{"label": "VERB", "start": text.index(verb), "end": text.index(verb) + len(verb)}]
        spans += [
            {"label": "LOCATION", "start": a, "end": b} | ({} if said is None else {"text": said})
            for a, b, said in places
        ]
        tokens, at = [], 0
        for word in text[:-1].split():
            tokens.append({"start": text.index(word, at), "end": text.index(word, at) + len(word)})
            at = tokens[-1]["end"]
        return {"_id": "WIRE_20010101.0001_3_shell ", "source": source, "text": text, "spans": spans, "tokens": tokens}

    def frames(*records: object) -> dict[str, list[str]]:
        with zipfile.ZipFile(tmp_path / "labeled_text.jsonl.zip", "w") as archive:
            archive.writestr("labeled_text.jsonl", json.dumps(records))
        found = events.load(tmp_path, pieces)
        assert all(e.group == "WIRE_20010101.0001" and e.predicates is None for e in found)
        return {
            said(e, f.first, f.last): [said(e, a.first, a.last) for a in f.arguments] for e in found for f in e.frames
        }

    west, sele = (15, 19, "West"), (20, 24, "Sele")
    assert frames(record("wire", "shelled", west, sele)) == {"shelled": ["West Sele"]}
    # offsets that count tokens, and some that fit nothing
    assert frames(record("wire", "shelled", (2, 3, "West Sele"))) == {"shelled": ["West Sele"]}
    assert frames(record("wire", "shelled", (3, 4, "West Sele"))) == {}
    # the best rows overrule; an unsure source's silence says nothing
    assert frames(record(events.BEST, "fled", (37, 45, None)), record("wire", "fled", west)) == {"fled": ["Port Ana"]}
    assert frames(record("Masdar_RA", "fled"), record("wire", "shelled")) == {"shelled": []}
