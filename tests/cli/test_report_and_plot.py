"""`rashomon report` and `rashomon plot` on a small case."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree, html
from typer.testing import CliRunner, Result

from rashomon.cli import app
from rashomon.cli.output import OutputError
from rashomon.showing.plot.paper import PlotError
from tests.case.query.conftest import write
from tests.comparing.accounts import Account, changed, killed


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> str:
    herald = Account("a", "Orm Herald", published="2031-04-03")
    herald.says("Shells hit the granary in Orm.", "hit", type="ASSAULT", recipients=("granary",), place="Orm",
                when="2031-04-02", agents=("Red Lances",))  # fmt: skip
    herald.says("They killed five.", "killed", type="ASSAULT", quantities=killed(5, 5), when="2031-04-02", place="Orm")
    herald.says("The Regency shelled the Red Lances.", "shelled", type="ASSAULT", agents=("Regency",),
                recipients=("Red Lances",), place="Orm", when="2031-04-02")  # fmt: skip
    radio = Account("b", "Radio Tarvol", published="2031-04-04")
    radio.says("The granary was shelled in Orm.", "shelled", type="ASSAULT", recipients=("granary",), place="Orm",
               when="2031-04-02", agents=("Regency",))  # fmt: skip
    radio.says(
        "Nine were killed in Orm.", "killed", type="ASSAULT", quantities=killed(9, 9), when="2031-04-02", place="Orm"
    )
    radio.says("The Lances took Orm <b>from</b> the Regency.", "took", type="COERCE", when="2031-04-03",
               agents=("Red Lances",), control=changed("Orm", "Regency", "Red Lances"))  # fmt: skip
    path = tmp_path_factory.mktemp("report") / "orm.db"
    write(path, [herald.reading(), radio.reading()])
    return str(path)


def rashomon(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def test_the_report_has_every_part_that_the_case_gives(case: str, tmp_path: Path) -> None:
    out = tmp_path / "report.html"
    result = rashomon("report", case, "-o", str(out))
    assert result.exit_code == 0, result.output
    tree = html.fromstring(out.read_text(encoding="utf-8"))
    parts = [section.get("id") for section in tree.iter("section") if section.get("class") == "part"]
    assert parts == ["disputes", "events", "control", "ties", "witnesses", "places", "words"]
    assert tree.find(".//h1").text == "orm"
    disputes = tree.get_element_by_id("disputes").text_content()
    assert "how many killed" in disputes
    assert "Red Lances" in tree.get_element_by_id("control").text_content()
    assert "<b>from</b>" in tree.get_element_by_id("words").text_content()
    links = {link.get("href")[1:] for link in tree.iter("a")}
    assert links <= {element.get("id") for element in tree.iter() if isinstance(element.tag, str)}


def test_a_report_of_a_part_says_of_which(case: str) -> None:
    result = rashomon("report", case, "-o", "-", "--teller", "Radio Tarvol", "--title", "Tarvol alone")
    assert result.exit_code == 0, result.output
    tree = html.fromstring(result.stdout)
    assert tree.find(".//h1").text == "Tarvol alone"
    assert "Claims that fit: teller Radio Tarvol" in tree.text_content()


def test_a_report_never_goes_over_the_case(case: str) -> None:
    assert isinstance(rashomon("report", case, "-o", case).exception, OutputError)


@pytest.mark.parametrize("what", ["relations", "control", "timeline", "witnesses"])
def test_every_figure_names_its_accounts_and_is_the_same_twice(case: str, what: str, tmp_path: Path) -> None:
    one, other = tmp_path / "one.svg", tmp_path / "other.svg"
    for path in (one, other):
        result = rashomon("plot", case, what, "-o", str(path))
        assert result.exit_code == 0, result.output
    assert one.read_bytes() == other.read_bytes()
    words = " ".join(etree.fromstring(one.read_bytes()).itertext())
    assert "Radio Tarvol" in words
    assert "Machine-read and unreviewed" in words


def test_what_cannot_be_drawn_is_said(case: str, tmp_path: Path) -> None:
    assert isinstance(rashomon("plot", case, "control", "-o", "figure.pdf").exception, PlotError)
    nothing = rashomon(
        "plot", case, "relations", "-o", str(tmp_path / "x.svg"), "--teller", "Radio Tarvol", "--type", "AID"
    )
    assert isinstance(nothing.exception, PlotError)
    assert not (tmp_path / "x.svg").exists()
