"""Tables with one document a row."""

from rashomon.intake.tables.delimited import read_csv
from rashomon.intake.tables.parquet import read_parquet

__all__ = ["read_csv", "read_parquet"]
