"""Paints the lines of the step list."""

import math
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.icons import Icon, draw_icon
from massage_trainer.widgets.painting import draw_focus, fill_card
from massage_trainer.widgets.scroll_bar import WIDTH
from massage_trainer.widgets.step_lines import LINE_ROLE, Progress, StepLine
from massage_trainer.widgets.text_block import CAPITALS_MIDDLE, lay_out
from massage_trainer.widgets.theme import Scale, Theme, theme_of

_CENTRED = Qt.AlignmentFlag.AlignCenter
_LEFT: Final = Qt.AlignmentFlag.AlignLeft
_DETAIL_PERCENT: Final = 1.9
_Index = QModelIndex | QPersistentModelIndex


class StepDelegate(QStyledItemDelegate):
    """Paints a line: a numbered bead on a thread, the name, side and dose, repetition dots."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._sizes: dict[tuple[int, int, int], int] = {}
        self._texts: dict[tuple[str, int, QFont.Weight, int], tuple[QTextLayout, float]] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        scale = Scale.of(self._view)
        # As if the scroll bar were there: with heights that depend on it a list that nearly fits
        # would show and hide it for ever.
        width = self._view.width() - WIDTH
        key = (index.row(), scale.height, width)
        if key not in self._sizes:  # the same whichever line is the current one
            self._sizes[key] = self._height(index.data(LINE_ROLE), scale, width)
        return QSize(self._view.viewport().width(), self._sizes[key])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line = index.data(LINE_ROLE)
        theme, scale = theme_of(self._view), Scale.of(self._view)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = option.rect.adjusted(0, 1, 0, -1)
        self._paint_ground(painter, theme, scale, rect, line, option)
        self._paint_thread(painter, theme, scale, option.rect, line, index)
        self._paint_words(painter, theme, scale, rect, line)
        painter.restore()

    def _height(self, line: StepLine, scale: Scale, width: int) -> int:
        room = self._text_room(line, scale, width)
        height = self._text(line.name, self._plain(scale), room)[1]
        if line.detail:
            height += self._text(line.detail, self._detail_font(scale), room)[1]
        if line.repetitions > 1:
            height += self._dots_height(scale)
        return math.ceil(height + 1.4 * scale.unit) + 2

    def forget_texts(self) -> None:
        """Words or fonts are others now."""
        self._texts.clear()
        self._sizes.clear()

    def _text(self, text: str, font: QFont, room: int) -> tuple[QTextLayout, float]:
        """The text in lines; the same at the next step, so it is kept."""
        key = (text, font.pixelSize(), font.weight(), room)
        if key not in self._texts:
            self._texts[key] = lay_out(text, font, room, _LEFT)
        return self._texts[key]

    def _paint_ground(
        self,
        painter: QPainter,
        theme: Theme,
        scale: Scale,
        rect: QRect,
        line: StepLine,
        option: QStyleOptionViewItem,
    ) -> None:
        state: QStyle.StateFlag = option.state
        area = QRectF(rect)
        if line.progress is Progress.CURRENT:
            fill_card(painter, area, scale.radius, theme.accent_soft)
            bar = QRectF(area.left(), area.top(), scale.px(0.5, 4), area.height())
            fill_card(painter, bar, bar.width() / 2, theme.accent)
        elif state & QStyle.StateFlag.State_MouseOver:
            fill_card(painter, area, scale.radius, theme.surface, theme.line)
        if state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            draw_focus(painter, area, scale.radius, theme.ink)

    def _paint_thread(
        self,
        painter: QPainter,
        theme: Theme,
        scale: Scale,
        rect: QRect,
        line: StepLine,
        index: _Index,
    ) -> None:
        bead = self._bead(scale, rect, line)
        done = line.progress is Progress.DONE
        x = bead.center().x()
        painter.setPen(QPen(theme.accent if done else theme.line, scale.px(0.22, 2)))
        gap = bead.height() * 0.16
        if index.row() < index.model().rowCount() - 1:
            painter.drawLine(QPointF(x, bead.bottom() + gap), QPointF(x, rect.bottom() + 1))
        if index.row():
            before = done or line.progress is Progress.CURRENT
            painter.setPen(QPen(theme.accent if before else theme.line, scale.px(0.22, 2)))
            painter.drawLine(QPointF(x, rect.top()), QPointF(x, bead.top() - gap))
        self._paint_bead(painter, theme, scale, bead, line)

    def _paint_bead(
        self, painter: QPainter, theme: Theme, scale: Scale, bead: QRectF, line: StepLine
    ) -> None:
        match line.progress:
            case Progress.DONE:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.accent)
                painter.drawEllipse(bead)
                inset = bead.width() * 0.2
                mark = bead.adjusted(inset, inset, -inset, -inset)
                draw_icon(painter, Icon.CHECK, mark, theme.accent_ink)
                return
            case Progress.CURRENT:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.accent)
                painter.drawEllipse(bead)
                painter.setPen(theme.accent_ink)
            case Progress.TO_COME:
                pen = QPen(theme.outline, 1.5)
                if line.optional:
                    pen.setStyle(Qt.PenStyle.DashLine)
                painter.setPen(pen)
                painter.setBrush(theme.paper)
                painter.drawEllipse(bead)
                painter.setPen(theme.muted)
        weight = QFont.Weight.DemiBold
        painter.setFont(sized(self._view.font(), int(bead.height() * 0.5), weight))
        painter.drawText(bead, _CENTRED, str(line.number))

    def _paint_words(
        self, painter: QPainter, theme: Theme, scale: Scale, rect: QRect, line: StepLine
    ) -> None:
        room = self._text_room(line, scale, rect.width())
        left = self._text_left(scale, rect)
        top = float(rect.top() + scale.unit // 2)
        name_font = self._name_font(scale, line, room)
        painter.setPen(theme.muted if line.progress is Progress.DONE else theme.ink)
        layout, height = self._text(line.name, name_font, room)
        layout.draw(painter, QPointF(left, top))
        top += height
        if line.detail:
            font = self._detail_font(scale)
            painter.setPen(theme.ink if line.progress is Progress.CURRENT else theme.muted)
            layout, height = self._text(line.detail, font, room)
            layout.draw(painter, QPointF(left, top))
            top += height
        if line.repetitions > 1:
            self._paint_dots(painter, theme, scale, QPointF(left, top), line)

    def _paint_dots(
        self, painter: QPainter, theme: Theme, scale: Scale, at: QPointF, line: StepLine
    ) -> None:
        size = scale.px(1.1, 7)
        y = at.y() + (self._dots_height(scale) - size) / 2
        for number in range(line.repetitions):
            dot = QRectF(at.x() + number * size * 1.7, y, size, size)
            current = line.progress is Progress.CURRENT and number == line.repetitions_done
            painter.setPen(QPen(theme.accent if current else theme.outline, 1.5))
            painter.setBrush(theme.paper)
            if number < line.repetitions_done:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.accent)
            painter.drawEllipse(dot)
            if current:
                painter.setBrush(theme.accent)
                painter.drawEllipse(dot.center(), size * 0.22, size * 0.22)

    def _bead(self, scale: Scale, rect: QRect, line: StepLine) -> QRectF:
        size = scale.px(2.9, 18)
        middle = scale.control_px * CAPITALS_MIDDLE
        top = rect.top() + 1 + scale.unit // 2 + middle - size / 2
        return QRectF(rect.left() + scale.px(1.4), top, size, size)

    def _text_left(self, scale: Scale, rect: QRect) -> int:
        return rect.left() + scale.px(1.4) + scale.px(2.9, 18) + scale.px(1.2)

    def _text_room(self, line: StepLine, scale: Scale, width: int) -> int:
        return max(20, width - self._text_left(scale, QRect()) - scale.px(0.8))

    def _name_font(self, scale: Scale, line: StepLine, room: int) -> QFont:
        """The current line is bold, unless that would need another line: nothing moves."""
        plain = self._plain(scale)
        if line.progress is not Progress.CURRENT:
            return plain
        bold = sized(plain, scale.control_px, QFont.Weight.DemiBold)
        fits = self._text(line.name, bold, room)[1] <= self._text(line.name, plain, room)[1]
        return bold if fits else plain

    def _plain(self, scale: Scale) -> QFont:
        return sized(self._view.font(), scale.control_px, QFont.Weight.Normal)

    def _detail_font(self, scale: Scale) -> QFont:
        return sized(self._view.font(), scale.text(_DETAIL_PERCENT))

    def _dots_height(self, scale: Scale) -> int:
        return scale.px(2.0, 12)
