"""Lines of a map as few bytes: whole steps from point to point, low and high bytes apart, under gzip."""

from __future__ import annotations

import gzip
import json
import sys
from array import array
from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

_FORMAT = 1

GridLine = Sequence[tuple[int, int]]
"""Points in steps of the grid: east of Greenwich, north of the equator."""


class Packed(NamedTuple):
    """What a packed file holds.

    Attributes:
        steps: how many steps of the grid make a degree.
        layers: name of a layer -> its lines, each as its steps east and its steps north.
    """

    steps: int
    layers: dict[str, list[tuple[array[int], array[int]]]]


def pack(steps: int, layers: Mapping[str, Sequence[GridLine]]) -> bytes:
    """A file of these layers; the same layers give the same bytes.

    Raises OverflowError where two points that follow each other are 32,768 steps or more apart.
    """
    head = {"format": _FORMAT, "steps": steps, "layers": {name: len(lines) for name, lines in layers.items()}}
    parts = [json.dumps(head, separators=(",", ":")).encode() + b"\n"]
    for lines in layers.values():
        parts.append(_bytes(array("i", [len(line) for line in lines])))
        for axis in (0, 1):
            moves = array("h", [b[axis] - a[axis] for line in lines for a, b in pairwise(line)])
            parts.append(_bytes(array("i", [line[0][axis] for line in lines])))
            parts += [_bytes(moves)[0::2], _bytes(moves)[1::2]]
    return gzip.compress(b"".join(parts), 9, mtime=0)


def unpack(data: bytes) -> Packed:
    """What `pack` was given."""
    line, _, body = gzip.decompress(data).partition(b"\n")
    head = json.loads(line)
    if head["format"] != _FORMAT:
        raise ValueError(f"a map of format {head['format']}, not {_FORMAT}")
    rest = memoryview(body)
    layers: dict[str, list[tuple[array[int], array[int]]]] = {}
    for name, count in head["layers"].items():
        lengths = _array("i", rest[: 4 * count])
        rest = rest[4 * count :]
        moves = sum(lengths) - count
        axes = []
        for _ in range(2):
            starts = _array("i", rest[: 4 * count])
            rest = rest[4 * count :]
            woven = bytearray(2 * moves)
            woven[0::2], woven[1::2] = rest[:moves], rest[moves : 2 * moves]
            rest = rest[2 * moves :]
            axes.append(_lines(starts, lengths, _array("h", woven)))
        layers[name] = list(zip(*axes, strict=True))
    return Packed(head["steps"], layers)


def _lines(starts: array[int], lengths: array[int], moves: array[int]) -> list[array[int]]:
    found, at = [], 0
    for start, length in zip(starts, lengths, strict=True):
        found.append(array("i", accumulate(moves[at : at + length - 1], initial=start)))
        at += length - 1
    return found


def _bytes(values: array[int]) -> bytes:
    if sys.byteorder == "big":
        values.byteswap()
    return values.tobytes()


def _array(code: str, data: memoryview | bytearray) -> array[int]:
    values: array[int] = array(code)
    values.frombytes(data)
    if sys.byteorder == "big":
        values.byteswap()
    return values
