"""The sheet on which an instructor asks a class: before a round, in it, and after it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from massage_trainer.viewmodels.quiz import Stage
from massage_trainer.widgets.classroom.quiz.end import EndPane
from massage_trainer.widgets.classroom.quiz.picture import CountingPicture
from massage_trainer.widgets.classroom.quiz.question import QuestionPane
from massage_trainer.widgets.classroom.quiz.setup import SetupPane
from massage_trainer.widgets.classroom.sheets import ClassSheet
from massage_trainer.widgets.plate.words import PlateWords

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget

    from massage_trainer.domain.catalog import Catalog
    from massage_trainer.domain.ports import PlateSource
    from massage_trainer.viewmodels.class_quiz import ClassQuizViewModel
    from massage_trainer.widgets.theme import Scale


class QuizSheet(ClassSheet):
    """Shows the pane that the round is at."""

    def __init__(
        self,
        quiz: ClassQuizViewModel,
        plates: PlateSource[QImage],
        catalog: Callable[[], Catalog],
        language: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("class-quiz")
        self._quiz = quiz
        self._catalog = catalog
        self._language = language
        self.setup_pane = SetupPane(quiz, language, self)
        picture = CountingPicture(plates, PlateWords(catalog(), language()))
        self.question_pane = QuestionPane(quiz, picture, language, self)
        self.end_pane = EndPane(quiz, language, self)
        self._panes = {
            Stage.SETUP: self.setup_pane,
            Stage.ROUND: self.question_pane,
            Stage.END: self.end_pane,
        }
        self._stack = QStackedWidget(self)
        for pane in self._panes.values():
            self._stack.addWidget(pane)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        quiz.stage_changed.connect(self.show_stage)
        self.setup_pane.back_clicked.connect(self.left)
        self.retranslate()

    def arrive(self) -> None:
        """A round that is on goes on; else look what there is to ask now."""
        if self._quiz.stage is Stage.SETUP:
            self._quiz.read()
            self.setup_pane.start.setFocus()
        elif self._quiz.stage is Stage.ROUND:
            self.question_pane.take_focus()

    def set_scale(self, scale: Scale) -> None:
        for pane in self._panes.values():
            pane.set_scale(scale)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Ask the class"))
        self.question_pane.picture.set_words(PlateWords(self._catalog(), self._language()))
        for pane in self._panes.values():
            pane.retranslate()

    @Slot()
    def show_stage(self) -> None:
        """Another pane."""
        self._stack.setCurrentWidget(self._panes[self._quiz.stage])
        if self._quiz.stage is Stage.SETUP:
            self.setup_pane.start.setFocus()
        elif self._quiz.stage is Stage.END:
            self.end_pane.show_summary()
