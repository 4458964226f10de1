"""BERT's encoder (Devlin et al., 2019) in plain PyTorch, with MiniLM's weights (Wang et al., 2020)."""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from rashomon.reading.learned.drafting import MARKS

WIDTH, INNER, ATTENTION_HEADS, LAYERS = 384, 1536, 12, 6
PIECES, POSITIONS = 30522, 512
SHAPES = 5
"""Ways of writing a word (`rashomon.reading.learned.words.shape_of`)."""


class Layer(nn.Module):
    """Attention and a feed-forward step, each added to what comes in and normalised."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.attended = nn.LayerNorm(WIDTH, eps=1e-12)
        self.inner = nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.fed = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """`x`: (batch, pieces, WIDTH); `mask`: added to attention scores, (batch, 1, 1, pieces)."""
        batch, length = x.shape[0], x.shape[1]
        q, k, v = self.qkv(x).view(batch, length, 3, ATTENTION_HEADS, -1).permute(2, 0, 3, 1, 4).unbind(0)
        seen = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask.to(q.dtype))
        x = self.attended(x + self.dropout(self.out(seen.transpose(1, 2).reshape(batch, length, -1))))
        return self.fed(x + self.dropout(self.outer(functional.gelu(self.inner(x)))))


class Encoder(nn.Module):
    """Word pieces to vectors. MiniLM's embeddings, and how each word is written and what knowledge says of it."""

    def __init__(self, layers: int = LAYERS, dropout: float = 0.1) -> None:
        super().__init__()
        self.pieces = nn.Embedding(PIECES, WIDTH, padding_idx=0)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.marks = nn.Linear(MARKS, WIDTH, bias=False)
        self.embedded = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))
        nn.init.zeros_(self.shapes.weight), nn.init.zeros_(self.marks.weight)

    def forward(self, pieces: Tensor, shapes: Tensor, marks: Tensor) -> Tensor:
        """`pieces`, `shapes`: (batch, length), 0 where nothing stands; `marks`: (batch, length, MARKS), 0 or 1."""
        positions = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.pieces(pieces) + self.positions(positions) + self.shapes(shapes) + self.marks(marks)
        x = self.dropout(self.embedded(x))
        mask = ((pieces > 0)[:, None, None, :].to(x.dtype) - 1) * 10000
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def start_from(self, weights: Path) -> None:
        """Takes over a BERT checkpoint (safetensors, names as in Hugging Face's BertModel)."""
        old = load_file(weights)
        old = {key.removeprefix("bert."): value for key, value in old.items()}
        new = {
            "pieces.weight": old["embeddings.word_embeddings.weight"],
            "positions.weight": old["embeddings.position_embeddings.weight"],
            "shapes.weight": self.shapes.weight.data,
            "marks.weight": self.marks.weight.data,
        }
        # every piece belongs to the first of the two sentences that BERT tells apart
        new["pieces.weight"] = new["pieces.weight"] + old["embeddings.token_type_embeddings.weight"][0]
        for kind in ("weight", "bias"):
            new[f"embedded.{kind}"] = old[f"embeddings.LayerNorm.{kind}"]
            for i in range(len(self.layers)):
                there, here = f"encoder.layer.{i}", f"layers.{i}"
                qkv = [old[f"{there}.attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
                new[f"{here}.qkv.{kind}"] = torch.cat(qkv)
                new[f"{here}.out.{kind}"] = old[f"{there}.attention.output.dense.{kind}"]
                new[f"{here}.attended.{kind}"] = old[f"{there}.attention.output.LayerNorm.{kind}"]
                new[f"{here}.inner.{kind}"] = old[f"{there}.intermediate.dense.{kind}"]
                new[f"{here}.outer.{kind}"] = old[f"{there}.output.dense.{kind}"]
                new[f"{here}.fed.{kind}"] = old[f"{there}.output.LayerNorm.{kind}"]
        self.load_state_dict(new)
