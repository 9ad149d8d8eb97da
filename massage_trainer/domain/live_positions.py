"""Which place of the rest body a live picture shows where, and where it shows a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from massage_trainer.domain.live_sight import Lens
from massage_trainer.domain.skin_ring import Ring, ring_on

if TYPE_CHECKING:
    from massage_trainer.domain.live_places import StagePlaces
    from massage_trainer.domain.place_grid import PlaceGrid
    from massage_trainer.domain.rotation import Vector
    from massage_trainer.domain.stage import Camera
    from massage_trainer.domain.still_places import Fraction


class LivePositions:
    """Of one picture (Positions); ``grid`` is what the picture shows, where that is known."""

    width = height = 1  # what ``find`` tells is exact: nothing finer is to be looked for

    def __init__(self, places: StagePlaces, grid: PlaceGrid | None = None) -> None:
        self._places = places
        self._grid = grid

    def place_at(self, fraction: Fraction) -> Vector | None:
        """None off the body, and while nothing is known because the picture moves."""
        return self._grid.place_at(fraction) if self._grid is not None else None

    def ring_at(self, fraction: Fraction, radius_m: float, pin_m: float) -> Ring | None:
        """A ring that lies on the skin there, with a pin that stands on it; None off the body."""
        place = self.place_at(fraction)
        posed, lens = self._places.posed, self._places.line.lens
        pulls = posed.body.bound(place) if place is not None else None
        return ring_on(posed.of(pulls), lens, radius_m, pin_m) if pulls is not None else None

    def find(self, place: Vector, within_m: float) -> Fraction | None:
        """Where a place of the rest body is seen; it is bound to the skin, however far it was.

        Who has put a mark there saw it, however slantwise: it stays until the skin is turned away.
        """
        del within_m  # of a grid a sample that is near must do; here the place itself is found
        posed = self._places.posed
        pulls = posed.body.bound(place)
        if pulls is None:
            return None
        return self._places.line.glimpse(posed.of(pulls))

    def seen_from(self, camera: Camera, place: Vector) -> Fraction | None:
        """Where another camera has a place in its picture, hidden there or not; None beside it."""
        posed = self._places.posed
        pulls = posed.body.bound(place)
        if pulls is None:
            return None
        x, y, z, *_ = posed.of(pulls)
        at = Lens(camera, self._places.line.lens.aspect).fraction(x, y, z)
        return at if at is not None and all(0 <= part < 1 for part in at) else None
