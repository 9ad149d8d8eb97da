"""How the guides of a live body are painted: channels, the spine, and the line of the crests.

Each is told from the others, and from what hands do, by its pattern: a channel has a dot at each
point, the spine a rung at each process, the line of the crests is broken.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from massage_trainer.domain.stage_layers import StageLayer
from massage_trainer.widgets.painting import round_pen

if TYPE_CHECKING:
    from massage_trainer.domain.live_guides import Guide
    from massage_trainer.widgets.plate.viewport import Viewport
    from massage_trainer.widgets.theme import Theme

_WIDTH: Final = 1.8
_EDGE: Final = 1.5
_DOT: Final = 2.6
_RUNG: Final = 5.5  # half its length
_DASHES: Final = (7.0, 3.0, 1.5, 3.0)


def draw_guides(painter: QPainter, guides: tuple[Guide, ...], view: Viewport, theme: Theme) -> None:
    """All of one layer at once: their light edges never lie over a line."""
    for layer in (StageLayer.CHANNELS, StageLayer.CREST, StageLayer.SPINE):
        own = [guide for guide in guides if guide.layer is layer]
        if own:
            _draw(painter, layer, own, view, theme)


def _draw(
    painter: QPainter, layer: StageLayer, guides: list[Guide], view: Viewport, theme: Theme
) -> None:
    lines, rungs = QPainterPath(), QPainterPath()
    dots: list[QPointF] = []
    for guide in guides:
        for run in guide.runs:
            places = [QPointF(*view.to_screen(at)) for at in run.points]
            lines.moveTo(places[0])
            for place in places[1:]:
                lines.lineTo(place)
        stops = [QPointF(*view.to_screen(at)) for at in guide.stops]
        if layer is StageLayer.CHANNELS:
            dots += stops
        elif layer is StageLayer.SPINE:
            for place in stops:
                _add_rung(rungs, guide, place, view)
    color = theme.mark if layer is StageLayer.CHANNELS else theme.plate_ink
    pen, edge = QPen(color, _WIDTH), QPen(theme.plate, _WIDTH + 2 * _EDGE)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.strokePath(lines, edge)
    painter.strokePath(rungs, edge)
    _draw_dots(painter, dots, theme.plate, _DOT + _EDGE)
    if layer is StageLayer.CREST:
        pen.setDashPattern(_DASHES)
    painter.strokePath(lines, pen)
    painter.strokePath(rungs, pen)
    _draw_dots(painter, dots, color, _DOT)


def _draw_dots(painter: QPainter, dots: list[QPointF], color: QColor, radius: float) -> None:
    if dots:
        painter.setPen(round_pen(color, 2 * radius))
        painter.drawPoints(QPolygonF(dots))


def _add_rung(path: QPainterPath, guide: Guide, at: QPointF, view: Viewport) -> None:
    """Across the line, at the place where a process is felt."""
    for run in guide.runs:
        places = [QPointF(*view.to_screen(point)) for point in run.points]
        for number, place in enumerate(places):
            if place != at:
                continue
            way = places[min(number + 1, len(places) - 1)] - places[max(number - 1, 0)]
            length = math.hypot(way.x(), way.y()) or 1.0
            across = QPointF(-way.y(), way.x()) * (_RUNG / length)
            path.moveTo(at - across)
            path.lineTo(at + across)
            return
