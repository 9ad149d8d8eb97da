"""Which place of the rest body a live picture shows where, and where it shows a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from massage_trainer.domain.still_places import Sight

if TYPE_CHECKING:
    from collections.abc import Callable

    from massage_trainer.domain.live_places import StagePlaces
    from massage_trainer.domain.rotation import Vector
    from massage_trainer.domain.still_places import Fraction


class LivePositions:
    """Of one picture (Positions); ``shown`` tells what the picture shows, where that is known."""

    def __init__(
        self, places: StagePlaces, shown: Callable[[float, float], Vector | None] | None = None
    ) -> None:
        self._places = places
        self._shown = shown

    def place_at(self, fraction: Fraction) -> Vector | None:
        """None off the body, and while nothing is known because the picture moves."""
        across, down = fraction
        if self._shown is None or not (0 <= across < 1 and 0 <= down < 1):
            return None
        return self._shown(across, down)

    def find(self, place: Vector, within_m: float) -> Fraction | None:
        """Where a place of the rest body is seen; it is bound to the skin, however far it was."""
        del within_m  # of a grid a sample that is near must do; here the place itself is found
        posed = self._places.posed
        pulls = posed.body.bound(place)
        if pulls is None:
            return None
        seen = self._places.line.see(posed.of(pulls))
        return seen.at if seen.sight is Sight.VISIBLE else None
