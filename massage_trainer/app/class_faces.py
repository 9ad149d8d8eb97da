"""Knows which face paints which slide, and of what the faces are made."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from massage_trainer.domain.classroom.slides import (
    LessonSlide,
    QuestionSlide,
    ResultSlide,
    Slide,
    TaskSlide,
    WaitingSlide,
)
from massage_trainer.services.class_plates import OneSizePlates
from massage_trainer.services.plates import PlateFiles
from massage_trainer.services.resources import assets_dir
from massage_trainer.widgets.audience.audience_view import AudienceView
from massage_trainer.widgets.audience.faces import FaceParts, WaitingFace
from massage_trainer.widgets.audience.lesson_face import LessonFace
from massage_trainer.widgets.audience.question_face import QuestionFace, ResultFace
from massage_trainer.widgets.audience.task_face import TaskFace

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from massage_trainer.app.composition import Program
    from massage_trainer.domain.quiz.question import Shot
    from massage_trainer.domain.timeline import Timeline
    from massage_trainer.viewmodels.classroom import ClassroomViewModel
    from massage_trainer.widgets.audience.audience_view import MakeFace


class ClassFaces(QObject):
    """Makes views of what the class sees; every kind of slide has a line in ``makers``.

    All views share their pictures: each is decoded once, and ahead.
    """

    def __init__(self, program: Program, classroom: ClassroomViewModel) -> None:
        super().__init__(program)
        self._program = program
        self._classroom = classroom
        self.makers: Mapping[type[Slide], MakeFace] = {
            WaitingSlide: WaitingFace,
            LessonSlide: LessonFace,
            QuestionSlide: QuestionFace,
            ResultSlide: ResultFace,
            TaskSlide: TaskFace,
        }
        program.window.closing.connect(self.close)

    def make_view(self, parent: QWidget | None = None, *, prepared: bool = False) -> AudienceView:
        """What the class sees; ``prepared`` is what the console works on."""
        return AudienceView(self._classroom, self.makers, self._parts(), parent, prepared=prepared)

    @Slot()
    def close(self) -> None:
        """End the worker that decodes pictures ahead."""
        if "plates" in vars(self):
            self.plates.close()

    @cached_property
    def plates(self) -> OneSizePlates:
        """Not those of the lesson page: its size would drive out what the class needs next."""
        files = PlateFiles(assets_dir() / "plates", self._program.plates.index)
        return OneSizePlates(files)

    def _parts(self) -> FaceParts:
        program = self._program
        return FaceParts(
            plates=self.plates,
            catalog=program.lessons.catalog,
            language=program.window.language,
            settings=lambda: program.preferences.value,
            timeline=self._timeline,
            live=program.study_flow.live_room,
            coming=self._coming,
        )

    def _coming(self) -> Shot | None:
        return self._classroom.coming

    def _timeline(self) -> Timeline | None:
        lesson = self._program.study_flow.class_flow.lesson
        return lesson.timeline if lesson.is_open else None
