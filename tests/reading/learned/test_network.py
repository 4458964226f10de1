from __future__ import annotations

from pathlib import Path

import pytest

from rashomon.reading.learned.network import FRAMES, LABELS, LEXICON, PIECES, WORDS, ModelError, Network


def test_a_missing_network_is_named_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"words\.onnx is missing in .*training/README\.md"):
        Network(tmp_path)


def test_a_broken_network_is_named(tmp_path: Path) -> None:
    for name in (WORDS, FRAMES, LABELS, LEXICON, PIECES):
        (tmp_path / name).write_text("no model", encoding="utf-8")
    with pytest.raises(ModelError, match="broken"):
        Network(tmp_path)
