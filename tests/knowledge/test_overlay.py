"""Overlays: a reader's own actors, outlets, places and verbs over ours, and gone again without them."""

from __future__ import annotations

from pathlib import Path

import pytest

import rashomon
from rashomon.errors import KnowledgeError
from rashomon.knowledge.actors import known_actors
from rashomon.knowledge.actors.overlay import joined
from rashomon.knowledge.deeds import senses
from rashomon.knowledge.layers import files_of, open_overlay, using
from rashomon.knowledge.places import load
from rashomon.model import Reading

TEXT = "The Blue Lances splattered soldiers of the Syrian army near Kell Hill, the Ostrel Gazette said on Monday."

FILES = {
    "actors.yaml": """
- {id: my.lances, name: Blue Lances, kind: armed group, country: SY, aliases: [Lances]}
- {id: sy.hts, aliases: [Ostrel Council], until: 2025-03-01}
""",
    "outlets.yaml": "- {id: my.gazette, name: Ostrel Gazette, country: SY, voice: my.lances}\n",
    "places/hills.yaml": "SY: {hill: [[Kell Hill, 35.1, 37.2, Tal Kell]]}\n",
    "deeds.yaml": """
- class: own attacks
  type: ASSAULT
  verb: {agent: [subj], recipient: [obj]}
  verbs: [splatter]
- {like: splatter, verbs: [bespatter]}
""",
}


def written(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    return written(tmp_path / "mine", FILES)


def read(*overlays: Path, text: str = TEXT) -> Reading:
    return rashomon.read(text, published="2016-05-04", knowledge=overlays)


def test_an_overlay_is_read_with_and_leaves_no_trace(mine: Path) -> None:
    bare = read()
    assert not [claim for claim in bare.claims if claim.trigger == "splattered"]
    reading = read(mine)
    [claim] = [claim for claim in reading.claims if claim.trigger == "splattered"]
    assert (claim.type, claim.agents) == ("ASSAULT", ("Blue Lances",))
    assert claim.speakers == ("Ostrel Gazette",)
    assert [place.known_as for place in claim.where] == ["user:SY:Kell Hill"]
    assert {"my.lances", "my.gazette"} <= {actor.known_as for actor in reading.actors}
    assert read() == bare


def test_a_reading_says_which_overlay_it_was_read_with_but_not_where_that_lies(mine: Path) -> None:
    bare, reading = read(), read(mine)
    ours, _, theirs = reading.versions.knowledge.partition("+")
    assert (ours, theirs.rpartition("-")[0]) == (bare.versions.knowledge, "mine")
    assert any((evidence.entry or "").startswith("mine/deeds.yaml:") for c in reading.claims for evidence in c.evidence)
    assert str(mine.parent) not in reading.model_dump_json()


def test_a_change_of_its_files_is_seen_and_changes_the_version(mine: Path) -> None:
    before = read(mine)
    (mine / "actors.yaml").write_text("- {id: my.spears, name: Blue Lances, kind: armed group}\n")
    (mine / "outlets.yaml").unlink()
    after = read(mine)
    assert after.versions.knowledge != before.versions.knowledge
    assert "my.spears" in {actor.known_as for actor in after.actors}
    written(mine, FILES)
    assert read(mine) == before


def test_two_readers_with_different_overlays_live_in_one_process(mine: Path, tmp_path: Path) -> None:
    from rashomon.reading.rules import RuleReader

    other = written(tmp_path / "other", {"actors.yaml": "- {id: other.band, name: Blue Lances, kind: party}\n"})
    readers = [RuleReader.load(overlays=[folder]) for folder in (mine, other)]
    document = rashomon.Document(id="a", text=TEXT)
    for _ in range(2):
        ids = [{actor.known_as for actor in reader.read(document).actors} for reader in readers]
        assert ["my.lances" in ids[0], "other.band" in ids[0]] == [True, False]
        assert ["my.lances" in ids[1], "other.band" in ids[1]] == [False, True]


def test_the_last_overlay_lies_on_top(mine: Path, tmp_path: Path) -> None:
    other = written(tmp_path / "other", {"actors.yaml": "- {id: other.band, name: Blue Lances, kind: party}\n"})
    for first, last, wanted in ((mine, other, "other.band"), (other, mine, "my.lances")):
        with using((open_overlay(first), open_overlay(last))):
            found = known_actors().named("Blue Lances")
        assert found is not None
        assert found.id == wanted


def test_processes_of_their_own_read_with_it_too(mine: Path, tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(TEXT)
    paths = [str(tmp_path / f"{name}.txt") for name in "ab"]
    alone = list(rashomon.read_all(paths, knowledge=[str(mine)]))
    assert list(rashomon.read_all(paths, knowledge=[str(mine)], jobs=2)) == alone
    assert all(isinstance(one, Reading) and any(c.trigger == "splattered" for c in one.claims) for one in alone)


def test_a_row_of_a_known_id_adds_to_that_actor(mine: Path) -> None:
    ours = known_actors().get("sy.hts")
    with using((open_overlay(mine),)):
        found = known_actors().named("Ostrel Council")
    assert ours is not None
    assert found is not None
    assert (found.id, found.until, found.links) == ("sy.hts", "2025-03-01", ours.links)
    assert set(ours.aliases) < set(found.aliases)
    assert known_actors().named("Ostrel Council") is None


def test_a_new_usual_name_keeps_the_old_one_as_an_alias() -> None:
    ours = known_actors().get("SY")
    assert ours is not None
    assert joined({"SY": ours}, "f", "actors", {"id": "SY", "name": "Shaam"}).names[:2] == ("Shaam", ours.name)


def test_a_likened_word_has_every_sense_of_the_word_it_is_likened_to(mine: Path) -> None:
    written(
        mine, {"deeds/more.yaml": "- {like: open fire, verbs: [fling lead]}\n- {like: onslaught, nouns: [flurry]}\n"}
    )
    with using((open_overlay(mine),)):
        known = senses()
    for words, part, like in (
        (("fling", "lead"), "verb", ("open", "fire")),
        (("flurry",), "noun", ("onslaught",)),
        (("bespatter",), "verb", ("splatter",)),
    ):
        own = [s for s in known[words[0], part] if s.words == words]  # type: ignore[index]
        meant = [s for s in known[like[0], part] if s.words == like]  # type: ignore[index]
        assert [(s.type, s.mode, s.wants, s.frame) for s in own] == [(s.type, s.mode, s.wants, s.frame) for s in meant]
        assert own
    assert ("bespatter", "verb") not in senses()


def test_places_of_an_overlay_come_first_and_under_close_spellings(mine: Path) -> None:
    written(mine, {"places.yaml": "SY: {village: [[Aleppo, 35.0, 38.0]]}\n"})
    with using((open_overlay(mine),)):
        assert load().lookup("Aleppo")[0].id == "user:SY:Aleppo"
        assert [place.id for place in load().lookup_loosely("Tall al-Kel")] == ["user:SY:Kell Hill"]
        assert load().is_place("Tal Kell")
    assert load().lookup("Aleppo")[0].id != "user:SY:Aleppo"


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({"actors.yml": ""}, "not a file of knowledge"),
        ({"actors/a.yml": ""}, "not a file of knowledge"),
        ({"actors.yaml": "- {id: my.a, name: A}"}, r"mine/actors.yaml: .*needs id, name and kind"),
        ({"actors.yaml": "- {id: my.a\n"}, r"mine/actors.yaml: line \d+: no YAML"),
        ({"actors.yaml": "- {id: my.a, name: A, kind: party, parent: my.b}"}, "my.a: unknown parent my.b"),
        ({"outlets.yaml": "{id: my.a}"}, "mine/outlets.yaml: expected a list of outlets"),
        ({"places.yaml": "SY: {hill: [[Kell, 91, 3]]}"}, "mine/places.yaml: SY: hill: Kell: 91 is no latitude"),
        ({"places.yaml": "SY: {hill: [[Kell, .nan, 3]]}"}, "nan is no latitude"),
        ({"places.yaml": "SY: {hill: []}\nSY: {dam: []}\n"}, "line 2: no YAML: 'SY' stands there twice"),
        ({"deeds.yaml": "- {class: a, verb: {agent: [subj]}, verbs: pummel}"}, "a: verbs must be a list"),
        ({"deeds.yaml": "- {class: a, verb: {agent: [subj]}, verbs: [' ']}"}, "a member without a word"),
        ({"deeds.yaml": "- {class: a, verb: {agent: [subj]}, rank: high, verbs: [b]}"}, "rank must be a number"),
        ({"deeds.yaml": "- {like: zzz, verbs: [b]}"}, "like zzz: no verb of this form is known"),
        ({"deeds.yaml": "- {like: bombard, verbs: [b], type: AID}"}, "unknown keys"),
    ],
)
def test_a_broken_overlay_says_so_before_anything_is_read(tmp_path: Path, files: dict[str, str], reason: str) -> None:
    folder = written(tmp_path / "mine", files)
    with pytest.raises(KnowledgeError, match=reason):
        read(folder)


def test_a_folder_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="no such folder of knowledge"):
        read(tmp_path / "no")


def test_notes_and_hidden_files_may_lie_in_an_overlay(mine: Path) -> None:
    (mine / "README.md").write_text("Mine.")
    (mine / ".git").mkdir()
    assert read(mine).versions.knowledge.partition("+")[2].startswith("mine-")
    assert [path.name for path in files_of(mine, "places")] == ["hills.yaml"]
