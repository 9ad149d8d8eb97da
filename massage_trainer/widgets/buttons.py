"""The program's push buttons: flat, rounded, an icon before the words, the focus clearly seen."""

from enum import Enum, auto

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.icons import Icon, draw_icon
from massage_trainer.widgets.theme import Theme, theme_of

_FOCUS_MARGIN = 3


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
        self._kind = kind
        self._icon = icon
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

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
        margin = 2 * _FOCUS_MARGIN
        return QSize(words + icon + gap + 2 * padding + margin, em + 2 * round(em * 0.36) + margin)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Outside of dialogs Qt presses buttons with the space bar only.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half_pen = 0.75
        inset = _FOCUS_MARGIN + half_pen
        body = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        radius = min(body.height() / 2, self.fontMetrics().height() * 0.5)
        fill, edge, ink = self._colors(theme)
        painter.setBrush(fill)
        painter.setPen(QPen(edge, 2 * half_pen))
        painter.drawRoundedRect(body, radius, radius)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.ink, 2))
            ring = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(ring, radius + 2, radius + 2)
        self._paint_words(painter, ink)

    def _paint_words(self, painter: QPainter, ink: QColor) -> None:
        metrics = self.fontMetrics()
        icon = self._icon_px() if self._icon else 0
        words = metrics.horizontalAdvance(self.text()) if self.text() else 0
        gap = self._gap() if words and icon else 0
        left = (self.width() - icon - gap - words) / 2
        if self._icon:
            top = (self.height() - icon) / 2
            draw_icon(painter, self._icon, QRectF(left, top, icon, icon), ink)
        painter.setPen(ink)
        painter.setFont(self.font())
        area = QRectF(left + icon + gap, 0, words + 2, self.height())
        painter.drawText(
            area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text()
        )

    def _colors(self, theme: Theme) -> tuple[QColor, QColor, QColor]:
        """Fill, edge and ink for the present state."""
        none = QColor(Qt.GlobalColor.transparent)
        over = self.underMouse() and self.isEnabled()
        pressed = self.isDown() or self.isChecked()
        if not self.isEnabled():
            edge = none if self._kind is ButtonKind.QUIET else theme.line
            return none, edge, self.palette().buttonText().color()
        if self._kind is ButtonKind.PRIMARY:
            fill = theme.accent.darker(115) if pressed or over else theme.accent
            return fill, fill, theme.accent_ink
        edge = theme.outline if self._kind is ButtonKind.PLAIN else none
        if pressed or over:
            return theme.accent_soft, theme.accent if pressed else edge, theme.ink
        fill = theme.surface if self._kind is ButtonKind.PLAIN else none
        return fill, edge, theme.ink

    def _icon_px(self) -> int:
        return round(self.fontMetrics().height() * 0.78)

    def _gap(self) -> int:
        return round(self.fontMetrics().height() * 0.34)
