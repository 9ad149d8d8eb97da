"""Reads where points, landmarks, lines and outlines lie on a baked figure."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any, Final, TypeVar

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.body_places import BodyLine, BodyPlace, BodyPlaces
from massage_trainer.domain.errors import TrainerError
from massage_trainer.domain.rotation import Vector
from massage_trainer.domain.scene_plates import MeshSpot

VERSION: Final = 1
_Made = TypeVar("_Made")


class BodyPlacesError(TrainerError):
    """The places of a figure are missing, damaged or of another version of the program."""


def read_body_places(folder: Path, name: str) -> BodyPlaces:
    """``name`` is what a scene's figure calls the file."""
    path = folder / PurePosixPath(name).name
    try:
        data = json.loads(path.read_bytes())
    except OSError as error:
        raise BodyPlacesError(f"{path}: {error.strerror or 'cannot be read'}") from error
    except (ValueError, RecursionError) as error:
        raise BodyPlacesError(f"{path}: damaged ({error})") from error
    try:
        if data["version"] != VERSION:
            raise BodyPlacesError(f"{path}: version {data['version']} is not known")
        return _body_places(data)
    except (KeyError, IndexError, TypeError, ValueError, AttributeError) as error:
        raise BodyPlacesError(f"{path}: damaged ({error!r})") from error


def _body_places(data: Mapping[str, Any]) -> BodyPlaces:
    return BodyPlaces(
        mesh=str(data["mesh"]),
        cun_m={str(span): float(metres) for span, metres in data["cun_m"].items()},
        points=_sided(data["points"], _place),
        landmarks=_sided(data["landmarks"], _place),
        lines=_sided(data["lines"], _line),
        zones=_sided(data["zones"], _spots),
        regions=_sided(data["regions"], lambda runs: tuple(map(_spots, runs))),
    )


def _sided(
    data: Mapping[str, Mapping[str, Any]], make: Callable[[Any], _Made]
) -> dict[str, dict[Side, _Made]]:
    return {
        str(key): {Side(side): make(value) for side, value in sides.items()}
        for key, sides in data.items()
    }


def _place(data: Mapping[str, Any]) -> BodyPlace:
    return BodyPlace(
        _spot(data["at"]),
        _vector(data["rest"]),
        _vector(data["normal"]),
        _vector(data["across"]),
        _vector(data["along"]),
        float(data["cun_m"]),
    )


def _line(data: Mapping[str, Any]) -> BodyLine:
    legs = tuple(map(_spots, data["legs"]))
    return BodyLine(legs, _spots(data["ticks"]), tuple(str(name) for name in data["via"]))


def _spots(data: Sequence[Sequence[float]]) -> tuple[MeshSpot, ...]:
    return tuple(map(_spot, data))


def _spot(data: Sequence[float]) -> MeshSpot:
    a, b, c, *shares = data
    x, y, z = map(float, shares)
    return MeshSpot((int(a), int(b), int(c)), (x, y, z))


def _vector(data: Sequence[float]) -> Vector:
    x, y, z = map(float, data)
    return (x, y, z)
