"""The Python interface with the real reader."""

import json
import pickle
from pathlib import Path

import jsonschema
import pytest

import rashomon
from rashomon import example
from rashomon.export.json_text import schema

TEXT = "The army said on Friday that the rebels had left Tarvol."


def test_a_text_is_read_with_what_is_known_of_it() -> None:
    reading = rashomon.read(
        TEXT, id="one", source="Radio", title="Gone", author="Ada", published="2016-12-11T08:00", url="x:y"
    )
    document = reading.document
    assert (document.id, document.text, document.source, document.title) == ("one", TEXT, "Radio", "Gone")
    assert (document.author, document.published, document.url, document.lang) == ("Ada", "2016-12-11", "x:y", "en")
    assert reading.claims


def test_a_document_is_read_as_it_is_and_options_hold_over_it() -> None:
    document = rashomon.Document(id="one", text=TEXT, source="Radio", title="Gone", path="a.txt", raw_sha256="0")
    assert rashomon.read(document).document == document.model_copy(update={"lang": "en"})
    reading = rashomon.read(document, source="The Courier")
    assert (reading.document.source, reading.document.title) == ("The Courier", "Gone")


@pytest.mark.parametrize("text", ["", "  \n", "half \ud800 a pair", "a" * 1_000_001])
def test_what_cannot_be_read_raises(text: str) -> None:
    with pytest.raises(rashomon.InputError):
        rashomon.read(text)


def test_another_language_raises_unless_english_is_insisted_on() -> None:
    text = "Die Armee hat die Stadt am Freitag eingenommen, sagte ein Sprecher der Regierung."
    with pytest.raises(rashomon.LanguageError):
        rashomon.read(text)
    assert rashomon.read(text, lang="en").document.lang == "en"


def test_another_parser_that_is_not_there_raises() -> None:
    with pytest.raises(rashomon.ParserError):
        rashomon.read(TEXT, parser="no_such_pipeline")


@pytest.mark.parametrize("error", [rashomon.InputError("a", "b"), rashomon.LanguageError("a", "b")])
def test_errors_go_through_pickle(error: rashomon.InputError) -> None:
    copy = pickle.loads(pickle.dumps(error))
    assert (type(copy), copy.path, copy.reason, str(copy)) == (type(error), "a", "b", "a: b")


@pytest.fixture(scope="module")
def readings() -> list[rashomon.Reading]:
    outcomes = list(rashomon.read_all([str(example.path())]))
    readings = [outcome for outcome in outcomes if isinstance(outcome, rashomon.Reading)]
    assert len(readings) == len(outcomes)
    return readings


def test_real_readings_go_through_json_and_pickle_and_fit_the_schema(readings: list[rashomon.Reading]) -> None:
    validator = jsonschema.Draft202012Validator(schema())
    for reading in readings:
        text = reading.model_dump_json()
        validator.validate(json.loads(text))
        assert rashomon.Reading.model_validate_json(text) == reading
        assert pickle.loads(pickle.dumps(reading)) == reading


def test_real_readings_give_frames(readings: list[rashomon.Reading]) -> None:
    for reading in readings:
        frame = reading.to_frame()
        assert len(frame) == len(reading.claims)
        assert {"speakers", "agents", "control_from", "score_type"} <= set(frame.columns)


def test_every_reading_carries_the_versions_of_all_that_read_it(readings: list[rashomon.Reading]) -> None:
    for reading in readings:
        assert all(reading.versions.model_dump().values())
        assert reading.versions.rashomon == rashomon.__version__


def test_what_cannot_be_read_stands_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    outcomes = list(rashomon.read_all([str(tmp_path / "no.txt"), str(tmp_path / "a.txt")], source="Radio"))
    assert isinstance(outcomes[0], rashomon.InputError)
    assert isinstance(outcomes[1], rashomon.Reading)
    assert outcomes[1].document.source == "Radio"
