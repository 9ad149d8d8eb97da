"""Undoes the packing of a baked mesh (format MTM2); no numpy needed."""

from __future__ import annotations

import json
import lzma
import struct
import sys
from array import array
from collections.abc import Iterable, Mapping
from itertools import accumulate
from operator import add
from typing import Any, Final

from massage_trainer.domain.mesh import MAX_BONES, VERTEX_BYTES, BakedMesh, Part
from massage_trainer.domain.rotation import Vector
from massage_trainer.domain.stage import Skeleton

MAGIC: Final = b"MTM2"
LENGTH: Final = struct.Struct("<I")
INFLUENCES: Final = 8
# Where each of them stands in a packed vertex; the gaps are spare.
PLACE_AT, NORMAL_AT, BONES_AT, SHARES_AT, PAINT_AT = 0, 8, 12, 20, 28
PAINT: Final = 4  # three of colour, one of occlusion
# The largest figure unpacks to two megabytes; a hostile file must not fill the memory.
_MOST_BYTES: Final = 32 * 1024 * 1024
_MOST_MEMORY: Final = 64 * 1024 * 1024
_WIDE: Final = 8  # bytes of the numbers that are summed


def read_mesh(name: str, raw: bytes) -> BakedMesh:
    """Raises ValueError, KeyError, TypeError, struct.error or lzma.LZMAError for a damaged file."""
    if raw[: len(MAGIC)] != MAGIC:
        raise ValueError("not a baked mesh (or of another version)")
    if sys.byteorder != "little":
        raise ValueError("baked meshes are little endian and this machine is not")
    content = _unpacked(raw[len(MAGIC) :])
    (length,) = LENGTH.unpack_from(content)
    start = LENGTH.size + length
    header = json.loads(content[LENGTH.size : start])
    is_figure = header["kind"] == "figure"
    count, used = int(header["vertices"]), int(header["indices"])
    wide = header["index_type"] == "u32"
    bytes_each = 6 + 3 + PAINT + (2 * INFLUENCES if is_figure else 0)
    columns = memoryview(content)[start:]
    if count < 0 or used < 0 or used % 3:
        raise ValueError("the buffers do not fit the header")
    split = count * bytes_each
    if len(columns) != split + used * (4 if wide else 2):
        raise ValueError("the buffers do not fit the header")
    mesh = BakedMesh(
        name,
        _vertices(columns[:split], count, is_figure=is_figure),
        _indices(columns[split:], used // 3, 4 if wide else 2),
        wide,
        float(header["scale"]),
        _vector(header["origin"]),
        tuple(Part(str(p["name"]), int(p["first"]), int(p["count"])) for p in header["parts"]),
        _skeleton(header) if is_figure else None,
    )
    _refuse_loose_numbers(mesh)
    return mesh


def _unpacked(raw: bytes) -> bytes:
    unpacker = lzma.LZMADecompressor(lzma.FORMAT_XZ, _MOST_MEMORY)
    content = unpacker.decompress(raw, _MOST_BYTES)
    if not unpacker.eof or unpacker.unused_data:
        raise ValueError("it ends too early or is far too large")
    return content


def _vertices(columns: memoryview, count: int, *, is_figure: bool) -> bytes:
    """Column by column into rows; places were written as what differs from the vertex before."""
    rows = bytearray(count * VERTEX_BYTES)
    for axis in range(3):
        steps = _wide(accumulate(_numbers(columns[axis * 2 * count :], count, 2)))
        for byte in range(2):
            rows[PLACE_AT + 2 * axis + byte :: VERTEX_BYTES] = steps[byte::_WIDE]
    at = 6 * count
    for byte in range(3):
        rows[NORMAL_AT + byte :: VERTEX_BYTES] = columns[at : at + count]
        at += count
    for byte in range(PAINT):
        rows[PAINT_AT + byte :: VERTEX_BYTES] = columns[at : at + count]
        at += count
    if is_figure:  # these stay together, for they repeat from vertex to vertex
        end = at + count * INFLUENCES
        for byte in range(INFLUENCES):
            rows[BONES_AT + byte :: VERTEX_BYTES] = columns[at + byte : end : INFLUENCES]
            rows[SHARES_AT + byte :: VERTEX_BYTES] = columns[end + byte :: INFLUENCES]
    return bytes(rows)


def _indices(columns: memoryview, triangles: int, width: int) -> bytes:
    """The first corners as what differs from the triangle before, the others from the first."""
    size = triangles * width
    first, *others = (
        _numbers(columns[start : start + size], triangles, width) for start in (0, size, 2 * size)
    )
    corners = array("q", accumulate(first))
    out = bytearray(3 * size)
    for place, other in enumerate((None, *others)):
        wide = _wide(corners if other is None else map(add, corners, other))
        for byte in range(width):
            out[place * width + byte :: 3 * width] = wide[byte::_WIDE]
    return bytes(out)


def _numbers(columns: memoryview, count: int, width: int) -> array[int]:
    """Written as all their lowest bytes, then all the next, and so on."""
    out = bytearray(count * width)
    for byte in range(width):
        out[byte::width] = columns[byte * count : (byte + 1) * count]
    numbers = array("H" if width == 2 else "I")
    numbers.frombytes(out)
    return numbers


def _wide(numbers: Iterable[int]) -> bytes:
    """Differences wrap around: of each sum only the lowest bytes are meant."""
    return array("q", numbers).tobytes()


def _refuse_loose_numbers(mesh: BakedMesh) -> None:
    """An index outside the buffers would make the graphics driver read foreign memory."""
    used = memoryview(mesh.indices).cast("I" if mesh.wide_indices else "H")
    if mesh.index_count and max(used) >= mesh.vertex_count:
        raise ValueError("a triangle names a vertex that is not there")
    for part in mesh.parts:
        inside = part.first >= 0 and 0 <= part.count <= mesh.index_count - part.first
        if not inside or part.count % 3:
            raise ValueError(f"part {part.name!r} lies outside the triangles")
    if mesh.skeleton is None:
        return
    bones = range(BONES_AT, BONES_AT + INFLUENCES)
    last = max(max(mesh.vertices[byte::VERTEX_BYTES], default=0) for byte in bones)
    if last >= len(mesh.skeleton.names):
        raise ValueError("a vertex names a bone that is not there")


def _skeleton(header: Mapping[str, Any]) -> Skeleton:
    names = tuple(str(name) for name in header["bones"])
    if len(names) > MAX_BONES:
        raise ValueError(f"more than {MAX_BONES} bones")
    parents = tuple(int(parent) for parent in header["parents"])
    return Skeleton(names, parents, tuple(_vector(head) for head in header["heads"]))


def _vector(data: list[float]) -> Vector:
    x, y, z = map(float, data)
    return (x, y, z)
