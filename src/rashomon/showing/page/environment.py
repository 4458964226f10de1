"""Templates and assets of our pages. Everything that templates show is escaped unless it is Markup already."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from rashomon.showing.claim_line import parties
from rashomon.showing.days import written
from rashomon.showing.page.hostile import line_breaks, shown, traced
from rashomon.showing.phrases import firmness
from rashomon.showing.quoting import quoted
from rashomon.showing.safe import visible

_HOME = files("rashomon.showing.page")
_REPORT = files("rashomon.showing").joinpath("report")


@cache
def environment() -> Environment:
    """The Jinja environment: it escapes, undefined names are errors, and `|shown` is for text from documents."""
    made = Environment(
        loader=FileSystemLoader([str(home.joinpath("templates")) for home in (_HOME, _REPORT)]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(
        shown=shown,
        visible=visible,
        traced=traced,
        breaks=line_breaks,
        quoted=quoted,
        parties=lambda claim: parties(claim).plain,
        firmness=firmness,
        written=written,
    )
    return made


def fill(template: str, **values: object) -> Markup:
    """A template filled in."""
    return Markup(environment().get_template(template).render(**values))


@cache
def assets(suffix: str) -> str:
    """All style sheets (`.css`) or scripts (`.js`) of the page as one text, in the order of their names.

    Their names begin with a number: `00-base.css`, `90-print.css`.
    """
    return _together(suffix, _HOME)


@cache
def report_assets(suffix: str) -> str:
    """Those of the report: the page's styles, and the report's own styles and scripts over them."""
    return _together(suffix, *([_HOME] if suffix == ".css" else []), _REPORT)


def _together(suffix: str, *homes: Traversable) -> str:
    found = [file for home in homes for file in home.joinpath("assets").iterdir() if file.name.endswith(suffix)]
    ordered = sorted(found, key=lambda file: file.name)
    return "\n".join(file.read_text(encoding="utf-8").strip() for file in ordered) + "\n"
