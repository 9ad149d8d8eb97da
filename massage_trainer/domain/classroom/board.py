"""What an instructor does to the picture before the class, in fractions of the picture."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TYPE_CHECKING, Final

from massage_trainer.domain.classroom.live_view import LiveView

if TYPE_CHECKING:
    from massage_trainer.domain.stage import Camera
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
    """One line of the pen, from where it was put down to where it was lifted.

    It lies on what was seen then: from another ``camera`` its places are others.
    """

    spots: tuple[Fraction, ...]
    camera: Camera | None = None


@dataclass(frozen=True, slots=True)
class Board:
    """Everything laid over one picture; the same on every window, whatever its size."""

    view: PictureView = field(default_factory=PictureView)
    spotlight: Fraction | None = None
    lens: Fraction | None = None
    pen: tuple[PenLine, ...] = ()
    layers: frozenset[Layer] = frozenset({Layer.POINTS, Layer.LABELS, Layer.ARROWS})

    live: LiveView = field(default_factory=LiveView)

    @property
    def camera(self) -> Camera | None:
        """From where the body is seen; None: as the still shows it."""
        return self.live.camera if self.live.on else None

    @property
    def lines(self) -> tuple[PenLine, ...]:
        """What was drawn on what is seen now; the rest comes back with its camera."""
        return tuple(line for line in self.pen if line.camera == self.camera)

    def drawn(self, line: PenLine) -> Board:
        """One more line; a single spot is a dot."""
        if not line.spots:
            return self
        return replace(self, pen=(*self.pen, replace(line, camera=self.camera)))

    def undrawn(self) -> Board:
        """Without the last line that is seen."""
        seen = [at for at, line in enumerate(self.pen) if line.camera == self.camera]
        if not seen:
            return self
        return replace(self, pen=self.pen[: seen[-1]] + self.pen[seen[-1] + 1 :])

    def cleared(self) -> Board:
        """Without any line of the pen."""
        return replace(self, pen=())

    def switched_live(self, *, on: bool) -> Board:
        """The living body or the still, as a whole: a camera comes nearer, a still is enlarged."""
        return replace(self, view=PictureView(), live=self.live.switched(on=on))

    def turned_to(self, camera: Camera | None) -> Board:
        """The body seen from there; None goes back to what the still shows."""
        return replace(self, live=replace(self.live, camera=camera))

    def of_another_picture(self, *, live: bool) -> Board:
        """Nothing that belonged to the last picture's places; the layers stay as they were."""
        return Board(layers=self.layers, live=self.live.switched(on=live))
