"""Reads where the places of the body stand in a still, and its position map."""

from __future__ import annotations

import json
import lzma
import struct
import sys
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import add
from pathlib import Path, PurePosixPath
from typing import Any, Final, TypeVar

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.errors import TrainerError
from massage_trainer.domain.position_map import FINENESS, PositionMap
from massage_trainer.domain.still_places import (
    DrawnMark,
    Fraction,
    MarkKind,
    MeasuringLine,
    Run,
    Sight,
    Spot,
    StillPlaces,
)

VERSION: Final = 1
# Fractions of the picture are written as whole numbers.
FRACTION_UNIT: Final = 1e-5
MAP_MAGIC: Final = b"MTP2"
# Columns, rows, largest step in steps, metres per step; then how many wide differences follow.
MAP_HEAD: Final = struct.Struct("<HHHfI")
SIGHTS: Final = {"v": Sight.VISIBLE, "h": Sight.HIDDEN, "t": Sight.TURNED}
_MOST_SAMPLES: Final = 1_000_000
# Places unpack to some ten kilobytes; a hostile file must not fill the memory.
_MOST_BYTES: Final = 4 * 1024 * 1024
_MOST_MEMORY: Final = 32 * 1024 * 1024
_FARTHEST: Final = round(1000 / FRACTION_UNIT)
_Made = TypeVar("_Made")


class StillPlacesError(TrainerError):
    """The places of a still are missing, damaged or of another version of the program."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What could be read of a still's places; ``problem`` says what could not, and why."""

    places: StillPlaces | None
    position_map: PositionMap | None
    problem: str = ""


def read_still(folder: Path, name: str) -> Reading:
    """Both or none: a plate that shows its points and cannot be asked would only puzzle."""
    try:
        places = read_places(folder, name)
        position_map = read_map(folder, places.map_file) if places.map_file else None
    except StillPlacesError as error:
        return Reading(None, None, str(error))
    return Reading(places, position_map)


def read_places(folder: Path, name: str, plate_id: str = "") -> StillPlaces:
    """Several plates may show one picture: the marks are those of the plate."""
    path = folder / name
    raw = _bytes_of(path)
    try:
        data = json.loads(_unpacked(raw, _MOST_BYTES))
    except (ValueError, RecursionError, lzma.LZMAError) as error:
        raise StillPlacesError(f"{path}: damaged ({error})") from error
    return _checked(path, lambda: _places(path, data, plate_id))


def read_map(folder: Path, name: str) -> PositionMap:
    path = folder / name
    content = _bytes_of(path)
    if content[: len(MAP_MAGIC)] != MAP_MAGIC:
        raise StillPlacesError(f"{path}: not a position map, or of another version")
    return _checked(path, lambda: _position_map(content[len(MAP_MAGIC) :]))


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise StillPlacesError(f"{path}: {error.strerror or 'cannot be read'}") from error


def _unpacked(raw: bytes, most: int) -> bytes:
    unpacker = lzma.LZMADecompressor(lzma.FORMAT_XZ, _MOST_MEMORY)
    content = unpacker.decompress(raw, most)
    if not unpacker.eof or unpacker.unused_data:
        raise ValueError("it ends too early or is too long")
    return content


def _checked(path: Path, make: Callable[[], _Made]) -> _Made:
    """Run a constructor; whatever a damaged file makes of it names the file."""
    try:
        return make()
    except (KeyError, IndexError, TypeError, ValueError, AttributeError, OverflowError) as error:
        raise StillPlacesError(f"{path}: damaged ({error!r})") from error
    except (struct.error, lzma.LZMAError) as error:
        raise StillPlacesError(f"{path}: damaged ({error})") from error


def _places(path: Path, data: Mapping[str, Any], plate_id: str) -> StillPlaces:
    if data["version"] != VERSION:
        raise StillPlacesError(f"{path}: version {data['version']} is not known")
    return StillPlaces(
        points=_sided(data["points"], _spot),
        landmarks=_sided(data["landmarks"], _spot),
        lines=_sided(data["lines"], _line),
        zones=_sided(data["zones"], _runs),
        regions={str(name): _runs(runs) for name, runs in data["regions"].items()},
        map_file=_inside(data["map"]),
        marks=tuple(_mark(mark) for mark in data.get("marks", {}).get(plate_id, ())),
    )


def _mark(data: Mapping[str, Any]) -> DrawnMark:
    return DrawnMark(
        MarkKind(data["kind"]),
        tuple(_fractions(data["path"])),
        bool(data.get("closed", False)),
        bool(data.get("both_ways", False)),
    )


def _sided(
    data: Mapping[str, Mapping[str, Any]], make: Callable[[Any], _Made]
) -> dict[str, dict[Side, _Made]]:
    return {
        str(key): {Side(side): make(value) for side, value in sides.items()}
        for key, sides in data.items()
    }


def _spot(data: Sequence[Any]) -> Spot:
    sight, numbers = data
    at, across, along = _fractions(numbers)
    return Spot(at, SIGHTS[sight], across, along)


def _line(data: Mapping[str, Any]) -> MeasuringLine:
    via = tuple(str(name) for name in data["via"])
    return MeasuringLine(_runs(data["legs"]), tuple(_fractions(data["ticks"])), via)


def _runs(data: Sequence[Sequence[int]]) -> tuple[Run, ...]:
    return tuple(Run(tuple(_fractions(numbers))) for numbers in data)


def _fractions(numbers: Sequence[int]) -> Iterator[Fraction]:
    """Across and down in turn."""
    for x, y in zip(numbers[0::2], numbers[1::2], strict=True):
        if not (abs(x) <= _FARTHEST and abs(y) <= _FARTHEST):
            raise ValueError("a place lies far outside the picture")
        yield (x * FRACTION_UNIT, y * FRACTION_UNIT)


def _inside(name: str) -> str:
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts:
        raise ValueError(f"{name!r} is no file of the plates' folder")
    return name


def _position_map(content: bytes) -> PositionMap:
    """Undo what the writing did: see massage_trainer/artwork/position_maps.py."""
    width, height, jump, unit, wide = MAP_HEAD.unpack_from(content)
    samples = width * height
    if not 0 < samples <= _MOST_SAMPLES or wide > 3 * samples:
        raise ValueError("a map of no sensible size")
    fine = samples * FINENESS**2
    length = fine + 3 * samples + 8 * wide
    raw = _unpacked(content[MAP_HEAD.size :], length + 1)
    if len(raw) != length:
        raise ValueError("it ends too early or is too long")
    differences = memoryview(raw)[fine : fine + 3 * samples].cast("b").tolist()
    far = array("i", raw[fine + 3 * samples :])
    if sys.byteorder != "little":
        far.byteswap()
    if wide and min(far[:wide]) < 0:
        raise ValueError("a difference lies outside the map")
    for at, difference in zip(far[:wide], far[wide:], strict=True):
        differences[at] = difference
    x, y, z = (
        _summed(differences[start : start + samples], width)
        for start in range(0, 3 * samples, samples)
    )
    patches = _unfolded(raw[:fine], width * FINENESS)
    return PositionMap(width, height, patches, (x, y, z), unit, jump)


def _summed(differences: list[int], width: int) -> array[int]:
    """Each value was written as what it differs from left plus above minus above left."""
    above = [0] * width
    values = array("i")
    for start in range(0, len(differences), width):
        above = list(map(add, accumulate(differences[start : start + width]), above))
        values.extend(above)
    return values


def _unfolded(folded: bytes, width: int) -> bytes:
    """Each row of patches was written as what changes against the row above."""
    above = 0
    rows = []
    for start in range(0, len(folded), width):
        above ^= int.from_bytes(folded[start : start + width], "little")
        rows.append(above.to_bytes(width, "little"))
    return b"".join(rows)
