"""What a candidate is to do, in large, and the time left; no name and nothing of the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent

from massage_trainer.domain.classroom.slides import TaskSlide
from massage_trainer.widgets.audience.faces import AudienceFace
from massage_trainer.widgets.countdown_digits import draw_digits, fitting_font
from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.icons import Icon, draw_icon
from massage_trainer.widgets.text_block import (
    CAPITALS_MIDDLE,
    balanced_width,
    block_height,
    draw_block,
)
from massage_trainer.widgets.theme import theme_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from massage_trainer.domain.classroom.slides import Showing
    from massage_trainer.widgets.audience.faces import FaceParts
    from massage_trainer.widgets.theme import Theme

_MARGIN: Final = 6.0
_CAPTION: Final = 5.0
_TASKS: Final = (10.0, 9.0, 8.0, 7.2, 6.4, 5.8, 5.2, 4.6, 4.0)  # the largest that fits
_TIME_SHARE: Final = 0.3  # of the height
_DIGITS_SHARE: Final = 0.72  # of the room for the time: the height of a capital
_WIDEST: Final = "88:88"
_SECOND_MS: Final = 1_000


class TaskFace(AudienceFace):
    """``words`` are all that is painted."""

    def __init__(self, parts: FaceParts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self.setObjectName("task-face")
        self._slide: TaskSlide | None = None
        self._set: tuple[tuple[object, ...], QFont, int] | None = None
        self.caption = self.text = self.time = self.state = ""

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(word for word in (self.caption, self.text, self.time, self.state) if word)

    def show_showing(self, showing: Showing) -> None:
        if isinstance(showing.slide, TaskSlide) and showing.slide != self._slide:
            self._slide = showing.slide
            self.retranslate()

    def retranslate(self) -> None:
        slide = self._slide
        if slide is None:
            return
        self.caption = self.tr("Task {number} of {count}").format(
            number=slide.number, count=slide.of
        )
        self.text = slide.text.in_language(self.parts.language())
        self.time = "" if slide.left_ms is None else clock_text(slide.left_ms)
        over = slide.left_ms == 0
        self.state = self.tr("Time is up") if over else ""
        if not over and not slide.running:
            self.state = self.tr("The clock is stopped")
        self.setAccessibleName(", ".join(self.words))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._slide is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = theme_of(self)
        margin = self.scale.px(_MARGIN)
        room = self.rect().adjusted(margin, margin // 2, -margin, -margin // 2)
        font = sized(self.font(), self.scale.text(_CAPTION), QFont.Weight.DemiBold)
        painter.setPen(theme.accent)
        top = room.top() + draw_block(
            painter, room, self.caption, font, Qt.AlignmentFlag.AlignHCenter
        )
        below = round(self.height() * _TIME_SHARE) if self.time else 0
        self._paint_task(
            painter,
            theme,
            QRect(room.left(), top, room.width(), room.bottom() - below - top),
        )
        if self.time:
            self._paint_time(
                painter, theme, QRect(room.left(), room.bottom() - below, room.width(), below)
            )

    def _paint_task(self, painter: QPainter, theme: Theme, room: QRect) -> None:
        font, width = self._fitted(room)
        painter.setPen(theme.ink)
        middle = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
        narrow = QRect(room.left() + (room.width() - width) // 2, room.top(), width, room.height())
        draw_block(painter, narrow, self.text, font, middle)

    def _fitted(self, room: QRect) -> tuple[QFont, int]:
        """The largest letters that fit, in lines of like length; the same from second to second."""
        of = (self.text, room.size().toTuple(), self.scale.height, self.scale.enlarged)
        if self._set is None or self._set[0] != of:
            fonts = [
                sized(self.font(), self.scale.text(percent), QFont.Weight.DemiBold)
                for percent in _TASKS
            ]
            highs = (block_height(self.text, font, room.width()) for font in fonts)
            fitting = (
                font for font, high in zip(fonts, highs, strict=True) if high <= room.height()
            )
            font = next(fitting, fonts[-1])
            self._set = of, font, balanced_width(self.text, font, room.width())
        return self._set[1], self._set[2]

    def _paint_time(self, painter: QPainter, theme: Theme, room: QRect) -> None:
        """Stopped or over is told by a sign and in words; the digits stay where they are."""
        assert self._slide is not None
        over = self._slide.left_ms == 0
        caption = sized(self.font(), self.scale.text(_CAPTION), QFont.Weight.DemiBold)
        words = block_height("Ấy", caption, room.width())
        # Larger words take nothing from the time: they reach into the air below the digits.
        digits = QRectF(room)
        digits.setHeight(room.height() - words / self.scale.enlarged)
        strong = sized(self.font(), 1, QFont.Weight.DemiBold)
        font = fitting_font(strong, _WIDEST, digits.width(), digits.height() * _DIGITS_SHARE)
        painter.setPen(theme.danger_ink if over else theme.muted if self.state else theme.ink)
        draw_digits(painter, QPointF(digits.center()), self.time, font)
        if not self.state:
            return
        painter.setPen(theme.danger_ink if over else theme.caution_ink)
        below = QRect(room.left(), room.bottom() - words, room.width(), words)
        draw_block(painter, below, self.state, caption, Qt.AlignmentFlag.AlignHCenter)
        side = caption.pixelSize()
        written = QFontMetricsF(caption).horizontalAdvance(self.state)
        left = below.center().x() - written / 2 - 1.4 * side
        place = QRectF(left, below.top() + (CAPITALS_MIDDLE - 0.5) * side, side, side)
        draw_icon(painter, Icon.WARNING if over else Icon.PAUSE, place, painter.pen().color())


def clock_text(milliseconds: int) -> str:
    """``9:05``: what is left of a second counts as one."""
    seconds = -(-milliseconds // _SECOND_MS)
    return f"{seconds // 60}:{seconds % 60:02d}"
