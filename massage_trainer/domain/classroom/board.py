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
LEAST_ZOOM: Final = 1.0
MOST_ZOOM: Final = 6.0


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

    def zoomed(self, factor: float, at: Fraction | None = None) -> PictureView:
        """Nearer or further; this place stays where it is in the window, else the middle does."""
        across, down = at or (self.across, self.down)
        zoom = min(MOST_ZOOM, max(LEAST_ZOOM, self.zoom * factor))
        share = self.zoom / zoom
        return PictureView(
            zoom, across - (across - self.across) * share, down - (down - self.down) * share
        ).inside()

    def pulled(self, across: float, down: float) -> PictureView:
        """The picture pulled by so much of itself, never off the window."""
        return replace(self, across=self.across - across, down=self.down - down).inside()

    def inside(self) -> PictureView:
        """Without anything beside the picture."""
        half = 0.5 / self.zoom
        return replace(
            self,
            across=min(1 - half, max(half, self.across)),
            down=min(1 - half, max(half, self.down)),
        )


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
