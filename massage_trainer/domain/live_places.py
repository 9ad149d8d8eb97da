"""Where the places of the body stand in one live picture; worked out when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from massage_trainer.domain.live_marks import marks_of
from massage_trainer.domain.live_sight import Sightline, pieces
from massage_trainer.domain.live_skin import PosedBody, PosedPlace
from massage_trainer.domain.still_places import (
    Fraction,
    MeasuringLine,
    Run,
    Sight,
    Spot,
    StillPlaces,
)

if TYPE_CHECKING:
    from massage_trainer.domain.anatomy import Side
    from massage_trainer.domain.body_places import BodyLine, BodyPlace
    from massage_trainer.domain.place_grid import PlaceGrid
    from massage_trainer.domain.rotation import Vector
    from massage_trainer.domain.scene_plates import MeshSpot, ScenePlate
    from massage_trainer.domain.stage import Scene

# Stands for the position map: places of this picture can be asked.
LIVE_MAP: Final = "live"
_PROBE_CUN: Final = 0.3
_K = TypeVar("_K")
_V = TypeVar("_V")


class Lazy(Mapping[_K, _V], Generic[_K, _V]):
    """A mapping whose values are made when they are asked for, once."""

    def __init__(self, keys: Iterable[_K], make: Callable[[_K], _V]) -> None:
        self._keys = dict.fromkeys(keys)
        self._make = make
        self._made: dict[_K, _V] = {}

    def __getitem__(self, key: _K) -> _V:
        if key not in self._made:
            if key not in self._keys:
                raise KeyError(key)
            self._made[key] = self._make(key)
        return self._made[key]

    def __iter__(self) -> Iterator[_K]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)


@dataclass(frozen=True, slots=True)
class StagePlaces:
    """What one picture needs to tell where everything is."""

    posed: PosedBody
    line: Sightline
    grid: PlaceGrid | None = None  # what the picture shows, where that is known

    def of(self, scene: Scene, plate: ScenePlate) -> StillPlaces:
        """The places as stills have them."""
        body = self.posed.body.places
        runs = {
            name: lines
            for name in scene.regions
            if (lines := body.regions.get(name, {}).get(scene.worked_side))
        }
        return StillPlaces(
            points=_sided(body.points, self.spot),
            landmarks=_sided(body.landmarks, self.spot),
            lines=_sided(body.lines, self.measuring),
            zones=_sided(body.zones, lambda outline: tuple(self.seen(outline))),
            regions=Lazy(
                runs, lambda name: tuple(run for line in runs[name] for run in self.seen(line))
            ),
            map_file=LIVE_MAP,
            marks=tuple(marks_of(scene, plate, self.posed, self.line)),
        )

    def spot(self, place: BodyPlace) -> Spot:
        posed = self.posed.at(place.spot)
        found = self.line.see(posed)
        if found.sight is Sight.VISIBLE and self.grid and not self.grid.shows(found.at, place.rest):
            found = found._replace(sight=Sight.HIDDEN)
        across = self._step(posed, self.posed.turned(place.spot, place.across), place.cun_m)
        along = self._step(posed, self.posed.turned(place.spot, place.along), place.cun_m)
        return Spot(found.at, found.sight, across, along)

    def measuring(self, line: BodyLine) -> MeasuringLine:
        ticks = (self.line.see(self.posed.at(spot)) for spot in line.ticks)
        return MeasuringLine(
            tuple(run for leg in line.legs for run in self.seen(leg)),
            tuple(tick.at for tick in ticks if tick.sight is Sight.VISIBLE),
            line.via,
        )

    def seen(self, spots: Sequence[MeshSpot]) -> Iterator[Run]:
        """The pieces of a line on the skin that can be seen."""
        return pieces(map(self.line.see, map(self.posed.at, spots)))

    def _step(self, place: PosedPlace, way: Vector, cun_m: float) -> Fraction:
        """How far one cun leads that way, in fractions of the picture."""
        x, y, z = place[:3]
        u, v, w = (_PROBE_CUN * cun_m * part for part in way)
        behind = self.line.lens.fraction(x - u, y - v, z - w)
        before = self.line.lens.fraction(x + u, y + v, z + w)
        if behind is None or before is None:
            return (0.0, 0.0)
        steps = 2 * _PROBE_CUN
        return ((before[0] - behind[0]) / steps, (before[1] - behind[1]) / steps)


def _sided(
    placed: Mapping[str, Mapping[Side, _K]], make: Callable[[_K], _V]
) -> Mapping[str, Mapping[Side, _V]]:
    def sides(key: str) -> Mapping[Side, _V]:
        own = placed[key]
        return Lazy(own, lambda side: make(own[side]))

    return Lazy(placed, sides)
