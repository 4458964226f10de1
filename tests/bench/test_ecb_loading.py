from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from bench.ecb.baseline import SCOPES, head_lemma
from bench.ecb.loading import articles, by, mentions

WORDS = (
    (0, "http : / / meridian.example"),
    (1, "Vell 's mill burned down ."),
    (2, "`` They did n't flee , '' said Orsa ( 41 ) ."),
)


def xml(sentences: tuple[tuple[int, str], ...]) -> str:
    tokens = [
        f'<token t_id="{at}" sentence="{sentence}" number="{number}">{word}</token>'
        for at, (sentence, number, word) in enumerate(
            ((s, n, word) for s, words in sentences for n, word in enumerate(words.split())), 1
        )
    ]
    return f'<Document doc_name="x">{"".join(tokens)}</Document>'


def record(document: str, numbers: list[int], words: str, head: str, lemma: str, chain: str) -> dict[str, object]:
    return {
        "mention_id": f"{document}_{numbers[0]}",
        "doc_id": document,
        "topic_id": "7ecbplus",
        "tokens_number": numbers,
        "tokens_str": words,
        "mention_head": head,
        "mention_head_lemma": lemma,
        "coref_chain": chain,
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with zipfile.ZipFile(tmp_path / "topics-1.zip", "w") as archive:
        archive.writestr("7/7_1ecbplus.xml", xml(WORDS))
        archive.writestr("7/7_2ecb.xml", xml(WORDS[1:]))
        archive.writestr("7/7_3ecb.xml", xml(WORDS))
    lines = [
        record("7_1ecbplus.xml", [3, 4], "burned down", "burned", "Burn", "fire"),
        record("7_2ecb.xml", [13], "said", "said", "say", "words"),
    ]
    (tmp_path / "dev_event_mentions.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    return tmp_path


def test_mentions_stand_where_their_numbers_say(folder: Path) -> None:
    some = mentions(folder / "dev_event_mentions.jsonl")
    found = {article.id: article for article in articles(folder, by("document", some))}
    assert sorted(found) == ["7_1ecbplus.xml", "7_2ecb.xml"]
    for mention, words in zip(some, ("burned down", "said"), strict=True):
        article = found[mention.document]
        assert " ".join(article.text[a:b] for a, b in (article.offsets[word] for word in mention.words)) == words
    assert [(m.topic, m.subtopic, m.lemma, m.chain) for m in some] == [
        ("7", "7ecbplus", "burn", "fire"),
        ("7", "7ecbplus", "say", "words"),
    ]
    assert some[0].head == 3


def test_words_are_put_together_as_people_write_them(folder: Path) -> None:
    [article] = articles(folder, {"7_1ecbplus.xml"})
    assert article.text == "Vell's mill burned down.\n\n``They didn't flee,'' said Orsa (41)."


def test_the_floor_groups_by_lemma_within_its_scope(folder: Path) -> None:
    one, other = mentions(folder / "dev_event_mentions.jsonl")
    assert head_lemma([one, other], SCOPES["over all"]) == {one.id: " burn", other.id: " say"}
    assert head_lemma([one], SCOPES["within topics"]) == {one.id: "7 burn"}
