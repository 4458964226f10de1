import json
import pickle
from pathlib import Path

import jsonschema
import pandas as pd
import pytest
from pydantic import ValidationError

from rashomon.export.json_text import schema, schema_text
from rashomon.model import Confidence, Control, Document, Reading

ROOT = Path(__file__).parents[2]


def test_a_reading_goes_through_json_and_back(written: Reading) -> None:
    assert Reading.model_validate_json(written.model_dump_json()) == written
    assert Reading.model_validate(written.model_dump()) == written


def test_a_reading_goes_through_pickle_and_back(written: Reading) -> None:
    assert pickle.loads(pickle.dumps(written)) == written


def test_the_published_schema_is_current() -> None:
    assert (ROOT / "docs" / "reading.schema.json").read_text(encoding="utf-8") == schema_text()


def test_the_schema_fits_readings_and_refuses_others(written: Reading) -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    value = json.loads(written.model_dump_json())
    jsonschema.validate(value, schema())
    value["claims"][0]["factuality"] = "certain"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(value, schema())


def test_who_loses_is_called_from_in_json_and_may_be_either_on_the_way_in() -> None:
    control = Control(place="Tarvol", from_="Red Lances", to="army")
    assert control.model_dump() == {"place": "Tarvol", "from": "Red Lances", "to": "army", "holds": False}
    assert Control.model_validate({"place": "Tarvol", "from": "Red Lances", "to": "army"}) == control


def test_values_are_frozen_and_closed(written: Reading) -> None:
    with pytest.raises(ValidationError):
        written.claims[0].kind = "event"
    with pytest.raises(ValidationError):
        Document.model_validate({"id": "a", "text": "b", "certainty": 1})


def test_a_claim_is_found_by_its_id(written: Reading) -> None:
    assert written.claim("c3").trigger == "cunning"
    with pytest.raises(KeyError):
        written.claim("c9")


def test_a_confidence_is_a_value_like_others(calibrated: Reading) -> None:
    assert Reading.model_validate_json(calibrated.model_dump_json()) == calibrated
    assert pickle.loads(pickle.dumps(calibrated)) == calibrated
    jsonschema.validate(json.loads(calibrated.model_dump_json()), schema())
    there = Confidence(claim=0.5, fields={"type": 0.7, "found": 0.9})
    back = Confidence(claim=0.5, fields={"found": 0.9, "type": 0.7})
    assert hash(there) == hash(back)
    assert len({there, back, Confidence(claim=0.5)}) == 2
    assert len(set(calibrated.claims)) == 4


@pytest.mark.parametrize("wrong", [{"claim": 1.2}, {"claim": -0.1}, {"claim": 0.5, "fields": {"type": 2.0}}])
def test_a_confidence_is_a_probability(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Confidence.model_validate(wrong)


def test_a_frame_has_the_confidence_of_claims_and_fields(written: Reading, calibrated: Reading) -> None:
    frame = calibrated.to_frame()
    assert list(frame["confidence"]) == [0.91, 0.634, 0.3, 0.05]
    assert list(frame["confidence_found"].dropna()) == [0.98, 0.9, 0.4]
    assert frame.loc[0, "confidence_agents"] == 0.95
    assert written.to_frame()["confidence"].isna().all()


def test_one_row_a_claim_in_a_data_frame(written: Reading) -> None:
    frame = written.to_frame()
    assert isinstance(frame, pd.DataFrame)
    assert list(frame["id"]) == ["c1", "c2", "c3", "c4"]
    assert frame.loc[0, "control_from"] == "Red Lances"
    assert frame.loc[0, "score_type"] == 0.8
    assert set(frame["teller"]) == {"Ada Merrin, in “Who holds Tarvol?”"}


def test_a_reading_without_claims_gives_an_empty_frame(written: Reading) -> None:
    assert len(written.model_copy(update={"claims": ()}).to_frame()) == 0


@pytest.mark.parametrize(
    ("known", "teller"),
    [
        ({"author": "Ada", "source": "Radio", "title": "Gone"}, "Ada, in “Gone”"),
        ({"source": "Radio"}, "Radio"),
        ({"title": "Gone"}, "the author, in “Gone”"),
        ({"path": "notes/orm.txt"}, "the author of orm.txt"),
        ({}, "the author, in “a”"),
    ],
)
def test_the_author_always_has_a_name(known: dict[str, str], teller: str) -> None:
    assert Document(id="a", text="b", **known).teller == teller


def test_the_hash_of_the_text_does_not_hang_on_what_else_is_known() -> None:
    assert Document(id="a", text="b").sha256 == Document(id="c", text="b", title="d").sha256
