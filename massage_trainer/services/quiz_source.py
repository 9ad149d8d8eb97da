"""Puts together what questions are made from: catalogue, settled lessons, pictures, the body."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.quiz.source import PlaceJudges, QuizSource, RestPlace
from massage_trainer.services.body_places import BodyPlacesError, read_body_places
from massage_trainer.services.content.cache_files import CacheFolder
from massage_trainer.services.lesson_contents import lesson_contents
from massage_trainer.services.quiz_pictures import read_quiz_pictures

if TYPE_CHECKING:
    from massage_trainer.domain.body_places import BodyPlaces
    from massage_trainer.domain.plate import PlateIndex
    from massage_trainer.domain.ports import LessonSource
    from massage_trainer.domain.protocol import Protocol

PLACES_FILE: Final = "client.places.json"


def make_quiz_source(
    lessons: LessonSource,
    settled: Callable[[str], Protocol],
    index: PlateIndex,
    plates: Path,
    stage: Path,
    cache: Path | None,
    judges: PlaceJudges,
) -> QuizSource:
    """``settled`` gives a lesson with the teacher's choices; ``cache`` is the cache's folder."""
    catalog = lessons.catalog()
    return QuizSource(
        catalog,
        tuple(lesson_contents(lessons, settled)),
        read_quiz_pictures(plates, stage, index, catalog, CacheFolder(cache)),
        rest_places(stage),
        judges,
    )


def rest_places(stage: Path) -> dict[str, RestPlace]:
    """Where sites and landmarks lie on the man; nowhere where his places cannot be read."""
    try:
        body = read_body_places(stage, PLACES_FILE)
    except BodyPlacesError:
        return {}  # told by whoever judges
    return rest_of(body)


def rest_of(body: BodyPlaces) -> dict[str, RestPlace]:
    found: dict[str, RestPlace] = {}
    for key, sides in {**body.landmarks, **body.points}.items():
        place = sides.get(Side.LEFT) or sides.get(Side.MIDLINE)
        if place is not None:
            found[key] = RestPlace(place.rest, place.cun_m)
    return found
