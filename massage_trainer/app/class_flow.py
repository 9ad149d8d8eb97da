"""Puts the class together: its sheets are made when first wanted."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from massage_trainer.viewmodels.classroom import ClassroomViewModel
from massage_trainer.widgets.classroom.page import ClassPage
from massage_trainer.widgets.classroom.sheets import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from massage_trainer.app.class_console import ClassConsole
    from massage_trainer.app.class_exam import ClassExamRoom
    from massage_trainer.app.class_faces import ClassFaces
    from massage_trainer.app.class_lesson import ClassLessonRoom
    from massage_trainer.app.class_quiz import ClassQuizRoom
    from massage_trainer.app.class_roster import ClassRoster
    from massage_trainer.app.class_screens import ClassScreens
    from massage_trainer.app.composition import Program
    from massage_trainer.viewmodels.class_live import ClassLive
    from massage_trainer.viewmodels.class_pace import ClassPaceViewModel
    from massage_trainer.viewmodels.class_tools import ClassTools
    from massage_trainer.viewmodels.lesson import LessonViewModel
    from massage_trainer.widgets.classroom.live_controls import LiveParts
    from massage_trainer.widgets.classroom.sheets import ClassSheet


class ClassFlow(QObject):
    """Each sheet has a line in ``_makers``; what has none is not offered."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        self._makers: Mapping[Sheet, Callable[[], ClassSheet]] = {
            Sheet.LESSON: self._make_lesson,
            Sheet.QUIZ: self._make_quiz,
            Sheet.EXAM: self._make_exam,
            Sheet.ROSTER: self._make_roster,
            Sheet.PAPER: self._make_paper,
        }

    @cached_property
    def classroom(self) -> ClassroomViewModel:
        """What the class sees."""
        return ClassroomViewModel(self)

    @cached_property
    def tools(self) -> ClassTools:
        """What the pointer does to the class's picture, on whichever sheet."""
        from massage_trainer.viewmodels.class_tools import ClassTools

        return ClassTools(self.classroom, self)

    @cached_property
    def live(self) -> ClassLive:
        """Whether the class sees the living body."""
        from massage_trainer.viewmodels.class_live import ClassLive

        return ClassLive(self.classroom, self._program.study_flow.live_room, self)

    def make_live_parts(self) -> LiveParts:
        """The instructor's hands on it, and its buttons, for a sheet."""
        from massage_trainer.widgets.classroom.class_camera import ClassCamera
        from massage_trainer.widgets.classroom.live_controls import LiveControls, LiveParts

        source = self._program.study_flow.live_room
        camera = ClassCamera(self.classroom, self.tools, source, self)
        return LiveParts(source, camera, LiveControls(self.classroom, self.live, camera))

    @cached_property
    def faces(self) -> ClassFaces:
        """How what the class sees is painted."""
        from massage_trainer.app.class_faces import ClassFaces

        return ClassFaces(self._program, self.classroom)

    @cached_property
    def screens(self) -> ClassScreens:
        """Where the class sees it."""
        from massage_trainer.app.class_screens import ClassScreens

        return ClassScreens(self._program, self.faces, self.classroom)

    @cached_property
    def room(self) -> ClassLessonRoom:
        """The lesson of the class: a session of its own, which console and audience share."""
        from massage_trainer.app.class_lesson import ClassLessonRoom

        return ClassLessonRoom(self._program, self.classroom)

    @property
    def lesson(self) -> LessonViewModel:
        """The session of the class; no student's lesson, place or record."""
        return self.room.lesson

    @cached_property
    def pace(self) -> ClassPaceViewModel:
        """How that lesson is run for the whole room."""
        from massage_trainer.app.class_pacing import make_pace

        return make_pace(self._program, self.room)

    @cached_property
    def quiz(self) -> ClassQuizRoom:
        """Questions for the whole class."""
        from massage_trainer.app.class_quiz import ClassQuizRoom

        return ClassQuizRoom(self._program, self)

    def _make_quiz(self) -> ClassSheet:
        return self.quiz.make_sheet()

    @cached_property
    def class_lists(self) -> ClassRoster:
        """Class lists, and what exams came to."""
        from massage_trainer.app.class_roster import ClassRoster

        return ClassRoster(self._program)

    def _make_roster(self) -> ClassSheet:
        return self.class_lists.make_sheet()

    @cached_property
    def exam_room(self) -> ClassExamRoom:
        """The practical exam."""
        from massage_trainer.app.class_exam import ClassExamRoom

        return ClassExamRoom(self._program, self)

    def _make_exam(self) -> ClassSheet:
        return self.exam_room.make_sheet()

    @cached_property
    def console(self) -> ClassConsole:
        """The tools, the bar and the previews of every sheet."""
        from massage_trainer.app.class_console import ClassConsole

        return ClassConsole(self._program, self)

    def _make_lesson(self) -> ClassSheet:
        return self.console.sheet

    def make_page(self) -> ClassPage:
        """The page of the class."""
        page = ClassPage(self._makers)
        page.sheet_left.connect(self._program.practice_flow.memory.look_after)
        page.furnish(self.screens.make_bar(page))
        self.screens.obey = page.obey
        return page

    def _make_paper(self) -> ClassSheet:
        from massage_trainer.app.class_paper import make_paper_sheet

        return make_paper_sheet(self._program)
