"""Puts the atlas together: its points, its pictures, and what is said aloud."""

from __future__ import annotations

import math
from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from massage_trainer.domain.plate import ClientBody
from massage_trainer.domain.still_places import Sight
from massage_trainer.services.resources import assets_dir

if TYPE_CHECKING:
    from massage_trainer.app.composition import Program
    from massage_trainer.domain.anatomy import Side
    from massage_trainer.domain.atlas import Atlas
    from massage_trainer.domain.catalog import Catalog
    from massage_trainer.domain.library import LibraryIndex
    from massage_trainer.domain.quiz.question import Shot
    from massage_trainer.domain.still_places import Spot
    from massage_trainer.domain.teacher import TeacherChoices
    from massage_trainer.viewmodels.atlas import AtlasViewModel
    from massage_trainer.widgets.atlas.page import AtlasPage
    from massage_trainer.widgets.plate.words import PlateWords

    _State = tuple[LibraryIndex, Catalog, TeacherChoices]

# A place so near to the edge of a picture, as a share of it, lacks surroundings.
_ROOM: Final = 0.2


class AtlasFlow(QObject):
    """The atlas of the program; made when its page is first wanted."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        self._known: tuple[_State, Atlas] | None = None
        self._sizes: dict[Shot, dict[tuple[str, Side], float]] = {}

    @cached_property
    def atlas(self) -> AtlasViewModel:
        """What is listed and chosen."""
        from massage_trainer.viewmodels.atlas import AtlasViewModel

        program = self._program
        atlas = AtlasViewModel(self._atlas, self)
        atlas.lesson_wanted.connect(program.choose_lesson)
        atlas.speak_wanted.connect(program.busy_hands.speak)
        return atlas

    def make_page(self) -> AtlasPage:
        """The page of the atlas."""
        from massage_trainer.widgets.atlas.page import AtlasPage

        program = self._program
        settings = program.preferences
        return AtlasPage(
            self.atlas,
            program.plates,
            self._words,
            program.window.language,
            lambda: ClientBody(settings.value.client),
            lambda: not settings.value.reduce_motion,
            program.study_flow.make_felt_picture,
        )

    def _atlas(self) -> Atlas:
        """By catalogue and lessons as they are now; the same as before while they are the same."""
        from massage_trainer.domain.atlas import Atlas
        from massage_trainer.domain.quiz.source import QuizSource
        from massage_trainer.services.content.cache_files import CacheFolder
        from massage_trainer.services.lesson_contents import lesson_contents
        from massage_trainer.services.quiz_pictures import read_quiz_pictures

        program = self._program
        lessons, choices = program.lessons, program.teacher.choices
        state = lessons.index(), lessons.catalog(), choices
        if self._known is None or self._known[0] != state:
            catalog, assets = lessons.catalog(), assets_dir()
            cache = CacheFolder(program.practice_flow.data_dir / "cache")
            index = program.plates.index
            source = QuizSource(
                catalog,
                tuple(lesson_contents(lessons, program.teacher.settled)),
                read_quiz_pictures(assets / "plates", assets / "stage", index, catalog, cache),
            )
            self._known = state, Atlas(source, self._size)
        return self._known[1]

    def _size(self, key: str, side: Side, shot: Shot) -> float:
        """How long a cun is at a place of a picture; less where its surroundings are cut off."""
        if shot not in self._sizes:
            plates = self._program.plates
            still = plates.index.still(shot.plate_id, shot.side, shot.frame)
            places = plates.places(still) if still else None
            self._sizes[shot] = {
                (at, on): _size(spot)
                for group in ((places.points, places.landmarks) if places else ())
                for at, sides in group.items()
                for on, spot in sides.items()
                if spot.sight is Sight.VISIBLE
            }
        return self._sizes[shot].get((key, side), 0.0)

    def _words(self) -> PlateWords:
        from massage_trainer.widgets.plate.words import PlateWords

        return PlateWords(self._program.lessons.catalog(), self._program.window.language())


def _size(spot: Spot) -> float:
    """The root of a square cun, foreshortened as it is, in shares of the picture."""
    (ax, ay), (bx, by) = spot.across, spot.along
    edge = min(*spot.at, *(1 - each for each in spot.at))
    return math.sqrt(abs(ax * by - ay * bx)) * min(1.0, max(0.1, edge / _ROOM))
