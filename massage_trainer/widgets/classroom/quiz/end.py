"""The end of a round on the instructor's side: how the class did at each question."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from massage_trainer.domain.classroom.slides import ResultSlide
from massage_trainer.widgets.audience.question_words import (
    line_confused_text,
    share_text,
    total_text,
)
from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.classroom.quiz.seen import SeenLine
from massage_trainer.widgets.classroom.sheet_head import SheetHead, sheet_edge
from massage_trainer.widgets.detail_row import DetailLine, DetailRow, Tone
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.text_block import TextBlock
from massage_trainer.widgets.text_scroll import TextScroll
from massage_trainer.widgets.theme import Scale

if TYPE_CHECKING:
    from massage_trainer.domain.classroom.slides import ResultLine
    from massage_trainer.viewmodels.class_quiz import ClassQuizViewModel

_WELL = 0.8  # of the class: known
_HALF = 0.5


class EndPane(QWidget):
    """Shows what the class sees of the round, every question of it."""

    def __init__(
        self, quiz: ClassQuizViewModel, language: Callable[[], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._quiz = quiz
        self._language = language
        self._scale = Scale(720)
        self.seen = SeenLine(quiz, self)
        self.head = SheetHead(self)
        self._line = TextBlock(2.6, parent=self)
        self._rows: list[DetailRow] = []
        self._scroll = TextScroll(self)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.other = Button(ButtonKind.PRIMARY, Icon.NEXT, self)
        self.other.setObjectName("other-class-round")
        self._column = QVBoxLayout(self)
        for widget in (self.head, self.seen, self._line):
            self._column.addWidget(widget)
        self._column.addWidget(self._scroll, 1)
        self._scroll.column.addStretch(1)
        under = QHBoxLayout()
        under.addStretch(1)
        under.addWidget(self.other)
        self._column.addLayout(under)
        self.other.clicked.connect(quiz.to_setup)

    @property
    def lines(self) -> list[str]:
        """What the rows say."""
        return [row.line.text for row in self._rows if not row.isHidden()]

    @Slot()
    def show_summary(self) -> None:
        """Show how the round went."""
        self.retranslate()
        self._scroll.to_top()
        self.other.setFocus()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.seen.retranslate()
        self.head.name(self.tr("How it went"))
        self.other.setText(self.tr("Another round"))
        slide = self._quiz.slide
        if not isinstance(slide, ResultSlide):
            return
        told = total_text(slide.right, slide.answered) or self.tr("Nobody was counted.")
        self._line.show_text(told)
        self.setAccessibleName(f"{self.head.title.text()}. {told}")
        self._scroll.setAccessibleName(self.tr("Every question of the round"))
        while len(self._rows) < len(slide.lines):
            row = DetailRow(2.2, self)
            row.set_scale(self._scale)
            self._scroll.column.insertWidget(len(self._rows), row)
            self._rows.append(row)
        for number, row in enumerate(self._rows):
            row.setVisible(number < len(slide.lines))
            if number < len(slide.lines):
                row.show_line(self._result_line(slide.lines[number]))

    def set_scale(self, scale: Scale) -> None:
        """Follow the size of the window."""
        self._scale = scale
        for words in (self.head, self._line):
            words.set_scale(scale)
        for row in self._rows:
            row.set_scale(scale)
        self.seen.set_scale(scale)
        self.other.set_text_px(scale.control_px)
        self._scroll.set_scale(scale)
        edge, gap = sheet_edge(scale), scale.px(1)
        self._column.setContentsMargins(edge, scale.unit, edge, gap)
        self._column.setSpacing(gap)
        self._scroll.column.setSpacing(gap)

    def _result_line(self, line: ResultLine) -> DetailLine:
        language = self._language()
        share = line.right / line.answered if line.answered else 0.0
        if not line.answered:
            icon, tone = None, Tone.PAPER
        elif share >= _WELL:
            icon, tone = Icon.CHECK, Tone.SOFT
        elif share >= _HALF:
            icon, tone = Icon.NEAR, Tone.CAUTION
        else:
            icon, tone = Icon.CLOSE, Tone.DANGER
        parts = [
            line.name.in_language(language),
            share_text(line.right, line.answered) or self.tr("not counted"),
            line_confused_text(line, language),
        ]
        return DetailLine(icon, "", " · ".join(part for part in parts if part), tone=tone)
