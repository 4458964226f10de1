"""The ontology: every event type once, with the modes that the lexicon uses."""

from __future__ import annotations

from typing import get_args

from rashomon.knowledge.base import load_yaml
from rashomon.knowledge.deeds import senses
from rashomon.model import EventType


def test_every_type_has_its_entry() -> None:
    types = load_yaml("plover.yaml")["types"]
    assert set(types) == set(get_args(EventType))
    for name, entry in types.items():
        assert entry["meaning"].endswith("."), name
        assert entry["quad"] in {1, 2, 3, 4}, name
        assert -10 <= entry["score"] <= 10, name
        assert entry["cameo"], name


def test_cooperation_scores_above_conflict() -> None:
    types = load_yaml("plover.yaml")["types"].values()
    assert min(t["score"] for t in types if t["quad"] < 3) > max(t["score"] for t in types if t["quad"] > 2)


def test_modes_of_the_lexicon_are_modes_of_their_type() -> None:
    types = load_yaml("plover.yaml")["types"]
    for group in senses().values():
        for sense in group:
            if sense.type is not None and sense.mode is not None:
                entry = types[sense.type]
                assert sense.mode in [*entry["modes"], *entry.get("own_modes", [])], sense.entry
