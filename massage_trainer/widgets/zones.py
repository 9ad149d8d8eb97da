"""Zones so large that a broad, oily finger hits the right one."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.icons import Icon, draw_icon
from massage_trainer.widgets.painting import draw_focus, fill_card
from massage_trainer.widgets.text_block import block_height, draw_block
from massage_trainer.widgets.theme import Scale, theme_of

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QMouseEvent, QPaintEvent

WORDS_PERCENT: Final = 2.9
_LIT_WIDTH: Final = 4


class ZoneButton(Button):
    """An icon over wrapped words, filled with the accent while it is lit.

    A press counts wherever it is let go: fingers slip.

    Signals:
        focused: the keyboard came to it.
    """

    focused = Signal()

    def __init__(self, icon: Icon, number: int, parent: QWidget) -> None:
        super().__init__(ButtonKind.PLAIN, icon, parent)
        self._number = number
        self._scale = Scale(720)
        self.is_lit = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_scale(self, scale: Scale) -> None:
        self._scale = scale
        self.setFont(sized(self.font(), scale.text(WORDS_PERCENT), QFont.Weight.DemiBold))

    def light(self, *, lit: bool) -> None:
        """Show whether the one key would choose it."""
        if lit is not self.is_lit:
            self.is_lit = lit
            self.update()

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0)
        pad = 2 * self._pad
        high = block_height(self.text(), self.font(), max(self.width() - pad, widest))
        return QSize(widest + pad, high + pad)

    def hitButton(self, pos: QPoint) -> bool:
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        area = QRectF(self.rect())
        fill = theme.accent if self.is_lit else theme.surface
        ink = theme.accent_ink if self.is_lit else theme.ink
        if self.isDown() and not self.is_lit:
            fill = theme.accent_soft
        fill_card(painter, area, self._scale.radius, fill, None if self.is_lit else theme.outline)
        if self.hasFocus():
            draw_focus(painter, area, self._scale.radius, theme.ink)
        self._paint_inside(painter)
        painter.setPen(ink if self.is_lit else theme.muted)
        painter.setFont(sized(self.font(), self._scale.caption_px))
        corner = self.rect().adjusted(self._pad, self._pad // 2, -self._pad, 0)
        painter.drawText(corner, Qt.AlignmentFlag.AlignLeft, str(self._number))

    def _paint_inside(self, painter: QPainter) -> None:
        """Icon and words together in the middle; the icon gives way where room is short."""
        theme = theme_of(self)
        ink = theme.accent_ink if self.is_lit else theme.ink
        room = self.rect().adjusted(self._pad, self._pad, -self._pad, -self._pad)
        words = block_height(self.text(), self.font(), room.width())
        gap = self._scale.px(0.8)
        icon = min(self._scale.px(5), room.height() - words - gap)
        if icon < self._scale.px(2.4):
            icon, gap = 0, 0
        top = room.top() + (room.height() - words - gap - icon) // 2
        if icon and self._icon:
            place = QRectF(room.center().x() - icon / 2, top, icon, icon)
            draw_icon(painter, self._icon, place, ink)
        painter.setPen(ink)
        below = QRect(room.left(), top + icon + gap, room.width(), words)
        draw_block(painter, below, self.text(), self.font(), Qt.AlignmentFlag.AlignHCenter)

    @property
    def _pad(self) -> int:
        return self._scale.px(1.2, 6)


class ZoneField(QWidget):
    """Zones side by side without a dead spot between them.

    Signals:
        chosen: int; a zone was pressed.
        entered: int; the keyboard came to a zone.
    """

    chosen = Signal(int)
    entered = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.zones: list[ZoneButton] = []
        self._scale = Scale(720)
        self._pressed: ZoneButton | None = None

    def show_zones(self, zones: list[tuple[Icon, str]]) -> None:
        """Put up other zones."""
        for zone in self.zones:
            zone.blockSignals(True)  # noqa: FBT003 - hiding one passes the focus on to the next
        for zone in self.zones:
            zone.hide()
            zone.deleteLater()
        self.zones = []
        for number, (icon, words) in enumerate(zones):
            zone = ZoneButton(icon, number + 1, self)
            zone.setObjectName(f"zone-{number + 1}")
            zone.setText(words)
            zone.setAccessibleName(words)
            zone.set_scale(self._scale)
            zone.clicked.connect(self._choose)
            zone.focused.connect(self._enter)
            zone.show()
            self.zones.append(zone)
        self.arrange()

    def light(self, lit: int) -> None:
        """Light one of the zones and bring the keyboard to it."""
        for number, zone in enumerate(self.zones):
            zone.light(lit=number == lit)
        if self.isVisible():
            self.zones[lit].setFocus()

    def set_scale(self, scale: Scale) -> None:
        self._scale = scale
        for zone in self.zones:
            zone.set_scale(scale)
        self.arrange()

    def arrange(self) -> None:
        """In as many columns as make the smaller side of a zone largest."""
        count = len(self.zones)
        if not count:
            return
        gap = self._scale.px(1)

        def least(columns: int) -> float:
            rows = math.ceil(count / columns)
            wide = (self.width() - gap * (columns - 1)) / columns
            return min(wide, (self.height() - gap * (rows - 1)) / rows)

        columns = max(range(1, count + 1), key=least)
        rows = math.ceil(count / columns)
        for number, zone in enumerate(self.zones):
            row, column = divmod(number, columns)
            here = min(columns, count - row * columns)  # the last row may have fewer, wider zones
            left = _share(self.width(), gap, here, column)
            top = _share(self.height(), gap, rows, row)
            right = _share(self.width(), gap, here, column + 1) - gap
            bottom = _share(self.height(), gap, rows, row + 1) - gap
            zone.setGeometry(left, top, right - left, bottom - top)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self._nearest(event.position().toPoint())
        self._pressed.setDown(True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is not None:
            pressed.setDown(False)
            pressed.click()

    def _nearest(self, at: QPoint) -> ZoneButton:
        """The zone of a press between two of them."""

        def away(zone: ZoneButton) -> int:
            area = zone.geometry()
            dx = max(area.left() - at.x(), 0, at.x() - area.right())
            dy = max(area.top() - at.y(), 0, at.y() - area.bottom())
            return dx * dx + dy * dy

        return min(self.zones, key=away)

    def _choose(self) -> None:
        self.chosen.emit(self._number_of(self.sender()))

    def _enter(self) -> None:
        self.entered.emit(self._number_of(self.sender()))

    def _number_of(self, sender: object) -> int:
        return next(n for n, zone in enumerate(self.zones) if zone is sender)


def _share(length: int, gap: int, parts: int, number: int) -> int:
    """Where part ``number`` of a length begins."""
    return round(number * (length + gap) / parts)
