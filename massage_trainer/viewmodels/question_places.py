"""Where the places of a question stand in its picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.picture_places import fraction_of
from massage_trainer.domain.still_places import Sight

if TYPE_CHECKING:
    from massage_trainer.domain.plate import ClientBody, Still
    from massage_trainer.domain.ports import PlateSource
    from massage_trainer.domain.quiz.question import Shot, ShownSpot
    from massage_trainer.domain.rotation import Vector
    from massage_trainer.domain.still_places import Fraction


class QuestionPlaces:
    """Looks at one picture of the body."""

    def __init__(self, plates: PlateSource[Any], shot: Shot | None, client: ClientBody) -> None:
        self._plates = plates
        self._still = _still(plates, shot, client)

    @property
    def client(self) -> ClientBody | None:
        """Who is seen, whoever was asked for."""
        return self._still.client if self._still else None

    def find(self, key: str, side: Side) -> Fraction | None:
        """A point or a landmark; None where it is not seen."""
        places = self._plates.places(self._still) if self._still else None
        if places is None:
            return None
        sides = places.points.get(key) or places.landmarks.get(key, {})
        spot = sides.get(side) or sides.get(Side.MIDLINE)
        return spot.at if spot and spot.sight is Sight.VISIBLE else None

    def shown(self, spot: ShownSpot | None) -> tuple[Fraction, ...]:
        """The spot that the question itself shows."""
        if spot is None or self._still is None:
            return ()
        if spot.key:
            at = self.find(spot.key, spot.side)
        else:
            place = (spot.places or {}).get(self._still.client)
            positions = self._plates.position_map(self._still) if place else None
            at = fraction_of(positions, place) if positions and place else None
        return () if at is None else (at,)

    def place_at(self, at: Fraction) -> Vector | None:
        """The place of the rest body there; None beside the body."""
        positions = self._plates.position_map(self._still) if self._still else None
        return positions.place_at(at) if positions else None


def _still(plates: PlateSource[Any], shot: Shot | None, client: ClientBody) -> Still | None:
    if shot is None:
        return None
    return plates.index.still(shot.plate_id, shot.side, shot.frame, None, client)
