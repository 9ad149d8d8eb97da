"""The big digits: as large as fits, and running without a tremble."""

from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from massage_trainer.widgets.fonts import sized

_DIGITS: Final = "0123456789"
_SMALL_PART: Final = 0.52  # of the digits: the goal behind a count
_TIGHTER: Final = 0.985  # than the widest digit: their sides leave room
_SAMPLE_PX: Final = 200


def fitting_font(font: QFont, template: str, width: float, height: float) -> QFont:
    """The font in the largest size in which every text of this form fits."""
    sample = sized(font, _SAMPLE_PX)
    metrics = QFontMetricsF(sample)
    by_width = width / max(1.0, _widest(template, metrics))
    by_height = height / metrics.capHeight()
    return sized(sample, int(_SAMPLE_PX * min(by_width, by_height)))


def painted_width(text: str, font: QFont) -> float:
    """How wide a text is painted."""
    metrics = QFontMetricsF(font)
    digits, goal = _parts(text)
    goal_width = metrics.horizontalAdvance(goal) * _SMALL_PART
    return sum(width for _, width in _cells(digits, metrics)) + goal_width


def draw_digits(painter: QPainter, middle: QPointF, text: str, font: QFont) -> None:
    """Paint in the painter's pen, centred on a point; behind a slash smaller."""
    metrics = QFontMetricsF(font)
    digits, goal = _parts(text)
    left = middle.x() - painted_width(text, font) / 2
    base = middle.y() + metrics.capHeight() / 2
    painter.setFont(font)
    for letter, width in _cells(digits, metrics):
        indent = (width - metrics.horizontalAdvance(letter)) / 2
        painter.drawText(QPointF(left + indent, base), letter)
        left += width
    if goal:
        painter.setFont(sized(font, int(font.pixelSize() * _SMALL_PART)))
        painter.drawText(QPointF(left, base), goal)


def _parts(digits: str) -> tuple[str, str]:
    """A count and the goal behind it, which is painted smaller."""
    count, slash, goal = digits.partition("/")
    return count, slash + goal


def _cells(digits: str, metrics: QFontMetricsF) -> list[tuple[str, float]]:
    """Letters with equal room for each digit that runs, so that the time does not tremble."""
    room = _room(metrics)
    colon = digits.find(":")
    return [
        (letter, room if runs else metrics.horizontalAdvance(letter))
        for place, letter in enumerate(digits)
        for runs in [letter in _DIGITS and 0 <= colon < place]
    ]


def _widest(template: str, metrics: QFontMetricsF) -> float:
    """The width of the widest text of this form: any digit may stand anywhere but in front."""
    digits, goal = _parts(template)
    room = _room(metrics)
    tens = len(digits) > 4 and ":" in digits  # changes rarely: keeps its own width
    letters = sum(
        room
        if letter in _DIGITS and not (tens and place == 0)
        else metrics.horizontalAdvance(letter)
        for place, letter in enumerate(digits)
    )
    return letters + metrics.horizontalAdvance(goal) * _SMALL_PART


def _room(metrics: QFontMetricsF) -> float:
    return max(metrics.horizontalAdvance(digit) for digit in _DIGITS) * _TIGHTER
