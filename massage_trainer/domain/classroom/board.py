"""What an instructor does to the picture before the class, in fractions of the picture."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from massage_trainer.domain.still_places import Fraction

SPOTLIGHT_RADIUS: Final = 0.09  # of the picture's width
LENS_RADIUS: Final = 0.11
LENS_ZOOM: Final = 2.5


class Layer(Enum):
    """What the program draws over a picture, switched one by one."""

    POINTS = "points"
    LINES = "lines"
    ZONES = "zones"
    LABELS = "labels"
    ARROWS = "arrows"


@dataclass(frozen=True, slots=True)
class PictureView:
    """The part of a picture that is seen: how near, and which place stands in the middle."""

    zoom: float = 1.0
    across: float = 0.5
    down: float = 0.5


@dataclass(frozen=True, slots=True)
class PenLine:
    """One line of the pen, from where it was put down to where it was lifted."""

    spots: tuple[Fraction, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """Everything laid over one picture; the same on every window, whatever its size."""

    view: PictureView = field(default_factory=PictureView)
    spotlight: Fraction | None = None
    lens: Fraction | None = None
    pen: tuple[PenLine, ...] = ()
    layers: frozenset[Layer] = frozenset({Layer.POINTS, Layer.LABELS, Layer.ARROWS})

    def drawn(self, line: PenLine) -> Board:
        """One more line; a single spot is a dot."""
        return replace(self, pen=(*self.pen, line)) if line.spots else self

    def undrawn(self) -> Board:
        """Without the last line."""
        return replace(self, pen=self.pen[:-1])

    def cleared(self) -> Board:
        """Without any line of the pen."""
        return replace(self, pen=())

    def of_another_picture(self) -> Board:
        """Nothing that belonged to the last picture's places; the layers stay as they were."""
        return Board(layers=self.layers)
