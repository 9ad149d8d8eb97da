"""The body with every point by how far it is learnt, and a letter for each region."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from massage_trainer.domain.quiz.memory import Standing
from massage_trainer.widgets.painting import fill_card
from massage_trainer.widgets.progress.drawing import MIDDLE, draw_standing
from massage_trainer.widgets.theme import LIGHT

if TYPE_CHECKING:
    from massage_trainer.domain.still_places import Fraction
    from massage_trainer.widgets.progress.drawing import Look
    from massage_trainer.widgets.theme import Theme

_DOT: Final = 0.0053  # of the picture's width
_LEAST_DOT: Final = 2.6
_EDGE: Final = 1.6


@dataclass(frozen=True, slots=True)
class Dot:
    """A point in the picture."""

    at: Fraction
    standing: Standing


@dataclass(frozen=True, slots=True)
class Badge:
    """A region: its letter stands at the upper or lower edge, a line leads to its place."""

    letter: str
    at: Fraction
    standing: Standing
    above: bool


@dataclass(frozen=True, slots=True)
class BodyChart:
    """A picture of the whole body, from the feet on the left to the head on the right."""

    picture: QImage | None
    dots: tuple[Dot, ...]
    badges: tuple[Badge, ...]
    missing: str  # said where there is no picture
    numbers: tuple[str, ...]

    @property
    def aspect(self) -> float:
        """Width over height."""
        if self.picture is None or not self.picture.height():
            return 1.5
        return self.picture.width() / self.picture.height()

    def paint(self, painter: QPainter, area: QRectF, look: Look) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        sheet = self._sheet(area)
        theme = look.theme
        if self.picture is None:
            fill_card(painter, sheet, look.em * 0.4, theme.plate, theme.line)
            painter.setPen(theme.plate_ink)
            painter.setFont(look.font)
            flags = int(MIDDLE) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(sheet, flags, self.missing)
            return
        painter.drawImage(sheet, self.picture)
        self._paint_leaders(painter, sheet, look)
        size = max(_LEAST_DOT, sheet.width() * _DOT)
        for dot in self.dots:
            at = _on(sheet, dot.at)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.plate)
            painter.drawEllipse(at, size + _EDGE, size + _EDGE)
            draw_standing(painter, at, size, dot.standing, ink_of(dot.standing, theme), theme.plate)
        painter.setPen(QPen(theme.line, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(sheet)

    def _sheet(self, area: QRectF) -> QRectF:
        width = min(area.width(), area.height() * self.aspect)
        return QRectF(
            area.left() + (area.width() - width) / 2, area.top(), width, width / self.aspect
        )

    def _paint_leaders(self, painter: QPainter, sheet: QRectF, look: Look) -> None:
        theme = look.theme
        for above in (True, False):
            row = sorted((b for b in self.badges if b.above is above), key=lambda b: b.at[0])
            places = spread([sheet.left() + b.at[0] * sheet.width() for b in row], look.em * 2.7)
            high = look.line * 1.25
            y = sheet.top() + high if above else sheet.bottom() - high
            for badge, x in zip(row, places, strict=True):
                end = _on(sheet, badge.at)
                for color, width in ((theme.plate, 3.6), (theme.plate_ink, 1.3)):
                    painter.setPen(QPen(color, width))
                    painter.drawLine(QPointF(x, y), end)
                self._paint_badge(painter, QPointF(x, y), badge, look)

    def _paint_badge(self, painter: QPainter, at: QPointF, badge: Badge, look: Look) -> None:
        theme = look.theme
        box = QRectF(0, 0, look.em * 2.4, look.line * 1.15)
        box.moveCenter(at)
        fill_card(painter, box, box.height() / 2, _FILLS[badge.standing], theme.plate_ink)
        ink = ink_of(badge.standing, theme)
        sign = QPointF(box.left() + look.em * 0.75, box.center().y())
        draw_standing(painter, sign, look.em * 0.34, badge.standing, ink, theme.plate)
        painter.setPen(theme.plate_ink)
        painter.setFont(look.strong)
        letter = QRectF(box.left() + look.em * 1.2, box.top(), look.em * 0.9, box.height())
        painter.drawText(letter, int(MIDDLE), badge.letter)


def ink_of(standing: Standing, theme: Theme) -> QColor:
    """On the paper of a picture, which is the same in both themes."""
    match standing:
        case Standing.MASTERED:
            return theme.mark
        case Standing.LEARNING:
            return theme.way
        case Standing.NEW:
            return theme.plate_ink


# A sheet on a picture is the same in both themes.
_FILLS: Final = {
    Standing.MASTERED: LIGHT.accent_soft,
    Standing.LEARNING: LIGHT.caution,
    Standing.NEW: LIGHT.plate,
}


def spread(wanted: list[float], distance: float) -> list[float]:
    """Ascending places as near as can be to the wanted ones and at least so far apart."""
    groups: list[list[float]] = []  # middle, number of places
    for place in wanted:
        groups.append([place, 1])
        while len(groups) > 1 and _overlap(groups[-2], groups[-1], distance):
            (a, m), (b, n) = groups[-2], groups.pop()
            groups[-1] = [(a * m + b * n) / (m + n), m + n]
    return [
        middle + (number - (count - 1) / 2) * distance
        for middle, count in groups
        for number in range(int(count))
    ]


def _overlap(left: list[float], right: list[float], distance: float) -> bool:
    return right[0] - left[0] < distance * (left[1] + right[1]) / 2


def _on(sheet: QRectF, at: Fraction) -> QPointF:
    return QPointF(sheet.left() + at[0] * sheet.width(), sheet.top() + at[1] * sheet.height())
