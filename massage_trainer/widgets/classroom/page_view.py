"""Looks at a paper page by page, as it will be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from massage_trainer.domain.paper.desk import PAGE_SHAPE
from massage_trainer.widgets.painting import draw_focus
from massage_trainer.widgets.theme import theme_of

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from massage_trainer.domain.paper.desk import OpenPaper

_WHITE = QColor(255, 255, 255)


class PageView(QWidget):
    """Shows one page at a time, as large as it fits.

    Signals:
        page_changed: another page is shown, or another paper.
    """

    page_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page-view")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(120, 160)
        self._paper: OpenPaper[QPainter] | None = None
        self._picture: QImage | None = None
        self.page = 0

    @property
    def page_count(self) -> int:
        return self._paper.page_count if self._paper else 0

    def show_paper(self, paper: OpenPaper[QPainter] | None) -> None:
        """From its first page on; None: there is none."""
        self._paper = paper
        self._show(0)

    @Slot()
    def next_page(self) -> None:
        self._show(min(self.page + 1, self.page_count - 1))

    @Slot()
    def previous_page(self) -> None:
        self._show(self.page - 1)

    def _show(self, page: int) -> None:
        self.page = max(0, page)
        self._picture = None
        self.update()
        self.page_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_PageDown | Qt.Key.Key_Right | Qt.Key.Key_Down:
                self.next_page()
            case Qt.Key.Key_PageUp | Qt.Key.Key_Left | Qt.Key.Key_Up:
                self.previous_page()
            case Qt.Key.Key_Home:
                self._show(0)
            case Qt.Key.Key_End:
                self._show(self.page_count - 1)
            case _:
                super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if turned < 0:
            self.next_page()
        elif turned > 0:
            self.previous_page()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._paper is None or not self.page_count:
            return
        box = self._box()
        if self._picture is None or self._picture.deviceIndependentSize() != box.size():
            self._picture = self._painted(self._paper, box)
        painter = QPainter(self)
        painter.drawImage(box.topLeft(), self._picture)
        theme = theme_of(self)
        painter.setPen(theme.outline)
        painter.drawRect(box.adjusted(0, 0, -1, -1))
        if self.hasFocus():
            draw_focus(painter, box, 2, theme.accent)

    def _box(self) -> QRectF:
        """The page in the middle, on whole pixels."""
        room = self.contentsRect()
        high = min(room.height(), int(room.width() / PAGE_SHAPE))
        wide = int(high * PAGE_SHAPE)
        left = room.left() + (room.width() - wide) // 2
        return QRectF(left, room.top() + (room.height() - high) // 2, wide, high)

    def _painted(self, paper: OpenPaper[QPainter], box: QRectF) -> QImage:
        ratio = self.devicePixelRatioF()
        picture = QImage((box.size() * ratio).toSize(), QImage.Format.Format_RGB32)
        picture.setDevicePixelRatio(ratio)
        picture.fill(_WHITE)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        paper.paint(painter, self.page, box.width())
        painter.end()
        return picture
