"""The shipped network: two ONNX graphs (words; what hangs on triggers), run by onnxruntime on the CPU."""

from __future__ import annotations

import hashlib
import json
from functools import cached_property
from pathlib import Path

import onnxruntime
from tokenizers import Tokenizer

from rashomon.errors import RashomonError
from rashomon.reading.learned.decoding import FrameScores, Labels, Scores, WordScores
from rashomon.reading.learned.drafting import Numbers, Seen
from rashomon.reading.learned.lexicon import Lexicon

FOLDER = Path(__file__).parent / "model"
WORDS, FRAMES, LABELS, LEXICON, PIECES = "words.onnx", "frames.onnx", "labels.json", "lexicon.json", "tokenizer.json"


class ModelError(RashomonError):
    """The model's files are missing or broken."""


class Network:
    """Scores windows. Holds two sessions of one thread each, so that as many processes as cores run side by side."""

    def __init__(self, folder: Path = FOLDER, threads: int = 1) -> None:
        self._folder = folder
        missing = [name for name in (WORDS, FRAMES, LABELS, LEXICON, PIECES) if not (folder / name).is_file()]
        if missing:
            raise ModelError(
                f"the network of the learned reader is not installed ({missing[0]} is missing in {folder}): "
                "training/README.md says how it is made"
            )
        try:
            self.labels = Labels.of(json.loads((folder / LABELS).read_text(encoding="utf-8")))
            self.lexicon = Lexicon.load(folder / LEXICON)
            self.tokenizer = Tokenizer.from_file(str(folder / PIECES))
            self._words = _session(folder / WORDS, threads)
            self._frames = _session(folder / FRAMES, threads)
        except Exception as error:  # onnxruntime and tokenizers raise errors of no common type
            raise ModelError(f"{folder}: the model's files are broken: {error}") from None
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()

    def see(self, pieces: Numbers, shapes: Numbers, marks: Scores, begins: Numbers) -> Seen:
        """Scores of the words of one window; see `drafting.Model`."""
        vectors, senses, sorts, links, certainty = self._words.run(
            None, {"pieces": pieces[None], "shapes": shapes[None], "marks": marks[None], "begins": begins[None]}
        )
        return Seen(vectors[0], WordScores(senses[0], sorts[0], links[0], certainty[0]))

    def hang(self, vectors: Scores, first: Numbers, last: Numbers, sentence: Numbers) -> FrameScores:
        """Scores of what hangs on triggers; see `drafting.Model`."""
        roles, *heads = self._frames.run(
            None, {"vectors": vectors[None], "first": first, "last": last, "sentence": sentence[None]}
        )
        return FrameScores(dict(zip(self.labels.heads, heads, strict=True)), roles)

    @cached_property
    def version(self) -> str:
        """Twelve hex digits of a hash over the model's files."""
        digest = hashlib.sha256()
        for name in (WORDS, FRAMES, LABELS, LEXICON, PIECES):
            digest.update((self._folder / name).read_bytes())
        return digest.hexdigest()[:12]


def _session(path: Path, threads: int) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
