"""`rashomon knowledge` with temporary overlays of invented actors and places."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from rashomon.cli import app
from rashomon.errors import KnowledgeError
from rashomon.knowledge.keeping.adding import clean
from rashomon.knowledge.keeping.checking import check_ours, check_overlays
from rashomon.knowledge.keeping.entries import actor, alias
from rashomon.knowledge.keeping.layout import added
from rashomon.knowledge.layers import open_overlay, parsed

HILL = ["place", "Kell Hill", "--country", "SY", "--kind", "hill", "--lat", "35.1", "--lon", "37.2"]
LANCES = ["actor", "Blue Lances", "--kind", "armed group", "--country", "SY", "--alias", "Lances"]
FAULTS = {
    "actors.yaml": """
- {id: my.a, name: A, kind: band}
- {name: B, kind: party}
- {id: my.c, name: C, kind: party, parent: my.nobody}
- {id: my.d, name: D, kind: party, colour: red}
- {id: my.e, name: E, kind: party, since: 2016-13}
- {id: my.f, name: F, kind: party, parent: my.g}
- {id: my.g, name: G, kind: party, parent: my.f}
- just a name
""",
    "outlets.yaml": "- {id: my.h, name: H, voice: my.nobody}\n",
    "places.yaml": """
SY: {hill: [[Kell, 95, 3], [Kell], [Tor, 35.1, 37.2]], dam: [[Tor, 35.2, 37.3]]}
Syria: {hill: []}
IQ: {hill: 3}
""",
    "deeds.yaml": """
- {class: a, verb: {agent: [subj]}, verbs: [{word: splatter, if: {obj: [$nosuch]}}]}
- {class: b, type: MAYHEM, verb: {agent: [subj]}, verbs: [splatter]}
- {class: c, verb: {doer: [subj]}, verbs: [splatter]}
- {class: c, verb: {agent: [subj]}, verbs: [splat]}
- {like: zzz, verbs: [splat]}
""",
    "verbs.yaml": "",
}
REASONS = [
    "actors.yaml: my.a: unknown kind band",
    "actors.yaml: {'name': 'B', 'kind': 'party'}: needs an id",
    "actors.yaml: my.c: unknown parent my.nobody",
    "actors.yaml: my.d: unknown field colour",
    "actors.yaml: my.e: since: '2016-13' is no date",
    "actors.yaml: my.f: its parents form a circle",
    "actors.yaml: 'just a name': needs an id",
    "outlets.yaml: my.h: unknown voice my.nobody",
    "places.yaml: SY: hill: Kell: 95 is no latitude",
    "places.yaml: SY: hill: ['Kell']: expected",
    "places.yaml: SY: Tor: stands in mine/places.yaml already",
    "places.yaml: 'Syria': expected an ISO 3166 code",
    "places.yaml: IQ: hill: expected a list of rows",
    "deeds.yaml: a/splatter: no such class $nosuch",
    "deeds.yaml: b/splatter: no such type 'MAYHEM'",
    "deeds.yaml: c/splatter: no such role: doer",
    "deeds.yaml: c: the class stands there twice",
    "verbs.yaml: not a file of knowledge",
]


@pytest.fixture(autouse=True)
def _somewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "120")


def knowledge(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["knowledge", *arguments])


def add(*arguments: str) -> Result:
    return knowledge("add", *arguments, "--knowledge", "mine")


def refused(result: Result) -> str:
    assert result.exit_code == 1
    assert isinstance(result.exception, KnowledgeError)
    return str(result.exception)


def test_ours_has_no_fault() -> None:
    assert check_ours().problems == []


def test_a_check_names_every_fault_and_ends_with_1() -> None:
    Path("mine").mkdir()
    for name, text in FAULTS.items():
        (Path("mine") / name).write_text(text)
    result = knowledge("check", "mine")
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    for reason in REASONS:
        assert any(f"mine/{reason}" in line for line in lines), reason
    assert len([line for line in lines if not line.startswith("warning:")]) == len(REASONS) + 1  # G's circle too


def test_a_check_of_files_that_are_no_yaml_names_each() -> None:
    Path("mine").mkdir()
    Path("mine/actors.yaml").write_text("- {id: a\n- b: [}")
    Path("mine/places.yaml").write_bytes(b"\xff\xfe\x00")
    Path("mine/deeds.yaml").write_text("- {like: zzz, verbs: [splat]}")
    lines = knowledge("check", "mine", "absent").stdout.splitlines()
    assert lines == ["absent: no such folder of knowledge"]
    lines = knowledge("check", "mine").stdout.splitlines()
    assert [line.split(": ")[0] for line in lines] == ["mine/actors.yaml", "mine/places.yaml"]


def test_doubts_are_warnings_only() -> None:
    Path("mine").mkdir()
    Path("mine/actors.yaml").write_text("- {id: my.a, name: Army, kind: party, aliases: [HTS]}")
    Path("mine/places.yaml").write_text("SY: {hill: [[Attack, 35, 37], [Kell, -35, 150], [Hassan, 35, 37.5]]}")
    result = knowledge("check", "mine")
    assert result.exit_code == 0
    for line in (
        "warning: mine/actors.yaml: my.a: 'HTS' is a name of sy.hts too",
        "warning: mine/actors.yaml: my.a: 'Army' is an ordinary word",
        "warning: mine/places.yaml: SY: Attack: 'Attack' is an ordinary word",
        "warning: mine/places.yaml: SY: Kell: all towns within 100 km lie elsewhere (the nearest in AU)",
        "warning: mine/places.yaml: SY: Hassan: 'Hassan' usually means something else: by itself it is no place",
    ):
        assert line in result.stdout.splitlines()


def test_what_is_hostile_in_a_file_is_shown_as_escapes() -> None:
    Path("mine").mkdir()
    Path("mine/actors.yaml").write_text('- {id: "my.\\e[31m", name: A, kind: band}')
    assert "\x1b" not in knowledge("check", "mine").stdout


def test_a_search_shows_an_actors_offices_history_and_file() -> None:
    shown = " ".join(knowledge("search", "Jabhat al-Nusra").stdout.split())
    assert "armed group, SY" in shown
    assert "renamed Jabhat Fatah al-Sham (sy.jfs) on 2016-07-28" in shown
    assert "known from actors/syria.yaml" in shown
    assert "renamed from" in knowledge("search", "sy.jfs").stdout
    assert "president of Syria (SY), 2000-07-17 to 2024-12-08" in knowledge("search", "Bashar al-Assad").stdout


def test_a_search_shows_where_a_place_lies() -> None:
    shown = " ".join(knowledge("search", "Raqqa").stdout.split())
    assert "city" in shown
    assert "SY" in shown
    assert "reaching" in shown
    assert "known from GeoNames" in shown


def test_a_search_finds_other_spellings_and_says_so() -> None:
    assert "spelt otherwise" in knowledge("search", "Dayr az-Zoor").stdout
    found = json.loads(knowledge("search", "Hayat Tahreer ash-Shaam", "--json").stdout)
    assert [one["id"] for one in found["actors"]] == ["sy.hts"]
    assert found["actors"][0]["found_by"] == "spelling"


def test_a_search_for_what_nobody_knows_suggests_what_is_near() -> None:
    result = knowledge("search", "Hizbolahh Mouvement")
    assert result.exit_code == 1
    assert "is not known" in result.stdout
    found = json.loads(knowledge("search", "Kandaharz", "--json").stdout)
    assert (found["actors"], found["places"]) == ([], [])
    assert "Kandahār" in found["suggestions"]


def test_a_search_sees_an_overlay() -> None:
    assert add(*LANCES).exit_code == add(*HILL, "--alias", "Tal Kell").exit_code == 0
    found = json.loads(knowledge("search", "Tal Kell", "--knowledge", "mine", "--json").stdout)
    [place] = found["places"]
    assert (place["id"], place["lat"], place["files"]) == ("user:SY:Kell Hill", 35.1, ["mine/places.yaml"])
    found = json.loads(knowledge("search", "Lances", "--knowledge", "mine", "--json").stdout)
    assert [one["files"] for one in found["actors"]] == [["mine/actors.yaml"]]
    assert knowledge("search", "Tal Kell").exit_code == 1


def test_everything_that_can_be_added_is_read_with(tmp_path: Path) -> None:
    for arguments in (
        LANCES,
        ["actor", "Lance Youth", "--kind", "party", "--parent", "sy.bluelances", "--id", "my.youth"],
        ["outlet", "Ostrel Gazette", "--country", "SY", "--voice", "sy.bluelances", "--owner", "The Orvan family"],
        ["alias", "sy.hts", "Ostrel Council"],
        ["alias", "Blue Lances", "Lancers of the North"],
        ["alias", "NG.police", "Blue Caps"],
        HILL,
        ["place", "Kell Deep", "--country", "xx", "--kind", "sea", "--lat", "-3", "--lon", "60"],
        ["verb", "splatter", "--like", "bombard"],
        ["verb", "splattering", "--like", "bombardment", "--noun"],
    ):
        result = add(*arguments)
        assert result.exit_code == 0, (arguments, result.exception)
        assert "added" in result.stdout
        assert "--knowledge mine" in result.stdout
    assert check_overlays((Path("mine"),)).problems == []
    Path("a.txt").write_text("The Blue Lances splattered soldiers near Kell Hill, the Ostrel Gazette said.")
    read = CliRunner().invoke(app, ["read", "a.txt", "--knowledge", "mine", "--format", "json"])
    [reading] = json.loads(read.stdout)
    [claim] = reading["claims"]
    assert (claim["trigger"], claim["agents"], claim["type"]) == ("splattered", ["Blue Lances"], "ASSAULT")
    assert [place["known_as"] for place in claim["where"]] == ["user:SY:Kell Hill"]
    assert str(tmp_path) not in read.stdout
    explained = CliRunner().invoke(app, ["explain", "a.txt", "splattered", "--knowledge", "mine"]).stdout
    assert "like" in explained
    assert "bombard/splatter" in "".join(explained.split())
    assert "no claims were read" in str(CliRunner().invoke(app, ["explain", "a.txt", "splattered"]).exception)


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (LANCES, "sy.bluelances: is Blue Lances already"),
        ([*LANCES, "--id", "my.other"], "'Blue Lances': is known already as sy.bluelances"),
        (["alias", "sy.bluelances", "lances"], None),
        (["alias", "sy.bluelances", "Lances"], "is a name of sy.bluelances already"),
        (["alias", "sy.bluelancers", "Spears"], "no actor has this id or name; did you mean sy.bluelances"),
        (HILL, "'Kell Hill': is in an overlay already (user:SY:Kell Hill)"),
        (["place", "Aleppo", *HILL[2:5], "city", "--lat", "36.2", "--lon", "37.16"], "known already there: gn:"),
        (["place", "Tor", *HILL[2:5], "hil", *HILL[6:]], "'hil': no such kind of place; did you mean hill"),
        (["place", "Tor", "--country", "QQ", *HILL[4:]], "'QQ': no country has this code"),
        (["place", "Tor", *HILL[2:6], "--lat", "91", "--lon", "0"], "no latitude and longitude"),
        (["place", "\x1b[31m", *HILL[2:]], "has characters that cannot be seen"),
        (["place", "12", *HILL[2:]], "a name needs a letter"),
        (["verb", "bombard", "--like", "bombard"], "has all senses of 'bombard' already"),
        (["verb", "splatter", "--like", "bombrad"], "no verb of this form is known; did you mean bombard"),
        (["actor", "Band", "--kind", "bandits"], "unknown kind bandits"),
        (["actor", "Band", "--kind", "party", "--since", "soon"], "since: 'soon' is no date"),
        (
            ["actor", "Band", "--kind", "party", "--parent", "sy.bluelance"],
            "no actor has the id 'sy.bluelance'; did you",
        ),
        (["actor", "Зоря", "--kind", "party", "--country", "UA"], "an id is like sy.lances"),
    ],
)
def test_what_cannot_be_added_is_refused_and_nothing_is_written(arguments: list[str], reason: str | None) -> None:
    add(*LANCES)
    add(*HILL)
    before = {path.name: path.read_bytes() for path in Path("mine").iterdir()}
    result = add(*arguments)
    if reason is None:
        assert result.exit_code == 0
        return
    assert reason in refused(result)
    assert {path.name: path.read_bytes() for path in Path("mine").iterdir()} == before


def test_a_broken_overlay_is_not_added_to() -> None:
    Path("mine").mkdir()
    Path("mine/deeds.yaml").write_text("- {class: a, verb: {agent: [subj]}}\n- broken\n")
    Path("mine/actors.yaml").write_text("# mine\n")
    assert "mine/deeds.yaml" in refused(add(*LANCES))
    assert Path("mine/actors.yaml").read_text() == "# mine\n"


@pytest.mark.parametrize(
    "text",
    [
        "# hills\nSY:\n  hill:  # high\n  - [Tor, 35.5, 37.0]  # rough\n\n# dams\nIQ:\n  dam: [[Weir, 33, 44]]\n",
        "SY: {dam: [[Weir, 35.5, 37.0]]}  # all\n",
        "SY: {hill: [[Tor, 35.5, 37.0],\n    [Fell, 35, 38]]}",
        "SY:\r\n  dam:\r\n    - [Weir, 35.5, 37.0]\r\n",
        "IQ:\n  dam:\n    - - Weir\n      - 33\n      - 44\n    # the end\n",
        "# nothing yet",
        "---\nSY:\n    hill: []\n...\n",
    ],
)
def test_other_rows_comments_and_line_ends_stay_as_they_are(text: str) -> None:
    new = added(text, ("SY", "hill"), ["Kell Hill", 35.1, 37.2], "places.yaml")
    before, after = parsed(text, "f") or {}, parsed(new, "f")
    assert after["SY"]["hill"] == [*before.get("SY", {}).get("hill", []), ["Kell Hill", 35.1, 37.2]]
    assert re.findall("#.*", text) == re.findall("#.*", new)
    assert ("\r\n" in text) == ("\r\n" in new)
    assert new.count("\r") == (new.count("\n") if "\r" in text else 0)


def test_a_layout_that_cannot_be_added_to_is_left_alone() -> None:
    for text in ("SY: &a {hill: [[Tor, 35, 37]]}\nIQ: *a\n", "SY:\n", "SY:\n  hill:\n"):
        with pytest.raises(KnowledgeError, match="add by hand: \\[Kell, 1, 2\\]"):
            added(text, ("IQ", "hill") if "IQ" in text else ("SY", "hill"), ["Kell", 1, 2], "places.yaml")


NAMES = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co")), min_size=1, max_size=20).filter(
    lambda name: any(c.isalpha() for c in name)
)


@settings(max_examples=60, deadline=None)
@given(st.lists(NAMES, min_size=1, max_size=4), st.sampled_from(["", "# mine\n", "- {id: my.z, name: Z}"]))
def test_any_name_that_is_written_is_read_back(names: list[str], text: str) -> None:
    for name in map(clean, names):
        text = added(text, (), {"id": "my.a", "aliases": [name]}, "actors.yaml")
    assert [row["aliases"][0] for row in yaml.safe_load(text)[-len(names) :]] == list(map(clean, names))


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(NAMES)
def test_any_name_can_be_an_actors(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    folder = tmp_path_factory.mktemp("any") / "mine"
    made = actor(folder, name, {"kind": "party"}, "my.a")
    folder.mkdir()
    made.path.write_text(made.text, encoding="utf-8")
    assert open_overlay(folder).name == "mine"
    assert yaml.safe_load(made.text) == [{"id": "my.a", "name": clean(name), "kind": "party"}]
    assert check_overlays((folder,)).problems == []


def test_an_alias_joins_the_row_that_is_there() -> None:
    Path("mine").mkdir()
    Path("mine/actors.yaml").write_text(
        "# mine\n- id: sy.hts  # theirs\n  until: 2025-03-01\n- {id: my.a, name: A, kind: party}\n"
    )
    made = alias(Path("mine"), "sy.hts", "Ostrel Council")
    assert made.text.splitlines()[:5] == [
        "# mine", "- id: sy.hts  # theirs", "  until: 2025-03-01", "  aliases:", "    - Ostrel Council",
    ]  # fmt: skip


def test_the_gazetteer_is_built_and_counted() -> None:
    result = knowledge("build")
    assert result.exit_code == 0
    assert " places, " in result.stdout
