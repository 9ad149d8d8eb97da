"""The harder form of a question: shows its picture turned away, and says how to turn it."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from massage_trainer.domain.quiz.question import Form
from massage_trainer.widgets.quiz.words import turning_words
from massage_trainer.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from massage_trainer.domain.plate import ClientBody
    from massage_trainer.domain.quiz.question import Question, Shot
    from massage_trainer.viewmodels.quiz import QuizViewModel
    from massage_trainer.widgets.plate.still_picture import StillPicture


class TurnNotice(TextBlock):
    """Stands under the question while it is asked in the harder form; else there is none.

    Signals:
        failed: str; what was to be turned is a still, in words.
    """

    failed = Signal(str)

    def __init__(self, quiz: QuizViewModel, picture: StillPicture, parent: QWidget) -> None:
        super().__init__(2.2, "muted", parent=parent)
        self.setObjectName("turn-notice")
        self.hide()
        self._quiz = quiz
        self._picture = picture
        self._turns = False
        picture.turning_failed.connect(self._tell_still)

    def show_shot(self, question: Question, shot: Shot, client: ClientBody) -> None:
        """In the harder form from a side that does not show what is asked for."""
        plan = self._quiz.round.plan
        self._turns = plan.turned and question.form is Form.PLACE
        if self._turns:
            random = Random(f"{plan.seed}/{self._quiz.round.number}")
            self._turns = self._picture.show_turned(shot, client, question.item, random)
        else:
            self._picture.show_shot(shot, client)
        self.renew()

    def renew(self) -> None:
        """In the language of now, and only while there is something to turn to."""
        question, asking = self._quiz.question, self._quiz.is_asking
        wanted = question is not None and question.form is Form.PLACE and question.shot is not None
        self.show_text(turning_words(turns=self._turns))
        self.setVisible(asking and wanted and self._quiz.round.plan.turned)

    @Slot()
    def _tell_still(self) -> None:
        self._turns = False
        self.renew()
        if not self.isHidden():
            self.failed.emit(self.text())
