"""How balanced a signed graph is, by counting: 1 is perfect balance.

Ties count once each here, whatever they weigh; several between the same two names count each.
"""

from __future__ import annotations

import numpy as np
from scipy.sparse import coo_array

from rashomon.analysis.balance.graph import SignedGraph

_Both = tuple[coo_array, coo_array]


def _matrices(graph: SignedGraph) -> _Both:
    """The sum of signs and the number of ties between each two names."""
    place = {name: index for index, name in enumerate(graph.nodes)}
    ends = [(place[tie.a], place[tie.b]) for tie in graph.ties]
    a = np.array([a for a, _ in ends] + [b for _, b in ends], dtype=np.int64)
    b = np.array([b for _, b in ends] + [a for a, _ in ends], dtype=np.int64)
    signs = np.tile(np.array([float(tie.sign) for tie in graph.ties]), 2)
    shape = (len(graph.nodes),) * 2
    return coo_array((signs, (a, b)), shape=shape).tocsr(), coo_array((np.abs(signs), (a, b)), shape=shape).tocsr()


def triangle_balance(graph: SignedGraph) -> float | None:
    """The share of triangles with an even number of hostile ties (Cartwright and Harary 1956); None of none."""
    signed, plain = ((matrix @ matrix * matrix).sum() for matrix in _matrices(graph))
    return float((plain + signed) / (2 * plain)) if plain else None


def walk_balance(graph: SignedGraph) -> float | None:
    """Closed walks, weighed by their length: tr exp(A) / tr exp(|A|) (Estrada and Benzi 2014). None without ties.

    Exact, by all eigenvalues: meant for graphs to some thousand names.
    """
    if not graph.ties:
        return None
    signed, plain = (np.linalg.eigvalsh(matrix.toarray()) for matrix in _matrices(graph))
    top = plain.max()
    return float(np.exp(signed - top).sum() / np.exp(plain - top).sum())
