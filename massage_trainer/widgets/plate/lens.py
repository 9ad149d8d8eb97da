"""A magnifying glass over the picture, for places that lie close together."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath

from massage_trainer.widgets.plate.marks import draw_line

if TYPE_CHECKING:
    from massage_trainer.widgets.plate.viewport import Viewport
    from massage_trainer.widgets.theme import Theme

TIMES: Final = 3.0
_SHARE: Final = 0.2  # its radius, of the height of the sheet
_MARGIN: Final = 8.0
_HAIR: Final = 0.28  # of its radius


class Lens:
    """Shows the surroundings of a place three times as large, in the corner away from it."""

    def paint(
        self,
        painter: QPainter,
        picture: QImage,
        view: Viewport,
        aim: QPointF | None,
        theme: Theme,
    ) -> None:
        if aim is None or not view.contains(aim.x(), aim.y()):
            return
        radius = view.height * _SHARE
        centre = self.centre(view, aim, radius)
        circle = QPainterPath()
        circle.addEllipse(centre, radius, radius)
        painter.save()
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        painter.setClipPath(circle, Qt.ClipOperation.IntersectClip)
        painter.fillPath(circle, theme.plate)
        painter.translate(centre)
        painter.scale(TIMES, TIMES)
        painter.translate(-aim)
        left, top, width, height = view.picture
        if view.mirrored:
            painter.translate(2 * left + width, 0)
            painter.scale(-1, 1)
        painter.drawImage(QRectF(left, top, width, height), picture, QRectF(picture.rect()))
        painter.restore()
        hairs = QPainterPath()
        for way in (QPointF(1, 0), QPointF(0, 1), QPointF(-1, 0), QPointF(0, -1)):
            hairs.moveTo(centre + way * (radius * _HAIR / 3))
            hairs.lineTo(centre + way * (radius * _HAIR))
        draw_line(painter, hairs, theme.way, 1.6, theme)
        draw_line(painter, circle, theme.plate_ink, 2.0, theme)

    @staticmethod
    def centre(view: Viewport, aim: QPointF, radius: float) -> QPointF:
        """In the corner of the sheet that is furthest from the place."""
        edge = radius + _MARGIN
        corners = [
            QPointF(x, y)
            for x in (view.left + edge, view.left + view.width - edge)
            for y in (view.top + edge, view.top + view.height - edge)
        ]
        return max(corners, key=lambda c: math.hypot(c.x() - aim.x(), c.y() - aim.y()))
