"""Which part of a picture is seen where: from fractions of the picture to the screen and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from massage_trainer.domain.still_places import Fraction

LEAST_ZOOM: Final = 1.0
MOST_ZOOM: Final = 6.0


class Viewport(NamedTuple):
    """A sheet on the screen, in logical pixels, and the part of the picture that it shows.

    ``across`` and ``down`` name the place of the picture that stands in the middle of the sheet.
    """

    left: float
    top: float
    width: float
    height: float
    zoom: float = 1.0
    across: float = 0.5
    down: float = 0.5
    mirrored: bool = False

    @property
    def picture(self) -> tuple[float, float, float, float]:
        """Left, top, width and height of the whole picture, also of what is not seen of it."""
        width, height = self.width * self.zoom, self.height * self.zoom
        across = 1 - self.across if self.mirrored else self.across
        left = self.left + self.width / 2 - across * width
        return left, self.top + self.height / 2 - self.down * height, width, height

    def contains(self, x: float, y: float) -> bool:
        """Whether a place of the screen lies on the sheet."""
        inside = self.left <= x < self.left + self.width
        return inside and self.top <= y < self.top + self.height

    def to_screen(self, at: Fraction) -> tuple[float, float]:
        """Where a place of the picture stands on the screen, seen or not."""
        left, top, width, height = self.picture
        across = 1 - at[0] if self.mirrored else at[0]
        return left + across * width, top + at[1] * height

    def to_picture(self, x: float, y: float) -> Fraction | None:
        """The place of the picture under a place of the screen; None beside the sheet."""
        if not self.contains(x, y):
            return None
        left, top, width, height = self.picture
        across = (x - left) / width
        return 1 - across if self.mirrored else across, (y - top) / height

    def step(self, way: Fraction) -> tuple[float, float]:
        """A way in the picture as a way on the screen."""
        _, _, width, height = self.picture
        return (-way[0] if self.mirrored else way[0]) * width, way[1] * height

    def on(self, left: float, top: float, width: float, height: float) -> Viewport:
        """The same part of the picture on another sheet."""
        return self._replace(left=left, top=top, width=width, height=height)

    def zoomed(self, factor: float, x: float, y: float) -> Viewport:
        """Nearer or further; the place under ``x``, ``y`` stays where it is."""
        zoom = min(MOST_ZOOM, max(LEAST_ZOOM, self.zoom * factor))
        held = self.to_picture(x, y)
        if held is None:
            return self._replace(zoom=zoom).inside()
        moved = self._replace(zoom=zoom)
        now = moved.to_screen(held)
        return moved.panned(x - now[0], y - now[1])

    def panned(self, dx: float, dy: float) -> Viewport:
        """The picture pulled by so many pixels, never off the sheet."""
        _, _, width, height = self.picture
        across = self.across + (dx if self.mirrored else -dx) / width
        return self._replace(across=across, down=self.down - dy / height).inside()

    def inside(self) -> Viewport:
        """Without paper beside the picture."""
        half = 0.5 / self.zoom
        return self._replace(
            across=min(1 - half, max(half, self.across)),
            down=min(1 - half, max(half, self.down)),
        )

    def showing(self, at: Fraction, margin: float = 0.15) -> Viewport:
        """Pulled just so far that a place of the picture is well in sight."""
        x, y = self.to_screen(at)
        side, edge = self.width * margin, self.height * margin
        dx = max(0.0, self.left + side - x) - max(0.0, x - (self.left + self.width - side))
        dy = max(0.0, self.top + edge - y) - max(0.0, y - (self.top + self.height - edge))
        return self.panned(dx, dy)
