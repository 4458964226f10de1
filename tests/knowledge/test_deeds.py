"""The lexicon of deeds: well formed as it ships, and loud when it is not."""

from __future__ import annotations

import pytest
import yaml

from rashomon.errors import KnowledgeError
from rashomon.knowledge import deeds
from rashomon.knowledge.classes import classes


def test_the_lexicon_is_large_and_well_formed() -> None:
    known = [s for group in deeds.senses().values() for s in group]
    words = {(s.words, s.part) for s in known}
    assert len(words) >= 1500
    assert all(s.type is not None or s.kind != "event" or "other.yaml" in s.entry for s in known)
    assert all(s.sign is not None for s in known if s.kind in {"relation", "appraisal"})


def test_every_class_named_in_a_condition_exists() -> None:
    found_out = {
        "person",
        "group",
        "place",
        "thing",
        "name",
        "place_name",
        "force_name",
        "place_pronoun",
        "unknown",
        "deed",
        "number",
    }
    for group in deeds.senses().values():
        for sense in group:
            for _, values in (*sense.wants, *sense.bars):
                for value in values:
                    if value.startswith("$"):
                        assert value[1:] in found_out or value[1:] in classes(), f"{sense.entry}: {value}"


def test_control_senses_say_who_gains_or_loses() -> None:
    for group in deeds.senses().values():
        for sense in group:
            if sense.kind == "control":
                assert {"loser", "gainer"} & set(sense.frame), sense.entry


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("- {class: a, verb: {agent: [subj]}, verbs: [go], colour: red}", "unknown keys"),
        ("- {class: a, verbs: [go]}", "no `verb` frame"),
        ("- {class: a, type: WAR, verb: {agent: [subj]}, verbs: [go]}", "no such type"),
        ("- {class: a, verb: {hero: [subj]}, verbs: [go]}", "no such role"),
        ("- {class: a, verb: {agent: [subj]}, verbs: [{colour: red}]}", "bad member"),
        ("- {verb: {agent: [subj]}, verbs: [go]}", "without a name"),
    ],
)
def test_a_broken_file_names_file_and_fault(text: str, fault: str) -> None:
    with pytest.raises(KnowledgeError, match=r"broken\.yaml.*") as caught:
        list(deeds.senses_of("broken.yaml", yaml.safe_load(text)))
    assert fault in str(caught.value)


def test_phrases_hang_on_their_head() -> None:
    def heads(words: str, part: deeds.Part) -> int:
        return deeds.head_of(tuple(words.split()), part)

    assert heads("lay down arms", "verb") == 0
    assert heads("air strike", "noun") == 1
    assert heads("cessation of hostilities", "noun") == 0
