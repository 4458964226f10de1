from typing import Any

import pytest

from rashomon.errors import InputError
from rashomon.intake.columns import Columns
from rashomon.intake.details import Details
from rashomon.intake.fields import Fields

LEFT = "The army left Tarvol on Friday."


def details(record: dict[str, Any], columns: Columns = Columns()) -> Details:  # noqa: B008
    return Fields({"text": LEFT, **record}, columns, "a.jsonl:1").details()


def test_common_keys_of_crawled_news() -> None:
    record = {
        "maintext": LEFT, "authors": ["Ada Merrin", "Bo Tell"], "date_publish": "2016-12-11 08:30:00",
        "source_domain": "courier.example", "language": "en", "image_url": "x", "media": [{"url": "y"}],
    }  # fmt: skip
    fields = Fields(record, Columns(), "a.jsonl:1")
    assert fields.text == LEFT
    assert fields.details() == Details(source="courier.example", author="Ada Merrin, Bo Tell", published="2016-12-11")


@pytest.mark.parametrize(
    ("record", "known"),
    [
        ({"source": {"id": None, "name": "The Courier"}}, Details(source="The Courier")),
        ({"source": "", "outlet": "The Courier"}, Details(source="The Courier")),
        ({"timestamp": 1481445000}, Details(published="2016-12-11")),
        ({"date": "some day", "pub_date": "11 Dec 2016"}, Details(published="2016-12-11")),
        ({"date": {"$date": 5}, "time": True}, Details()),
        ({"language": "fr"}, Details(lang="fr")),
    ],
)
def test_what_values_stand_for(record: dict[str, Any], known: Details) -> None:
    assert details(record) == known


@pytest.mark.parametrize(
    ("record", "columns", "reason"),
    [
        ({"title": 5}, Columns(), "field “title” is not a string"),
        ({"head": {"a": 1}}, Columns(title="head"), "field “head” is not a string"),
        ({}, Columns(text="body"), "record has no “body”"),
    ],
)
def test_our_own_keys_and_named_ones_must_fit(record: dict[str, Any], columns: Columns, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        details(record, columns)


def test_a_named_key_may_be_missing_in_some_records() -> None:
    assert details({"title": "Gone"}, Columns(title="head")) == Details()
    assert details({"head": "Gone"}, Columns(title="head")) == Details(title="Gone")


def test_a_date_that_is_none_is_kept_to_be_refused() -> None:
    assert details({"published": "yesterday"}).published == "yesterday"
