"""A ring that lies on the skin and a pin that stands on it, as a picture shows them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from massage_trainer.domain.live_sight import Lens
    from massage_trainer.domain.live_skin import PosedPlace
    from massage_trainer.domain.still_places import Fraction

_CORNERS: Final = 32
_LIFTED_M: Final = 0.002  # so that a hollow does not swallow it
_FLAT: Final = 0.9


class Ring(NamedTuple):
    """In fractions of the picture; the pin leads from the skin to its head."""

    round: tuple[Fraction, ...]
    foot: Fraction
    head: Fraction


def ring_on(place: PosedPlace, lens: Lens, radius_m: float, pin_m: float) -> Ring | None:
    """None where a part of it is behind the eye."""
    x, y, z, nx, ny, nz = place
    x, y, z = x + _LIFTED_M * nx, y + _LIFTED_M * ny, z + _LIFTED_M * nz
    # Two ways along the skin, square to each other.
    ax, ay, az = (0.0, nz, -ny) if abs(nx) < _FLAT else (-nz, 0.0, nx)
    length = math.sqrt(ax * ax + ay * ay + az * az)
    ax, ay, az = ax / length, ay / length, az / length
    bx, by, bz = ny * az - nz * ay, nz * ax - nx * az, nx * ay - ny * ax
    corners = []
    for number in range(_CORNERS):
        angle = 2 * math.pi * number / _CORNERS
        a, b = radius_m * math.cos(angle), radius_m * math.sin(angle)
        corner = lens.fraction(x + a * ax + b * bx, y + a * ay + b * by, z + a * az + b * bz)
        if corner is None:
            return None
        corners.append(corner)
    foot = lens.fraction(x, y, z)
    head = lens.fraction(x + pin_m * nx, y + pin_m * ny, z + pin_m * nz)
    return Ring(tuple(corners), foot, head) if foot is not None and head is not None else None
