"""Watching a page in a browser: what it asks for, what it runs, what its elements are."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, Request, Route

from bench.chromium import program

OpenPage = Callable[..., Page]
HOW = "no Chromium is on the PATH: install Debian's with scripts/browser"

_CANARY = """
window.__ran = [];
window.__refused = [];
for (const name of ["pwned", "open"])
  Object.defineProperty(window, name, { value: (...given) => window.__ran.push(`${name}(${given.join()})`) });
document.addEventListener("securitypolicyviolation", (event) =>
  window.__refused.push(`${event.violatedDirective}: ${event.blockedURI || event.sourceFile}`));
"""
"""Set before any script of the page: names that hostile texts call, and the policy's refusals."""

_FOREIGN = """
() => {
  const found = [];
  const own = new Set(["", "data"]);
  for (const element of document.querySelectorAll("*")) {
    const name = element.localName, where = element.outerHTML.slice(0, 120);
    if (["iframe", "frame", "object", "embed", "img", "base", "video", "audio", "foreignObject", "image",
         "animate", "set", "math", "marquee", "portal"].includes(name)) found.push(where);
    if (name === "script" && !(element.parentElement === document.body && own.has(element.id) && !element.src))
      found.push(where);
    if (name === "style" && element.parentElement !== document.head) found.push(where);
    if (name === "link" && !(element.rel === "icon" && element.getAttribute("href").startsWith("data:image/svg+xml,")))
      found.push(where);
    if (name === "meta" && element.parentElement !== document.head) found.push(where);
    for (const { name: attribute, value } of element.attributes) {
      if (attribute.startsWith("on") || ["style", "srcdoc", "ping", "action", "formaction"].includes(attribute))
        found.push(`${attribute}: ${where}`);
      if (["href", "xlink:href", "src"].includes(attribute) && name !== "link" && !value.startsWith("#"))
        found.push(`${attribute}=${value}: ${where}`);
    }
  }
  const scripts = document.querySelectorAll("script").length, styles = document.querySelectorAll("style").length;
  if (scripts !== 2 || styles !== 1) found.push(`${scripts} scripts and ${styles} style sheets`);
  return found;
}
"""
"""Elements and attributes that no page of ours has. Styles set by a script through the CSSOM are not attributes
of the document; the script leaves none either."""


def need_browser() -> str:
    """Chromium on the PATH. Without one the test is skipped, or fails where RASHOMON_BROWSER=required."""
    path = program()
    if path is None:
        if os.environ.get("RASHOMON_BROWSER") == "required":
            pytest.fail(HOW)
        pytest.skip(HOW)
    return path


@dataclass
class Watched:
    """A page opened from a file, and what it did.

    Attributes:
        page: the page. `requests`: every address asked for besides the file itself.
        errors: errors of scripts and on the console. `dialogs`: alerts and the like.
    """

    page: Page
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def faults(self) -> list[str]:
        """All that no page may do: requests, foreign scripts and elements, dialogs, errors, refusals of the policy."""
        ran: list[str] = []
        refused: list[str] = []
        for frame in filter(lambda frame: frame.url, self.page.frames):  # without an address it never began to load
            ran += frame.evaluate("window.__ran ?? []")
            refused += frame.evaluate("window.__refused ?? []")
        foreign: list[str] = self.page.evaluate(_FOREIGN)
        kinds = {
            "asked for": self.requests,
            "ran": ran,
            "policy refused": refused,
            "foreign": foreign,
            "error": self.errors,
            "dialog": self.dialogs,
        }
        return [f"{kind}: {what}" for kind, found in kinds.items() for what in found]


def watch(browser: Browser, file: Path, **settings: Any) -> Watched:
    """Opens a file in a context of its own, offline, where every request but that for the file is refused."""
    context = browser.new_context(**settings)
    context.add_init_script(_CANARY)
    watched = Watched(context.new_page())
    _listen(context, watched, file.as_uri())
    context.set_offline(True)
    watched.page.goto(file.as_uri())
    return watched


def _listen(context: BrowserContext, watched: Watched, own: str) -> None:
    def asked(request: Request) -> None:
        if request.url != own and not request.url.startswith("data:image/svg+xml,"):
            watched.requests.append(request.url)

    def answer(route: Route) -> None:
        if route.request.url == own:
            route.continue_()
        else:
            route.abort()

    def dismiss(dialog: Dialog) -> None:
        watched.dialogs.append(dialog.message)
        dialog.dismiss()

    context.on("request", asked)
    context.on("dialog", dismiss)
    context.route("**/*", answer)

    context.on("weberror", lambda error: watched.errors.append(str(error.error)))
    context.on("console", lambda said: watched.errors.append(said.text) if said.type == "error" else None)
