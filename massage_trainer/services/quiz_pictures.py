"""Finds out once which still pictures show which place on which side, and remembers it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from massage_trainer import __version__
from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.plate import ClientBody, Meaning
from massage_trainer.domain.quiz.question import Shot
from massage_trainer.domain.quiz.source import QuizPictures, SeenPlace
from massage_trainer.domain.quiz.spots import SPOTS
from massage_trainer.domain.still_places import Sight
from massage_trainer.services.chart import CHART_FILE
from massage_trainer.services.content.cache_files import CacheFolder, checksum_of
from massage_trainer.services.plates import INDEX_FILE
from massage_trainer.services.quiz_spots import find_spots
from massage_trainer.services.still_places import StillPlacesError, read_places

if TYPE_CHECKING:
    from massage_trainer.domain.catalog import Catalog
    from massage_trainer.domain.plate import Plate, PlateIndex, Still
    from massage_trainer.domain.rotation import Vector
    from massage_trainer.domain.still_places import Fraction, Spot, StillPlaces

CACHE_NAME: Final = "quiz-pictures"
_FORMAT: Final = 3
# The pictures made to show points; the others belong to steps of lessons.
POINT_PLATES: Final = "points-"
# A picture in which a cun is this much smaller than in the best one is not asked in.
_LEAST_SCALE: Final = 0.55

Shots = Mapping[str, Mapping[Side, tuple[Shot, ...]]]


class _Sighting(NamedTuple):
    key: str
    side: Side
    shot: Shot
    pixels: float  # of a cun, in the direction in which it is seen shortest
    of_points: bool


def read_quiz_pictures(
    folder: Path, stage: Path, index: PlateIndex, catalog: Catalog, cache: CacheFolder
) -> QuizPictures:
    """From the cache while the plates are the same ones, else from the stills' own places."""
    stamp = _stamp(folder, stage)
    stored = cache.read(CACHE_NAME)
    if stamp and stored is not None:
        try:
            if stored[1]["stamp"] == stamp:
                return _decoded(stored[1])
        except (KeyError, TypeError, ValueError, AttributeError, IndexError):
            pass  # damaged: it is made again
    pictures = find_quiz_pictures(folder, stage, index, catalog)
    cache.write(CACHE_NAME, {"stamp": stamp, **_encoded(pictures)})
    return pictures


def find_quiz_pictures(
    folder: Path, stage: Path, index: PlateIndex, catalog: Catalog
) -> QuizPictures:
    """Look through all pictures in which no hand works; those that cannot be read show nothing."""
    sightings = [
        each for plate in index.plates.values() for each in _sightings(folder, index, plate)
    ]
    shots = _sorted([each for each in sightings if each.of_points])
    return QuizPictures(
        shots=shots,
        spots=find_spots(stage, folder, index, catalog, shots),
        resting=_sorted([each for each in sightings if not each.of_points]),
    )


def _stamp(folder: Path, stage: Path) -> list[Any]:
    """Changes with pictures, body and program, and with what is remembered; empty: unknown."""
    files = (folder / INDEX_FILE, stage / CHART_FILE)
    try:
        sums = [checksum_of(path.read_bytes()) for path in files]
    except OSError:
        return []
    return [_FORMAT, __version__, checksum_of(repr(sorted(SPOTS.items())).encode()), *sums]


def _sightings(folder: Path, index: PlateIndex, plate: Plate) -> Iterator[_Sighting]:
    if any(moment.meaning is not Meaning.REST for moment in plate.moments):
        return
    views = plate.moment(plate.main).of(ClientBody.MAN)
    sides: list[Side | None] = [*next(iter(views.values())).sides]
    for side in sides or [None]:
        stills = [index.still(plate.id, side, client=client) for client in ClientBody]
        seen = [_spots(folder, still) for still in dict.fromkeys(stills) if still]
        for key, member in seen[0] if seen else ():
            spots = [spots.get((key, member)) for spots in seen]
            if all(spot and spot.sight is Sight.VISIBLE for spot in spots):
                spot = seen[0][key, member]
                pixels = min(_pixels(way, plate) for way in (spot.across, spot.along))
                of_points = plate.id.startswith(POINT_PLATES)
                yield _Sighting(key, member, Shot(plate.id, side), pixels, of_points)


def _pixels(way: Fraction, plate: Plate) -> float:
    return math.hypot(way[0] * plate.width, way[1] * plate.height)


def _spots(folder: Path, still: Still) -> dict[tuple[str, Side], Spot]:
    if not still.files.places:
        return {}
    try:
        places: StillPlaces = read_places(folder, still.files.places, still.plate_id)
    except StillPlacesError:
        return {}  # told where the picture is shown
    if still.files.mirrored:
        places = places.mirrored()
    both = {**places.points, **places.landmarks}
    return {(key, side): spot for key, sides in both.items() for side, spot in sides.items()}


def _sorted(sightings: list[_Sighting]) -> Shots:
    """By key and side, the nearest view first; without views from too far away."""
    found: dict[str, dict[Side, list[_Sighting]]] = {}
    for each in sightings:
        found.setdefault(each.key, {}).setdefault(each.side, []).append(each)
    result: dict[str, dict[Side, tuple[Shot, ...]]] = {}
    for key, sides in found.items():
        best = max(each.pixels for members in sides.values() for each in members)
        for side, members in sides.items():
            ranked = sorted(members, key=lambda each: -each.pixels)
            near = tuple(e.shot for e in ranked if e.pixels >= _LEAST_SCALE * best)
            if near:
                result.setdefault(key, {})[side] = near
    return result


def _encoded(pictures: QuizPictures) -> dict[str, Any]:
    return {
        "shots": _shots_data(pictures.shots),
        "resting": _shots_data(pictures.resting),
        "spots": {
            name: {client.value: list(place) for client, place in spot.places.items()}
            for name, spot in pictures.spots.items()
        },
        "seen": _shots_data({name: spot.shots for name, spot in pictures.spots.items()}),
    }


def _shots_data(shots: Shots) -> dict[str, Any]:
    return {
        key: {
            side.value: [
                [shot.plate_id, shot.side.value if shot.side else "", shot.frame] for shot in each
            ]
            for side, each in sides.items()
        }
        for key, sides in shots.items()
    }


def _decoded(data: Mapping[str, Any]) -> QuizPictures:
    seen = _shots(data["seen"])
    spots = {
        str(name): SeenPlace(
            {ClientBody(client): _vector(place) for client, place in places.items()},
            seen.get(name, {}),
        )
        for name, places in data["spots"].items()
    }
    return QuizPictures(_shots(data["shots"]), _shots(data["resting"]), spots)


def _vector(data: list[float]) -> Vector:
    x, y, z = map(float, data)
    return (x, y, z)


def _shots(data: Mapping[str, Any]) -> Shots:
    return {
        str(key): {
            Side(side): tuple(
                Shot(str(plate), Side(of) if of else None, str(frame)) for plate, of, frame in each
            )
            for side, each in sides.items()
        }
        for key, sides in data.items()
    }
