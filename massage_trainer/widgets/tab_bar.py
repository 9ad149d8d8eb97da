"""Tabs as words with a line under the one that is open."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTabBar, QWidget

from massage_trainer.widgets.theme import theme_of


class QuietTabBar(QTabBar):
    """The tabs of a dialog in the program's look; everything else is Qt's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def tabSizeHint(self, index: int) -> QSize:
        metrics = self.fontMetrics()
        em = metrics.height()
        return QSize(metrics.horizontalAdvance(self.tabText(index)) + round(1.6 * em), 2 * em)

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), theme.line)
        for index in range(self.count()):
            place = QRectF(self.tabRect(index))
            is_open = index == self.currentIndex()
            painter.setPen(theme.accent if is_open else theme.ink)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self.tabText(index))
            if is_open:
                line = QRectF(place.left(), self.height() - 3, place.width(), 3)
                painter.fillRect(line, theme.accent)
                if self.hasFocus():
                    painter.setPen(QPen(theme.ink, 2))
                    painter.drawRoundedRect(place.adjusted(3, 3, -3, -6), 5, 5)
