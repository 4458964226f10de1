"""The page of a reading: one self-contained HTML file, for one account or a few side by side."""

from rashomon.showing.page.shell import as_html

__all__ = ["as_html"]
