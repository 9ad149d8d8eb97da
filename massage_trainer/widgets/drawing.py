"""Painting for the first page without Qt's own namespace.

Naming ``Qt`` builds a hundred enums: 15 ms at the start of the program, for which the first page
has no use. Some calls name it by themselves (``QPainter.setPen``, ``QBrush(color)``), so brushes
come from a palette here, and text is drawn in the ink of its widget's foreground role. A test
watches that the first picture does without ``Qt``, another compares the flags here with Qt's.
"""

from typing import Final

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPainterPath, QPalette, QPen

# As QPainter.drawText takes them: Qt.AlignmentFlag and Qt.TextFlag.
LEFT_MIDDLE: Final = 0x0001 | 0x0080
LEFT_WRAPPED: Final = 0x0001 | 0x1000
_TALL: Final = 100_000


def rounded(area: QRect | QRectF, radius: float) -> QPainterPath:
    """A rectangle with round corners."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(area), radius, radius)
    return path


def brush_of(color: QColor) -> QBrush:
    """A plain brush."""
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, color)
    return palette.brush(QPalette.ColorRole.Window)


def pen_of(color: QColor, width: float) -> QPen:
    """A plain pen."""
    pen = QPen()
    pen.setColor(color)
    pen.setWidthF(width)
    return pen


def fill_rounded(
    painter: QPainter, area: QRect | QRectF, radius: float, fill: QColor, edge: QColor | None = None
) -> None:
    """A sheet, with a hairline inside its border if an edge is named."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(rounded(area, radius), brush_of(fill))
    if edge is not None:
        frame_rounded(painter, area, radius, edge, 1.0)


def frame_rounded(
    painter: QPainter, area: QRect | QRectF, radius: float, color: QColor, width: float
) -> None:
    """A frame of this width inside the area."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    half = width / 2
    inside = QRectF(area).adjusted(half, half, -half, -half)
    painter.strokePath(rounded(inside, max(0.0, radius - half)), pen_of(color, width))


def wrapped_rect(metrics: QFontMetrics, left: int, top: int, width: int, text: str) -> QRect:
    """Where a text stands that begins here and wraps at this width."""
    room = QRect(left, top, max(1, width), _TALL)
    height = metrics.boundingRect(room, LEFT_WRAPPED, text).height() + 1  # it rounds down
    return QRect(left, top, max(1, width), height)
