"""Which picture a question shows, and which spot in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.quiz.question import ShownSpot

if TYPE_CHECKING:
    from collections.abc import Iterable
    from random import Random

    from massage_trainer.domain.quiz.question import Shot
    from massage_trainer.domain.quiz.source import QuizPictures, SeenPlace


def shot_of(pictures: QuizPictures, keys: Iterable[str], random: Random) -> Shot | None:
    """A picture in which at least one of the places can be seen on some side."""
    found: dict[Shot, None] = {}
    for key in keys:
        for shots in pictures.of(key).values():
            found.update(dict.fromkeys(shots))
    return random.choice(list(found)) if found else None


def spot_of(
    pictures: QuizPictures, keys: Iterable[str], random: Random
) -> tuple[Shot, ShownSpot] | None:
    """One of these places on one side, in a picture that shows it."""
    seen = [
        (key, side, shots)
        for key in keys
        for side, shots in pictures.of(key).items()
        if shots and side is not Side.BOTH
    ]
    if not seen:
        return None
    key, side, shots = random.choice(seen)
    return random.choice(shots), ShownSpot(side, key)


def own_spot_of(seen: SeenPlace, random: Random) -> tuple[Shot, ShownSpot] | None:
    """A spot that has no key, on one side, in a picture that shows it."""
    sides = [side for side, shots in seen.shots.items() if shots]
    if not sides:
        return None
    side = random.choice(sides)
    places = {
        client: (-x if side is Side.RIGHT else x, y, z) for client, (x, y, z) in seen.places.items()
    }
    return random.choice(seen.shots[side]), ShownSpot(side, places=places)
