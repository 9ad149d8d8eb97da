"""A list with bullets and hanging indents, without the cost of rich text."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from massage_trainer.widgets.theme import theme_of

_FLAGS = int(Qt.TextFlag.TextWordWrap.value) | int(Qt.AlignmentFlag.AlignLeft.value)


class BulletList(QWidget):
    """Lines of text, each with a bullet; wraps as the width asks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.items: tuple[str, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_items(self, items: tuple[str, ...]) -> None:
        """Show these lines."""
        if items != self.items:
            self.items = items
            self.setAccessibleName("; ".join(items))
            self.updateGeometry()
            self.update()

    def heightForWidth(self, width: int) -> int:
        rows = list(self._rows(width))
        return rows[-1][1].bottom() + 1 if rows else 0

    def sizeHint(self) -> QSize:
        width = 24 * self.fontMetrics().averageCharWidth()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        words = [word for item in self.items for word in item.split()]
        widest = max((self.fontMetrics().horizontalAdvance(word) for word in words), default=0)
        return QSize(self._indent() + widest + 1, self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        metrics = self.fontMetrics()
        dot = metrics.height() * 0.1
        for text, place in self._rows(self.width()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.accent)
            middle = place.top() + metrics.ascent() - metrics.xHeight() / 2
            painter.drawEllipse(QPointF(dot + 1, middle), dot, dot)
            painter.setPen(self.palette().color(self.foregroundRole()))
            painter.drawText(place, _FLAGS, text)

    def _rows(self, width: int) -> Iterator[tuple[str, QRect]]:
        """Every line with its place."""
        metrics = self.fontMetrics()
        indent, gap, top = self._indent(), metrics.height() // 6, 0
        room = max(1, width - indent)
        for item in self.items:
            height = metrics.boundingRect(QRect(0, 0, room, 0), _FLAGS, item).height()
            yield item, QRect(indent, top, room, height)
            top += height + gap

    def _indent(self) -> int:
        return round(self.fontMetrics().height() * 0.62)
