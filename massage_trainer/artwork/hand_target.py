"""What one hand shall do: its shape, and the place on the client that it aims at."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from massage_trainer.artwork.hands import HandShape
from massage_trainer.artwork.joints import about, unit
from massage_trainer.artwork.mesh import Floats

# Shapes whose fingers rest on what the palm touches.
RESTING = ("palm", "on-knee")
# Gathers what it lies on, yet keeps its hollow.
GATHERING = "knead"


@dataclass(frozen=True, slots=True)
class HandTarget:
    """World metres; `place` lies on the surface, `normal` looks out of it."""

    shape: HandShape
    place: Floats
    normal: Floats
    fingers: Floats
    press_mm: float = 0.0
    touching: bool = True
    grip: bool = False
    turn: float = 0.0

    @property
    def tightness(self) -> float:
        """How far the fingers close: grips wholly, a kneading hand nearly, flat hands lie."""
        if self.grip:
            return 1.0
        if self.shape.name == GATHERING:
            return 0.8
        return 0.5 if self.shape.name in RESTING else 0.0

    @property
    def shape_firmness(self) -> float:
        """How strictly the contact skin faces the surface: a thumb's pad may come at a slant."""
        return 0.45 if self.shape.name in ("thumb", "thumb-over", "fingertips") else 1.0

    def pointing(self) -> Floats:
        """The wished way of the fingers, along the surface."""
        normal = unit(self.normal)
        way = self.fingers - (self.fingers @ normal) * normal
        return np.asarray(about(normal, self.turn).apply(unit(way)))
