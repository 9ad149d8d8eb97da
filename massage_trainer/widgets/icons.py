"""The icons: drawn as paths on a 24 x 24 grid, in whatever colour the palette gives."""

from enum import Enum
from functools import cache

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from massage_trainer.widgets.drawing import brush_of, pen_of

GRID = 24
_STROKE = 2.0


class Icon(Enum):
    """Every icon as drawing commands: stroked strokes, then after ``|`` filled shapes.

    ``M x y`` move, ``L x y`` line, ``C x1 y1 x2 y2 x y`` curve, ``Z`` close,
    ``O cx cy r`` circle, ``A cx cy r start sweep`` arc in degrees, anticlockwise from the right.
    """

    BACK = "M 15 5 L 8 12 L 15 19"
    NEXT = "M 9 5 L 16 12 L 9 19"
    ARROW = "M 4 12 L 19 12 M 13 6 L 19 12 L 13 18"
    REPEAT = "A 12 12.6 7.6 62 298 |M 13.4 9.6 L 17.9 1.6 L 20.4 8.6 Z"
    PLAY = "|M 7 4.2 L 20 12 L 7 19.8 Z"
    PAUSE = "|M 6.5 4.5 L 10 4.5 L 10 19.5 L 6.5 19.5 Z M 14 4.5 L 17.5 4.5 L 17.5 19.5 L 14 19.5 Z"
    STOP = "|M 5.5 5.5 L 18.5 5.5 L 18.5 18.5 L 5.5 18.5 Z"
    RECORD = "|O 12 12 7.4"
    PLUS_15 = (
        "M 1.8 12 L 6.6 12 M 4.2 9.6 L 4.2 14.4 M 9 8.6 L 11.4 7 L 11.4 17.4"
        " M 21 7 L 15.6 7 L 15.2 11.6 C 17.2 10.2 21.6 10.6 21.6 14 C 21.6 17.8 16.6 18.4 14.8 16.2"
    )
    UNDO = "M 8.5 4.5 L 4 9 L 8.5 13.5 M 4.5 9 L 14 9 C 22.5 9 22.5 20 14 20 L 9.5 20"
    CHECK = "M 4.5 12.8 L 9.8 18 L 19.8 6.6"
    WARNING = "M 12 3.4 L 22 20.4 L 2 20.4 Z M 12 9.6 L 12 14.4|O 12 17.4 1.25"
    INFO = "O 12 12 9.2 M 12 11.2 L 12 16.8|O 12 7.6 1.3"
    QUESTION = (
        "O 12 12 9.2 M 9.2 9.6 C 9.2 5.8 15 5.8 15 9.4 C 15 11.8 12 11.8 12 14.2|O 12 17.2 1.25"
    )
    HAND = (
        "M 8.2 12.6 L 8.2 5.8 C 8.2 3.6 11 3.6 11 5.8 L 11 11 M 11 10.6 L 11 4.2 C 11 2 13.9 2"
        " 13.9 4.2 L 13.9 11 M 13.9 11 L 13.9 5.4 C 13.9 3.2 16.8 3.2 16.8 5.4 L 16.8 11.6 M 16.8"
        " 11.6 L 16.8 8 C 16.8 5.9 19.6 5.9 19.6 8 L 19.6 14.4 C 19.6 18.8 17.4 21.6 13.4 21.6 C 10"
        " 21.6 8.4 20.2 6.8 17.4 L 4.4 13.2 C 3.3 11.2 5.7 9.8 7 11.6 L 8.2 13.2"
    )
    PERSON = "O 12 7.2 4 M 4.4 21 C 4.4 11.6 19.6 11.6 19.6 21"
    PRESSURE = (
        "M 12 2.5 L 12 12.2 M 7.6 8.2 L 12 12.6 L 16.4 8.2 M 3 15.4 C 8 15.4 8.4 20.4 12 20.4"
        + (" C 15.6 20.4 16 15.4 21 15.4")
    )
    EYE = "M 2 12 C 6 4.6 18 4.6 22 12 C 18 19.4 6 19.4 2 12 Z O 12 12 3"
    BOOK = (
        "M 12 6.4 C 9.6 4.6 6 4.4 3 5 L 3 18.4 C 6 17.8 9.6 18 12 19.8 C 14.4 18 18 17.8 21 18.4"
        " L 21 5 C 18 4.4 14.4 4.6 12 6.4 Z M 12 6.4 L 12 19.8"
    )
    SETTINGS = "M 3 7 L 9 7 M 15 7 L 21 7 O 12 7 2.6 M 3 17 L 5.4 17 M 11 17 L 21 17 O 8.2 17 2.6"
    TEACHER = (
        "M 1.6 9 L 12 4 L 22.4 9 L 12 14 Z M 6 11.4 L 6 16.6 C 8 19.8 16 19.8 18 16.6 L 18 11.4"
    )
    CLOCK = "O 12 12 9.2 M 12 6.4 L 12 12 L 15.8 14.4"
    CLOSE = "M 5.5 5.5 L 18.5 18.5 M 18.5 5.5 L 5.5 18.5"
    PLUS = "M 12 5 L 12 19 M 5 12 L 19 12"
    MINUS = "M 5 12 L 19 12"
    DOWN = "M 5 9 L 12 16 L 19 9"
    UP = "M 5 15 L 12 8 L 19 15"
    BOX = "M 4 4 L 20 4 L 20 20 L 4 20 Z"
    TARGET = (
        "O 12 12 8 M 12 1.6 L 12 6 M 12 18 L 12 22.4 M 1.6 12 L 6 12 M 18 12 L 22.4 12|O 12 12 2.2"
    )
    PLACE = (
        "M 12 21.5 C 8.4 17.2 5.2 13.6 5.2 9.6 C 5.2 0.9 18.8 0.9 18.8 9.6"
        " C 18.8 13.6 15.6 17.2 12 21.5 Z O 12 9.6 2.4"
    )
    LIST = "M 9 6 L 21 6 M 9 12 L 21 12 M 9 18 L 21 18|O 4 6 1.6 O 4 12 1.6 O 4 18 1.6"
    COPY = (
        "M 8.5 8.5 L 20.5 8.5 L 20.5 20.5 L 8.5 20.5 Z M 15.5 4.5 L 15.5 3.5 L 3.5 3.5 L "
        "3.5 15.5 L 4.5 15.5"
    )
    NEAR = (
        "M 3 9.6 C 7 4.6 10 5 12 8 C 14 11 17 11.4 21 6.4"
        " M 3 17.6 C 7 12.6 10 13 12 16 C 14 19 17 19.4 21 14.4"
    )
    RULER = (
        "M 2.4 16.4 L 16.4 2.4 L 21.6 7.6 L 7.6 21.6 Z M 6.4 12.4 L 9.2 15.2 M 9.9 8.9 L 11.7 10.7"
        " M 13.4 5.4 L 16.2 8.2"
    )
    SPEAKER = (
        "M 3.6 9.2 L 7.6 9.2 L 12.6 5 L 12.6 19 L 7.6 14.8 L 3.6 14.8 Z"
        " M 15.8 9 C 17.8 10.6 17.8 13.4 15.8 15 M 18.2 6.4 C 22 9.4 22 14.6 18.2 17.6"
    )
    ZONES = "O 12 12 9.2 M 5.6 18.4 L 18.4 5.6"
    ZOOM_IN = "O 10.2 10.2 7.4 M 15.7 15.7 L 21.6 21.6 M 10.2 7 L 10.2 13.4 M 7 10.2 L 13.4 10.2"
    WAYS = "M 3.4 20.4 C 3.4 11 8.6 7 19.6 7 M 14.4 2 L 20 7 L 14.4 12"
    WIDE = "M 3 9 L 3 3 L 9 3 M 15 3 L 21 3 L 21 9 M 21 15 L 21 21 L 15 21 M 9 21 L 3 21 L 3 15"
    CLOSE_UP = "M 9 3 L 9 9 L 3 9 M 15 3 L 15 9 L 21 9 M 21 15 L 15 15 L 15 21 M 9 21 L 9 15 L 3 15"
    BLACK = (
        "M 2.5 4.5 L 21.5 4.5 L 21.5 17 L 2.5 17 Z M 8 21 L 16 21|M 3 5 L 21 5 L 21 16.5 L 3 16.5 Z"
    )
    TAKE_DOWN = (
        "M 2.5 4.5 L 21.5 4.5 L 21.5 17 L 2.5 17 Z M 8 21 L 16 21"
        " M 8.5 8 L 15.5 13.5 M 15.5 8 L 8.5 13.5"
    )
    WHITE = "M 2.5 4.5 L 21.5 4.5 L 21.5 17 L 2.5 17 Z M 8 21 L 16 21"
    FREEZE = (
        "M 12 2.4 L 12 21.6 M 3.7 7.2 L 20.3 16.8 M 3.7 16.8 L 20.3 7.2"
        " M 9.4 3.6 L 12 6.2 L 14.6 3.6 M 9.4 20.4 L 12 17.8 L 14.6 20.4"
    )
    SPOTLIGHT = (
        "O 12 12 5 M 12 1.8 L 12 4 M 12 20 L 12 22.2 M 1.8 12 L 4 12 M 20 12 L 22.2 12"
        " M 4.8 4.8 L 6.4 6.4 M 17.6 17.6 L 19.2 19.2 M 4.8 19.2 L 6.4 17.6 M 17.6 6.4 L 19.2 4.8"
    )
    LENS = "O 10 10 7.4 M 15.5 15.5 L 21.6 21.6 M 6.4 10 C 6.4 7.6 8 6.4 10 6.4"
    PEN = "M 4 20 L 5.2 15.2 L 16.4 4 L 20 7.6 L 8.8 18.8 Z M 13.6 6.8 L 17.2 10.4"
    ERASE = (
        "M 3.4 14.6 L 13 5 L 19.6 11.6 L 12 19.2 L 8 19.2 Z M 8.2 9.8 L 14.8 16.4"
        " M 12 19.2 L 21 19.2"
    )
    LABEL = "M 2.6 12 L 8 5.6 L 21.4 5.6 L 21.4 18.4 L 8 18.4 Z M 12 12 L 18 12"
    LETTERS = "M 1.8 19 L 7.4 4.6 L 13 19 M 3.8 14 L 11 14 M 21.6 12 L 21.6 19 O 18.2 15.4 3.4"
    CONTRAST = "O 12 12 9.2|M 12 2.8 C 24.2 2.8 24.2 21.2 12 21.2 Z"
    SCREEN = (
        "M 2.5 4.5 L 21.5 4.5 L 21.5 17 L 2.5 17 Z M 8 21 L 16 21|M 10 7.4 L 15.6 10.8 L 10 14.2 Z"
    )
    TURN = (
        "O 12 4.8 2.8 M 12 10 L 12 15.6 M 8.6 13 C 1 14.4 1 20 12 20 C 23 20 23 14.4 15.4 13"
        " M 18.6 10 L 15.2 12.9 L 18 16.6"
    )
    FAR = (
        "O 12 8 2.4 M 8.4 18.4 L 8.4 15 C 8.4 11.4 15.6 11.4 15.6 15 L 15.6 18.4"
        " M 2.6 3.4 L 2.6 20.6 L 21.4 20.6 L 21.4 3.4 Z"
    )
    SWAP = "M 3 8 L 20 8 M 15.4 3.4 L 20 8 L 15.4 12.6 M 21 16 L 4 16 M 8.6 11.4 L 4 16 L 8.6 20.6"
    KEYBOARD = (
        "M 2 6 L 22 6 L 22 18 L 2 18 Z M 8 15 L 16 15"
        "|O 5.6 9.6 1 O 9.2 9.6 1 O 12.8 9.6 1 O 16.4 9.6 1"
    )
    ZOOM_OUT = "O 10.2 10.2 7.4 M 15.7 15.7 L 21.6 21.6 M 7 10.2 L 13.4 10.2"


def draw_icon(painter: QPainter, icon: Icon, rect: QRect | QRectF, color: QColor) -> None:
    """Paint an icon as large as fits into the rectangle, in its middle."""
    area = QRectF(rect)
    side = min(area.width(), area.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(area.center() - QPointF(side / 2, side / 2))
    painter.scale(side / GRID, side / GRID)
    stroked, filled = _paths(icon)
    if not stroked.isEmpty():
        painter.strokePath(stroked, _round_pen(color))
    painter.fillPath(filled, brush_of(color))
    painter.restore()


def _round_pen(color: QColor) -> QPen:
    # The first page has filled icons only and does without Qt's namespace (see ``drawing``).
    from PySide6.QtCore import Qt

    pen = pen_of(color, _STROKE)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


@cache
def _paths(icon: Icon) -> tuple[QPainterPath, QPainterPath]:
    stroked, _, filled = icon.value.partition("|")
    return _path(stroked), _path(filled)


def _path(commands: str) -> QPainterPath:
    path = QPainterPath()
    words = iter(commands.split())

    def number() -> float:
        return float(next(words))

    def point() -> QPointF:
        return QPointF(number(), number())

    for word in words:
        match word:
            case "M":
                path.moveTo(point())
            case "L":
                path.lineTo(point())
            case "C":
                path.cubicTo(point(), point(), point())
            case "O":
                centre, radius = point(), number()
                path.addEllipse(centre, radius, radius)
            case "A":
                centre, radius = point(), number()
                square = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
                start, sweep = number(), number()
                path.arcMoveTo(square, start)
                path.arcTo(square, start, sweep)
            case "Z":
                path.closeSubpath()
            case _:
                raise ValueError(f"unknown drawing command {word!r}")
    return path
