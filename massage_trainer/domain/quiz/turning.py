"""The harder form of a question about a place: from which side of the body it begins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from massage_trainer.domain.stage_camera import Orbit

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from massage_trainer.domain.rotation import Vector

_YAWS: Final = tuple(range(0, 360, 30))
_PITCHES: Final = (6.0, 35.0)  # as from a chair, and as from standing
# From the feet and from the head, for the table lies along x: left and right are alike there.
_ENDS: Final = (90, 270)


def beginnings(middle: Vector, distance: float, fov_degrees: float) -> tuple[Orbit, ...]:
    """The same for every question of a scene: all round, with the whole body in sight."""
    return tuple(
        Orbit(middle, float(yaw), pitch, distance, fov_degrees)
        for pitch in _PITCHES
        for yaw in _YAWS
    )


def begin_from(sides: tuple[Orbit, ...], sees: Callable[[Orbit], bool], random: Random) -> Orbit:
    """One of the sides that do not show the place, each as likely as the other.

    Which one it is says nothing of where to turn. A place that is seen from everywhere is asked
    from an end of the table. ``sees`` tells whether the place is seen on either side of the body.
    """
    order = list(sides)
    random.shuffle(order)
    unseen = next((side for side in order if not sees(side)), None)
    if unseen is not None:
        return unseen
    lowest = min(side.pitch for side in order)
    return next(side for side in order if side.yaw in _ENDS and side.pitch == lowest)
