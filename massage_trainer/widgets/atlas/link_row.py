"""A label with a few names that can be pressed, in as many lines as they need."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QPoint, QRect, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.tab_order import lead_tab
from massage_trainer.widgets.text_block import TextBlock
from massage_trainer.widgets.theme import Scale


class LinkRow(QWidget):
    """Leads elsewhere.

    Signals:
        chosen: str; the id of the name that was pressed.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = Scale(720)
        self._label = TextBlock(1.9, "muted", parent=self)
        self._buttons: list[Button] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_links(self, label: str, links: Iterable[tuple[str, str]]) -> None:
        """Ids and names."""
        self._label.show_text(label)
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = []
        for link, name in links:
            button = Button(ButtonKind.PLAIN, None, self)
            button.setObjectName(f"link-{link}")
            button.setText(name)
            button.setAccessibleDescription(label)
            button.set_text_px(self._scale.text(2.0))
            button.clicked.connect(partial(self.chosen.emit, link))
            button.show()
            self._buttons.append(button)
        lead_tab(*self._buttons, at=self)
        self.setVisible(bool(self._buttons))
        self._arrange(self.width(), move=True)
        self.updateGeometry()

    def set_scale(self, scale: Scale) -> None:
        self._scale = scale
        self._label.set_scale(scale)
        for button in self._buttons:
            button.set_text_px(scale.text(2.0))
        self._arrange(self.width(), move=True)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(width, move=False)

    def sizeHint(self) -> QSize:
        width = max(self.width(), self._scale.px(12))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._scale.px(12), self._scale.px(4))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(self.width(), move=True)

    def _arrange(self, width: int, *, move: bool) -> int:
        """Beside each other while there is room; returns the height."""
        top = self._label.heightForWidth(max(1, width))
        if move:
            self._label.setGeometry(QRect(0, 0, width, top))
        left, line = 0, 0
        for button in self._buttons:
            size = button.sizeHint()
            size.setWidth(min(size.width(), max(1, width)))
            if left and left + size.width() > width:
                left, top, line = 0, top + line, 0
            if move:
                button.setGeometry(QRect(QPoint(left, top), size))
            left += size.width()
            line = max(line, size.height())
        return top + line
