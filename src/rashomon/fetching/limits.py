"""How much is fetched at most."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one address may cost.

    Attributes:
        size: bytes, after decompression, counted as they come.
        seconds: from the first connection to the last byte, redirects included.
        patience: seconds without a sign of life.
        redirects: how many are followed.
        pause: seconds between two addresses of the same host.
    """

    size: int = 50_000_000
    seconds: float = 120.0
    patience: float = 20.0
    redirects: int = 5
    pause: float = 1.0
