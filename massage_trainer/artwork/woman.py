"""The woman among the clients: an ordinary adult of about 1.62 metres."""

from __future__ import annotations

from massage_trainer.artwork.hair import hair
from massage_trainer.artwork.look import ClientLook

PHENOTYPE = {
    "gender": 0.95,
    "age": 0.6,
    "muscle": 0.5,
    "weight": 0.52,
    "height": 0.43,
    "proportions": 0.6,
}
LOOK = ClientLook(
    phenotype=PHENOTYPE,
    skin="#c8966f",
    hair="#231a18",
    shorts="#5d4f7c",
    shirt="#e2d7cf",
    hair_cut=hair,
    shown={
        frozenset(): ("body-under-shirt", "body-under-shirt-hem", "shorts"),
        frozenset({"shirt-up"}): ("body-under-shirt-hem", "shorts", "shirt-up"),
        frozenset({"shirt-down"}): ("shorts-low", "shorts-tucked", "shirt-down"),
    },
    garments={},
)
