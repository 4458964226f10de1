"""Signed ties of actors, as graphs that other programs read."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from rashomon.export.archiving import write_zip
from rashomon.export.dating import period_of
from rashomon.export.gexf import gexf
from rashomon.export.graphml import graphml
from rashomon.export.reality import Tally
from rashomon.export.ties import NO_TIE, Ties
from rashomon.model import Reading


def edges(graph: nx.MultiGraph) -> list[tuple[str, str, dict[str, Any]]]:
    return [
        (graph.nodes[one]["label"], graph.nodes[other]["label"], data) for one, other, data in graph.edges(data=True)
    ]


def test_an_edge_tells_sign_tellers_and_claims(mapped: Reading) -> None:
    tally = Tally()
    ties = Ties([mapped], tally)
    found = edges(ties.graph("all"))
    assert [(one, other, data["sign"]) for one, other, data in found] == [
        ("Coral Guard", "Reef Front", -1),
        ("Coral Guard", "villagers", -1),
    ]
    relation, shelled = (data for _, _, data in found)
    assert (relation["tellers"], shelled["tellers"]) == ("Ilo Sen", "Fleet Radio")
    assert (shelled["claims"], shelled["teller_count"], shelled["confidence"]) == ("00000000000000aa:c1", 1, 0.75)
    assert (relation["dated_by_publication"], shelled["dated_by_publication"]) == (1, 0)
    assert "confidence" not in relation
    assert (tally.written, tally.left_out) == (2, {NO_TIE: 2})


def test_friend_and_foe_are_two_edges_and_tellers_count_once(mapped: Reading) -> None:
    relation = mapped.claims[3]
    friends = relation.model_copy(
        update={"id": "c5", "sign": "+", "agents": ("Reef Front",), "recipients": ("Coral Guard",)}
    )
    again = relation.model_copy(update={"id": "c6", "speakers": ("Ilo Sen",)})
    reading = mapped.model_copy(update={"claims": (relation, friends, again)})
    found = {data["sign"]: data for _, _, data in edges(Ties([reading], Tally()).graph("all"))}
    assert (found[-1]["claim_count"], found[-1]["teller_count"]) == (2, 1)
    assert found[1]["claims"] == "00000000000000aa:c5"


@pytest.mark.parametrize(
    ("when", "per", "period"),
    [
        ("2031-05-03", "month", "2031-05"),
        ("2031-05-03", "year", "2031"),
        ("2031-05", "month", "2031-05"),
        ("2031", "month", "undated"),
        ("2031-05-30/2031-06-02", "month", "undated"),
        ("2031-05-30/2031-06-02", "year", "2031"),
        ("../2031-05-03", "year", "undated"),
        (None, "month", "2031-05"),
    ],
)
def test_a_claim_lies_in_one_period(mapped: Reading, when: str | None, per: Any, period: str) -> None:
    claim = mapped.claims[0].model_copy(update={"when": when})
    assert period_of(claim, mapped.document, per) == period
    assert period_of(claim, mapped.document.model_copy(update={"published": None}), per) == (
        period if when else "undated"
    )


def test_periods_share_out_the_claims(mapped: Reading) -> None:
    earlier = mapped.claims[0].model_copy(update={"id": "c5", "when": "2029-12-24"})
    ties = Ties([mapped.model_copy(update={"claims": (*mapped.claims, earlier)})], Tally(), "year")
    assert ties.periods == ["2029", "2031"]
    counts = {period: sum(data["claim_count"] for *_, data in edges(ties.graph(period))) for period in ties.periods}
    assert counts == {"2029": 1, "2031": 2}


def test_programs_read_the_same_ties_from_both(mapped: Reading) -> None:
    graph = Ties([mapped], Tally()).graph("all")
    by_gexf = nx.read_gexf(io.BytesIO(gexf(graph)))
    by_graphml = nx.parse_graphml(graphml(graph).decode(), force_multigraph=True)
    for read in (by_gexf, by_graphml):
        assert [(data["sign"], data["tellers"], data["weight"]) for *_, data in edges(read)] == [
            (-1, "Ilo Sen", 1.0),
            (-1, "Fleet Radio", 1.0),
        ]
        assert all(data["status"] == "machine-read, unreviewed" for *_, data in edges(read))
    assert by_graphml.graph["notice"].startswith("Machine-read and unreviewed")
    assert b"Machine-read and unreviewed" in gexf(graph)
    assert b"lastmodifieddate" not in gexf(graph)


def test_hostile_names_are_labels_and_nothing_else(hostile: Reading) -> None:
    read = nx.read_gexf(io.BytesIO(gexf(Ties([hostile], Tally()).graph("all"))))
    labels = {label for _, label in read.nodes(data="label")}
    assert "</data><script>alert(1)</script>&amp;]]>" in labels
    assert not any("\0" in label or "\x1b" in label for label in labels)


def test_an_archive_is_the_same_whenever_it_is_written(tmp_path: Path) -> None:
    for name in ("one", "two"):
        assert write_zip(tmp_path / name, [("a.gexf", b"a"), ("b.gexf", b"b")]) == 2
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    with zipfile.ZipFile(tmp_path / "one") as archive:
        assert (archive.namelist(), archive.read("b.gexf")) == (["a.gexf", "b.gexf"], b"b")
