"""Where a right answer lies in a still, and which part of the still is shown around it."""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from massage_trainer.domain.anatomy import Side
    from massage_trainer.domain.still_places import Fraction, Spot

CORNERS: Final = 24
# The part of a still that is cut out, as a share of its width and height. A smaller one would
# hold nothing to find one's way by; what does not fit into it is shown in the whole still.
_PART: Final = 0.75
# A part begins at one of so many places in each direction: few parts serve many questions, and
# where a part lies says nothing of where in it the answer is.
_STARTS: Final = 6
_EDGE: Final = 0.02  # of the still: room around a right answer


@dataclass(frozen=True, slots=True)
class Part:
    """A rectangle of a still, in its pixels."""

    left: int
    top: int
    width: int
    height: int

    def fraction(self, x: float, y: float) -> Fraction:
        """A pixel of the still, as a fraction of the part."""
        return ((x - self.left) / self.width, (y - self.top) / self.height)


@dataclass(frozen=True, slots=True)
class Zone:
    """Everything that is right for one place of a point: a closed outline around ``at``.

    Both are fractions of the picture; ``hit_cun`` is how far from the place is still right.
    """

    site: str
    side: Side
    at: Fraction
    corners: tuple[Fraction, ...]
    hit_cun: float

    def pixels(self, width: int, height: int) -> list[tuple[int, int]]:
        """The corners in whole pixels of a picture of this size, none twice in a row."""
        found: list[tuple[int, int]] = []
        for x, y in self.corners:
            corner = (round(x * width), round(y * height))
            if not found or found[-1] != corner:
                found.append(corner)
        if len(found) > 1 and found[0] == found[-1]:
            found.pop()
        return found


def outline(spot: Spot, hit_cun: float) -> tuple[Fraction, ...]:
    """The places so many cun from the spot along the skin, in fractions of the still."""
    (x, y), (ax, ay), (bx, by) = spot.at, spot.across, spot.along
    turns = [2 * math.pi * number / CORNERS for number in range(CORNERS)]
    return tuple(
        (
            _inside(x + hit_cun * (math.cos(turn) * ax + math.sin(turn) * bx)),
            _inside(y + hit_cun * (math.cos(turn) * ay + math.sin(turn) * by)),
        )
        for turn in turns
    )


def least_radius(spot: Spot, hit_cun: float, width: int, height: int) -> float:
    """How many pixels of the still the outline is away from the spot where it is nearest."""
    ax, ay = spot.across[0] * width, spot.across[1] * height
    bx, by = spot.along[0] * width, spot.along[1] * height
    square, double = ax * ax + ay * ay + bx * bx + by * by, ax * by - ay * bx
    root = math.sqrt(max(0.0, square * square - 4 * double * double))
    return hit_cun * math.sqrt(max(0.0, (square - root) / 2))


def choose_part(outlines: Sequence[Sequence[Fraction]], name: str, size: tuple[int, int]) -> Part:
    """A part of the still that holds all outlines; which one, the name decides like a die."""
    xs = [x for corners in outlines for x, _ in corners]
    ys = [y for corners in outlines for _, y in corners]
    width, height = size
    die = int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big")
    lefts, tops = _starts(min(xs), max(xs)), _starts(min(ys), max(ys))
    if lefts and tops:
        left, top = lefts[die % len(lefts)], tops[die // 64 % len(tops)]
        wide, high = round(_PART * width), round(_PART * height)
        return Part(round(left * (width - wide)), round(top * (height - high)), wide, high)
    return Part(0, 0, width, height)


def _starts(least: float, most: float) -> list[float]:
    """Of the room that is left, where a part may begin that holds everything between."""
    room = 1 - _PART
    return [
        number / (_STARTS - 1)
        for number in range(_STARTS)
        if max(0.0, least - _EDGE) >= number / (_STARTS - 1) * room
        and min(1.0, most + _EDGE) <= number / (_STARTS - 1) * room + _PART
    ]


def _inside(share: float) -> float:
    return min(max(share, 0.0), 1.0)
