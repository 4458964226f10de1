"""Ties between actors as GraphML."""

from __future__ import annotations

from io import BytesIO

import networkx as nx


def graphml(graph: nx.MultiGraph) -> bytes:
    """A graph as GraphML; its own data (the notice, the period) included."""
    buffer = BytesIO()
    nx.write_graphml_xml(graph, buffer, edge_id_from_attribute=None)
    return buffer.getvalue() + b"\n"
