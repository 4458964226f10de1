"""Which pairs of documents may share words: few enough to be compared word by word.

Two nets. Fingerprints (winnowing: Schleimer, Wilkerson and Aiken 2003) catch every shared run of twelve words, however
little of the documents it is. Bands of MinHash digests (rensa) catch texts that are much the same but edited in every
sentence. What many documents share (a disclaimer, a story in a hundred papers) is tied from one document to the next
only, so that the number of pairs grows with the number of documents and not with its square.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash

from rashomon.comparing.witnesses.words import Hashes, runs_of

RUN = 8
_WINDOW = 5  # a run of RUN + _WINDOW - 1 words, twelve, always leaves a fingerprint
_SHINGLE = 3
_BANDS, _ROWS = 32, 4  # texts that share half of their shingles fall into one band with .87, a quarter with .12
_SEED = 1
_FEW = 6
"""Documents that share a feature: up to so many, all pairs of them are candidates."""


def features(hashes: Hashes) -> Hashes:
    """What a document is found by: fingerprints and bands. Equal numbers in two documents make them candidates."""
    return np.unique(np.concatenate((_fingerprints(hashes), _bands(hashes))))


def _fingerprints(hashes: Hashes) -> Hashes:
    runs = runs_of(hashes, RUN)
    if len(runs) <= _WINDOW:
        return np.unique(runs.min(keepdims=True)) if len(runs) else runs
    return np.unique(np.lib.stride_tricks.sliding_window_view(runs, _WINDOW).min(axis=1))


def _bands(hashes: Hashes) -> Hashes:
    shingles = runs_of(hashes, _SHINGLE)
    if not len(shingles):
        return shingles
    matrix = RMinHash.digest_matrix_from_token_hash_sets([np.unique(shingles).tolist()], _BANDS * _ROWS, _SEED)
    digest = np.array(matrix.to_rows()[0], dtype=np.uint64).reshape(_BANDS, _ROWS)
    numbered = np.concatenate((np.arange(_BANDS, dtype=np.uint64)[:, None], digest), axis=1)
    return np.concatenate([runs_of(band, _ROWS + 1) for band in numbered])


def pairs(found: list[Hashes]) -> Iterator[tuple[int, int]]:
    """Pairs of documents, by their places in the list, that have a feature in common; in order, each once."""
    owners: NDArray[np.int32] = np.repeat(np.arange(len(found), dtype=np.int32), [len(one) for one in found])
    keys = np.concatenate(found) if found else np.empty(0, dtype=np.uint64)
    order = np.argsort(keys, kind="stable")  # within a feature, documents stay in order
    keys, owners = keys[order], owners[order]
    tied = [np.empty((0, 2), dtype=np.int32)]
    for apart in range(1, _FEW):  # neighbours, and those a few further on
        same = keys[apart:] == keys[:-apart]
        tied.append(np.unique(np.stack((owners[:-apart][same], owners[apart:][same]), axis=1), axis=0))
    tied.append(_first(keys, owners))
    for one, other in np.unique(np.concatenate(tied), axis=0):
        yield int(one), int(other)


def _first(keys: Hashes, owners: NDArray[np.int32]) -> NDArray[np.int32]:
    """Everybody with the first one that has the feature: from it, most likely, the others have it."""
    if not len(keys):
        return np.empty((0, 2), dtype=np.int32)
    begins = np.concatenate(([True], keys[1:] != keys[:-1]))
    first = owners[np.flatnonzero(begins)][np.cumsum(begins) - 1]
    rows = np.stack((first[~begins], owners[~begins]), axis=1)
    return np.asarray(np.unique(rows, axis=0), dtype=np.int32)
