"""A question of the quiz: its picture, where it is answered, and what is said of the answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QFont, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from massage_trainer.domain.quiz.question import Form, PlaceResponse
from massage_trainer.widgets.body_picture import BodyDrawing
from massage_trainer.widgets.plate.still_picture import StillPicture
from massage_trainer.widgets.quiz import drawing
from massage_trainer.widgets.quiz.answer_area import AnswerArea
from massage_trainer.widgets.quiz.bar import QuestionBar
from massage_trainer.widgets.quiz.crosshair import Crosshair
from massage_trainer.widgets.quiz.feedback import Feedback, find_steps
from massage_trainer.widgets.quiz.turning import TurnNotice
from massage_trainer.widgets.quiz.words import (
    retry_words,
    seconds_text,
    side_wish,
    told_words,
)
from massage_trainer.widgets.text_block import TextBlock
from massage_trainer.widgets.text_scroll import TextScroll
from massage_trainer.widgets.theme import Scale

if TYPE_CHECKING:
    from massage_trainer.domain.plate import ClientBody
    from massage_trainer.domain.quiz.learner import Answer
    from massage_trainer.domain.still_places import Fraction
    from massage_trainer.viewmodels.quiz import QuizViewModel

LEAST_READ_MS: Final = 250
_PICTURE_SHARE: Final = 62  # of the width, in percent
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class QuestionSheet(QWidget):
    """Shows the question that is on; before the answer nothing on it knows the answer.

    Signals:
        said: str; words for whoever listens instead of looking.
    """

    said = Signal(str)

    def __init__(
        self,
        quiz: QuizViewModel,
        picture: StillPicture,
        language: Callable[[], str],
        client: Callable[[], ClientBody],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._quiz = quiz
        self.picture = picture
        self._language = language
        self._client = client
        self._base = BodyDrawing()
        self._cross = Crosshair(quiz, picture, self)
        self._told: Answer | None = None
        self._find_step = 0
        self._progress = TextBlock(2.0, "muted", parent=self)
        self._prompt = TextBlock(3.2, weight=QFont.Weight.DemiBold, parent=self)
        self._prompt.setObjectName("prompt")
        self._notice = TurnNotice(quiz, picture, self)
        self.answers = AnswerArea(self)
        self.feedback = Feedback(self)
        self._scroll = TextScroll(self)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.bar = QuestionBar(self)
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def prompt_text(self) -> str:
        return self._prompt.text()

    @property
    def progress_text(self) -> str:
        return self._progress.text()

    @property
    def crosshair(self) -> Fraction | None:
        """Where it stands in the picture; None before it was moved or clicked."""
        return self._cross.at

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.bar.retranslate()
        self.answers.say_again(self._language())
        question = self._quiz.question
        if question is None:
            return
        self._show_prompt()
        self._notice.renew()
        if self._told is not None:
            self._show_told(self._told)
        else:
            self._draw_asking()
            self._show_where()
            if self._quiz.round.last is not None:
                self._show_retry(self._quiz.round.last)

    def set_scale(self, scale: Scale) -> None:
        """Follow the size of the window."""
        for words in (self._progress, self._prompt, self._notice):
            words.set_scale(scale)
        self.answers.set_scale(scale)
        self.feedback.set_scale(scale)
        self._scroll.set_scale(scale)
        self.picture.set_scale(scale)
        self.bar.set_scale(scale)
        margin = scale.px(2)
        self._row.setContentsMargins(margin, scale.px(1), margin, margin)
        self._row.setSpacing(margin)
        self._scroll.column.setSpacing(scale.px(1.2))
        self._column.setSpacing(scale.px(1))

    @Slot()
    def show_question(self) -> None:
        """Another question: forget everything of the one before."""
        question = self._quiz.question
        if question is None:
            return
        self._told, self._find_step = None, 0
        self._cross.clear()
        self.feedback.clear()
        self.answers.show_question(question, self._language())
        self.picture.setVisible(question.shot is not None)
        if question.shot is not None:
            self._notice.show_shot(question, question.shot, self._client())
            self._draw_asking()
        else:
            self.picture.draw(BodyDrawing())
            self._notice.renew()
        self._tell_picture("")
        self._show_prompt()
        self._show_buttons()
        self._scroll.to_top()
        self.take_focus()
        self.say_all()

    @Slot()
    def say_all(self) -> None:
        """The question and its options, for whoever listens."""
        question, language = self._quiz.question, self._language()
        if question is None:
            return
        options = [
            f"{number}: {option.text.in_language(language)}."
            for number, option in enumerate(question.options, start=1)
        ]
        self._say(" ".join((self._prompt.text(), *options)))

    @Slot()
    def say_where(self) -> None:
        """Where the crosshair is, else the question."""
        if self._told is not None:
            self.said.emit(self.feedback.spoken)
        elif self.answers.where.text():
            self.said.emit(self.answers.where.text())
        else:
            self.said.emit(self._prompt.text())

    @Slot()
    def show_draft(self) -> None:
        """What would be confirmed is another."""
        self._cross.follow_draft()
        self._draw()
        self._show_where()
        self.bar.confirm.setEnabled(self._quiz.round.can_confirm)

    @Slot(object)
    def show_answer(self, answer: Answer) -> None:
        """The verdict; where tries are left the question stays open."""
        if not answer.is_last:
            self._show_retry(answer)
            self.answers.show_retry(self._quiz.round.tried)
            self._cross.clear()
            self._draw_asking()
            self._show_buttons()
            self.take_focus()
        else:
            self._told = answer
            self._notice.renew()
            self.answers.show_told(answer)
            self._show_told(answer)
            self._show_buttons()
            self.take_focus()
        self._show_prompt()
        self._say(self.feedback.spoken)

    @Slot()
    def show_time(self) -> None:
        """A second has passed."""
        self._show_progress()

    @Slot()
    def next_find_step(self) -> None:
        """How to find it, one sentence and one leg of the line after the other."""
        if self._told is None or self._told.question.form is not Form.PLACE:
            return
        steps = find_steps(self._told.question.why.in_language(self._language()))
        self._find_step = self._find_step % len(steps) + 1
        self._show_told(self._told)
        self._say(steps[self._find_step - 1])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers or self._quiz.question is None:
            super().keyPressEvent(event)
        elif key in _ENTER:
            if not event.isAutoRepeat():
                (self._go_on if self._quiz.is_told else self._quiz.confirm)()
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9 and self.answers.pick(key - Qt.Key.Key_0):
            event.accept()
        elif slot := self._slot(key):
            slot()
        else:
            super().keyPressEvent(event)

    def _slot(self, key: int) -> Callable[[], None] | None:
        return {
            Qt.Key.Key_W: self.say_where,
            Qt.Key.Key_H: self.next_find_step,
            Qt.Key.Key_M: self.picture.magnify.toggle,
            Qt.Key.Key_Plus: self.picture.zoom_in,
            Qt.Key.Key_Equal: self.picture.zoom_in,
            Qt.Key.Key_Minus: self.picture.zoom_out,
        }.get(Qt.Key(key))

    def _lay_out(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.picture, _PICTURE_SHARE)
        self._column = QVBoxLayout()
        self._row.addLayout(self._column, 100 - _PICTURE_SHARE)
        self._column.addWidget(self._progress)
        self._column.addWidget(self._scroll, 1)
        for widget in (self._prompt, self._notice, self.answers, self.feedback):
            self._scroll.column.addWidget(widget)
        self._scroll.column.addStretch(1)
        self._column.addWidget(self.bar)

    def _connect(self) -> None:
        quiz = self._quiz
        quiz.asked.connect(self.show_question)
        quiz.draft_changed.connect(self.show_draft)
        quiz.answered.connect(self.show_answer)
        quiz.time_changed.connect(self.show_time)
        quiz.set_settle_ms(QApplication.doubleClickInterval())
        self._notice.failed.connect(self._say)
        self._cross.moved.connect(self._draw)
        self.answers.responded.connect(self._respond)
        self.bar.confirm.clicked.connect(quiz.confirm)
        self.bar.onward.clicked.connect(self._go_on)
        self.bar.give_up.clicked.connect(quiz.give_up)
        self.bar.stop.clicked.connect(quiz.stop)
        self.bar.how.clicked.connect(self.next_find_step)

    @Slot()
    def _go_on(self) -> None:
        """A key that bounces has confirmed, and does not dismiss what nobody has read."""
        if self._quiz.told_for_ms >= LEAST_READ_MS:
            self._quiz.dismiss()

    @Slot()
    def _draw(self) -> None:
        cross = self._cross
        self.picture.draw(replace(self._base, draft=cross.at, draft_place=cross.drafted))

    @Slot(object)
    def _respond(self, response: object) -> None:
        quiz = self._quiz
        question = quiz.question
        quiz.respond(response)  # type: ignore[arg-type]  # a Response, through a signal
        at_once = quiz.setup.wish.at_first_click
        if question is not None and question.form is Form.CHOICE and at_once:
            quiz.confirm()

    def _draw_asking(self) -> None:
        question = self._quiz.question
        if question is None or question.shot is None:
            return
        round_, catalog = self._quiz.round, self._quiz.setup.source.catalog
        tries, level, seen = round_.tries, round_.plan.help, self.picture.client
        self._base = drawing.asking(question, tries, level, None, seen, catalog, self._language())
        self._draw()

    def _show_prompt(self) -> None:
        question = self._quiz.question
        if question is None:
            return
        prompt = question.prompt.in_language(self._language())
        self._prompt.show_text(" ".join(part for part in (prompt, side_wish(question)) if part))
        self._show_progress()

    def _show_progress(self) -> None:
        round_ = self._quiz.round
        parts = [
            self.tr("Question {number} of {length}").format(
                number=round_.number, length=round_.length
            ),
            self.tr("{points} points").format(points=round_.points),
        ]
        if self._quiz.is_asking and round_.plan.tries > 1:
            parts.append(self.tr("tries left: {count}").format(count=round_.tries_left))
        if self._quiz.setup.wish.timed:
            parts.append(seconds_text(self._quiz.shown_ms))
        self._progress.show_text(" · ".join(parts))

    def _show_where(self) -> None:
        """Where the crosshair is, in body words; also for those who do not see it."""
        draft = self._quiz.round.draft
        words = ""
        if isinstance(draft, PlaceResponse) and draft.place is None:
            words = self.tr("beside the body")
        elif isinstance(draft, PlaceResponse) and draft.place is not None:
            found = self._quiz.where(draft.place, self.picture.client)
            words = found.in_language(self._language()) if found else ""
        if self._cross.is_asking:
            return  # what stood there is told until it is known
        before = self.answers.where.text()
        self.answers.where.show_text(words)
        self._tell_picture(words)
        if words != before:
            self._say(words)

    def _tell_picture(self, words: str) -> None:
        self.picture.canvas.setAccessibleDescription(words)

    def _show_retry(self, answer: Answer) -> None:
        catalog, left = self._quiz.setup.source.catalog, self._quiz.round.tries_left
        self.feedback.show_words(retry_words(answer, left, catalog, self._language()))

    def _show_told(self, answer: Answer) -> None:
        catalog, language = self._quiz.setup.source.catalog, self._language()
        words = told_words(answer, catalog, language)
        why = answer.question.why.in_language(language)
        steps = find_steps(why)
        if answer.question.form is not Form.PLACE:
            self.feedback.show_words(words, (why,))
        else:
            self.feedback.show_words(words, tuple(steps[: self._find_step]))
        if answer.question.shot is not None:
            all_shown = self._find_step in (0, len(steps))
            legs = None if all_shown else self._find_step
            told = drawing.told(answer, self.picture.client, catalog, language, legs)
            self.picture.draw(told)
            right = told.marks[0] if told.marks else None
            if right is not None and right.key and self._find_step == 0:
                self.picture.turn_to(right.key, right.side)
        self._tell_picture(self.feedback.spoken)

    def _show_buttons(self) -> None:
        place = self._told is not None and self._told.question.form is Form.PLACE
        drafted = self._quiz.round.can_confirm
        self.bar.show_state(told=self._quiz.is_told, drafted=drafted, findable=place)

    def take_focus(self) -> None:
        """The keyboard goes to where the question is answered, or to what leads on."""
        question = self._quiz.question
        if self._told is not None:
            self.bar.onward.setFocus()
        elif question is not None and question.form is Form.PLACE:
            self.picture.canvas.setFocus()
        else:
            self.answers.take_focus()

    @Slot(str)
    def _say(self, words: str) -> None:
        listens = self._quiz.setup.wish.aloud or QAccessible.isActive()
        if words and listens and self.isVisible():
            self.said.emit(words)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
