"""A stand-in for what settles dates, places and numbers, where only names and tellers are asked for."""

from __future__ import annotations

from rashomon.model import Place, Quantity, Where
from rashomon.reading.learned.types import Frame, Stretch


class Unsettled:
    """Leaves dates, places and numbers alone."""

    def when(self, stretch: Stretch | None, frame: Frame) -> tuple[str, float] | None:
        """None."""

    def said(self, cue: Stretch | None) -> tuple[str, float] | None:
        """None."""

    def where(self, stretch: Stretch, name: str) -> tuple[Where, ...]:
        """Nowhere."""
        return ()

    def quantity(self, stretch: Stretch, frame: Frame) -> Quantity | None:
        """None."""

    def places(self) -> tuple[Place, ...]:
        """None."""
        return ()
