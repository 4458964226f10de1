"""What is shipped scores as the network in training does."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="torch is only needed to train")
pytest.importorskip("onnx", reason="onnx is only needed to train")

from rashomon.reading.learned.drafting import draft  # noqa: E402
from rashomon.reading.learned.network import FOLDER, LEXICON, Network  # noqa: E402
from training.net import heads  # noqa: E402
from training.net.start import NoWeightsError, lexicon, tokenizer, weights  # noqa: E402
from training.net.torch_model import TorchModel  # noqa: E402
from training.ship import compare, ship  # noqa: E402


@pytest.mark.filterwarnings("ignore")
def test_it_scores_alike_and_reads_a_text(tmp_path: Path) -> None:
    try:
        weights()
    except NoWeightsError:
        pytest.skip("MiniLM's weights are only needed to train")
    torch.manual_seed(3)
    network = heads.Network(layers=1)
    shutil.copy(FOLDER / LEXICON, tmp_path / LEXICON)
    ship(network, tmp_path, {"found": 0.01})
    shipped, full = Network(tmp_path), TorchModel(network, tokenizer(), lexicon(), {"found": 0.01})
    found = compare(full, shipped)
    assert found["least cosine"] > 0.95
    text = "The Norvan army shelled Port Mell. Its mayor said so."
    assert draft(text, shipped).text == text
    assert len(shipped.version) == 12
    assert np.isfinite(found["largest difference of a role"])
