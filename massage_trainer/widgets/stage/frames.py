"""What a live view asks for, and what it gets: one picture with what was seen in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from massage_trainer.domain.stage_layers import IN_THE_PICTURE, Layers
from massage_trainer.widgets.stage.shot import PAPER, Colour

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from massage_trainer.domain.place_grid import PlaceGrid
    from massage_trainer.domain.stage import Camera, KeyFrame, Scene


@dataclass(frozen=True, slots=True)
class Take:
    """One wish: the figures in their poses, from one camera, in so many pixels.

    ``number`` grows with every wish of a view; ``ink_pixels`` is the weight of the line;
    ``layers`` are those that change the picture itself.
    """

    view: int
    number: int
    scene: Scene
    poses: tuple[KeyFrame, ...]
    camera: Camera
    width: int
    height: int
    ink_pixels: float
    paper: Colour = PAPER
    moving: bool = True
    layers: Layers = IN_THE_PICTURE


@dataclass(frozen=True, slots=True)
class DrawnFrame:
    """A finished picture; ``finest`` once it will not become better.

    ``distances`` are metres from the eye on a coarser grid, rows from below, 0 where nothing is and
    negative where a cloth lies over what is there.
    ``places`` of the client are known of the finest picture alone.
    """

    take: Take
    picture: QImage
    took_ms: float
    finest: bool
    distances: memoryview[float] = field(repr=False)
    columns: int
    rows: int
    places: PlaceGrid | None = field(default=None, repr=False)

    def distance(self, across: float, down: float) -> float:
        """Metres from the eye to what is seen at this share of the picture; 0 where nothing is."""
        return abs(self.reach(across, down))

    def reach(self, across: float, down: float) -> float:
        """The same, negative where it is a cloth."""
        column = min(max(int(across * self.columns), 0), self.columns - 1)
        row = min(max(int((1 - down) * self.rows), 0), self.rows - 1)
        return float(self.distances[row * self.columns + column])
