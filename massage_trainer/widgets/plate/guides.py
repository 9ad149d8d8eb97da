"""How the guides of a live body are painted: channels, the spine, and the line of the crests.

Each is told from the others, and from what hands do, by its pattern: a channel has a dot at each
point, the spine a rung at each process, the line of the crests is broken.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from massage_trainer.domain.stage_layers import StageLayer

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
    lines, stops = QPainterPath(), QPainterPath()
    for guide in guides:
        for run in guide.runs:
            places = [QPointF(*view.to_screen(at)) for at in run.points]
            lines.moveTo(places[0])
            for place in places[1:]:
                lines.lineTo(place)
        for at in guide.stops:
            place = QPointF(*view.to_screen(at))
            if layer is StageLayer.CHANNELS:
                stops.addEllipse(place, _DOT, _DOT)
            elif layer is StageLayer.SPINE:
                _add_rung(stops, guide, place, view)
    color = theme.mark if layer is StageLayer.CHANNELS else theme.plate_ink
    pen, edge = QPen(color, _WIDTH), QPen(theme.plate, _WIDTH + 2 * _EDGE)
    edge.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.strokePath(lines, edge)
    painter.strokePath(stops, edge)
    if layer is StageLayer.CREST:
        pen.setDashPattern(_DASHES)
    painter.strokePath(lines, pen)
    if layer is StageLayer.CHANNELS:
        painter.fillPath(stops, color)
    else:
        painter.strokePath(stops, pen)


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
