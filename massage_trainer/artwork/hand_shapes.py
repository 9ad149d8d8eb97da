"""The named hand shapes as numbers: angles of all finger joints, contact skin, way of pressing."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from massage_trainer.artwork.mesh import Floats

Four = tuple[float, float, float, float]
Three = tuple[float, float, float]
WIDE: tuple[float, float] = (-9.0, 9.0)


@dataclass(frozen=True, slots=True)
class Region:
    """Skin of some bones, between bounds along and across the palm (1 = wrist to knuckle)."""

    bones: tuple[str, ...]
    along: tuple[float, float] = WIDE
    across: tuple[float, float] = WIDE

    def holds(self, local: Floats) -> np.ndarray:
        """Which places (along the hand, out of the palm, towards the thumb) are in it."""
        near, far = self.along
        low, high = self.across
        return np.asarray(
            (local[:, 0] > near) & (local[:, 0] < far) & (local[:, 2] > low) & (local[:, 2] < high)
        )


@dataclass(frozen=True, slots=True)
class Contact:
    """A region's skin that looks where the hand presses and is not far behind the foremost."""

    region: Region
    depth_mm: float = 6.0
    facing: float = 0.6


@dataclass(frozen=True, slots=True)
class ShapeSource:
    """How the joints of one hand are bent, where it touches and which way it presses.

    Degrees: spread, knuckle, middle and end joint of fingers 2 to 5; the thumb's out, down, roll,
    knuckle and end joint. `press` is along the hand, out of the palm, towards the thumb; `wrist`
    is the wished flexion, lean towards the thumb, and pronation of the forearm.
    """

    fingers: tuple[Four, Four, Four, Four]
    thumb: tuple[float, float, float, float, float]
    press: Three
    contact: tuple[Contact, ...]
    loading: bool = False
    wrist: tuple[float | None, float | None, float | None] = (None, None, None)
    thumb_in_line: bool = False
    grips: bool = False
    # fingers (thumb = 1) whose posture is the technique: they do not give way
    keeps: tuple[int, ...] = ()
    # what of the hand a scene's `fingers` direct: the fingers, or the back of a fist
    points: Three = (1, 0, 0)


def _pads(*fingers: int) -> Region:
    return Region(tuple(f"finger{finger}-3" for finger in fingers))


HAND = ("wrist", "finger1-1")
THUMB_PAD = _pads(1)
PADS = _pads(2, 3, 4, 5)
ROOTS = Region(tuple(f"finger{f}-1" for f in (2, 3, 4, 5)))
PALM = Region(HAND, (0.06, 1.1))
HEEL = Region(HAND, (0.02, 0.42))
FRONT_OF_PALM = Region(("wrist",), (0.5, 1.1))
KNUCKLES = Region(("wrist", *ROOTS.bones), (0.55, 1.12))
HOLLOW = Region(HAND, (0.25, 1.0))
BACK = Region(("wrist",), (0.35, 1.08))
LITTLE_SIDE = Region(("wrist", "finger5-1"), (0.15, 1.2), (-9.0, -0.15))
LITTLE_FINGER = Region(("finger5-1", "finger5-2", "finger5-3"))

SHAPES: dict[str, ShapeSource] = {
    "palm": ShapeSource(
        ((-6, 6, 6, 3), (-1, 5, 6, 3), (3.5, 5, 6, 3), (9, 6, 7, 3)),
        (42, 11, 0, 3, 4),
        (0, 1, 0),
        (Contact(PALM, 8), Contact(ROOTS, 8)),
    ),
    "heel": ShapeSource(
        ((-7, -7, 12, 7), (-1, -9, 13, 7), (4, -8, 14, 8), (10, -5, 15, 8)),
        (38, 4, 0, 6, 8),
        (-0.34, 0.940, 0),
        (Contact(HEEL, 6),),
        loading=True,
        wrist=(-38, 0, 60),
    ),
    "thumb": ShapeSource(
        ((3, 11, 3, 2), (0, 1, 3, 2), (-4, -1, 3, 2), (-8, -2, 3, 2)),
        (34, 40, 28, 0, -6),
        (0.30, 0.90, -0.31),
        (Contact(THUMB_PAD, 4, 0.5),),
        loading=True,
        wrist=(-10, -18, 45),
        thumb_in_line=True,
        keeps=(1,),
    ),
    "thumb-fist": ShapeSource(
        ((-4, 78, 94, 50), (-1, 80, 95, 50), (3, 80, 95, 50), (7, 79, 94, 50)),
        (46, 8, 10, 0, -4),
        (0.85, 0.14, 0.45),
        (Contact(THUMB_PAD, 4, 0.5),),
        loading=True,
        wrist=(-6, -24, 60),
        thumb_in_line=True,
        keeps=(1, 2, 3, 4, 5),
        points=(0, -1, 0),
    ),
    "thumb-over": ShapeSource(
        ((-4, 78, 94, 50), (-1, 80, 95, 50), (3, 80, 95, 50), (7, 79, 94, 50)),
        (46, 8, 10, 0, -4),
        (0.80, 0.40, 0.30),
        (Contact(THUMB_PAD, 4, 0.5),),
        loading=True,
        wrist=(-6, -24, 60),
        thumb_in_line=True,
        keeps=(1, 2, 3, 4, 5),
        points=(0, -1, 0),
    ),
    "fist-side": ShapeSource(
        ((-4, 68, 90, 48), (-1, 70, 91, 48), (3, 72, 91, 48), (7, 73, 90, 46)),
        (24, 48, 0, 5, 60),
        (0, 0, -1),
        (Contact(LITTLE_SIDE, 7, 0.5), Contact(LITTLE_FINGER, 7, 0.5)),
        wrist=(-5, 0, 5),
        keeps=(1, 2, 3, 4, 5),
    ),
    "hack": ShapeSource(
        ((-2, 8, 8, 5), (0, 8, 8, 5), (2, 9, 9, 5), (5, 10, 10, 6)),
        (34, 18, 0, 6, 8),
        (0, 0, -1),
        (Contact(LITTLE_SIDE, 7, 0.5), Contact(LITTLE_FINGER, 7, 0.5)),
        wrist=(0, 0, 5),
        keeps=(1, 2, 3, 4, 5),
    ),
    "cupped": ShapeSource(
        ((-6, 34, 22, 12), (-1, 35, 24, 12), (3.5, 36, 23, 12), (9, 34, 20, 10)),
        (26, 30, 8, 10, 12),
        (-0.22, 0.975, 0),
        (Contact(HEEL, 6), Contact(PADS, 8)),
        wrist=(-10, 0, 70),
        keeps=(1, 2, 3, 4, 5),
    ),
    "fingertips": ShapeSource(
        ((-2, 32, 38, 16), (-0.5, 36, 42, 16), (2, 34, 40, 16), (5, 27, 31, 12)),
        (36, 26, 6, 8, 10),
        (0.1, 0.995, 0),
        (Contact(PADS, 8, 0.35),),
        wrist=(-10, 0, 70),
    ),
    "back-of-hand": ShapeSource(
        ((-3, 8, 16, 8), (0, 8, 16, 8), (3, 9, 17, 8), (7, 10, 18, 8)),
        (34, 22, 0, 8, 10),
        (0, -1, 0),
        (Contact(BACK, 6),),
        wrist=(0, 0, 0),
        keeps=(1, 2, 3, 4, 5),
    ),
    "knead": ShapeSource(
        ((-3, 58, 30, 12), (-1, 60, 32, 12), (3, 60, 31, 12), (7, 56, 28, 10)),
        (50, 52, 36, 27, 36),
        (-0.05, 0.998, 0),
        (Contact(PADS, 8, 0.3), Contact(THUMB_PAD, 10, 0.3)),
        wrist=(-10, 0, 70),
        grips=True,
    ),
    "skin-roll": ShapeSource(
        ((-6, 54, 28, 10), (-2, 56, 34, 12), (3, 56, 42, 16), (7, 58, 48, 20)),
        (48, 46, 26, 6, -2),
        (0.25, 0.96, -0.1),
        (Contact(_pads(2, 3), 8, 0.3), Contact(THUMB_PAD, 8, 0.3)),
        wrist=(-15, 0, 60),
        keeps=(1, 2, 3, 4, 5),
    ),
    "grip-ankle": ShapeSource(
        ((-4, 42, 46, 24), (-1, 44, 48, 24), (3, 45, 47, 24), (7, 45, 44, 22)),
        (58, 46, 24, 12, 18),
        (0.2, 0.98, 0),
        (Contact(KNUCKLES, 9),),
        grips=True,
    ),
    "grip-knee": ShapeSource(
        ((-3, 24, 26, 14), (-1, 25, 28, 14), (3, 25, 27, 14), (7, 24, 24, 12)),
        (54, 36, 14, 12, 14),
        (0, 1, 0),
        (Contact(HOLLOW, 16, 0.7),),
        grips=True,
    ),
    "grip-thigh": ShapeSource(
        ((-5, 26, 26, 12), (-1, 27, 28, 12), (3.5, 27, 27, 12), (8, 26, 24, 11)),
        (40, 24, 4, 8, 8),
        (0, 1, 0),
        (Contact(FRONT_OF_PALM, 9), Contact(ROOTS, 9)),
        grips=True,
    ),
    "on-knee": ShapeSource(
        ((-5, 16, 20, 10), (-1, 16, 21, 10), (3.5, 16, 20, 10), (8, 15, 18, 9)),
        (48, 24, 4, 8, 8),
        (0, 1, 0),
        (Contact(HOLLOW, 16, 0.7),),
        loading=True,
        grips=True,
    ),
    "relaxed": ShapeSource(
        ((-3, 18, 24, 12), (-1, 22, 28, 13), (3, 25, 30, 14), (8, 27, 30, 14)),
        (30, 28, 4, 12, 14),
        (0, 1, 0),
        (Contact(PALM, 8),),
    ),
    "folded": ShapeSource(
        ((-6, 20, 18, 9), (-1, 22, 20, 9), (3.5, 23, 20, 9), (9, 23, 19, 9)),
        (26, 16, 0, 8, 8),
        (0, 1, 0),
        (Contact(PALM, 8),),
    ),
}
