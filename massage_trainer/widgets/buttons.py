"""The program's push buttons: flat, rounded, an icon before the words, the focus clearly seen."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QPushButton, QWidget

from massage_trainer.widgets.drawing import (
    LEFT_MIDDLE,
    fill_rounded,
    frame_rounded,
)
from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.icons import Icon, draw_icon
from massage_trainer.widgets.theme import Theme, theme_of

FOCUS_MARGIN = 3
_FOCUS_WIDTH = 2.0
_EDGE_WIDTH = 1.5

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QKeyEvent, QPaintEvent


class ButtonKind(Enum):
    """How much a button asks to be pressed."""

    PRIMARY = auto()  # filled with the accent: the one thing to do here
    PLAIN = auto()  # outlined
    QUIET = auto()  # only its words, until the pointer is over it or it is on


class Button(QPushButton):
    """A push button in the program's look; everything else is Qt's."""

    def __init__(
        self, kind: ButtonKind, icon: Icon | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setAutoDefault(False)  # Enter in a field of a dialog is no press of a button
        self.set_kind(kind)

    def set_kind(self, kind: ButtonKind) -> None:
        """Ask more to be pressed, or less."""
        self._kind = kind
        first = kind is ButtonKind.PRIMARY
        role = QPalette.ColorRole
        self.setForegroundRole(role.HighlightedText if first else role.ButtonText)
        self.update()

    def set_icon(self, icon: Icon | None) -> None:
        """Show another icon."""
        if icon is not self._icon:
            self._icon = icon
            self.updateGeometry()
            self.update()

    def set_text_px(self, pixel_size: int) -> None:
        """Set the size of the words; icon and padding follow."""
        self.setFont(sized(self.font(), pixel_size))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        em = metrics.height()
        words = metrics.horizontalAdvance(self.text()) + 1 if self.text() else 0
        icon = self._icon_px() if self._icon else 0
        gap = self._gap() if words and icon else 0
        padding = round(em * 0.62) if words else round(em * 0.36)
        margin = 2 * FOCUS_MARGIN
        return QSize(words + icon + gap + 2 * padding + margin, em + 2 * round(em * 0.36) + margin)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from PySide6.QtCore import Qt

        # Outside of dialogs Qt presses buttons with the space bar only.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():  # a key held down is one press
                self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        body = self.rect().adjusted(FOCUS_MARGIN, FOCUS_MARGIN, -FOCUS_MARGIN, -FOCUS_MARGIN)
        radius = min(body.height() / 2, self.fontMetrics().height() * 0.5)
        fill, edge = self._colors(theme)
        if fill is not None:
            fill_rounded(painter, body, radius, fill)
        if edge is not None:
            frame_rounded(painter, body, radius, edge, _EDGE_WIDTH)
        if self.hasFocus():
            frame_rounded(painter, self.rect(), radius + FOCUS_MARGIN, theme.ink, _FOCUS_WIDTH)
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        """In the ink of the foreground role, which the painter has from the beginning."""
        icon = self._icon_px() if self._icon else 0
        words = self.fontMetrics().horizontalAdvance(self.text()) if self.text() else 0
        gap = self._gap() if words and icon else 0
        left = (self.width() - icon - gap - words) // 2
        if self._icon:
            top = (self.height() - icon) / 2
            ink = self.palette().color(self.foregroundRole())
            draw_icon(painter, self._icon, QRectF(left, top, icon, icon), ink)
        painter.setFont(self.font())
        room = QRect(left + icon + gap, 0, words + 2, self.height())
        painter.drawText(room, LEFT_MIDDLE, self.text())

    def _colors(self, theme: Theme) -> tuple[QColor | None, QColor | None]:
        """Fill and edge for the present state."""
        plain = self._kind is ButtonKind.PLAIN
        if not self.isEnabled():
            return None, theme.line if self._kind is not ButtonKind.QUIET else None
        over = self.underMouse()
        pressed = self.isDown() or self.isChecked()
        if self._kind is ButtonKind.PRIMARY:
            return theme.accent.darker(115) if pressed or over else theme.accent, None
        edge = theme.outline if plain else None
        if pressed or over:
            return theme.accent_soft, theme.accent if pressed else edge
        return theme.surface if plain else None, edge

    def _icon_px(self) -> int:
        return round(self.fontMetrics().height() * 0.78)

    def _gap(self) -> int:
        return round(self.fontMetrics().height() * 0.34)
