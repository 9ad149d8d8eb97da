"""Finds the pictures of a paper, with the places of the body in them."""

from __future__ import annotations

import math
from functools import cached_property
from typing import TYPE_CHECKING, Final

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.paper import words
from massage_trainer.domain.paper.model import Dot, Picture
from massage_trainer.domain.paper.point_views import PointView, Seen
from massage_trainer.domain.still_places import Sight
from massage_trainer.services.quiz_pictures import POINT_PLATES
from massage_trainer.services.still_places import StillPlacesError, read_places

if TYPE_CHECKING:
    from pathlib import Path

    from massage_trainer.domain.plate import PlateIndex, Still
    from massage_trainer.domain.still_places import MeasuringLine, Run, Spot, StillPlaces

_ALL: Final = (None, Side.BOTH)
# A place so near to the edge of a picture, as a share of it, lacks surroundings.
_ROOM: Final = 0.2


class PaperPictures:
    """Places that cannot be read leave a picture bare; it is told where pictures are shown."""

    def __init__(self, plates: Path, index: PlateIndex, language: str) -> None:
        self._plates = plates
        self._index = index
        self._language = language
        self._known: dict[Still, StillPlaces | None] = {}

    def of_step(
        self, plate: str, side: Side | None, codes: tuple[str, ...], avoid: tuple[str, ...]
    ) -> tuple[Picture, ...]:
        """The main moment of a plate with the ways of the hands; for points, where they are."""
        still = self._index.still(plate, side)
        if still is None:
            return ()
        places = self._places(still)
        marks = places.marks if places else ()
        dots = _dots(places, side, codes) if places else ()
        main = Picture(still, self._shape(still), marks, dots)
        located = self._located(side, codes, avoid) if codes else None
        return (main, located) if located else (main,)

    @cached_property
    def point_views(self) -> tuple[PointView, ...]:
        """The pictures made to show points, without a hand, and what is seen where in them."""
        found = []
        for plate in self._index.plates.values():
            still = self._index.still(plate.id)
            places = self._places(still) if still else None
            if plate.id.startswith(POINT_PLATES) and still and places:
                shape = self._shape(still)
                seen = {
                    key: {
                        side: Seen(spot.at, _size(spot, shape))
                        for side, spot in sides.items()
                        if spot.sight is Sight.VISIBLE
                    }
                    for key, sides in places.points.items()
                }
                found.append(PointView(still, shape, seen))
        return tuple(found)

    def _located(
        self, side: Side | None, codes: tuple[str, ...], avoid: tuple[str, ...]
    ) -> Picture | None:
        """The picture without hands that shows these points best, with how they are measured."""
        views = [view for view in self.point_views if all(view.shows(code) for code in codes)]
        if not views:
            return None
        view = max(views, key=lambda each: min(each.size(code) for code in codes))
        places = self._places(view.still)
        if places is None:
            return None
        wanted = side if any(side in places.points.get(code, {}) for code in codes) else None
        lines: list[tuple[tuple[float, float], MeasuringLine]] = [
            (places.points[code][on].at, line)
            for code in codes
            for on, line in places.lines.get(code, {}).items()
            if _fits(on, wanted) and on in places.points.get(code, {})
        ]
        zones: list[tuple[Run, ...]] = [
            runs for zone in avoid for runs in places.zones.get(zone, {}).values() if runs
        ]
        caption = words.PLACE_CAPTION if zones else words.PLACE_CAPTION_PLAIN
        return Picture(
            view.still,
            view.shape,
            dots=_dots(places, wanted, codes),
            lines=tuple(lines),
            zones=tuple(zones),
            caption=caption.in_language(self._language),
        )

    def _shape(self, still: Still) -> float:
        """Width over height."""
        plate = self._index.plates[still.plate_id]
        return plate.width / plate.height

    def _places(self, still: Still) -> StillPlaces | None:
        if still not in self._known:
            self._known[still] = self._read(still)
        return self._known[still]

    def _read(self, still: Still) -> StillPlaces | None:
        if not still.files.places:
            return None
        try:
            found = read_places(self._plates, still.files.places, still.plate_id)
        except StillPlacesError:
            return None
        return found.mirrored() if still.files.mirrored else found


def _dots(places: StillPlaces, side: Side | None, codes: tuple[str, ...]) -> tuple[Dot, ...]:
    return tuple(
        Dot(spot.at, code)
        for code in codes
        for on, spot in places.points.get(code, {}).items()
        if spot.sight is Sight.VISIBLE and _fits(on, side)
    )


def _fits(on: Side, side: Side | None) -> bool:
    return side in _ALL or on in (side, Side.MIDLINE)


def _size(spot: Spot, shape: float) -> float:
    """How long a cun is there, in heights of the picture; less where surroundings are cut off."""
    (ax, ay), (bx, by) = spot.across, spot.along
    edge = min(*spot.at, *(1 - each for each in spot.at))
    return math.sqrt(abs(ax * by - ay * bx) * shape) * min(1.0, max(0.1, edge / _ROOM))
