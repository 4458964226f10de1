"""GeoJSON, Parquet and annotations: what their own readers find in them."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import pyarrow.parquet as pq

from rashomon.export.annotations import as_annotations
from rashomon.export.geojson import NOWHERE, as_geojson
from rashomon.export.parquet import SCHEMA, write_parquet
from rashomon.export.reality import Tally
from rashomon.export.web_annotation import annotation
from rashomon.model import Reading, Where


def test_a_feature_is_a_claim_at_its_place_under_its_tellers_name(mapped: Reading) -> None:
    tally = Tally()
    collection = json.loads("".join(as_geojson([mapped], tally)))
    assert collection["type"] == "FeatureCollection"
    assert collection["notice"].startswith("Machine-read and unreviewed")
    first = collection["features"][0]
    assert (first["type"], first["id"]) == ("Feature", "00000000000000aa:c1")
    assert first["geometry"] == {"type": "Point", "coordinates": [178.5, -17.123456]}
    told = first["properties"]
    assert (told["teller"], told["factuality"], told["confidence"]) == ("Ilo Sen → Fleet Radio", "happened", 0.75)
    assert (told["status"], told["radius_km"], told["where_prec"]) == ("machine-read, unreviewed", 4, 1)
    assert (tally.written, tally.left_out) == (2, {NOWHERE: 2})


def test_several_places_are_one_feature(mapped: Reading) -> None:
    spots = (*mapped.claims[0].where, Where(name="Tavuni", latitude=1.0, longitude=2.0), Where(name="Nowhere"))
    claim = mapped.claims[0].model_copy(update={"where": spots})
    [feature] = json.loads("".join(as_geojson([mapped.model_copy(update={"claims": (claim,)})], Tally())))["features"]
    assert feature["geometry"] == {"type": "MultiPoint", "coordinates": [[178.5, -17.123456], [2.0, 1.0]]}
    assert feature["properties"]["place"] == "Nukuvale; Tavuni"


def test_parquet_is_typed_and_nested(mapped: Reading, written: Reading, tmp_path: Path) -> None:
    path = tmp_path / "claims.parquet"
    write_parquet([mapped, written], path, Tally())
    table = pq.read_table(path)
    assert table.schema.equals(SCHEMA)
    assert table.schema.metadata[b"rashomon.notice"].startswith(b"Machine-read and unreviewed")
    row = table.slice(0, 1).to_pylist()[0]
    assert (row["agents"], row["where"][0]["latitude"], row["quantities"][0]["min"]) == (
        ["Coral Guard"],
        -17.123456,
        12,
    )
    assert (row["confidences"], row["teller"]) == ([("type", 0.9)], "Ilo Sen → Fleet Radio")
    assert table.column("control").to_pylist()[4] == {
        "place": "Tarvol",
        "from": "Red Lances",
        "to": "army",
        "holds": False,
    }


def test_duckdb_answers_from_parquet(mapped: Reading, tmp_path: Path) -> None:
    path = tmp_path / "claims.parquet"
    write_parquet([mapped], path, Tally())
    query = "SELECT agents[1], count(*) FROM read_parquet($1) WHERE machine_read AND factuality = 'happened' GROUP BY 1"
    with duckdb.connect() as connection:
        assert connection.execute(query, [str(path)]).fetchall() == [("Coral Guard", 2)]


def test_more_rows_than_a_group_are_all_there(mapped: Reading, tmp_path: Path) -> None:
    path = tmp_path / "claims.parquet"
    many = mapped.model_copy(update={"claims": mapped.claims * 1000})
    write_parquet([many] * 6, path, Tally())
    file = pq.ParquetFile(path)
    assert [file.metadata.row_group(n).num_rows for n in range(file.num_row_groups)] == [10_000, 10_000, 4_000]


def test_annotations_are_one_page_of_what_each_claim_makes(mapped: Reading) -> None:
    page = json.loads("".join(as_annotations([mapped], Tally())))
    assert (page["type"], page["@context"][0]) == ("AnnotationPage", "http://www.w3.org/ns/anno.jsonld")
    whole = [annotation(mapped, claim) for claim in mapped.claims]
    assert [{"@context": page["@context"], **item} for item in page["items"]] == json.loads(json.dumps(whole))
