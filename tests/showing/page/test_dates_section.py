"""What the timeline is given of claims."""

from __future__ import annotations

import re
from typing import Any

import pytest

from rashomon.model import Reading
from rashomon.showing.page.accounts import Accounts
from rashomon.showing.page.dates import dates_section
from tests.showing.page.drawings import named, root


def bar(written: Reading, published: str | None, **fields: Any) -> float:
    """How wide the one dated claim's bar is drawn, beside another of a single day long after."""
    dated = [
        written.claims[0].model_copy(update={"when": "2011/2012", **fields}),
        written.claims[1].model_copy(update={"when": "2012-12-31", "factuality": "future"}),
    ]
    document = written.document.model_copy(update={"published": published})
    tree = root(dates_section(Accounts.of([written.model_copy(update={"claims": (*dated,), "document": document})])))
    shape = re.fullmatch(r"M([\d.]+) .*H([\d.]+)V[\d.]+z", named(tree, "path", "tl-bar")[0].get("d", ""))
    assert shape is not None
    left, right = shape.groups()
    return float(right) - float(left)


def test_what_is_told_as_past_ends_with_the_day_of_publication(written: Reading) -> None:
    whole = bar(written, None)
    assert 0 < bar(written, "2011-12-31") < whole


@pytest.mark.parametrize("factuality", ["future", "demanded", "hypothetical"])
def test_what_is_to_come_does_not(written: Reading, factuality: str) -> None:
    assert bar(written, "2011-12-31", factuality=factuality) == bar(written, None, factuality=factuality)


def test_what_was_published_before_it_began_is_left_alone(written: Reading) -> None:
    assert bar(written, "2005-01-01") == bar(written, None)
