"""A case analysed, in the schema in which cases are annotated: for measuring against gold answers."""

from rashomon.export.case_gold.whole import PARTS, as_case_gold

__all__ = ["PARTS", "as_case_gold"]
