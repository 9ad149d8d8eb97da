"""Words before a class: as large as they fit, the same shares on a wall and in a small copy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from massage_trainer.widgets.theme import theme_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from massage_trainer.widgets.audience.question_blocks import Block

_GAP: Final = 0.45
_SMALLER: Final = 0.94
_LEAST: Final = 0.3  # of the letters that were wished for


class QuestionPanel(QWidget):
    """Lays its blocks out from the top, in smaller letters where there is too much."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._blocks: tuple[Block, ...] = ()
        self._wished = 30.0
        self._px: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What stands on it."""
        return self._blocks

    @property
    def px(self) -> float:
        """The letters in which everything fits."""
        if self._px is None:
            self._px = self._fitting()
        return self._px

    def show_blocks(self, blocks: Sequence[Block]) -> None:
        """Show these and nothing else."""
        self._blocks = tuple(blocks)
        self._forget()

    def set_px(self, wished: float) -> None:
        """How large the letters should be."""
        if wished != self._wished:
            self._wished = wished
            self._forget()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._forget()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px, width = theme_of(self), self.px, float(self.width())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = max(0.0, (self.height() - self._height(px)) / 2)
        for block in self._blocks:
            height = block.height(self.font(), px, width)
            painter.save()
            block.paint(painter, self.font(), px, QRectF(0, top, width, height), theme)
            painter.restore()
            top += height + px * _GAP

    def _height(self, px: float) -> float:
        heights = [block.height(self.font(), px, self.width()) for block in self._blocks]
        return sum(heights) + px * _GAP * max(0, len(heights) - 1)

    def _fitting(self) -> float:
        px = self._wished
        while px > self._wished * _LEAST and self._height(px) > self.height():
            px *= _SMALLER
        return max(1.0, px)

    def _forget(self) -> None:
        self._px = None
        self.update()
