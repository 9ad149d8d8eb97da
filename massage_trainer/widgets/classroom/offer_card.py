"""A card that leads to a sheet of the class: its sign, its name, and a line about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QSizePolicy

from massage_trainer.widgets.buttons import FOCUS_MARGIN, Button, ButtonKind
from massage_trainer.widgets.drawing import brush_of
from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.icons import Icon, draw_icon
from massage_trainer.widgets.text_block import block_height, draw_block
from massage_trainer.widgets.theme import Scale, theme_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_NAME: Final = 2.8
_LINE: Final = 2.2
_DISC: Final = 6.0
_SIGN: Final = 0.5  # of the disc
_AT_TOP: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class OfferCard(Button):
    """A button as large as what it says; ``text`` is its name."""

    def __init__(self, sign: Icon, parent: QWidget) -> None:
        super().__init__(ButtonKind.PLAIN, sign, parent)
        self._sign = sign
        self._line = ""
        self._scale = Scale.of(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def line(self) -> str:
        """What is said about it."""
        return self._line

    def show_offer(self, name: str, line: str) -> None:
        """Say this."""
        self._line = line
        self.setText(name)
        self.setAccessibleDescription(line)
        self.updateGeometry()

    def set_scale(self, scale: Scale) -> None:
        """Follow the size of the window."""
        self._scale = scale
        self.setFont(sized(self.font(), scale.text(_NAME), QFont.Weight.DemiBold))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        wide = self._scale.px(36)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._scale.px(24), self._scale.px(16))

    def heightForWidth(self, width: int) -> int:
        room = width - 2 * self._pad
        words = block_height(self.text(), self.font(), room)
        words += block_height(self._line, self._line_font, room)
        return self._head + words + self._pad

    @property
    def _pad(self) -> int:
        return self._scale.px(2) + FOCUS_MARGIN

    @property
    def _head(self) -> int:
        return self._pad + self._scale.px(_DISC) + self._scale.unit

    @property
    def _line_font(self) -> QFont:
        return sized(self.font(), self._scale.text(_LINE), QFont.Weight.Normal)

    def _paint_words(self, painter: QPainter) -> None:
        theme, pad = theme_of(self), self._pad
        disc = QRectF(pad, pad, self._scale.px(_DISC), self._scale.px(_DISC))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        over = self.underMouse() or self.isDown()
        painter.setBrush(brush_of(theme.surface if over else theme.accent_soft))
        painter.drawEllipse(disc)
        side = disc.width() * _SIGN
        sign = QRectF(0, 0, side, side)
        sign.moveCenter(disc.center())
        draw_icon(painter, self._sign, sign, theme.accent)
        room = QRect(pad, self._head, self.width() - 2 * pad, self.height() - self._head)
        painter.setPen(theme.ink)
        room.setTop(room.top() + draw_block(painter, room, self.text(), self.font(), _AT_TOP))
        painter.setPen(theme.muted)
        draw_block(painter, room, self._line, self._line_font, _AT_TOP)
