"""Where places lie, and how fast they are found: the commands on invented articles and a tiny gazetteer."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import lookup, toponyms
from rashomon.knowledge.places import Gazetteer, Named, PlaceEntry
from rashomon.knowledge.places.compile import Judging, write
from rashomon.reading.places import context, index
from rashomon.reading.places import toponyms as names

TEXT = "Shells fell in Harpen in Kessel. Tarvol burned and Dornik shook. Rains fell near Ellenby and in Tarvoul."


def named(number: int, name: str, lat: float, lon: float, people: int, **more: object) -> Named:
    entry = PlaceEntry(f"gn:{number}", name, "QQ", lat, lon, people, "city", radius_km=5.0)
    return Named(entry._replace(**more), (name,))  # type: ignore[arg-type]


PLACES = [
    named(1, "Tarvol", 10.1, 20.1, 400_000, admin1="Kessel"),
    named(2, "Kessel", 10.1, 20.1, 900_000, level=1, kind="region", radius_km=60.0),
    named(3, "Harpen", 10.2, 20.2, 20_000, admin1="Kessel"),
    named(4, "Harpen", -33.0, 60.0, 90_000, country="QZ"),
    named(5, "Dornik", 10.3, 20.3, 300_000, admin1="Kessel"),
    named(6, "Ellenby", 10.4, 20.4, 30_000, admin1="Kessel"),
]


@pytest.fixture
def tiny(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Gazetteer:
    path = tmp_path / "tiny.sqlite"
    write(path, PLACES, Judging(frozenset(), frozenset()))
    gazetteer = Gazetteer(path)
    for module in (context, index, names):
        monkeypatch.setattr(module, "load", lambda: gazetteer)
    return gazetteer


def toponym(name: str, point: tuple[float, float] | None, kind: str = "P", shift: int = 0) -> str:
    start = TEXT.index(name) + shift
    place = f"<gaztag><fclass>{kind}</fclass><lat>{point[0]}</lat><lon>{point[1]}</lon></gaztag>" if point else ""
    return f"<toponym><start>{start}</start><end>{start + len(name)}</end><phrase>{name}</phrase>{place}</toponym>"


@pytest.fixture
def lgl(tmp_path: Path) -> Path:
    gold = [
        toponym("Harpen", (10.2, 20.2)),
        toponym("Kessel", (10.0, 20.0), kind="A"),
        toponym("Tarvol", (10.1, 20.1), shift=1),  # one off: put right
        toponym("Dornik", (50.0, 50.0), shift=5),  # far off: left out
        toponym("Ellenby", None),
        toponym("Tarvoul", (-60.0, -60.0)),  # not where the reader thinks
    ]
    path = tmp_path / "lgl.xml"
    path.write_text(
        f'<articles><article docid="44"><text>{TEXT}</text><toponyms>{"".join(gold)}</toponyms></article></articles>'
    )
    return path


def rows(shown: str) -> dict[str, list[str]]:
    """The rows of the tables by their first column."""
    found = {}
    for line in shown.splitlines():
        label, *cells = line.split("  ")
        found[label] = [cell.strip() for cell in cells if cell.strip()]
    return found


def test_articles_are_read_with_offsets_that_hold(lgl: Path) -> None:
    (article,) = toponyms.articles(lgl)
    assert article.id == "44"
    assert [TEXT[g.start : g.end] for g in article.gold] == ["Harpen", "Kessel", "Tarvol", "Ellenby", "Tarvoul"]
    assert [g.lat is None for g in article.gold] == [False, False, False, True, False]
    assert [g.kind for g in article.gold] == ["P", "A", "P", "", "P"]


def test_names_given(tiny: Gazetteer, lgl: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert toponyms.main([str(lgl), "--given", "--errors", "9"]) == 0
    shown = capsys.readouterr().out
    found = rows(shown)
    assert found["resolver"][0] == "0.750"  # Harpen, Kessel, Tarvol
    assert found["most people"][0] == "0.500"  # the larger Harpen lies elsewhere
    assert found["resolver, towns"][0] == "0.667"
    assert found["most people, towns"][0] == "0.333"
    assert [found[label][-1] for label in ("resolver", "resolver, towns")] == ["4", "3"]
    assert "44 'Tarvoul' P (-60.0, -60.0): Tarvol, Kessel, QQ city" in shown
    assert shown.count("44 '") == 1
    assert "names found" not in shown


def test_names_found(tiny: Gazetteer, lgl: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert toponyms.main([str(lgl)]) == 0
    found = rows(capsys.readouterr().out)
    # Found: all four, and Dornik, which nobody annotated; Ellenby, annotated without a point, is left out.
    assert found["recognised"] == ["0.800", "1.000", "0.889", "4"]
    assert found["recognised and resolved"] == ["0.600", "0.750", "0.667", "4"]


def test_articles_with_points_of_their_own(tiny: Gazetteer, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "virus.xml"
    text = "Fever spread in Dornik."
    path.write_text(
        f"<articles><article><text>{text}</text><locations><location><name>Dornik</name><start>{text.index('Dornik')}"
        "</start><end>22</end><lat>10.3</lat><lon>20.3</lon></location></locations></article>"
        "<article><text/></article></articles>"
    )
    assert [a.id for a in toponyms.articles(path)] == ["0", "1"]
    assert toponyms.main([str(path)]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("virus.xml: 2 articles\n")
    found = rows(shown)
    assert found["resolver"] == ["1.000", "0.0", "1"]
    assert found["recognised and resolved"] == ["1.000", "1.000", "1.000", "1"]
    assert "resolver, towns" not in found  # this corpus does not say which are towns


def test_an_unresolved_name_counts_as_far_away() -> None:
    gold = toponyms.Gold(0, 1, 1.0, 2.0)
    assert toponyms.error_km(gold, None) > 20_000
    assert toponyms.error_km(gold, PLACES[0].entry._replace(lat=None)) > 20_000
    assert toponyms.error_km(gold, PLACES[0].entry._replace(lat=1.0, lon=2.0)) == 0


def test_look_ups(tiny: Gazetteer, capsys: pytest.CaptureFixture[str]) -> None:
    assert toponyms.most_populous("Harpen") == PLACES[3].entry
    assert lookup.main(["--gazetteer", str(tiny.path), "--names", "200"]) == 0
    shown = capsys.readouterr().out
    found = rows(shown)
    assert {label: cells[-1] for label, cells in found.items() if len(cells) == 2} == {
        "look-up": "n", "exact": "5", "folded": "5", "missed": "5", "loose": "1", "asked again": "5",
    }  # fmt: skip
    assert "6 places; 0.0 MB on disk" in shown
    assert "compiled in" not in shown


def test_names_are_drawn_once_and_the_same_each_time(tiny: Gazetteer) -> None:
    drawn = lookup.names_of(tiny, 3)
    assert len(set(drawn)) == 3
    assert drawn == lookup.names_of(tiny, 3)
    assert sorted(lookup.names_of(tiny, 99)) == ["Dornik", "Ellenby", "Harpen", "Kessel", "Tarvol"]


@pytest.mark.parametrize("arguments", [["toponyms", "absent.xml"], ["lookup", "--gazetteer", "absent.sqlite"]])
def test_an_absent_file_is_said_in_one_line(arguments: list[str], tmp_path: Path) -> None:
    command, *rest = arguments
    rest[-1] = str(tmp_path / rest[-1])
    with pytest.raises(SystemExit, match=r"absent\.\w+: no such data") as stopped:
        {"toponyms": toponyms.main, "lookup": lookup.main}[command](rest)
    assert "\n" not in str(stopped.value)
