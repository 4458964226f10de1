"""The bundled map of the world: land, lakes and rivers within a box. It has no boundaries of states."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

from rashomon.knowledge.geography.clipping import Box, clipped_line, clipped_ring
from rashomon.knowledge.geography.packing import unpack
from rashomon.knowledge.geography.simplify import Point

FILE = "natural_earth.bin.gz"
_TURN = 360

Layer = Literal["land", "lakes", "rivers"]


class _Line(NamedTuple):
    east: array[int]
    north: array[int]
    box: Box


def land(box: Box, finest: float = 0.0) -> list[list[Point]]:
    """The coasts in a box as rings; land is what an odd number of them encloses (the Caspian Sea is a hole).

    `finest`: points that lie less than so many degrees from the one before are left out.
    """
    return _rings("land", box, finest)


def lakes(box: Box, finest: float = 0.0) -> list[list[Point]]:
    """The lakes in a box as rings."""
    return _rings("lakes", box, finest)


def rivers(box: Box, finest: float = 0.0) -> list[list[Point]]:
    """The rivers in a box as lines."""
    return [stretch for line in _near("rivers", box, finest) for stretch in clipped_line(line, box)]


def _rings(layer: Layer, box: Box, finest: float) -> list[list[Point]]:
    rings = (clipped_ring(ring, box) for ring in _near(layer, box, finest))
    return [ring for ring in rings if len(ring) > 2]


def _near(layer: Layer, box: Box, finest: float) -> Iterator[list[Point]]:
    """The lines whose own box meets this one, by as many turns of the globe as bring them there."""
    steps, lines = _layer(layer)
    for line in lines:
        for turn in range(int((box.west - line.box.east) // _TURN), int((box.east - line.box.west) // _TURN) + 1):
            shift = turn * _TURN
            there = Box(line.box.west + shift, line.box.south, line.box.east + shift, line.box.north)
            if there.meets(box):
                yield [(x / steps + shift, y / steps) for x, y in _spaced(line, round(finest * steps))]


def _spaced(line: _Line, least: int) -> Iterator[tuple[int, int]]:
    """The line's points without those that lie, along both axes together, less than `least` from the one before."""
    if not least:
        yield from zip(line.east, line.north, strict=True)
        return
    last_x = last_y = -_TURN * 1_000_000
    for x, y in zip(line.east, line.north, strict=True):
        if abs(x - last_x) + abs(y - last_y) >= least:
            last_x, last_y = x, y
            yield x, y


@cache
def _layers() -> tuple[int, dict[str, list[_Line]]]:
    steps, layers = unpack(files("rashomon.knowledge.geography").joinpath(FILE).read_bytes())
    return steps, {
        name: [_boxed(_around_pole(*line, steps), steps) for line in lines] for name, lines in layers.items()
    }


def _layer(layer: Layer) -> tuple[int, list[_Line]]:
    steps, layers = _layers()
    return steps, layers[layer]


def _around_pole(east: array[int], north: array[int], steps: int) -> tuple[array[int], array[int]]:
    """A coast that goes once around a pole, as a ring over that pole, one turn too long at both ends.

    So its seams lie outside of every box that is at most a turn wide and begins within a turn of Greenwich.
    """
    turn = _TURN * steps
    if abs(east[-1] - east[0]) != turn:
        return east, north
    way = 1 if east[-1] > east[0] else -1
    pole = (90 if north[0] > 0 else -90) * steps
    long_east = array("i", [x + way * turn * k for k in (-1, 0, 1) for x in east[1:]])
    long_north = array("i", list(north[1:]) * 3)
    long_east.extend((long_east[-1], long_east[0]))
    long_north.extend((pole, pole))
    return long_east, long_north


def _boxed(line: tuple[array[int], array[int]], steps: int) -> _Line:
    east, north = line
    return _Line(east, north, Box(min(east) / steps, min(north) / steps, max(east) / steps, max(north) / steps))
