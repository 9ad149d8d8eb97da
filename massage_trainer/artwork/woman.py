"""The woman among the clients: an ordinary adult of about 1.62 metres, her hair in a knot."""

from __future__ import annotations

import numpy as np

from massage_trainer.artwork.face import FaceLook, rgb
from massage_trainer.artwork.hair import knotted
from massage_trainer.artwork.look import ClientLook
from massage_trainer.artwork.mesh import Floats

PHENOTYPE = {
    "gender": 0.95,
    "age": 0.6,
    "muscle": 0.5,
    "weight": 0.52,
    "height": 0.43,
    "proportions": 0.6,
}
# Her top is open at the back and tied at the nape: heights on the pattern, its front's half width
# at each, and how far back its sides reach.
TOP_LOW, TOP_HIGH = 0.240, 0.556
HEIGHTS = (0.36, 0.42, 0.50, 0.57)
WIDTHS = (0.175, 0.150, 0.098, 0.066)
SIDES = (-0.028, -0.033, -0.043, -0.040)
# The strap lies in a plane that rises to the nape, above C7.
STRAP_FROM, STRAP_RISE, STRAP_HALF = 0.583, 0.45, 0.009


def in_top(points: Floats) -> Floats:
    """How far inside the top (metres on the pattern, positive inside)."""
    x, y, z = np.abs(points[:, 0]), points[:, 1], points[:, 2]
    wide = np.interp(z, HEIGHTS, WIDTHS) - x
    deep = np.interp(z, HEIGHTS, SIDES) - y
    front = np.minimum.reduce([wide, deep, z - TOP_LOW, TOP_HIGH - z])
    level = np.abs(z - STRAP_FROM - STRAP_RISE * y) / np.hypot(1.0, STRAP_RISE)
    strap = np.minimum.reduce([STRAP_HALF - level, 0.105 - x, y + 0.075])
    return np.asarray(np.maximum(front, strap))


LOOK = ClientLook(
    phenotype=PHENOTYPE,
    skin="#c8966f",
    hair="#231a18",
    shorts="#5d4f7c",
    shirt="#e2d7cf",
    face=FaceLook(brow=rgb("#33241e"), lips=rgb("#b0625a"), lash=rgb("#33221b")),
    hair_cut=knotted,
    shown={
        frozenset(): ("body-under-shirt", "body-under-shirt-hem", "shorts", "top"),
        frozenset({"shirt-up"}): (
            *("body-under-shirt-hem", "body-under-top-hem", "shorts", "shirt-up"),
        ),
        frozenset({"shirt-down"}): ("shorts-low", "shorts-tucked", "shirt-down"),
    },
    in_top=in_top,
)
