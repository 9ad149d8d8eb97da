"""Pictures for several views of the same: decoded once, in the size of the largest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from massage_trainer.domain.plate import MissingPicture, PlateIndex, Still
    from massage_trainer.domain.position_map import PositionMap
    from massage_trainer.domain.still_places import StillPlaces
    from massage_trainer.services.plates import PlateFiles


class OneSizePlates:
    """A PlateSource over another; a view that is smaller gets more dots than it asked for.

    Each picture is decoded from its file once, whoever asks, and two views of the same lesson
    never drive out what the other has decoded ahead.
    """

    def __init__(self, plates: PlateFiles) -> None:
        self._plates = plates
        self._size = (1, 1)

    @property
    def index(self) -> PlateIndex:
        return self._plates.index

    def prepare(self, stills: Sequence[Still], width: int, height: int) -> None:
        self._plates.prepare(stills, *self._largest(width, height))

    def picture(self, still: Still, width: int, height: int) -> QImage | MissingPicture:
        """A picture of the caller's own: views on different screens give it different ratios."""
        found = self._plates.picture(still, *self._largest(width, height))
        return QImage(found) if isinstance(found, QImage) else found

    def places(self, still: Still) -> StillPlaces | None:
        return self._plates.places(still)

    def position_map(self, still: Still) -> PositionMap | None:
        return self._plates.position_map(still)

    def places_problem(self, still: Still) -> str:
        return self._plates.places_problem(still)

    def close(self) -> None:
        """End the worker for good."""
        self._plates.close()

    def _largest(self, width: int, height: int) -> tuple[int, int]:
        self._size = (max(width, self._size[0]), max(height, self._size[1]))
        return self._size
