"""Packing the places of a still and its position map as the program reads them (format MTP2)."""

from __future__ import annotations

import json
import lzma
import struct
from collections.abc import Mapping, Sequence
from typing import Any, Final

from massage_trainer.domain.position_map import FINENESS, OFF_THE_BODY
from massage_trainer.services.still_places import MAP_HEAD, MAP_MAGIC

_NEAR = 127
_FILTERS: Final = [
    {
        "id": lzma.FILTER_LZMA2,
        "preset": 9 | lzma.PRESET_EXTREME,
        "dict_size": 1 << 20,
        "lc": 0,
        "lp": 0,
        "pb": 0,
    }
]


def packed_places(content: Mapping[str, Any]) -> bytes:
    """What StillPlacer knows of a still."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return squeezed(text.encode())


def squeezed(content: bytes) -> bytes:
    return lzma.compress(content, lzma.FORMAT_XZ, lzma.CHECK_CRC32, filters=_FILTERS)


def packed(
    width: int, patches: bytes, steps: Sequence[Sequence[int]], unit: float, jump: int
) -> bytes:
    """What differs from a flat continuation of the skin, in one byte wherever that is enough.

    Off the body the continuation itself is kept, which takes no room.
    """
    height = len(steps[0]) // width
    fine = width * FINENESS
    middle = FINENESS // 2
    on_body = [
        patches[(row * FINENESS + middle) * fine + column * FINENESS + middle] != OFF_THE_BODY
        for row in range(height)
        for column in range(width)
    ]
    differences: list[int] = []
    for plane in steps:
        differences += _differences(plane, on_body, width)
    far = [at for at, difference in enumerate(differences) if abs(difference) > _NEAR]
    near = [d if abs(d) <= _NEAR else 0 for d in differences]
    raw = b"".join(
        (
            _folded(patches, fine),
            struct.pack(f"<{len(near)}b", *near),
            struct.pack(f"<{len(far)}i", *far),
            struct.pack(f"<{len(far)}i", *(differences[at] for at in far)),
        )
    )
    head = MAP_HEAD.pack(width, height, jump, unit, len(far))
    return MAP_MAGIC + head + squeezed(raw)


def _differences(plane: Sequence[int], on_body: Sequence[bool], width: int) -> list[int]:
    """From left plus above minus above left, for each value in turn."""
    above = [0] * (width + 1)
    differences: list[int] = []
    for start in range(0, len(plane), width):
        current = [0]
        for column in range(width):
            expected = current[column] + above[column + 1] - above[column]
            value = plane[start + column] if on_body[start + column] else expected
            current.append(value)
            differences.append(value - expected)
        above = current
    return differences


def _folded(patches: bytes, width: int) -> bytes:
    """Each row as what changes against the row above."""
    above = bytes(width)
    rows = []
    for start in range(0, len(patches), width):
        row = patches[start : start + width]
        rows.append(bytes(a ^ b for a, b in zip(row, above, strict=True)))
        above = row
    return b"".join(rows)
