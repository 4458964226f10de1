"""The sorts of nouns that conditions name."""

from pathlib import Path

import pytest

from rashomon.errors import KnowledgeError
from rashomon.knowledge import classes as module
from rashomon.knowledge.classes import classes, classes_of, in_class


def test_the_sorts_that_conditions_rely_on_exist() -> None:
    wanted = {
        "person", "group", "place", "facility", "speech", "document", "proposal", "abstract", "artwork",
        "sport", "weather", "disease", "money", "commodity", "event", "time", "media",
    }  # fmt: skip
    assert wanted <= set(classes())


@pytest.mark.parametrize(
    ("lemma", "name"),
    [
        ("ferryman", "person"), ("Militia", "group"), ("hamlet", "$place"), ("refinery", "facility"),
        ("border police", "group"), ("press agency", "media"), ("drizzle", "weather"), ("nephew", "person"),
    ],
)  # fmt: skip
def test_a_lemma_is_of_its_sort(lemma: str, name: str) -> None:
    assert in_class(lemma, name)


def test_included_classes_are_spread_out() -> None:
    assert classes()["kin"] <= classes()["person"]
    assert "kin" in classes_of("aunt")
    assert "person" in classes_of("aunt")


def test_an_unknown_sort_holds_nothing() -> None:
    assert not in_class("ferryman", "no such sort")


@pytest.mark.parametrize(
    "text",
    ["a: [$b]\n", "a: [$b]\nb: [$a]\n", "a: word\n", "a: [on]\n", "- a\n"],
    ids=["unknown include", "circular", "no list", "YAML truth value", "no mapping"],
)
def test_a_broken_file_is_named(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "xx").mkdir()
    (tmp_path / "xx" / "classes.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(module, "DATA", tmp_path)
    with pytest.raises(KnowledgeError, match=r"classes\.yaml"):
        classes("xx")
