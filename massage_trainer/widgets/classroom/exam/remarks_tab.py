"""Remarks: what is said often in one tap, everything else in words of one's own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from massage_trainer.widgets.audience.task_face import clock_text
from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.classroom.exam.mark_row import LEAST_TARGET
from massage_trainer.widgets.classroom.wrapping_row import WrappingRow
from massage_trainer.widgets.fields import TextField
from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.tab_order import lead_tab
from massage_trainer.widgets.text_block import TextBlock
from massage_trainer.widgets.text_scroll import TextScroll

if TYPE_CHECKING:
    from massage_trainer.viewmodels.exam import ExamViewModel
    from massage_trainer.widgets.theme import Scale

_LONGEST = 500
_QUICK = 5


class RemarksTab(QWidget):
    """What was noted, the last one first."""

    def __init__(self, exam: ExamViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._exam = exam
        self.field = TextField(self)
        self.field.setMaxLength(_LONGEST)
        self.add = Button(ButtonKind.PRIMARY, None, self)
        self.quick = [Button(ButtonKind.PLAIN, None, self) for _ in range(_QUICK)]
        self._quick_row = WrappingRow(self, divided=False)
        for number, button in enumerate(self.quick):
            button.clicked.connect(partial(self._write_quick, number))
            self._quick_row.add_group(button)
        self._notes = TextBlock(2.5, parent=self)
        self._scroll = TextScroll(self)
        self._scroll.column.addWidget(self._notes)
        self._scroll.column.addStretch(1)
        self._row = QHBoxLayout()
        self._row.addWidget(self.field, 1)
        self._row.addWidget(self.add)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._quick_row)
        self._column.addLayout(self._row)
        self._column.addWidget(self._scroll, 1)
        lead_tab(*self.quick, self.field, self.add)
        self.add.clicked.connect(self._write)
        self.field.returnPressed.connect(self._write)

    def take_focus(self) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_marks(self) -> None:
        attempt = self._exam.attempt
        self.field.setPlaceholderText(self.tr("A remark"))
        self.field.setAccessibleName(self.tr("A remark"))
        self._scroll.setAccessibleName(self.tr("Remarks"))
        self.add.setText(self.tr("Write down"))
        for button, words in zip(self.quick, self._phrases(), strict=True):
            button.setText(words)
        self._quick_row.arrange()
        if attempt is None:
            return
        lines = [
            self.tr("{time}  {remark}").format(time=clock_text(mark.at_ms), remark=mark.value)
            for mark in reversed(attempt.remarks)
        ]
        self._notes.show_text("\n".join(lines) or self.tr("Nothing was noted yet."))
        self._notes.set_ink("ink" if lines else "muted")

    def set_scale(self, scale: Scale) -> None:
        self.field.setFont(sized(self.field.font(), scale.text(2.5)))
        self.field.setMinimumHeight(max(LEAST_TARGET, scale.px(5.6)))
        self.add.set_text_px(scale.text(2.5))
        for button in self.quick:
            button.set_text_px(scale.text(2.4))
            button.setMinimumHeight(max(LEAST_TARGET, scale.px(5.0)))
        self._notes.set_scale(scale)
        self._scroll.set_scale(scale)
        gap = scale.px(1)
        self._column.setContentsMargins(0, gap, 0, 0)
        self._column.setSpacing(gap)
        self._row.setSpacing(gap)
        self._quick_row.set_gap(gap)

    def _phrases(self) -> tuple[str, ...]:
        return (
            self.tr("Needed one hint"),
            self.tr("Hesitated"),
            self.tr("Too much force"),
            self.tr("Too quick"),
            self.tr("Did not ask the client"),
        )

    @Slot()
    def _write(self) -> None:
        self._exam.write(self.field.text())
        self.field.clear()
        self.show_marks()

    def _write_quick(self, number: int) -> None:
        self._exam.write(self._phrases()[number])
        self.show_marks()
