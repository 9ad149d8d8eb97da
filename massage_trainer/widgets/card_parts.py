"""The parts of a lesson's card that are widgets of their own: its button and its captions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QWidget

from massage_trainer.widgets.buttons import Button
from massage_trainer.widgets.drawing import LEFT_WRAPPED

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QFont, QKeyEvent, QPaintEvent

    from massage_trainer.widgets.card_plan import CardFonts, CardPlan, CardWords

TO_THE_END: Final = 1_000


class CardButton(Button):
    """The one place of a card where the focus stands; arrows lead to the other cards.

    Signals:
        focus_changed: the focus came or went.
        left: int; another card is wanted, so many further down.
    """

    focus_changed = Signal()
    left = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from PySide6.QtCore import Qt

        # Taken here: on its way to the page the scroll area would have them.
        steps = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Home: -TO_THE_END,
            Qt.Key.Key_End: TO_THE_END,
        }.get(Qt.Key(event.key()))
        if steps is None:
            super().keyPressEvent(event)
        else:
            self.left.emit(steps)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.focus_changed.emit()
        return super().event(event)


class Captions(QWidget):
    """What a card says in the muted ink; a painter has the ink of its widget only."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._texts: tuple[tuple[QFont, QRect, str], ...] = ()
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.lower()

    def show_words(self, words: CardWords, fonts: CardFonts, plan: CardPlan) -> None:
        """Show the captions of a card where its plan has them."""
        self._texts = (
            (fonts.caption, plan.length, words.length),
            (fonts.title, plan.needs_title, words.needs_title),
            (fonts.caption, plan.left_off, words.left_off),
        )
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for font, place, text in self._texts:
            painter.setFont(font)
            painter.drawText(place, LEFT_WRAPPED, text)
