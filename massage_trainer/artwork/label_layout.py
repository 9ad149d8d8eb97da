"""Where labels stand in a picture: beside each other, never on each other, each with a leader."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

Spot = tuple[float, float]
_RINGS = (16, 24, 34, 46, 60, 76, 94, 114, 136)
_ANGLES = tuple(math.radians(a) for a in (0, 180, 30, 150, -30, -150, 60, 120, -60, -120, 90, -90))


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the picture in pixels."""

    left: float
    top: float
    width: float
    height: float

    def meets(self, other: Box) -> bool:
        return (
            self.left < other.left + other.width
            and other.left < self.left + self.width
            and self.top < other.top + other.height
            and other.top < self.top + self.height
        )

    def holds(self, other: Box) -> bool:
        return (
            self.left <= other.left
            and self.top <= other.top
            and other.left + other.width <= self.left + self.width
            and other.top + other.height <= self.top + self.height
        )

    def nearest(self, spot: Spot) -> Spot:
        """The place of the rectangle that is nearest to a spot."""
        x = min(max(spot[0], self.left), self.left + self.width)
        y = min(max(spot[1], self.top), self.top + self.height)
        return (x, y)


def in_column(heights: Sequence[float], step: float, top: float, bottom: float) -> list[float]:
    """The middles of labels in one column, in the order of ``heights`` and near to them.

    ``heights`` rise; the labels keep ``step`` apart and between ``top`` and ``bottom``.
    """
    if len(heights) * step > bottom - top:
        raise ValueError(f"{len(heights)} labels do not fit in a column of {bottom - top:g} pixels")
    # Labels that would meet stand as a block whose middle is the mean of where they wish to be.
    blocks: list[tuple[float, int]] = []
    for height in heights:
        middle, count = height, 1
        while blocks and middle - count * step / 2 < blocks[-1][0] + blocks[-1][1] * step / 2:
            other, size = blocks.pop()
            middle, count = (middle * count + other * size) / (count + size), count + size
        half = count * step / 2
        blocks.append((min(max(middle, top + half), bottom - half), count))
    out = [middle + (i - (count - 1) / 2) * step for middle, count in blocks for i in range(count)]
    # A block that was moved back from an edge may have come upon the one before it.
    for i in range(len(out) - 2, -1, -1):
        out[i] = min(out[i], out[i + 1] - step)
    for i in range(1, len(out)):
        out[i] = max(out[i], out[i - 1] + step)
    return out


def beside(
    spots: Sequence[Spot], sizes: Sequence[Spot], taken: Sequence[Box], frame: Box
) -> list[Box | None]:
    """A free rectangle of the given size near each spot; None where there is no room."""
    used = list(taken)
    out: list[Box | None] = []
    for spot, size in zip(spots, sizes, strict=True):
        box = _free(spot, size, used, frame)
        if box is not None:
            used.append(box)
        out.append(box)
    return out


def _free(spot: Spot, size: Spot, used: Sequence[Box], frame: Box) -> Box | None:
    width, height = size
    for ring in _RINGS:
        for angle in _ANGLES:
            x, y = spot[0] + ring * math.cos(angle), spot[1] - ring * math.sin(angle)
            left = x - width / 2 + width / 2 * math.cos(angle)
            top = y - height / 2 - height / 2 * math.sin(angle)
            box = Box(left, top, width, height)
            if frame.holds(box) and not any(box.meets(other) for other in used):
                return box
    return None
