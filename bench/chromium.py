"""Chromium on this machine: where it is, and how it is started."""

from __future__ import annotations

import shutil

from playwright.sync_api import Browser, Playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = ("--no-sandbox", "--disable-gpu")  # in a container there is neither


def program() -> str | None:
    """Chromium on the PATH; None if there is none."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def start(playwright: Playwright, path: str) -> Browser:
    """This Chromium, without a window."""
    return playwright.chromium.launch(executable_path=path, args=list(_FLAGS))
