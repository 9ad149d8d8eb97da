"""What is drawn over a picture on paper: how the hands move, points, numbers and names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath

from massage_trainer.widgets.fonts import MAIN_FAMILY
from massage_trainer.widgets.plate.labels import LabelLayout, Placed, Wanted
from massage_trainer.widgets.plate.lines import draw_measured, draw_zone, measure
from massage_trainer.widgets.plate.marks import draw_cross, draw_leader, draw_line
from massage_trainer.widgets.plate.patches import patch_of
from massage_trainer.widgets.plate.shapes import Area, Box, Disc
from massage_trainer.widgets.plate.viewport import Viewport
from massage_trainer.widgets.plate.ways import draw_way, way_on
from massage_trainer.widgets.theme import LIGHT

if TYPE_CHECKING:
    from massage_trainer.domain.paper.model import Dot, Picture

_PIXEL: Final = 20 / 3  # of the page's twentieths of a point: what is one pixel on the screen
_LETTERS: Final = (24, 21, 18, 16)  # pixels: 8 points, and smaller in a crowd
_SMALL: Final = 17
_RING: Final = 6.0
_MARGIN: Final = 5.0
_PAD: Final = 4.0


def decorate(painter: QPainter, box: QRectF, picture: Picture) -> None:
    """Draw it over the picture that fills this box of a page."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(_PIXEL, _PIXEL)
    left, top, part = picture.part
    wide, high = box.width() / _PIXEL, box.height() / _PIXEL
    view = Viewport(0, 0, wide, high, 1 / part, left + part / 2, top + part / 2)
    for zone in picture.zones:
        draw_zone(painter, zone, view, LIGHT, strong=True)
    numbers = _font(_SMALL)
    for at, line in picture.lines:
        middle = QPointF(*view.to_screen(at))
        draw_measured(painter, measure(line, view, _SMALL, middle, _RING), numbers, LIGHT)
    for mark in picture.marks:
        draw_way(painter, way_on(mark, view), LIGHT)
    area = Box(*view[:4])
    zones = [
        patch_of([view.to_screen(point) for run in zone for point in run.points], area)
        for zone in picture.zones
    ]
    _draw_dots(painter, view, picture.dots, zones)
    painter.restore()


def _draw_dots(
    painter: QPainter, view: Viewport, dots: tuple[Dot, ...], zones: Sequence[Area]
) -> None:
    places = [QPointF(*view.to_screen(dot.at)) for dot in dots]
    for dot, at in zip(dots, places, strict=True):
        if dot.wrong:
            draw_cross(painter, at, 1.5 * _RING, LIGHT)
        else:
            _ring(painter, at)
    discs = [Disc(at.x(), at.y(), _RING + 2) for at in places]
    named = [(words, disc) for dot, disc in zip(dots, discs, strict=True) if (words := _words(dot))]
    for size in _LETTERS:
        font = _font(size)
        found = _placed(named, discs, Box(*view[:4]), font, zones)
        if all(found):
            break
    for (words, disc), placed in zip(named, found, strict=True):
        _label(painter, placed or _beside(disc, words, font), words, font)


def _words(dot: Dot) -> str:
    return " ".join(each for each in (str(dot.number or ""), dot.text) if each)


def _placed(
    named: list[tuple[str, Disc]],
    discs: list[Disc],
    area: Box,
    font: QFont,
    zones: Sequence[Area],
) -> list[Placed | None]:
    layout = LabelLayout(area.grown(-_MARGIN), discs, zones=zones)
    return [layout.place(_wanted(disc, words, font)) for words, disc in named]


def _wanted(disc: Disc, words: str, font: QFont) -> Wanted:
    wide = QFontMetricsF(font).horizontalAdvance(words) + 2 * _PAD
    return Wanted(disc, wide, font.pixelSize() * 1.25, font.pixelSize() * 0.6)


def _beside(disc: Disc, words: str, font: QFont) -> Placed:
    """Where everything is taken: better over a neighbour than not named at all."""
    wanted = _wanted(disc, words, font)
    top = disc.y - disc.radius - wanted.height
    box = Box(disc.x - wanted.width / 2, top, wanted.width, wanted.height)
    return Placed(box, ((disc.x, disc.y - disc.radius), (disc.x, box.bottom)))


def _font(size: int) -> QFont:
    font = QFont([MAIN_FAMILY])
    font.setPixelSize(size)
    font.setWeight(QFont.Weight.DemiBold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setFeature(QFont.Tag("liga"), 0)  # letters joined in one could not be searched for
    return font


def _ring(painter: QPainter, at: QPointF) -> None:
    """Dark, with a light middle: seen on skin and on cloth, also in grey."""
    path = QPainterPath()
    path.addEllipse(at, _RING, _RING)
    draw_line(painter, path, LIGHT.plate_ink, 2.2, LIGHT)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(LIGHT.plate_ink)
    painter.drawEllipse(at, 1.6, 1.6)


def _label(painter: QPainter, placed: Placed, words: str, font: QFont) -> None:
    draw_leader(painter, placed.leader, LIGHT.plate_ink, LIGHT)
    rect = QRectF(*placed.box)
    painter.setPen(LIGHT.plate_ink)
    painter.setBrush(LIGHT.surface)
    painter.drawRoundedRect(rect, 4, 4)
    painter.setFont(font)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)
