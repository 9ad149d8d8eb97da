"""The page of the quiz: before a round, in it, and after it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QHideEvent, QImage, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from massage_trainer.viewmodels.quiz import Stage
from massage_trainer.widgets.plate.still_picture import MakePicture, StillPicture
from massage_trainer.widgets.plate.words import PlateWords
from massage_trainer.widgets.quiz.end_sheet import EndSheet
from massage_trainer.widgets.quiz.question_sheet import QuestionSheet
from massage_trainer.widgets.quiz.setup_sheet import SetupSheet
from massage_trainer.widgets.study_area import StudyPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from massage_trainer.domain.catalog import Catalog
    from massage_trainer.domain.plate import ClientBody
    from massage_trainer.domain.ports import PlateSource
    from massage_trainer.viewmodels.quiz import QuizViewModel
    from massage_trainer.widgets.theme import Scale


class QuizPage(StudyPage):
    """Shows the sheet that the quiz is at.

    Signals:
        said: str; words for whoever listens instead of looking.
    """

    said = Signal(str)

    def __init__(
        self,
        quiz: QuizViewModel,
        plates: PlateSource[QImage],
        catalog: Callable[[], Catalog],
        language: Callable[[], str],
        client: Callable[[], ClientBody],
        make_picture: MakePicture = StillPicture,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("quiz")
        self._quiz = quiz
        words = PlateWords(catalog(), language())
        self.setup_sheet = SetupSheet(quiz.setup, language, self)
        self.question_sheet = QuestionSheet(
            quiz, make_picture(plates, words, self), language, client, self
        )
        self.end_sheet = EndSheet(quiz, StillPicture(plates, words), language, client, self)
        self._sheets = {
            Stage.SETUP: self.setup_sheet,
            Stage.ROUND: self.question_sheet,
            Stage.END: self.end_sheet,
        }
        self._stack = QStackedWidget(self)
        for sheet in self._sheets.values():
            self._stack.addWidget(sheet)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        quiz.stage_changed.connect(self.show_stage)
        quiz.nothing_found.connect(self.setup_sheet.tell_nothing)
        self.setup_sheet.start_clicked.connect(quiz.start)
        self.question_sheet.said.connect(self.said)
        self.retranslate()

    def arrive(self) -> None:
        """A round that is on goes on; else look what there is to ask now."""
        if self._quiz.stage is Stage.SETUP:
            self._quiz.setup.read()
            self.setup_sheet.start.setFocus()
        elif self._quiz.stage is Stage.ROUND:
            self.question_sheet.take_focus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._quiz.come_back()

    def hideEvent(self, event: QHideEvent) -> None:
        self._quiz.leave()
        super().hideEvent(event)

    def set_scale(self, scale: Scale) -> None:
        """Follow the size of the window."""
        self.setup_sheet.set_scale(scale)
        self.question_sheet.set_scale(scale)
        self.end_sheet.set_scale(scale)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.setAccessibleName(self.tr("Quiz"))
        self.setup_sheet.retranslate()
        self.end_sheet.retranslate()

    @Slot()
    def show_stage(self) -> None:
        """Another sheet."""
        self._stack.setCurrentWidget(self._sheets[self._quiz.stage])
        if self._quiz.stage is Stage.SETUP:
            self.setup_sheet.start.setFocus()
