"""Ties between actors as GEXF, for Gephi and its kin."""

from __future__ import annotations

from io import BytesIO
from xml.etree.ElementTree import SubElement

import networkx as nx
from networkx.readwrite.gexf import GEXFWriter

from rashomon.showing.phrases import NOTICE


def gexf(graph: nx.MultiGraph) -> bytes:
    """A graph as GEXF 1.2. The day of the export is left out: equal graphs are equal files."""
    writer = GEXFWriter(encoding="utf-8", prettyprint=True)
    meta = writer.xml.find("meta")
    meta.attrib.pop("lastmodifieddate", None)
    meta.find("creator").text = "Rashomon"
    SubElement(meta, "description").text = NOTICE
    writer.add_graph(graph)
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue() + b"\n"
