"""A question of the class on the instructor's side: counted, told, asked again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from massage_trainer.domain.classroom.class_form import is_called_out
from massage_trainer.domain.classroom.class_slides import right_text
from massage_trainer.domain.classroom.slides import QuestionSlide
from massage_trainer.domain.plate import ClientBody
from massage_trainer.widgets.audience.question_marks import class_board, counting_drawing
from massage_trainer.widgets.audience.question_words import (
    confused_text,
    progress_text,
    prompt_text,
    share_text,
)
from massage_trainer.widgets.classroom.quiz.bar import RoomBar
from massage_trainer.widgets.classroom.quiz.counts import CountList
from massage_trainer.widgets.classroom.quiz.seen import SeenLine
from massage_trainer.widgets.classroom.sheet_head import sheet_edge
from massage_trainer.widgets.tab_order import lead_tab
from massage_trainer.widgets.text_block import TextBlock
from massage_trainer.widgets.text_scroll import TextScroll

if TYPE_CHECKING:
    from massage_trainer.domain.catalog import Catalog
    from massage_trainer.domain.quiz.question import Question
    from massage_trainer.domain.rotation import Vector
    from massage_trainer.domain.still_places import Fraction
    from massage_trainer.viewmodels.class_quiz import ClassQuizViewModel
    from massage_trainer.widgets.classroom.quiz.picture import CountingPicture
    from massage_trainer.widgets.theme import Scale

LEAST_READ_MS: Final = 250
_PICTURE_SHARE: Final = 58  # of the width, in percent
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class QuestionPane(QWidget):
    """Shows the question that is on; the answer stands here only when it is told, or asked for."""

    def __init__(
        self,
        quiz: ClassQuizViewModel,
        picture: CountingPicture,
        language: Callable[[], str],
        make_preview: Callable[[], QWidget],
        parent: QWidget | None = None,
    ) -> None:
        """``make_preview`` is asked for what the class sees where there is no picture to touch."""
        super().__init__(parent)
        self._quiz = quiz
        self.picture = picture
        self._make_preview = make_preview
        self.preview: QWidget | None = None
        self._language = language
        self._aim: Fraction | None = None
        self.seen = SeenLine(quiz, self)
        self._progress = TextBlock(2.0, "muted", parent=self)
        self._prompt = TextBlock(2.8, weight=QFont.Weight.DemiBold, parent=self)
        self._hint = TextBlock(2.0, "muted", parent=self)
        self.counts = CountList(self)
        self._count = TextBlock(2.4, weight=QFont.Weight.DemiBold, parent=self)
        self._count.setObjectName("counted")
        self._told = TextBlock(2.2, parent=self)
        self._told.setObjectName("told")
        self._problem = TextBlock(2.0, "danger_ink", parent=self)
        self._scroll = TextScroll(self)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.bar = RoomBar(self)
        self._lay_out()
        self._connect()

    @property
    def told_text(self) -> str:
        """What is said of the answer, for the instructor."""
        return self._told.text()

    @property
    def count_text(self) -> str:
        return self._count.text()

    @Slot()
    def show_question(self) -> None:
        """Another question, or the same once more."""
        self._aim = None
        self.bar.answer.setChecked(False)
        slide = self._quiz.slide
        if not isinstance(slide, QuestionSlide):
            return
        self._show_left(slide)
        if slide.shot is not None:
            client = slide.client or ClientBody.MAN
            self.picture.show_shot(slide.shot, client, self._quiz.classroom.coming)
        self.picture.set_counting(on=slide.pointing and slide.reveal is None)
        self.retranslate()
        self._scroll.to_top()
        shown = (self.picture, self.preview) if self.preview else (self.picture,)
        lead_tab(*shown, self.counts, self.bar)
        self.take_focus()

    def _show_left(self, slide: QuestionSlide) -> None:
        """The picture, else what the class sees."""
        self.picture.setVisible(slide.shot is not None)
        if slide.shot is None and self.preview is None:
            self.preview = self._make_preview()
            self._row.insertWidget(0, self.preview, _PICTURE_SHARE)
        if self.preview is not None:
            self.preview.setVisible(slide.shot is None)

    @Slot()
    def show_votes(self) -> None:
        """The class has shown something else."""
        self.counts.show_counts(self._quiz.votes.counts)
        self._show_state()
        self._draw()

    @Slot()
    def show_told(self) -> None:
        """The answer is told."""
        self.picture.set_counting(on=False)
        self._follow_board()
        self.retranslate()
        self.take_focus()

    def take_focus(self) -> None:
        """The keyboard goes to where the question is answered, or to what leads on."""
        if self._quiz.is_told:
            self.bar.onward.setFocus()
        elif self._quiz.round.points:
            self.picture.setFocus()
        elif self.counts.rows:
            self.counts.rows[0].letter.setFocus()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.bar.retranslate()
        self.seen.retranslate()
        self.picture.setAccessibleName(self.tr("Picture: each click counts one answer"))
        slide, question = self._quiz.slide, self._quiz.question
        if question is None or not isinstance(slide, QuestionSlide):
            return
        language = self._language()
        self._progress.show_text(progress_text(slide))
        self._prompt.show_text(prompt_text(slide, language))
        self._hint.show_text(self._how(question))
        self._hint.setVisible(bool(self._hint.text()))
        self.counts.setVisible(bool(self._quiz.votes.counts))
        self._show_answers(question, language)
        self._problem.show_text(self._fault())
        self._problem.setVisible(bool(self._problem.text()))
        self.show_votes()

    def set_scale(self, scale: Scale) -> None:
        """Follow the size of the window."""
        for words in (
            self._progress,
            self._prompt,
            self._hint,
            self._count,
            self._told,
            self._problem,
        ):
            words.set_scale(scale)
        for part in (self.seen, self.counts, self.bar, self.picture, self._scroll):
            part.set_scale(scale)
        edge, unit = sheet_edge(scale), scale.unit
        self._row.setContentsMargins(edge, unit, edge, unit)
        self._row.setSpacing(2 * unit)
        self._scroll.column.setSpacing(scale.px(0.9))
        self._column.setSpacing(scale.px(0.8))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.obey(event):
            super().keyPressEvent(event)

    def obey(self, event: QKeyEvent) -> bool:
        """Do what a key does on this pane alone; False if it does nothing."""
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers or self._quiz.question is None or event.isAutoRepeat():
            return False
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self._quiz.add_hand(key - Qt.Key.Key_1)
            return True
        slot = self._slot(key)
        if slot is not None:
            slot()
        return slot is not None

    def _slot(self, key: int) -> Callable[[], None] | None:
        if key in _ENTER:
            return self.lead_on
        return {
            Qt.Key.Key_Backspace: self._take_back,
            Qt.Key.Key_G: self._quiz.go_on,
            Qt.Key.Key_Y: self.bar.answer.toggle,
        }.get(Qt.Key(key))

    def _lay_out(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.picture, _PICTURE_SHARE)
        self._column = QVBoxLayout()
        self._row.addLayout(self._column, 100 - _PICTURE_SHARE)
        self._column.addWidget(self.seen)
        self._column.addWidget(self._scroll, 1)
        for widget in (
            self._progress,
            self._prompt,
            self._hint,
            self._problem,
            self.counts,
            self._count,
            self._told,
        ):
            self._scroll.column.addWidget(widget)
        self._scroll.column.addStretch(1)
        self._column.addWidget(self.bar)

    def _connect(self) -> None:
        quiz, bar, picture = self._quiz, self.bar, self.picture
        quiz.asked.connect(self.show_question)
        quiz.votes_changed.connect(self.show_votes)
        quiz.told.connect(self.show_told)
        quiz.classroom.prepared_changed.connect(self._follow_board)
        picture.counted.connect(self._click)
        picture.aimed.connect(self._show_aim)
        self.counts.hand_added.connect(quiz.add_hand)
        self.counts.count_set.connect(quiz.count)
        for button, slot in (
            (bar.tell, self.lead_on),
            (bar.onward, self.lead_on),
            (bar.again, quiz.ask_again),
            (bar.undo, self._take_back),
            (bar.skip, quiz.go_on),
            (bar.stop, quiz.stop),
        ):
            button.clicked.connect(slot)
        bar.answer.toggled.connect(self._show_state)

    @Slot()
    def _take_back(self) -> None:
        """The last vote; after the answer, the answer: what was counted wrong is put right."""
        (self._quiz.correct if self._quiz.is_told else self._quiz.undo)()

    @Slot()
    def lead_back(self) -> None:
        """Back from the answer to its question; never by mistake while hands are counted."""
        if self._quiz.is_told:
            self._quiz.ask_again()

    @Slot()
    def lead_on(self) -> None:
        """A key that bounces has told, and does not pass over what nobody has read."""
        if self._quiz.unchanged_ms < LEAST_READ_MS:
            return
        (self._quiz.go_on if self._quiz.is_told else self._quiz.tell)()

    @Slot(tuple, object)
    def _click(self, at: Fraction, place: Vector | None) -> None:
        if self._quiz.round.points:
            self._quiz.click(at, place)

    @Slot(tuple)
    def _show_aim(self, at: Fraction) -> None:
        self._aim = at
        self._draw()

    @Slot()
    def _follow_board(self) -> None:
        """Zoom, pen and whatever else lies over the picture is the same as the class's."""
        prepared = self._quiz.classroom.prepared
        if prepared.slide == self._quiz.slide and isinstance(prepared.slide, QuestionSlide):
            self.picture.show_board(class_board(prepared.board, prepared.slide))

    def _draw(self) -> None:
        slide = self._quiz.slide
        if isinstance(slide, QuestionSlide) and slide.shot is not None:
            clicks = [click.at for click in self._quiz.votes.clicks]
            self.picture.draw(counting_drawing(slide, clicks, self._aim, self._language()))

    def _show_answers(self, question: Question, language: str) -> None:
        if is_called_out(question):
            words = [self.tr("Right"), self.tr("Not right")]
        else:
            words = [option.text.in_language(language) for option in question.options]
        lettered = not is_called_out(question)
        self.counts.show_answers(words, lettered=lettered, brief=question.shot is None)
        slide = self._quiz.slide
        if isinstance(slide, QuestionSlide) and slide.reveal is not None:
            self.counts.show_told(slide.reveal.right_options)

    @Slot()
    def _show_state(self) -> None:
        quiz = self._quiz
        told, votes = quiz.is_told, quiz.votes
        self.bar.show_state(
            told=told,
            voted=votes.total > 0,
            undoable=quiz.round.can_undo,
            last=quiz.round.is_last,
        )
        self._count.show_text(
            self.tr("Counted: %n answer(s)", "", votes.total) if quiz.question else ""
        )
        self._told.show_text("\n".join(line for line in self._told_lines() if line))
        self._told.setVisible(bool(self._told.text()))

    def _told_lines(self) -> list[str]:
        """What is known of the answer, and what the class said before it was asked again."""
        quiz, slide, language = self._quiz, self._quiz.slide, self._language()
        lines = [
            self.tr("Asked before: {share}").format(share=share_text(each.right, each.answered))
            for each in quiz.earlier
            if each.answered and (each.told or quiz.is_told)
        ]
        if not isinstance(slide, QuestionSlide) or quiz.question is None:
            return lines
        if slide.reveal is not None:
            reveal = slide.reveal
            right = self.tr("Right is: {answer}").format(answer=reveal.right.in_language(language))
            share = share_text(reveal.answered_right, reveal.answered)
            why = reveal.why.in_language(language) if reveal.why else ""
            return [right, share, confused_text(slide, reveal, language), *lines, why]
        if self.bar.answer.isChecked():
            answer = right_text(quiz.question, self._catalog).in_language(language)
            lines.append(self.tr("For you alone: {answer}").format(answer=answer))
        return lines

    @property
    def _catalog(self) -> Catalog:
        return self._quiz.setup.source.catalog

    def _how(self, question: Question) -> str:
        if self._quiz.is_told:
            return ""
        if self._quiz.round.points:
            return self.tr(
                "Click wherever somebody points, once for each. With the keyboard: arrow keys "
                "(0.1 cun; with Shift 1 cun), then the space bar."
            )
        if is_called_out(question):
            return self.tr("Count who was right and who was not, with the keys 1 and 2.")
        return self.tr("Each touch of a letter counts one hand; so do the keys from 1 on.")

    def _fault(self) -> str:
        """Why nothing can be counted in the picture, or is not kept."""
        if self._quiz.round.points and self.picture.problem:
            return self.picture.problem
        if not self._quiz.kept:
            return self.tr("This round cannot be kept on this computer.")
        return ""
