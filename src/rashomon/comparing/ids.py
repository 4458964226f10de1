"""Names of matters that depend on their claims alone."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from rashomon.comparing.saying import Told
from rashomon.comparing.types import MatterKind


def matter_id(kind: MatterKind, group: Iterable[Told]) -> str:
    """The kind with twelve letters over the claims, in whatever order they come."""
    keys = sorted("\x1f".join(map(str, told.order)) for told in group)
    return f"{kind}-{hashlib.sha256(chr(30).join(keys).encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"
