"""Where the places of the body stand in one still picture, in fractions of its width and height."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

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
