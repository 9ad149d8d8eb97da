"""The gates of safety: first, loud, and each with a button that ends the attempt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_trainer.widgets.classroom.exam.mark_row import Loudness, MarkRow, RowList
from massage_trainer.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from collections.abc import Callable

    from massage_trainer.viewmodels.exam import ExamViewModel
    from massage_trainer.widgets.theme import Scale

_LOOKS: Final = (Loudness.PLAIN, Loudness.LOUD)
_CHOSEN: Final = {None: -1, True: 0, False: 1}


class GatesTab(QWidget):
    """What must hold; the second button of a line stops the exam."""

    def __init__(
        self, exam: ExamViewModel, language: Callable[[], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._exam = exam
        self._language = language
        self._title = TextBlock(2.8, "danger_ink", QFont.Weight.DemiBold, self)
        self.list = RowList(self)
        for item in exam.book.reading.rubric.gates:
            row = MarkRow(item.id, _LOOKS, self)
            row.chosen.connect(self._choose)
            self.list.add_row(row)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._title)
        self._column.addWidget(self.list, 1)

    def take_focus(self) -> None:
        """To the first gate of which nothing was said."""
        attempt = self._exam.attempt
        rows = list(self.list.rows.values())
        unsaid = (row for row in rows if attempt and attempt.gate(row.key) is None)
        row = next(unsaid, rows[0] if rows else None)
        if row is not None:
            row.setFocus()
            self.list.ensureWidgetVisible(row)

    def show_marks(self) -> None:
        attempt = self._exam.attempt
        self._title.show_text(self.tr("Safety first: what fails here ends the attempt."))
        if attempt is None:
            return
        choices = (self.tr("Held"), self.tr("Failed"))
        for item in self._exam.rubric.gates:
            row = self.list.rows.get(item.id)
            if row is not None and item.gate is not None:
                text = item.gate.in_language(self._language())
                row.show_line(text, choices, _CHOSEN[attempt.gate(item.id)])
                row.set_open(on=attempt.state.is_open)
        self.list.align()

    def set_scale(self, scale: Scale) -> None:
        self._title.set_scale(scale)
        self.list.set_scale(scale)
        self._column.setContentsMargins(0, scale.px(0.8), 0, 0)
        self._column.setSpacing(scale.px(0.6))

    @Slot(str, int)
    def _choose(self, item: str, choice: int) -> None:
        self._exam.mark_gate(item, held=None if choice < 0 else choice == 0)
        self.show_marks()
