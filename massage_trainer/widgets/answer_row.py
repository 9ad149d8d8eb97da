"""A large line to press: a box that is open, ticked or noted, or one of several choices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from massage_trainer.domain.partner_screen import Item, Tick
from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.icons import Icon, draw_icon
from massage_trainer.widgets.painting import draw_focus, fill_card
from massage_trainer.widgets.text_block import block_height, draw_block
from massage_trainer.widgets.theme import Scale, theme_of

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QPaintEvent, QResizeEvent

WORDS_PERCENT: Final = 3.2
DENSE_PERCENT: Final = 2.4
MORE_PERCENT: Final = 2.3
_LEAST_PERCENT: Final = 10.5  # of height: a broad finger hits it
_DENSE_LEAST_PERCENT: Final = 7.4
LIT_WIDTH: Final = 3.0
_LEFT: Final = Qt.AlignmentFlag.AlignLeft


class AnswerRow(Button):
    """Wrapped words with what came up beneath them; the lit one has an edge in the accent.

    Signals:
        entered: int; the keyboard came to this line.
        pressed_at: int; this line was pressed.
    """

    entered = Signal(int)
    pressed_at = Signal(int)

    def __init__(self, number: int, parent: QWidget) -> None:
        super().__init__(ButtonKind.PLAIN, None, parent)
        self._number = number
        self._scale = Scale(720)
        self._more = ""
        self._tick = Tick.NONE
        self.is_lit = False
        self._dense = False
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setObjectName(f"answer-{number + 1}")
        self.clicked.connect(self._tell)

    @property
    def tick(self) -> Tick:
        return self._tick

    def show_item(self, item: Item, language: str, spoken_tick: str, *, lit: bool) -> None:
        """Show another item; ``spoken_tick`` says the box to those who do not see it."""
        self.setText(item.text.in_language(language))
        self._more = "; ".join(more.in_language(language) for more in item.more)
        self._tick = item.tick
        self.is_lit = lit
        spoken = (spoken_tick, self.text(), self._more)
        self.setAccessibleName(". ".join(part for part in spoken if part))
        self.updateGeometry()
        self.update()

    def set_scale(self, scale: Scale) -> None:
        self._scale = scale
        percent = DENSE_PERCENT if self._dense else WORDS_PERCENT
        self.setFont(sized(self.font(), scale.text(percent), QFont.Weight.Medium))
        self.updateGeometry()

    def set_dense(self, *, dense: bool) -> None:
        """Where there are many lines each is smaller."""
        if dense is not self._dense:
            self._dense = dense
            self.set_scale(self._scale)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = max(1, width - self._indent - self._pad)
        high = block_height(self.text(), self.font(), room)
        if self._more:
            high += block_height(self._more, self._more_font, room)
        return max(high + self._pad, self._least)

    def sizeHint(self) -> QSize:
        width = max(self.width(), self._scale.px(40))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._scale.px(20), self._least)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit(self._number)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        over = self.underMouse() or self.isDown()
        fill = theme.accent_soft if self.is_lit or over else theme.surface
        fill_card(painter, area, self._scale.radius, fill, theme.outline)
        if self.is_lit:
            half = LIT_WIDTH / 2
            painter.setPen(QPen(theme.accent, LIT_WIDTH))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inner = area.adjusted(half, half, -half, -half)
            painter.drawRoundedRect(inner, self._scale.radius, self._scale.radius)
        if self.hasFocus():
            draw_focus(painter, QRectF(self.rect()), self._scale.radius, theme.ink)
        self._paint_mark(painter)
        self._paint_text(painter)

    def _paint_mark(self, painter: QPainter) -> None:
        theme = theme_of(self)
        side = self._scale.px(2.8, 16)
        place = QRectF(self._pad, (self.height() - side) / 2, side, side)
        match self._tick:
            case Tick.NONE:
                painter.setPen(theme.muted)
                painter.setFont(sized(self.font(), self._scale.caption_px))
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(self._number + 1))
            case Tick.OPEN:
                draw_icon(painter, Icon.BOX, place, theme.outline)
            case Tick.YES:
                draw_icon(painter, Icon.CHECK, place, theme.accent)
            case Tick.NOTED:
                draw_icon(painter, Icon.WARNING, place, theme.caution_ink)

    def _paint_text(self, painter: QPainter) -> None:
        theme = theme_of(self)
        left, width = self._indent, self.width() - self._indent - self._pad
        words = block_height(self.text(), self.font(), width)
        more = block_height(self._more, self._more_font, width) if self._more else 0
        top = (self.height() - words - more) // 2
        painter.setPen(theme.ink)
        draw_block(painter, QRect(left, top, width, words), self.text(), self.font(), _LEFT)
        if self._more:
            painter.setPen(theme.caution_ink)
            place = QRect(left, top + words, width, more)
            draw_block(painter, place, self._more, self._more_font, _LEFT)

    def _tell(self) -> None:
        self.pressed_at.emit(self._number)

    @property
    def _more_font(self) -> QFont:
        return sized(self.font(), self._scale.text(MORE_PERCENT))

    @property
    def _least(self) -> int:
        return self._scale.px(_DENSE_LEAST_PERCENT if self._dense else _LEAST_PERCENT, 32)

    @property
    def _pad(self) -> int:
        return self._scale.px(1.2, 6)

    @property
    def _indent(self) -> int:
        return 2 * self._pad + self._scale.px(2.8, 16)
