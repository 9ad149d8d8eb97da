"""What an instructor can do with a class: a button for each, and a line about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.classroom.sheets import Sheet
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from collections.abc import Iterable

    from massage_trainer.widgets.theme import Scale

_ICONS: Final = {
    Sheet.LESSON: Icon.TEACHER,
    Sheet.QUIZ: Icon.QUESTION,
    Sheet.EXAM: Icon.CHECK,
    Sheet.ROSTER: Icon.LIST,
    Sheet.PAPER: Icon.BOOK,
}
_WIDTH: Final = 120  # percent of the scale


class Offer(QWidget):
    """The first page of a class.

    Signals:
        chosen: Sheet; this one is wanted.
    """

    chosen = Signal(Sheet)

    def __init__(self, sheets: Iterable[Sheet], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("class-offered")
        self.buttons = {sheet: Button(ButtonKind.PLAIN, _ICONS[sheet], self) for sheet in sheets}
        self._lines = {sheet: TextBlock(2.2, "muted", parent=self) for sheet in self.buttons}
        self._title = TextBlock(3.4, weight=QFont.Weight.DemiBold, parent=self)
        self._body = QWidget(self)
        self._grid = QGridLayout(self._body)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._title, 0, 0, 1, 2)
        for row, (sheet, button) in enumerate(self.buttons.items(), 1):
            button.setObjectName(f"class-{sheet.value}")
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda *_, sheet=sheet: self.chosen.emit(sheet))
            self._grid.addWidget(button, row, 0)
            self._grid.addWidget(self._lines[sheet], row, 1, Qt.AlignmentFlag.AlignVCenter)
        whole = QHBoxLayout(self)
        whole.addStretch(1)
        whole.addWidget(self._body, 0, Qt.AlignmentFlag.AlignVCenter)
        whole.addStretch(1)
        self.retranslate()

    def set_scale(self, scale: Scale) -> None:
        """Follow the size of the window."""
        for button in self.buttons.values():
            button.set_text_px(scale.control_px)
        for line in (self._title, *self._lines.values()):
            line.set_scale(scale)
        self._grid.setHorizontalSpacing(4 * scale.unit)
        self._grid.setVerticalSpacing(2 * scale.unit)
        self._grid.setRowMinimumHeight(0, scale.px(8))
        self._body.setFixedWidth(scale.px(_WIDTH))

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._title.show_text(self.tr("With your class"))
        words = {
            Sheet.LESSON: (
                self.tr("Teach a lesson"),
                self.tr("Lead all pairs: the picture on the wall, notes and times here."),
            ),
            Sheet.QUIZ: (
                self.tr("Ask the class"),
                self.tr("Ask in large, count what the class points at, show the answer."),
            ),
            Sheet.EXAM: (
                self.tr("Practical exam"),
                self.tr("One student after the other, with a fair paper and a sheet of marks."),
            ),
            Sheet.ROSTER: (
                self.tr("Class lists"),
                self.tr("Numbers, names and results; they stay on this computer."),
            ),
            Sheet.PAPER: (
                self.tr("Handouts and point sheets"),
                self.tr("A lesson or a sheet of points, printed or as PDF."),
            ),
        }
        for sheet, button in self.buttons.items():
            name, line = words[sheet]
            button.setText(name)
            self._lines[sheet].show_text(line)
            button.setAccessibleDescription(line)
