"""Loads the gazetteer, compiling it if need be."""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Iterator
from pathlib import Path

from rashomon.knowledge.base import ENGLISH, folder, load_yaml
from rashomon.knowledge.folding import fold
from rashomon.knowledge.layers import Overlay, by_layers, overlay_files
from rashomon.knowledge.places import cache, compile, sources
from rashomon.knowledge.places.merging import joined
from rashomon.knowledge.places.store import Gazetteer
from rashomon.knowledge.places.supplement import read_countries, read_rows
from rashomon.knowledge.places.types import Named

_COMPILING = ("compile.py", "sources.py", "merging.py", "supplement.py", "geometry.py", "types.py")


@by_layers
def load(lang: str, overlays: tuple[Overlay, ...]) -> Gazetteer:
    """The gazetteer, loaded once a process for each set of overlays.

    Raises KnowledgeError if it can neither be read nor compiled, or an overlay's file breaks its schema.
    """
    return Gazetteer(cache.compiled(fingerprint(), write), _not_places(), added(overlays))


def added(overlays: tuple[Overlay, ...]) -> Iterator[Named]:
    """The places of overlays. Raises KnowledgeError."""
    radii = load_yaml("places.yaml")["radius"]
    for file, content in overlay_files("places", overlays):
        yield from read_rows(file, content or {}, radii, "user")


def write(path: Path) -> None:
    """Compiles the gazetteer into this file."""
    own = load_yaml("places.yaml")
    judging = compile.Judging(_not_places(), frozenset(own["quiet_countries"]))
    compile.write(path, _all(), judging)


def fingerprint() -> str:
    """What the compiled gazetteer depends on: editions of the sources, the supplement, the tables' form."""
    digest = hashlib.sha256()
    data, here = folder(), Path(__file__).parent
    files = [data / "places.yaml", data / "countries.yaml", *sorted((data / "places").glob("*.yaml"))]
    files += [here / name for name in _COMPILING] + [here.parent / "folding.py"]
    for path in files:
        digest.update(path.name.encode() + path.read_bytes())
    return f"{compile.FORMAT} {marshal.version} {sources.versions()} {digest.hexdigest()}"


def supplement(lang: str = ENGLISH) -> Iterator[Named]:
    """Our own places, without countries."""
    radii = load_yaml("places.yaml", lang)["radius"]
    for path in sorted((folder(lang) / "places").glob("*.yaml")):
        yield from read_rows(f"places/{path.name}", load_yaml(f"places/{path.name}", lang), radii)


def _not_places() -> frozenset[str]:
    return frozenset(fold(word) for word in load_yaml("places.yaml")["not_places"])


def _all() -> Iterator[Named]:
    own = load_yaml("places.yaml")
    yield from read_countries(load_yaml("countries.yaml"), sources.peoples(), own["radius"])
    yield from joined(supplement(), sources.towns_and_divisions(own["divisions"], own["division_centres"]))
