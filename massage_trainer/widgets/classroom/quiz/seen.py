"""What the class sees at this moment, in a line for the instructor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from massage_trainer.domain.classroom.slides import (
    Cover,
    LessonSlide,
    QuestionSlide,
    ResultSlide,
    TaskSlide,
)
from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.detail_row import DetailLine, DetailRow, Tone
from massage_trainer.widgets.icons import Icon

if TYPE_CHECKING:
    from massage_trainer.domain.classroom.slides import Slide
    from massage_trainer.viewmodels.class_quiz import ClassQuizViewModel
    from massage_trainer.viewmodels.classroom import ClassroomViewModel
    from massage_trainer.widgets.theme import Scale


class SeenLine(QWidget):
    """Stands out where the class sees anything but what the instructor works on."""

    def __init__(self, quiz: ClassQuizViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiz = quiz
        self._row = DetailRow(2.0, self)
        self.again = Button(ButtonKind.PLAIN, Icon.EYE, self)
        self.again.setObjectName("show-quiz-again")
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._row, 1)
        self._layout.addWidget(self.again)
        room = quiz.classroom
        for changed in (
            room.shown_changed,
            room.prepared_changed,
            room.cover_changed,
            room.frozen_changed,
            room.wall_changed,
        ):
            changed.connect(self.look)
        self.again.clicked.connect(quiz.show_again)
        self.retranslate()

    @property
    def text(self) -> str:
        """What it says."""
        return self._row.line.text

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.again.setText(self.tr("Show the quiz"))
        self.look()

    def set_scale(self, scale: Scale) -> None:
        self._row.set_scale(scale)
        self.again.set_text_px(scale.caption_px)
        self._layout.setSpacing(scale.px(1))

    @Slot()
    def look(self) -> None:
        """Look again what the class sees."""
        room = self._quiz.classroom
        same = room.shown.slide == self._quiz.slide
        asking = self._quiz.slide is not None  # before the first round nothing is missing
        odd = room.cover is not Cover.NONE or room.frozen or (asking and not same)
        tone = Tone.CAUTION if odd else Tone.SOFT
        text = seen_text(room)
        if not room.wall.is_seen:
            tone, text = Tone.CAUTION, self.tr("No screen shows this to the class yet.")
        self._row.show_line(DetailLine(Icon.EYE, "", text, tone=tone))
        self.again.setVisible(self._quiz.slide is not None and not self._quiz.is_shown)


def seen_text(room: ClassroomViewModel) -> str:
    """In a sentence, what the class sees."""
    if room.cover is Cover.BLACK:
        return QCoreApplication.translate("Seen", "The class sees a black screen.")
    if room.cover is Cover.WHITE:
        return QCoreApplication.translate("Seen", "The class sees a white screen.")
    if room.frozen:
        text = QCoreApplication.translate("Seen", "Frozen. The class still sees: {what}.")
    else:
        text = QCoreApplication.translate("Seen", "The class sees: {what}.")
    return text.format(what=_slide_text(room.shown.slide))


def _slide_text(slide: Slide) -> str:
    match slide:
        case QuestionSlide(reveal=None):
            text = QCoreApplication.translate("Seen", "question {number} without its answer")
            return text.format(number=slide.number)
        case QuestionSlide():
            text = QCoreApplication.translate("Seen", "question {number} with its answer")
            return text.format(number=slide.number)
        case ResultSlide():
            return QCoreApplication.translate("Seen", "how the round went")
        case LessonSlide():
            return QCoreApplication.translate("Seen", "the lesson")
        case TaskSlide():
            return QCoreApplication.translate("Seen", "a task of the exam")
        case _:
            return QCoreApplication.translate("Seen", "the waiting page")
