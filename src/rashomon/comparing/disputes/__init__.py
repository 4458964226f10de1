"""Where the accounts of an event agree, where they part, and in which words; never who is right."""

from rashomon.comparing.disputes.finding import find, findings
from rashomon.comparing.disputes.types import DISPUTES, Finding, Holder, Position, Words

__all__ = ["DISPUTES", "Finding", "Holder", "Position", "Words", "find", "findings"]
