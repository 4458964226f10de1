"""Who holds what: a ledger of intervals for each place and account; where accounts part, each keeps its own."""

from rashomon.analysis.control.asking import as_of
from rashomon.analysis.control.building import ledgers
from rashomon.analysis.control.types import Denial, Ledger, Mark, Standing, Tenure

__all__ = ["Denial", "Ledger", "Mark", "Standing", "Tenure", "as_of", "ledgers"]
