"""What one hand shall do: its shape, and the place on the client that it aims at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from massage_trainer.artwork.joints import Bones, about, unit
from massage_trainer.artwork.mesh import Floats, Ints


class Shaped(Protocol):
    """What the solver needs to know about a hand's shape."""

    @property
    def name(self) -> str: ...
    @property
    def bones(self) -> Bones: ...
    @property
    def patch(self) -> Ints: ...
    @property
    def loading(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class HandTarget:
    """World metres; `place` lies on the surface, `normal` looks out of it."""

    shape: Shaped
    place: Floats
    normal: Floats
    fingers: Floats
    press_mm: float = 0.0
    touching: bool = True
    grip: bool = False
    turn: float = 0.0

    @property
    def shape_firmness(self) -> float:
        """How strictly the contact skin faces the surface: a thumb's pad may come at a slant."""
        return 0.45 if self.shape.name.startswith(("thumb", "fingertips")) else 1.0

    def pointing(self) -> Floats:
        """The wished way of the fingers, along the surface."""
        normal = unit(self.normal)
        way = self.fingers - (self.fingers @ normal) * normal
        return np.asarray(about(normal, self.turn).apply(unit(way)))
