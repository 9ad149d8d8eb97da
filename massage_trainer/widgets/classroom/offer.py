"""What an instructor can do with a class: a button for each, and a line about it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from massage_trainer.widgets.classroom.offer_card import OfferCard
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
_IN_CLASS: Final = (Sheet.LESSON, Sheet.QUIZ, Sheet.EXAM)
_WIDTH: Final = 132  # percent of the scale


class Offer(QWidget):
    """The first page of a class: what is done with it, then what is made ready for it.

    Signals:
        chosen: Sheet; this one is wanted.
    """

    chosen = Signal(Sheet)

    def __init__(self, sheets: Iterable[Sheet], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("class-offered")
        self.buttons = {sheet: OfferCard(_ICONS[sheet], self) for sheet in sheets}
        self._title = TextBlock(3.4, weight=QFont.Weight.DemiBold, parent=self)
        self._beside = TextBlock(2.2, "muted", parent=self)
        self._body = QWidget(self)
        self._rows = QVBoxLayout(self._body)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._lines = QHBoxLayout(), QHBoxLayout()
        for sheet, button in self.buttons.items():
            button.setObjectName(f"class-{sheet.value}")
            button.clicked.connect(partial(self.chosen.emit, sheet))
            self._lines[sheet not in _IN_CLASS].addWidget(button, 1)
        for heading, line in zip((self._title, self._beside), self._lines, strict=True):
            self._rows.addWidget(heading)
            self._rows.addLayout(line)
        whole = QHBoxLayout(self)
        whole.addStretch(1)
        whole.addWidget(self._body, 0, Qt.AlignmentFlag.AlignVCenter)
        whole.addStretch(1)
        self.retranslate()

    def set_scale(self, scale: Scale) -> None:
        """Follow the size of the window."""
        for heading in (self._title, self._beside):
            heading.set_scale(scale)
        for card in self.buttons.values():
            card.set_scale(scale)
        for line in self._lines:
            line.setSpacing(scale.px(2))
        self._rows.setSpacing(scale.px(2))
        self._body.setFixedWidth(scale.px(_WIDTH))

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._title.show_text(self.tr("With your class"))
        self._beside.show_text(self.tr("Before and after the class"))
        words = {
            Sheet.LESSON: (
                self.tr("Teach a lesson"),
                self.tr("Lead all pairs: the picture on the wall, notes and times here."),
            ),
            Sheet.QUIZ: (
                self.tr("Ask the class"),
                self.tr(
                    "Show a large question, count where the class points, then show the answer."
                ),
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
        for sheet, card in self.buttons.items():
            card.show_offer(*words[sheet])
