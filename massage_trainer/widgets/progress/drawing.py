"""What the charts share: their look, hatched areas, and the signs of how far a thing is learnt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from massage_trainer.domain.quiz.memory import Standing
from massage_trainer.widgets.fonts import sized

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from massage_trainer.widgets.theme import Theme

_HATCH_STEP: Final = 0.42  # of the font's size
LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
MIDDLE: Final = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True, slots=True)
class Look:
    """Colours and type of a chart: those of the window, or those of a file."""

    theme: Theme
    font: QFont

    @property
    def em(self) -> float:
        return float(self.font.pixelSize())

    @property
    def line(self) -> float:
        """The height of a line of text."""
        return QFontMetricsF(self.font).height()

    @property
    def strong(self) -> QFont:
        return sized(self.font, self.font.pixelSize(), QFont.Weight.DemiBold)

    def width(self, text: str) -> float:
        return QFontMetricsF(self.font).horizontalAdvance(text)

    def elided(self, text: str, width: float) -> str:
        return QFontMetricsF(self.font).elidedText(text, Qt.TextElideMode.ElideRight, width)


class Chart(Protocol):
    """A drawing with all its words and numbers; ``numbers`` says them without the drawing."""

    @property
    def numbers(self) -> Sequence[str]: ...

    def paint(self, painter: QPainter, area: QRectF, look: Look) -> None: ...


class PictureWriter(Protocol):
    """Writes drawings as files, in the format that the name asks for.

    Raises TrainerError with a sentence.
    """

    def write(
        self, path: Path, size: tuple[int, int], title: str, draw: Callable[[QPainter], None]
    ) -> None: ...


def hatch(painter: QPainter, area: QRectF, step: float, pen: QPen) -> None:
    """Slanted lines in any size: an SVG loses clips, and Qt's own patterns are of eight dots."""
    path = QPainterPath()
    reach = area.width() + area.height()
    offset = step
    while offset < reach:
        # From the left or lower edge up to the upper or right edge.
        start = QPointF(
            area.left() + max(0.0, offset - area.height()),
            area.top() + min(offset, area.height()),
        )
        end = QPointF(
            area.left() + min(offset, area.width()),
            area.top() + max(0.0, offset - area.width()),
        )
        path.moveTo(start)
        path.lineTo(end)
        offset += step
    painter.strokePath(path, pen)


def fill_standing(painter: QPainter, area: QRectF, standing: Standing, look: Look) -> None:
    """A part of a bar: full, hatched, or empty."""
    if area.width() <= 0:
        return
    theme = look.theme
    edge = QPen(theme.accent if standing is not Standing.NEW else theme.outline, 1)
    fill = {
        Standing.MASTERED: theme.accent,
        Standing.LEARNING: theme.accent_soft,
        Standing.NEW: theme.surface,
    }[standing]
    painter.fillRect(area, fill)
    if standing is Standing.LEARNING:
        hatch(painter, area, look.em * _HATCH_STEP, QPen(theme.accent, 1))
    painter.setPen(edge)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(area)


def draw_standing(
    painter: QPainter, at: QPointF, radius: float, standing: Standing, ink: QColor, paper: QColor
) -> None:
    """A disc that is full, half full or empty: told apart without colours, and when tiny."""
    disc = QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius)
    painter.setPen(QPen(ink, max(1.0, radius * 0.34)))
    painter.setBrush(ink if standing is Standing.MASTERED else paper)
    painter.drawEllipse(disc)
    if standing is Standing.LEARNING:
        half = QPainterPath(at)
        half.arcTo(disc, 90, 180)
        half.closeSubpath()
        painter.fillPath(half, ink)


def draw_legend(
    painter: QPainter,
    area: QRectF,
    entries: Sequence[tuple[Callable[[QRectF], None], str]],
    look: Look,
) -> float:
    """Swatches with their words from the left, in as many lines as needed; answers their height."""
    left, top = area.left(), area.top()
    box = look.em
    for swatch, words in entries:
        width = box * 1.5 + look.width(words) + look.em * 1.4
        if left > area.left() and left + width - look.em > area.right():
            left, top = area.left(), top + look.line * 1.2
        swatch(QRectF(left, top + (look.line - box) / 2, box, box))
        painter.setPen(look.theme.ink)
        painter.setFont(look.font)
        room = QRectF(left + box * 1.5, top, look.width(words) + 2, look.line)
        painter.drawText(room, int(LEFT), words)
        left += width
    return top + look.line * 1.3 - area.top()
