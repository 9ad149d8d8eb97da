"""A label with generous lines: stacked Vietnamese accents need air that QLabel does not give."""

import math
from typing import Any, Final

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from massage_trainer.domain.kept_together import kept_together, pieces
from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.theme import Scale, theme_of

# In sizes of the font. Two accents on a capital reach 1.22 above the base line, more than the
# font's own ascent says; tails reach 0.25 below.
BASE_LINE: Final = 1.25  # of the first line, from the top
LINE_DISTANCE: Final = 1.38
BELOW_LAST: Final = 0.28
CAPITALS_MIDDLE: Final = BASE_LINE - 0.37
LINE_HEIGHT: Final = BASE_LINE + BELOW_LAST  # of a single line
_WORD_EM: Final = 16  # an endless word breaks anywhere instead of making its window as wide


class TextBlock(QLabel):
    """Wrapped text in a size that follows the window and a colour named by the theme."""

    def __init__(
        self,
        percent: float,
        ink: str = "ink",
        weight: QFont.Weight = QFont.Weight.Normal,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._percent = percent
        self._ink = ink
        self._weight = weight
        self._layouts: dict[int, tuple[QTextLayout, float]] = {}
        self._natural_width: int | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_ink(self, ink: str) -> None:
        """Name the colour: a field of Theme."""
        self._ink = ink
        self.update()

    def set_weight(self, weight: QFont.Weight) -> None:
        if weight is not self._weight:
            self._weight = weight
            self.setFont(sized(self.font(), self.font().pixelSize(), weight))
            self._forget()

    def natural_width(self) -> int:
        """The width of the text on one line."""
        if self._natural_width is None:
            self._natural_width = self.fontMetrics().horizontalAdvance(self.text()) + 2
        return self._natural_width

    def show_text(self, text: str) -> None:
        """Set the words; the layout is told only when they are others."""
        if text != self.text():
            self.setText(text)
            self._forget()

    def set_percent(self, percent: float, scale: Scale) -> None:
        """Use another size from now on."""
        if percent != self._percent:
            self._percent = percent
            self.set_scale(scale)

    def set_scale(self, scale: Scale) -> None:
        """Take the font size for a window's size."""
        self.setFont(sized(self.font(), scale.text(self._percent), self._weight))
        self._forget()

    def hasHeightForWidth(self) -> bool:
        return self.wordWrap()

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        room = width - margins.left() - margins.right()
        return math.ceil(self._layout_for(room)[1])

    def sizeHint(self) -> QSize:
        width = self.natural_width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        if not self.wordWrap():
            return self.sizeHint()
        words = pieces(self.text()) or [""]
        metrics, size = self.fontMetrics(), self.font().pixelSize()
        widest = max(metrics.horizontalAdvance(word) for word in words) + 2
        return QSize(min(widest, _WORD_EM * size), math.ceil(size * LINE_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(getattr(theme_of(self), self._ink))
        room = self.contentsRect()
        layout, height = self._layout_for(room.width())
        top = float(room.top())
        if self.alignment() & Qt.AlignmentFlag.AlignVCenter:
            top += max(0.0, (room.height() - height) / 2)
        layout.draw(painter, QPointF(room.left(), top))

    def _forget(self) -> None:
        """Text or font are others now."""
        self._layouts.clear()
        self._natural_width = None
        self.updateGeometry()

    def _layout_for(self, width: int) -> tuple[QTextLayout, float]:
        # Layouts ask again and again, for two or three widths.
        if width not in self._layouts:
            self._layouts[width] = lay_out(self.text(), self.font(), width, self.alignment())
        return self._layouts[width]


def lay_out(
    text: str, font: QFont, width: float, alignment: Qt.AlignmentFlag
) -> tuple[QTextLayout, float]:
    """Break text into lines of equal distance: the layout and its height.

    Codes and numbers with units stay whole by where lines end: no letter is another one, so what
    is searched, copied or spoken is the text as it was written.
    """
    option = QTextOption(alignment & Qt.AlignmentFlag.AlignHorizontal_Mask)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    layout.setTextOption(option)
    size = font.pixelSize()
    base = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        slack = _fill(line, text, max(1.0, width))
        base += size * (LINE_DISTANCE if base else BASE_LINE)
        left = slack * _share_before(option.alignment())
        line.setPosition(QPointF(left, base - line.ascent()))
    layout.endLayout()
    return layout, base + size * BELOW_LAST


def _share_before(alignment: Qt.AlignmentFlag) -> float:
    """How much of the room that a short line leaves stands before it."""
    if alignment & Qt.AlignmentFlag.AlignHCenter:
        return 0.5
    return 1.0 if alignment & Qt.AlignmentFlag.AlignRight else 0.0


def _fill(line: QTextLine, text: str, width: float) -> float:
    """Take as many words as fit, less those that would tear what belongs together.

    Answers by how much the line is shorter than it might be.
    """
    line.setLineWidth(width)
    first = line.textStart()
    end = first + line.textLength()
    for start, stop in kept_together(text):
        torn = start < end < stop
        if torn and any(letter.isspace() for letter in text[first:start]):
            room = max(1.0, _x(line, start) - _x(line, first))
            line.setLineWidth(room)
            return width - room
    return 0.0


def _x(line: QTextLine, at: int) -> float:
    found: Any = line.cursorToX(at)  # with the place of the cursor, which the stubs do not know
    return float(found[0])


def draw_block(
    painter: QPainter, rect: QRect, text: str, font: QFont, alignment: Qt.AlignmentFlag
) -> int:
    """Paint wrapped text with the same generous lines, in the painter's pen; answers its height."""
    layout, height = lay_out(text, font, rect.width(), alignment)
    top = float(rect.top())
    if alignment & Qt.AlignmentFlag.AlignVCenter:
        top += max(0.0, (rect.height() - height) / 2)
    layout.draw(painter, QPointF(rect.left(), top))
    return math.ceil(height)


def balanced_width(text: str, font: QFont, width: int) -> int:
    """The least width in which a text takes no more lines: no word is left alone on the last."""
    high = block_height(text, font, width)
    metrics = QFontMetricsF(font)
    longest = max((metrics.horizontalAdvance(piece) for piece in pieces(text)), default=0.0)
    least, most = min(width, math.ceil(longest) + 2), width
    while least < most:
        middle = (least + most) // 2
        if block_height(text, font, middle) > high:
            least = middle + 1
        else:
            most = middle
    return most


def block_height(text: str, font: QFont, width: float) -> int:
    """How high wrapped text becomes."""
    return math.ceil(lay_out(text, font, width, Qt.AlignmentFlag.AlignLeft)[1])
