"""The browser of the page's tests, for the report."""

from tests.showing.page.conftest import browser, open_page

__all__ = ["browser", "open_page"]
