"""The words of anatomy as directions in the rest body, at any of its places."""

from __future__ import annotations

import numpy as np

from massage_trainer.artwork.body import Body
from massage_trainer.artwork.mesh import Floats, Ints
from massage_trainer.domain.construction import Go

_UP = np.array([0.0, 0.0, 1.0])
# The bones of each part of a limb: its own skin, the trunk's skin next to it, and the joints at
# its two ends.
_LIMBS = (
    (("upperleg",), ("hip-half", "pelvis"), "upperleg01", "lowerleg01"),
    (("lowerleg", "knee-half"), (), "lowerleg01", "foot"),
    (("foot",), (), "foot", "foot"),
    (("upperarm",), ("shoulder", "clavicle"), "upperarm01", "lowerarm01"),
    (("lowerarm", "elbow-half", "wrist", "finger"), (), "lowerarm01", "wrist"),
)
_TRUNK = {
    Go.CRANIAL: (0.0, 0.0, 1.0),
    Go.ANTERIOR: (0.0, -1.0, 0.0),
    Go.LEFT: (1.0, 0.0, 0.0),
}


class Directions:
    """Directions on the left half of one body."""

    def __init__(self, body: Body) -> None:
        def bones(stems: tuple[str, ...]) -> Ints:
            return np.array([i for i, n in enumerate(body.bones) if n.startswith(stems)], int)

        self._parts = [
            (
                bones((*own, *next_to)),
                _unit(body.head(f"{top}.L") - body.head(f"{end}.L")) if top != end else _UP,
            )
            for own, next_to, top, end in _LIMBS
        ]
        self._limbs = bones(tuple(stem for own, *_ in _LIMBS for stem in own))

    def on_limb(self, weights: Floats) -> bool:
        """Whether a place with these weights is on a limb and not on the trunk beside it."""
        return float(weights[self._limbs].sum()) > 0.5

    def limb(self, weights: Floats) -> Floats:
        """The proximal direction of the part of a limb that a place with these weights is on."""
        shares = [weights[bones].sum() for bones, _ in self._parts]
        return self._parts[int(np.argmax(shares))][1]

    def vector(self, go: Go, weights: Floats, *, along_limb: bool) -> Floats:
        """A unit vector; crosswise directions are square to the limb where there is one."""
        axis = self.limb(weights) if along_limb else _UP
        if go in (Go.PROXIMAL, Go.DISTAL):
            axis = self.limb(weights)
            return axis if go is Go.PROXIMAL else -axis
        if go in (Go.CRANIAL, Go.CAUDAL):
            return _UP if go is Go.CRANIAL else -_UP
        word, sign = (go, 1.0) if go in (Go.LATERAL, Go.ANTERIOR, Go.LEFT) else (go.opposite, -1.0)
        if word is Go.LATERAL:
            word = Go.LEFT
        flat = np.array(_TRUNK[word]) * sign
        return _unit(flat - (flat @ axis) * axis)


def tangents(across: Floats, along: Floats, normal: Floats) -> tuple[Floats, Floats]:
    """Two unit vectors square to each other in the skin, the second along, the first across."""
    second = _unit(along - (along @ normal) * normal)
    first = np.cross(second, normal)
    return first * (1.0 if first @ across >= 0 else -1.0), second


def _unit(vector: Floats) -> Floats:
    return np.asarray(vector / np.linalg.norm(vector))
