"""A quiet scroll bar: a rounded thumb, no arrows, no groove."""

from typing import Final

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from massage_trainer.widgets.drawing import fill_rounded
from massage_trainer.widgets.theme import theme_of

WIDTH: Final = 12
_LEAST_THUMB: Final = 26  # Fusion's, where the mouse finds it


class QuietScrollBar(QScrollBar):
    """A vertical scroll bar in the program's look; the mouse is still served by the style."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__()  # with a parent it would name Qt (see ``drawing``)
        if parent is not None:
            self.setParent(parent)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        fill_rounded(painter, self.rect(), 0, theme.paper)
        if self.maximum() > self.minimum():
            busy = self.underMouse() or self.isSliderDown()
            body = self.thumb().adjusted(3, 2, -3, -2)
            color = theme.muted if busy else theme.outline
            fill_rounded(painter, body, body.width() / 2, color)

    def thumb(self) -> QRect:
        """Where the style has the slider.

        QStyle would tell it, but naming QStyle builds its enums: 5 ms at the start.
        """
        arrow = super().sizeHint().width()
        groove = max(0, self.height() - 2 * arrow)
        span = self.maximum() - self.minimum()
        length = groove * self.pageStep() // max(1, span + self.pageStep())
        length = min(groove, max(_LEAST_THUMB, length))
        way = groove - length
        top = arrow + (way * (self.sliderPosition() - self.minimum()) // span if span else 0)
        return QRect(0, top, self.width(), length)
