"""The report of a case: one self-contained HTML file on its events, disputes, control, ties and witnesses."""

from rashomon.showing.report.shell import Findings, as_report

__all__ = ["Findings", "as_report"]
