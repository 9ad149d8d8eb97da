"""The end of an attempt: loud where a gate failed, else what it came to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from massage_trainer.domain.exam.attempt import AttemptState
from massage_trainer.domain.exam.results import unjudged
from massage_trainer.domain.exam.sheet import Find
from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.classroom.exam.exam_words import (
    find_text,
    mark_text,
    outcome_text,
    percent_text,
)
from massage_trainer.widgets.classroom.exam.mark_row import LEAST_TARGET
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.panel import Panel, PanelKind
from massage_trainer.widgets.text_block import TextBlock
from massage_trainer.widgets.text_scroll import TextScroll
from massage_trainer.widgets.verdict_words import cun_text, place_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from massage_trainer.domain.exam.sheet import StudentResult
    from massage_trainer.viewmodels.exam import ExamViewModel
    from massage_trainer.widgets.theme import Scale


class EndPanel(QWidget):
    """Stays until the next candidate is called, so that a slip can still be taken back.

    Signals:
        remark_clicked: write down why.
    """

    remark_clicked = Signal()

    def __init__(
        self, exam: ExamViewModel, language: Callable[[], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._exam = exam
        self._language = language
        self._panel = Panel(PanelKind.CARD, self)
        self._title = TextBlock(5.0, weight=QFont.Weight.DemiBold, parent=self._panel)
        self._why = TextBlock(3.0, parent=self._panel)
        self._missing = TextBlock(2.5, "caution_ink", QFont.Weight.DemiBold, self)
        self._lines = TextBlock(2.5, parent=self)
        self._scroll = TextScroll(self)
        self._scroll.column.addWidget(self._missing)
        self._scroll.column.addWidget(self._lines)
        self._scroll.column.addStretch(1)
        self.undo = Button(ButtonKind.PLAIN, Icon.UNDO, self)
        self.remark = Button(ButtonKind.PLAIN, None, self)
        self.next = Button(ButtonKind.PRIMARY, Icon.NEXT, self)
        self._sheet = QVBoxLayout(self._panel)
        self._sheet.addWidget(self._title)
        self._sheet.addWidget(self._why)
        self._row = QHBoxLayout()
        for button in (self.undo, self.remark, self.next):
            self._row.addWidget(button, 1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._panel)
        self._column.addWidget(self._scroll, 1)
        self._column.addLayout(self._row)
        self._column.addStretch(0)
        self.undo.clicked.connect(self._take_back)
        self.remark.clicked.connect(self.remark_clicked)
        self.next.clicked.connect(exam.to_candidates)

    @property
    def words(self) -> str:
        """All that is said, for those who do not see it."""
        return "\n".join(
            (self._title.text(), self._why.text(), self._missing_text(), self._lines.text())
        )

    def take_focus(self) -> None:
        """Not to the button that leads on: a key that was meant for a mark must not press it."""
        target = self.remark if self._scroll.isHidden() else self._scroll
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_marks(self) -> None:
        attempt, candidate = self._exam.attempt, self._exam.candidate
        if attempt is None or candidate is None or candidate.result is None:
            return
        failed = attempt.state is AttemptState.GATE_FAILED
        self._panel.set_kind(PanelKind.DANGER if failed else PanelKind.CARD)
        for words in (self._title, self._why):
            words.set_ink("danger_ink" if failed else "ink")
        if failed:
            self._title.show_text(self.tr("Stop. A safety gate failed."))
            gates = (
                gate.text.in_language(self._language()) for gate in candidate.result.failed_gates
            )
            self._why.show_text(" ".join(gates))
        else:
            self._title.show_text(outcome_text(candidate.result))
            self._why.show_text(self._score_text(candidate.result))
        self._why.setVisible(bool(self._why.text()))
        missing = self._missing_text()
        self._missing.show_text(missing)
        self._missing.setVisible(bool(missing))
        lines = "\n".join(self._result_lines(candidate.result))
        self._lines.show_text(lines)
        self._scroll.setVisible(bool(lines or missing))
        self.undo.setText(self.tr("It was a slip") if failed else self.tr("Mark further"))
        self.remark.setText(self.tr("Write a remark"))
        self.remark.setVisible(failed)
        self.next.setText(self.tr("To the list"))
        self._scroll.setAccessibleName(self.words)

    def set_scale(self, scale: Scale) -> None:
        for words in (self._title, self._why, self._missing, self._lines):
            words.set_scale(scale)
        self._scroll.set_scale(scale)
        for button in (self.undo, self.remark, self.next):
            button.set_text_px(scale.text(2.6))
            button.setMinimumHeight(max(LEAST_TARGET, scale.px(6.4)))
        gap = scale.px(1.2)
        self._panel.set_radius(scale.radius)
        self._sheet.setContentsMargins(2 * gap, gap, 2 * gap, gap)
        self._column.setSpacing(gap)
        self._column.setContentsMargins(0, gap, 0, 0)
        self._row.setSpacing(gap)
        self._scroll.column.setContentsMargins(2 * gap, gap, gap, gap)

    def _take_back(self) -> None:
        attempt = self._exam.attempt
        if attempt is None:
            return
        if attempt.state is AttemptState.GATE_FAILED:
            self._exam.take_back_gate()
        else:
            self._exam.reopen()

    def _score_text(self, result: StudentResult) -> str:
        if result.percent is None:
            return ""
        return self.tr("{percent} · {mark}").format(
            percent=percent_text(result.percent), mark=mark_text(result.percent)
        )

    def _missing_text(self) -> str:
        """What was not judged: it may have been forgotten."""
        attempt = self._exam.attempt
        if attempt is None or attempt.state is not AttemptState.DONE:
            return ""
        gates, points, lines = unjudged(attempt, self._exam.rubric)
        parts = (
            self.tr("%n gates", "", gates) if gates else "",
            self.tr("%n points", "", points) if points else "",
            self.tr("%n lines", "", lines) if lines else "",
        )
        what = ", ".join(part for part in parts if part)
        return self.tr("Not judged: {what}. This does not count.").format(what=what) if what else ""

    def _result_lines(self, result: StudentResult) -> Iterator[str]:
        language = self._language()
        for area in result.areas:
            if area.percent is not None:
                yield self.tr("{area} ({weight} %): {percent}").format(
                    area=area.title.in_language(language),
                    weight=area.weight,
                    percent=percent_text(area.percent),
                )
        catalog = self._exam.book.source.catalog
        if result.areas and any(task.find is not None for task in result.tasks):
            yield ""  # the points are part of one of the areas above
        for task in result.tasks:
            if task.find is not None:
                far = "" if task.cun is None or task.find is Find.FOUND else cun_text(task.cun)
                name = place_text(task.subject, catalog, language)
                yield " · ".join(part for part in (name, find_text(task.find), far) if part)
