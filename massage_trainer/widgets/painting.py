"""Small things that several painted widgets share."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from massage_trainer.widgets.fonts import sized

FOCUS_WIDTH = 2.5


def fill_card(
    painter: QPainter, rect: QRectF, radius: float, fill: QColor, edge: QColor | None = None
) -> None:
    """A rounded area, with a hairline around it if an edge is named."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill)
    if edge is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(rect, radius, radius)
        return
    painter.setPen(QPen(edge, 1))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


def draw_focus(painter: QPainter, rect: QRectF, radius: float, color: QColor) -> None:
    """The frame that shows where the keyboard is."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color, FOCUS_WIDTH))
    half = FOCUS_WIDTH / 2
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)


def fitted(font: QFont, text: str, width: float, least_px: int = 8) -> QFont:
    """The font, smaller if the text is wider than that."""
    natural = QFontMetricsF(font).horizontalAdvance(text)
    if natural <= width or natural <= 0:
        return font
    return sized(font, max(least_px, int(font.pixelSize() * width / natural)))


def round_pen(color: QColor, width: float) -> QPen:
    pen = QPen(color, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen
