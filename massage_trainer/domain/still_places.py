"""Where the places of the body stand in one still picture, in fractions of its width and height."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final, TypeVar

from massage_trainer.domain.anatomy import Side

Fraction = tuple[float, float]  # of the width from the left, of the height from the top


class Sight(Enum):
    """Whether a place of the skin can be seen; clothes and towels hide nothing."""

    VISIBLE = "visible"
    HIDDEN = "hidden"  # behind another part of the body or a thing, or outside the picture
    TURNED = "turned"  # on the far side of the body


@dataclass(frozen=True, slots=True)
class Spot:
    """One place in the picture.

    ``across`` and ``along`` are the body's directions there (those of the place's axes): how far
    one cun leads, in fractions of the picture.
    """

    at: Fraction
    sight: Sight
    across: Fraction
    along: Fraction


@dataclass(frozen=True, slots=True)
class Run:
    """A line along the skin, without what cannot be seen of it."""

    points: tuple[Fraction, ...]


@dataclass(frozen=True, slots=True)
class MeasuringLine:
    """How a hand measures to a point: legs from place to place, with a tick at each cun."""

    legs: tuple[Run, ...]
    ticks: tuple[Fraction, ...]
    via: tuple[str, ...]  # the landmarks that the line starts from or leads over


class MarkKind(Enum):
    """What a hand does there."""

    STROKE = "stroke"  # it travels along the path
    CIRCLE = "circle"
    PRESS = "press"  # the path leads from above the skin to the skin
    HOLD = "hold"  # it rests there
    MOVE = "move"  # the way that a place of the client's body takes


@dataclass(frozen=True, slots=True)
class DrawnMark:
    """What the program draws over the picture to say how a hand moves, in the order of the way.

    A piece without a head is one of a way that is hidden in between: its end is not the end.
    ``metre`` is how long a metre is there, in heights of the picture; 0 where a still was framed so
    that it need not be known.
    """

    kind: MarkKind
    path: tuple[Fraction, ...]
    closed: bool = False
    both_ways: bool = False
    headed: bool = True
    metre: float = 0.0

    def __post_init__(self) -> None:
        if not self.path or (self.kind is not MarkKind.HOLD and len(self.path) < 2):
            raise ValueError(f"a {self.kind.value} has a way")

    def mirrored(self) -> DrawnMark:
        return replace(self, path=_reversed(self.path))


@dataclass(frozen=True, slots=True)
class StillPlaces:
    """All places of one still. The keys are ids of points, landmarks, zones, regions.

    A point with several places (EX-B2) has keys like ``EX-B2@T12``.
    """

    points: Mapping[str, Mapping[Side, Spot]]
    landmarks: Mapping[str, Mapping[Side, Spot]]
    lines: Mapping[str, Mapping[Side, MeasuringLine]]
    zones: Mapping[str, Mapping[Side, tuple[Run, ...]]]
    regions: Mapping[str, tuple[Run, ...]]
    map_file: str  # the position map, a file name inside the plates' folder; empty: none
    marks: tuple[DrawnMark, ...] = ()

    def mirrored(self) -> StillPlaces:
        """The places of the picture's mirror image, which shows the mirror image of the body."""
        return StillPlaces(
            points=_sides_mirrored(self.points, _spot),
            landmarks=_sides_mirrored(self.landmarks, _spot),
            lines=_sides_mirrored(self.lines, lambda line, _: _line(line)),
            zones=_sides_mirrored(self.zones, lambda runs, _: _runs(runs)),
            regions={key: _runs(runs) for key, runs in self.regions.items()},
            map_file=self.map_file,
            marks=tuple(mark.mirrored() for mark in self.marks),
        )


_OTHER: Final = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}
_Placed = TypeVar("_Placed")


def _sides_mirrored(
    placed: Mapping[str, Mapping[Side, _Placed]], mirrored: Callable[[_Placed, Side], _Placed]
) -> dict[str, dict[Side, _Placed]]:
    return {
        key: {_OTHER.get(side, side): mirrored(value, side) for side, value in sides.items()}
        for key, sides in placed.items()
    }


def _reversed(path: tuple[Fraction, ...]) -> tuple[Fraction, ...]:
    return tuple((1 - x, y) for x, y in path)


def _spot(spot: Spot, side: Side) -> Spot:
    # Across leads outward on a side, and to the client's left in the middle: there the mirror
    # image of the way leads to the right.
    sign = -1 if side in _OTHER else 1
    (x, y), (dx, dy) = spot.across, spot.along
    return Spot(_reversed((spot.at,))[0], spot.sight, (sign * x, -sign * y), (-dx, dy))


def _runs(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    return tuple(Run(_reversed(run.points)) for run in runs)


def _line(line: MeasuringLine) -> MeasuringLine:
    return MeasuringLine(_runs(line.legs), _reversed(line.ticks), line.via)
