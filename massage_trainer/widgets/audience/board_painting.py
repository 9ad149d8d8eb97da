"""How pen, spotlight and magnifier are painted: in parts of the sheet, so alike on every window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from massage_trainer.domain.classroom.board import LENS_RADIUS, LENS_ZOOM, SPOTLIGHT_RADIUS
from massage_trainer.widgets.painting import round_pen
from massage_trainer.widgets.plate.marks import draw_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtGui import QImage

    from massage_trainer.domain.classroom.board import PenLine
    from massage_trainer.domain.still_places import Fraction
    from massage_trainer.widgets.plate.viewport import Viewport
    from massage_trainer.widgets.theme import Theme

_PEN: Final = 0.0055  # of the width of the sheet
_PEN_EDGE: Final = 0.0022
_LEAST_PEN: Final = 2.0  # dots, on a small preview
_SHADE: Final = 175  # of 255: what lies beside the spotlight is still made out
_RIM: Final = 0.004


def paint_picture(painter: QPainter, picture: QImage, view: Viewport) -> None:
    """The part of a picture that a view of it shows."""
    share = 1 / view.zoom
    width, height = picture.width(), picture.height()
    seen = QRectF(
        (view.across - share / 2) * width,
        (view.down - share / 2) * height,
        share * width,
        share * height,
    )
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRectF(*view[:4]), picture, seen)


def paint_pen(painter: QPainter, lines: Iterable[PenLine], view: Viewport, theme: Theme) -> None:
    """The lines of the pen with a light edge; a single spot is a dot."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    paths = [pen_path(line.spots, view) for line in lines]
    width, edge = max(_LEAST_PEN, _PEN * view.width), max(0.8, _PEN_EDGE * view.width)
    for path in paths:
        painter.strokePath(path, round_pen(theme.plate, width + 2 * edge))
    for path in paths:
        painter.strokePath(path, round_pen(theme.danger_mark, width))


def pen_path(spots: tuple[Fraction, ...], view: Viewport) -> QPainterPath:
    """Where a line of the pen runs on the screen."""
    places = [QPointF(*view.to_screen(spot)) for spot in spots]
    path = QPainterPath(places[0])
    for place in places[1:] or [places[0] + QPointF(0.01, 0)]:  # nothing is stroked at one spot
        path.lineTo(place)
    return path


def paint_spotlight(painter: QPainter, at: Fraction, view: Viewport, theme: Theme) -> None:
    """Darkens all but a round place."""
    radius = SPOTLIGHT_RADIUS * view.width
    middle = QPointF(*view.to_screen(at))
    card = QRectF(*view[:4])
    around = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
    shade = QColor(theme.plate_ink)
    shade.setAlpha(_SHADE)
    # Only the square around it is a path; large rectangles are filled many times as fast.
    rim_width = _RIM * view.width
    around.adjust(-rim_width, -rim_width, rim_width, rim_width)
    square = around.toAlignedRect() & card.toAlignedRect()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    whole = card.toAlignedRect()
    if square.isEmpty():
        painter.fillRect(whole, shade)
        return
    top, bottom = square.top() - whole.top(), whole.bottom() - square.bottom()
    painter.fillRect(whole.left(), whole.top(), whole.width(), top, shade)
    painter.fillRect(whole.left(), square.bottom() + 1, whole.width(), bottom, shade)
    left, right = square.left() - whole.left(), whole.right() - square.right()
    painter.fillRect(whole.left(), square.top(), left, square.height(), shade)
    painter.fillRect(square.right() + 1, square.top(), right, square.height(), shade)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ring = QPainterPath()
    ring.addRect(QRectF(square))
    ring.addEllipse(middle, radius, radius)
    painter.save()
    painter.setClipRect(square, Qt.ClipOperation.IntersectClip)
    painter.fillPath(ring, shade)
    rim = QPainterPath()
    rim.addEllipse(middle, radius, radius)
    painter.strokePath(rim, round_pen(theme.plate, rim_width))
    painter.restore()


def lens_view(at: Fraction, view: Viewport) -> Viewport:
    """The view inside the magnifier: nearer, and the place under its middle stays there."""
    x, y = view.to_screen(at)
    near = view._replace(zoom=view.zoom * LENS_ZOOM)
    now = near.to_screen(at)
    _, _, width, height = near.picture
    return near._replace(
        across=near.across + (now[0] - x) / width, down=near.down + (now[1] - y) / height
    )


def paint_lens(
    painter: QPainter,
    at: Fraction,
    view: Viewport,
    theme: Theme,
    paint_inside: Callable[[QPainter, Viewport], None],
) -> None:
    """A round place in which everything is larger."""
    radius = LENS_RADIUS * view.width
    middle = QPointF(*view.to_screen(at))
    circle = QPainterPath()
    circle.addEllipse(middle, radius, radius)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(circle, Qt.ClipOperation.IntersectClip)
    painter.fillPath(circle, theme.plate)
    paint_inside(painter, lens_view(at, view))
    painter.restore()
    draw_line(painter, circle, theme.plate_ink, max(2.0, _RIM * view.width), theme)
