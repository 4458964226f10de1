"""The watch over pages sees what it is there to see: each of these pages does what ours must not."""

from __future__ import annotations

from pathlib import Path

import jinja2
import pytest
from playwright.sync_api import Browser

from rashomon.showing.page import as_html, environment, frame
from tests.showing.page.hand import readings
from tests.showing.page.watching import watch

OURS = '<!doctype html><style></style><body>{}<script id="data" type="application/json"></script><script></script>'


def faults(browser: Browser, file: Path, html: str) -> list[str]:
    file.write_text(html, encoding="utf-8", errors="replace")
    watched = watch(browser, file)
    watched.page.wait_for_timeout(100)
    found = watched.faults()
    watched.page.context.close()
    return found


@pytest.mark.parametrize(
    ("inside", "fault"),
    [
        ("<script>pwned('x')</script>", "ran: pwned(x)"),
        ("<b onclick='pwned(1)'>x</b>", "foreign: onclick"),
        ("<img src='data:,'>", "foreign: <img"),
        ("<img src=https://canary.example/i.png>", "asked for: https://canary.example/i.png"),
        ("<p style='color: red'>x</p>", "foreign: style"),
        ("<style>@import url(https://canary.example/s.css)</style>", "asked for: https://canary.example/s.css"),
        ("<a href='javascript:pwned(1)'>x</a>", "foreign: href=javascript:pwned(1)"),
        ("<a href='https://canary.example/'>x</a>", "foreign: href=https://canary.example/"),
        ("<svg><a xlink:href='data:,x'>x</a></svg>", "foreign: xlink:href=data:,x"),
        ("<iframe srcdoc='<script>pwned(2)</script>'></iframe>", "ran: pwned(2)"),
        ("<script>alert('x')</script>", "dialog: x"),
        ("<script>throw new Error('spoilt')</script>", "error: "),
        ("<link rel=prefetch href=https://canary.example/p>", "foreign: <link"),
        ("<meta http-equiv=refresh content='9;url=https://canary.example/'>", "foreign: <meta"),
        ("<script>fetch('https://canary.example/beacon').catch(() => 0)</script>", "asked for: https://canary.example/beacon"),
    ],
)  # fmt: skip
def test_each_misdeed_is_seen(inside: str, fault: str, browser: Browser, tmp_path: Path) -> None:
    assert any(found.startswith(fault) for found in faults(browser, tmp_path / "page.html", OURS.format(inside)))


def attacked() -> str:
    """Our page of the article that is full of elements and handlers."""
    return "".join(as_html(reading for reading in readings() if reading.document.id == "scripts"))


def test_a_refusal_of_the_policy_is_seen(browser: Browser, tmp_path: Path) -> None:
    policy = "<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'\">"
    found = faults(browser, tmp_path / "page.html", f"<!doctype html>{policy}<p style='color: red'>x</p>")
    assert "policy refused: style-src-attr: inline" in found


@pytest.fixture
def _unescaped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Our own templates without escaping."""
    escaping = environment.environment()
    loose = jinja2.Environment(loader=escaping.loader, autoescape=False, trim_blocks=True, lstrip_blocks=True)
    loose.filters.update({**escaping.filters, "shown": str, "visible": str})
    monkeypatch.setattr(environment, "environment", lambda: loose)


@pytest.mark.usefixtures("_unescaped")
def test_our_own_page_unescaped_and_without_a_policy_is_caught(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(frame, "_policy", lambda styles, scripts: "")
    found = faults(browser, tmp_path / "page.html", attacked())
    kinds = {fault.split(":")[0] for fault in found}
    assert {"ran", "asked for", "foreign"} <= kinds


@pytest.mark.usefixtures("_unescaped")
def test_the_policy_alone_still_stops_their_scripts(browser: Browser, tmp_path: Path) -> None:
    found = faults(browser, tmp_path / "page.html", attacked())
    kinds = {fault.split(":")[0] for fault in found}
    assert {"policy refused", "foreign"} <= kinds
    assert not {"ran", "dialog"} & kinds
