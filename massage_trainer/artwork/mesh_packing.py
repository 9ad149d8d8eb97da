"""Packing a mesh into the form that the program reads (format MTM2)."""

from __future__ import annotations

import json
import lzma
from array import array
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any, Final

from massage_trainer.domain.mesh import VERTEX_BYTES
from massage_trainer.services.mesh_file import (
    BONES_AT,
    INFLUENCES,
    LENGTH,
    MAGIC,
    NORMAL_AT,
    PAINT,
    PAINT_AT,
    PLACE_AT,
    SHARES_AT,
)

_FILTERS: Final = [
    {
        "id": lzma.FILTER_LZMA2,
        "preset": 9 | lzma.PRESET_EXTREME,
        "dict_size": 1 << 22,
        "lc": 4,
        "lp": 0,
        "pb": 0,
    }
]
Triangle = tuple[int, int, int]


def packed(header: Mapping[str, Any], vertices: bytes, triangles: Sequence[Triangle]) -> bytes:
    """``vertices`` as BakedMesh has them; the header says kind, scale, origin, parts, skeleton."""
    count = len(vertices) // VERTEX_BYTES
    width = 2 if count < 1 << 16 else 4
    head = {
        **header,
        "vertices": count,
        "indices": 3 * len(triangles),
        "index_type": "u16" if width == 2 else "u32",
    }
    text = json.dumps(head, separators=(",", ":")).encode()
    columns = [LENGTH.pack(len(text)), text]
    for axis in range(3):
        at = PLACE_AT + 2 * axis
        pair = bytearray(2 * count)
        pair[0::2], pair[1::2] = vertices[at::VERTEX_BYTES], vertices[at + 1 :: VERTEX_BYTES]
        columns.append(_split(_differences(array("h", bytes(pair))), 2))
    columns += [vertices[NORMAL_AT + byte :: VERTEX_BYTES] for byte in range(3)]
    columns += [vertices[PAINT_AT + byte :: VERTEX_BYTES] for byte in range(PAINT)]
    if header["kind"] == "figure":
        for at in (BONES_AT, SHARES_AT):
            together = bytearray(INFLUENCES * count)
            for byte in range(INFLUENCES):
                together[byte::INFLUENCES] = vertices[at + byte :: VERTEX_BYTES]
            columns.append(bytes(together))
    first = [a for a, _, _ in triangles]
    columns.append(_split(_differences(first), width))
    columns += [_split([t[corner] - t[0] for t in triangles], width) for corner in (1, 2)]
    return MAGIC + lzma.compress(
        b"".join(columns), lzma.FORMAT_XZ, lzma.CHECK_CRC32, filters=_FILTERS
    )


def in_order(triangles: Sequence[Triangle]) -> list[Triangle]:
    """The triangles of one part, lowest corner first: neighbours then differ by little."""
    turned = []
    for a, b, c in triangles:
        lowest = min(a, b, c)
        turned.append((a, b, c) if lowest == a else (b, c, a) if lowest == b else (c, a, b))
    return sorted(turned)


def _differences(numbers: Sequence[int]) -> list[int]:
    return [after - before for before, after in pairwise([0, *numbers])]


def _split(numbers: Sequence[int], width: int) -> bytes:
    """All the lowest bytes, then all the next; what does not fit wraps around."""
    wide = array("q", numbers).tobytes()
    return b"".join(wide[byte::8] for byte in range(width))
