"""Radio buttons and check boxes whose words may take several lines."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

from massage_trainer.widgets.icons import Icon, draw_icon
from massage_trainer.widgets.theme import Theme, theme_of

_FLAGS = int(Qt.TextFlag.TextWordWrap.value) | int(Qt.AlignmentFlag.AlignLeft.value)
_MARGIN = 3
_MOST = 10_000


class WrappingRadio(QRadioButton):
    """One of several answers; Qt's own never wraps its words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _prepare(self)

    def heightForWidth(self, width: int) -> int:
        return _height(self, width)

    def sizeHint(self) -> QSize:
        return _size_hint(self)

    def minimumSizeHint(self) -> QSize:
        return _least_size(self)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        mark = _paint_frame(self, painter, theme)
        painter.setBrush(theme.accent_soft if self.underMouse() else theme.surface)
        painter.drawEllipse(mark)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.accent)
            painter.drawEllipse(mark.center(), mark.width() / 4, mark.width() / 4)


class WrappingCheck(QCheckBox):
    """A yes or no; Qt's own is hard to see in the dark and never wraps its words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _prepare(self)

    def heightForWidth(self, width: int) -> int:
        return _height(self, width)

    def sizeHint(self) -> QSize:
        return _size_hint(self)

    def minimumSizeHint(self) -> QSize:
        return _least_size(self)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        mark = _paint_frame(self, painter, theme)
        if self.isChecked():
            painter.setBrush(theme.accent)
        else:
            painter.setBrush(theme.accent_soft if self.underMouse() else theme.surface)
        painter.drawRoundedRect(mark, mark.width() / 5, mark.width() / 5)
        if self.isChecked():
            inset = mark.width() * 0.12
            inner = mark.adjusted(inset, inset, -inset, -inset)
            draw_icon(painter, Icon.CHECK, inner, theme.accent_ink)


def _prepare(button: QAbstractButton) -> None:
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    button.setSizePolicy(policy)
    button.setAttribute(Qt.WidgetAttribute.WA_Hover)


def _height(button: QAbstractButton, width: int) -> int:
    return _words(button, width).height() + 2 * _MARGIN


def _size_hint(button: QAbstractButton) -> QSize:
    words = button.fontMetrics().horizontalAdvance(button.text())
    width = words + _indent(button) + 3 * _MARGIN
    return QSize(width, _height(button, width))


def _least_size(button: QAbstractButton) -> QSize:
    metrics = button.fontMetrics()
    widest = max((metrics.horizontalAdvance(w) for w in button.text().split()), default=0)
    return QSize(_indent(button) + widest + 3 * _MARGIN, metrics.height() + 2 * _MARGIN)


def _indent(button: QAbstractButton) -> int:
    return round(button.fontMetrics().height() * 1.15)


def _words(button: QAbstractButton, width: int) -> QRect:
    """Where the words stand."""
    left = _MARGIN + _indent(button)
    room = QRect(left, _MARGIN, max(1, width - left - _MARGIN), _MOST)
    return button.fontMetrics().boundingRect(room, _FLAGS, button.text())


def _paint_frame(button: QAbstractButton, painter: QPainter, theme: Theme) -> QRectF:
    """Paint words and focus, and take the pen for the mark, whose place is returned."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    words = _words(button, button.width())
    painter.setPen(button.palette().windowText().color())
    painter.drawText(words, _FLAGS, button.text())
    if button.hasFocus():
        painter.setPen(QPen(theme.ink, 2))
        painter.drawRoundedRect(QRectF(button.rect()).adjusted(1, 1, -1, -1), 5, 5)
    line = button.fontMetrics().height()
    radius = line * 0.34
    centre = QPointF(_MARGIN + 2 + radius, words.top() + line / 2)
    painter.setPen(QPen(theme.accent if button.isChecked() else theme.outline, 1.5))
    return QRectF(centre - QPointF(radius, radius), centre + QPointF(radius, radius))
