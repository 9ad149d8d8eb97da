"""The man among the clients."""

from __future__ import annotations

from massage_trainer.artwork.face import FaceLook, rgb
from massage_trainer.artwork.fitting import PATTERN
from massage_trainer.artwork.hair import hair
from massage_trainer.artwork.look import ClientLook

LOOK = ClientLook(
    phenotype=PATTERN,
    skin="#dba886",
    hair="#3a2b24",
    shorts="#44627f",
    shirt="#d6dde2",
    face=FaceLook(brow=rgb("#3d2b21"), lips=rgb("#bf7566"), lash=rgb("#4d3024")),
    hair_cut=hair,
    shown={
        frozenset(): ("body-under-shirt", "body-under-shirt-hem", "shorts"),
        frozenset({"shirt-up"}): ("body-under-shirt-hem", "shorts", "shirt-up"),
        frozenset({"shirt-down"}): ("shorts-low", "shorts-tucked", "shirt-down"),
    },
)
