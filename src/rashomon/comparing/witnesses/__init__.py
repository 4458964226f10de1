"""Where documents come from: which are one text, who is credited, who cites whom; how many independent witnesses."""

from rashomon.comparing.witnesses.origins import origins
from rashomon.comparing.witnesses.types import Citation, Credit, Origin, Origins, Passage, Reprint

__all__ = ["Citation", "Credit", "Origin", "Origins", "Passage", "Reprint", "origins"]
