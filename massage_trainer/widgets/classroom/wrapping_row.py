"""Groups of buttons side by side, in as many rows as their width needs."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from massage_trainer.widgets.theme import theme_of


class WrappingRow(QWidget):
    """A group is never torn in two; between groups of one row stands a hairline."""

    def __init__(self, parent: QWidget | None = None, *, divided: bool = True) -> None:
        """``divided``: a line stands between groups of different things."""
        super().__init__(parent)
        self._divided = divided
        self._groups: list[QWidget] = []
        self._lines: list[QRect] = []
        self._gap = 8
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add_group(self, *widgets: QWidget) -> QWidget:
        """Keep these together."""
        group = QWidget(self)
        row = QHBoxLayout(group)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for widget in widgets:
            row.addWidget(widget)
        self._groups.append(group)
        return group

    def set_gap(self, gap: int) -> None:
        """The room between groups."""
        self._gap = gap
        self.arrange()

    @Slot()
    def arrange(self) -> None:
        """Something in the groups has another size."""
        self._place(self.width(), move=True)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(width, move=False)

    def sizeHint(self) -> QSize:
        width = max(1, self.width())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        widest = max((group.sizeHint().width() for group in self._shown()), default=1)
        return QSize(widest, self.heightForWidth(max(widest, self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for line in self._lines:
            painter.fillRect(line, theme_of(self).line)

    def _shown(self) -> list[QWidget]:
        return [group for group in self._groups if not group.isHidden()]

    def _place(self, width: int, *, move: bool) -> int:
        top = 0
        lines = []
        for row in self._rows(width):
            height = max(group.sizeHint().height() for group in row)
            left = 0
            for group in row:
                size = group.sizeHint()
                if left and self._divided:
                    lines.append(QRect(left - self._gap // 2 - 1, top + 4, 1, height - 8))
                if move:
                    middle = top + (height - size.height()) // 2
                    group.setGeometry(QRect(QPoint(left, middle), size))
                left += size.width() + self._gap
            top += height
        if move:
            self._lines = lines
            self.update()
        return top

    def _rows(self, width: int) -> list[list[QWidget]]:
        rows: list[list[QWidget]] = []
        left = 0
        for group in self._shown():
            wide = group.sizeHint().width()
            if not rows or left + wide > width:
                rows.append([])
                left = 0
            rows[-1].append(group)
            left += wide + self._gap
        return rows
