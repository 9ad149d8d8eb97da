"""Puts the quiz of a class together: its questions, its counting, and what is kept of it."""

from __future__ import annotations

from functools import cached_property
from random import SystemRandom
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from massage_trainer.domain.plate import ClientBody
from massage_trainer.viewmodels.class_quiz import MOST_SEED, ClassQuizParts, ClassQuizViewModel
from massage_trainer.viewmodels.quiz_setup import QuizSetup

if TYPE_CHECKING:
    from massage_trainer.app.class_flow import ClassFlow
    from massage_trainer.app.composition import Program
    from massage_trainer.widgets.classroom.quiz.sheet import QuizSheet


class ClassQuizRoom(QObject):
    """The quiz of a class; made when its sheet is first wanted."""

    def __init__(self, program: Program, flow: ClassFlow) -> None:
        super().__init__(flow)
        self._program = program
        self._flow = flow

    @cached_property
    def quiz(self) -> ClassQuizViewModel:
        """Rounds for the whole class; nobody's own decks are among them."""
        program = self._program
        setup = QuizSetup(program.study_flow.quiz_flow.source, lambda: None, self)
        parts = ClassQuizParts(
            program.clock,
            program.practice_flow.calendar,
            program.plates,
            program.practice_flow.class_store,
            lambda: SystemRandom().randrange(MOST_SEED),
            self._client,
        )
        return ClassQuizViewModel(setup, self._flow.classroom, parts, self)

    def make_sheet(self) -> QuizSheet:
        """The sheet of the quiz."""
        from massage_trainer.widgets.classroom.quiz.sheet import QuizSheet

        program, flow = self._program, self._flow
        sheet = QuizSheet(
            self.quiz,
            program.plates,
            program.lessons.catalog,
            program.window.language,
            flow.tools,
            lambda: flow.faces.make_view(prepared=True),
            live=flow.make_live_parts(),
        )
        sheet.leaving_wanted.connect(program.window.leave_full_screen)
        return sheet

    def _client(self) -> ClientBody:
        return ClientBody(self._program.preferences.value.client)
