"""Reads the baked chart of the client's skin; no numpy needed."""

from __future__ import annotations

import json
import math
import struct
import sys
import zlib
from array import array
from collections.abc import Iterator, Mapping
from itertools import accumulate
from pathlib import Path
from typing import Any, Final

from massage_trainer.domain.chart import BodyChart, ChartSite
from massage_trainer.domain.errors import TrainerError
from massage_trainer.domain.rotation import Vector

CHART_FILE: Final = "client.chart"
MAGIC: Final = b"MTC1"
_LENGTH: Final = struct.Struct("<I")
# The chart unpacks to about a megabyte; a damaged or hostile file must not fill the memory.
_MOST_BYTES: Final = 32 * 1024 * 1024


class ChartFileError(TrainerError):
    """A chart that is missing, damaged or made by another version."""

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__(f"{path}: {problem}")
        self.path = path
        self.problem = problem


def read_chart(path: Path) -> BodyChart:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise ChartFileError(path, error.strerror or "cannot be read") from error
    if raw[: len(MAGIC)] != MAGIC:
        raise ChartFileError(path, "not a chart of the body (or of another version)")
    try:
        return _chart(_unpacked(raw[len(MAGIC) :]))
    except RecursionError as error:
        raise ChartFileError(path, "damaged: nested too deeply") from error
    except (KeyError, IndexError, TypeError, ArithmeticError, ValueError) as error:
        what = f"lacks {error}" if isinstance(error, KeyError) else str(error)
        raise ChartFileError(path, f"damaged: {what}") from error
    except (zlib.error, struct.error) as error:
        raise ChartFileError(path, f"damaged: {error}") from error


def _unpacked(raw: bytes) -> bytes:
    unpacker = zlib.decompressobj()
    content = unpacker.decompress(raw, _MOST_BYTES)
    if not unpacker.eof:
        raise ValueError("it ends too early or is far too large")
    return content


def _chart(content: bytes) -> BodyChart:
    (length,) = _LENGTH.unpack_from(content)
    start = _LENGTH.size + length
    header = json.loads(content[_LENGTH.size : start])
    nodes, triangles = int(header["nodes"]), int(header["triangles"])
    entries = sum(int(site["nodes"]) for site in header["sites"])
    counts = [nodes] * 3 + [triangles] * 3 + [entries] * 3
    if min(counts, default=0) < 0 or start + 2 * sum(counts) != len(content):
        raise ValueError("the tables do not fit the header")
    columns = list(_columns(content[start:], counts))
    scale, origin = _finite(header["scale"]), _vector(header["origin"])
    xs, ys, zs = (
        [scale * step + middle for step in accumulate(column)]
        for column, middle in zip(columns[:3], origin, strict=True)
    )
    first, second, third = columns[3:6]
    corners = [(a, a + b, a + c) for a, b, c in zip(accumulate(first), second, third, strict=True)]
    if corners and not 0 <= min(map(min, corners)) <= max(map(max, corners)) < nodes:
        raise ValueError("a triangle names a node that is not there")
    sites = list(_sites(header["sites"], columns[6:], nodes))
    return BodyChart(list(zip(xs, ys, zs, strict=True)), corners, sites)


def _sites(
    items: list[Mapping[str, Any]], columns: list[array[int]], nodes: int
) -> Iterator[ChartSite]:
    steps, across, along = columns
    start = 0
    for item in items:
        end = start + int(item["nodes"])
        reached = list(accumulate(steps[start:end]))
        if reached and not 0 <= min(reached) <= max(reached) < nodes:
            raise ValueError("a point names a node that is not there")
        cun_m = _finite(item["cun_m"])
        if not cun_m > 0:
            raise ValueError("a cun has no length")
        yield ChartSite(
            str(item["key"]),
            _vector(item["place"]),
            _vector(item["across"]),
            _vector(item["along"]),
            cun_m,
            reached,
            across[start:end],
            along[start:end],
            bool(item["midline"]),
        )
        start = end


def _columns(content: bytes, counts: list[int]) -> Iterator[array[int]]:
    """The 16-bit numbers, which are stored as all their low and then all their high bytes."""
    start = 0
    for count in counts:
        middle, end = start + count, start + 2 * count
        both = bytearray(2 * count)
        both[0::2], both[1::2] = content[start:middle], content[middle:end]
        column = array("h")
        column.frombytes(both)
        if sys.byteorder != "little":
            column.byteswap()
        yield column
        start = end


def _vector(data: list[float]) -> Vector:
    x, y, z = map(_finite, data)
    return (x, y, z)


def _finite(data: float) -> float:
    number = float(data)
    if not math.isfinite(number):
        raise ValueError("a number is not finite")
    return number
