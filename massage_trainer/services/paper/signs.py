"""The signs of a page: each can be told from the others by its shape alone."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from massage_trainer.domain.paper.model import Sign
from massage_trainer.domain.protocol import Status
from massage_trainer.services.paper.letters import ACCENT, DANGER, INK, LINE, MUTED, POINT

if TYPE_CHECKING:
    from collections.abc import Iterable

_WHITE: Final = QColor("#FFFFFF")
_PEN: Final = 1.1 * POINT


def draw_sign(painter: QPainter, sign: Sign, left: float, top: float, size: float) -> None:
    """Octagon: stop. Triangle: caution. Crossed ring: do not press. Question mark: ask."""
    middle = QPointF(left + size / 2, top + size / 2)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    match sign:
        case Sign.STOP:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(DANGER)
            painter.drawPolygon(_regular(middle, size * 0.54, 8, 22.5))
            painter.setBrush(_WHITE)
            painter.drawRect(_around(middle, size * 0.56, size * 0.17))
        case Sign.CAUTION:
            painter.setPen(_pen(INK))
            painter.setBrush(_WHITE)
            top_point = middle + QPointF(0, -size * 0.48)
            base = size * 0.44
            painter.drawPolygon(
                QPolygonF(
                    [
                        top_point,
                        middle + QPointF(size * 0.54, base),
                        middle + QPointF(-size * 0.54, base),
                    ]
                )
            )
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(INK)
            painter.drawRect(_around(middle + QPointF(0, size * 0.02), size * 0.11, size * 0.36))
            painter.drawRect(_around(middle + QPointF(0, size * 0.31), size * 0.11, size * 0.11))
        case Sign.AVOID:
            painter.setPen(_pen(DANGER, 1.5))
            painter.setBrush(_WHITE)
            radius = size * 0.46
            painter.drawEllipse(middle, radius, radius)
            away = QPointF(radius, radius) * math.sqrt(0.5)
            painter.drawLine(middle - away, middle + away)
        case Sign.ASK | Sign.TEACHER:
            painter.setPen(_pen(ACCENT))
            painter.setBrush(ACCENT if sign is Sign.TEACHER else _WHITE)
            box = QRectF(left, top, size, size)
            painter.drawRoundedRect(box, size * 0.22, size * 0.22)
            if sign is Sign.ASK:
                _question(painter, middle, size)
            else:
                _tick(painter, middle, size, _WHITE)
        case Sign.DONE | Sign.PART | Sign.NOT_DONE:
            painter.setPen(_pen(INK, 0.8))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(left, top, size, size))
            if sign is Sign.DONE:
                _tick(painter, middle, size, INK)
            elif sign is Sign.PART:
                painter.fillRect(QRectF(left, top + size / 2, size, size / 2), INK)
            else:
                _cross(painter, middle, size)
    painter.restore()


def draw_box(painter: QPainter, left: float, top: float, size: float) -> None:
    """To be ticked by hand."""
    painter.setPen(_pen(INK, 0.7))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(left, top, size, size))


def draw_frame(painter: QPainter, status: Status, box: QRectF) -> None:
    """Around the origin of a number: plain, doubled, dashed, or filled, never by colour alone."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = _pen(MUTED, 0.6)
    corner = 2.5 * POINT
    match status:
        case Status.APP_DEFAULT:
            pen.setDashPattern([4, 3])
        case Status.SHORTENED:
            pen.setDashPattern([1, 2.5])
            pen.setWidthF(1.0 * POINT)
        case Status.TEACHER:
            pen.setWidthF(1.4 * POINT)
        case Status.CORRECTED:
            painter.setPen(pen)
            inset = 1.3 * POINT
            painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), corner, corner)
            box = box.adjusted(-0.3 * POINT, -0.3 * POINT, 0.3 * POINT, 0.3 * POINT)
        case Status.SOURCE:
            pass
    painter.setPen(pen)
    painter.drawRoundedRect(box, corner, corner)
    painter.restore()


def draw_rule(painter: QPainter, left: float, right: float, at: float, width: float = 0.5) -> None:
    painter.setPen(_pen(LINE, width))
    painter.drawLine(QPointF(left, at), QPointF(right, at))


def _pen(color: QColor, width: float = 1.1) -> QPen:
    pen = QPen(color, width * POINT)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _regular(middle: QPointF, radius: float, corners: int, turned: float) -> QPolygonF:
    return QPolygonF(list(_corners(middle, radius, corners, turned)))


def _corners(middle: QPointF, radius: float, corners: int, turned: float) -> Iterable[QPointF]:
    for number in range(corners):
        angle = math.radians(turned + 360 * number / corners)
        yield middle + QPointF(math.cos(angle), math.sin(angle)) * radius


def _around(middle: QPointF, width: float, height: float) -> QRectF:
    return QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height)


def _tick(painter: QPainter, middle: QPointF, size: float, ink: QColor) -> None:
    painter.setPen(QPen(ink, size * 0.13))
    painter.drawPolyline(
        [middle + QPointF(x, y) * size for x, y in ((-0.28, 0.02), (-0.06, 0.24), (0.3, -0.24))]
    )


def _cross(painter: QPainter, middle: QPointF, size: float) -> None:
    painter.setPen(QPen(INK, size * 0.12))
    for x, y in ((0.26, 0.26), (0.26, -0.26)):
        away = QPointF(x, y) * size
        painter.drawLine(middle - away, middle + away)


def _question(painter: QPainter, middle: QPointF, size: float) -> None:
    """Drawn, not written: a sign is no text that could be copied out of the file."""
    painter.setPen(QPen(ACCENT, size * 0.11, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    hook = _around(middle + QPointF(0, -size * 0.14), size * 0.34, size * 0.32)
    painter.drawArc(hook, 180 * 16, -225 * 16)
    painter.drawLine(middle + QPointF(0, size * 0.03), middle + QPointF(0, size * 0.12))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ACCENT)
    dot = size * 0.07
    painter.drawEllipse(middle + QPointF(0, size * 0.3), dot, dot)
