from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.intake.dating import Order, order_of, to_iso

FORMS = ["%Y-%m-%d", "%Y-%m-%d %H:%M:%S", "%Y/%m/%d", "%Y%m%d", "%Y%m%dT000000Z", "%B %d, %Y", "%b. %d, %Y", "%d %B %Y",
         "%A, %d %b %Y 08:30:00 GMT", "%d-%b-%Y", "%d.%m.%Y"]  # fmt: skip


@settings(deadline=None)
@given(st.dates(date(1901, 1, 1), date(2099, 12, 31)), st.sampled_from(FORMS))
def test_common_forms_are_read_exactly(day: date, form: str) -> None:
    assert to_iso(day.strftime(form)) == day.isoformat()


@pytest.mark.parametrize(
    ("text", "order", "iso"),
    [
        ("2016", None, "2016"),
        ("2016-12", None, "2016-12"),
        ("11/12/2016", None, None),
        ("11/12/2016 08:30", "day", "2016-12-11"),
        ("11-12-2016", "month", "2016-11-12"),
        ("25/12/2016", "month", "2016-12-25"),
        ("11/11/2016", None, "2016-11-11"),
        ("31/31/2016", None, None),
        ("1481445000", None, "2016-12-11"),
        ("1481445000000", None, "2016-12-11"),
        ("1481445000.5", None, "2016-12-11"),
        ("12345", None, None),
        ("Sept. 3rd, 2016", None, "2016-09-03"),
        ("February 30, 2016", None, None),
        ("yesterday", None, None),
        ("", None, None),
    ],
)
def test_what_is_ambiguous_or_no_date_is_not_guessed(text: str, order: Order | None, iso: str | None) -> None:
    assert to_iso(text, order) == iso


@pytest.mark.parametrize(
    ("texts", "order"),
    [(["1/2/2016", "13/2/2016"], "day"), (["1/2/2016", "2/13/2016"], "month"), (["1/2/2016"], None),
     (["13/2/2016", "2/13/2016"], None), (["13.2.2016"], None), ([], None)],
)  # fmt: skip
def test_the_order_is_told_by_numbers_over_twelve(texts: list[str], order: Order | None) -> None:
    assert order_of(texts) == order


@settings(deadline=None)
@given(st.text())
def test_any_text_is_a_date_or_none(text: str) -> None:
    found = to_iso(text)
    assert found is None or found[:4].isdigit()
