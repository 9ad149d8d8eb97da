"""Fields: a list to choose from, words to write, and a number with steps down and up."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.icons import Icon, draw_icon
from massage_trainer.widgets.theme import theme_of

_CORNER = 5.0
_FOCUS_WIDTH = 2.0
_QT_MARGIN = 2  # a QLineEdit keeps this to itself


class ChoiceBox(QComboBox):
    """A list that opens downwards; the wheel scrolls the page, not the choice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)

    def sizeHint(self) -> QSize:
        em = self.fontMetrics().height()
        return QSize(super().sizeHint().width() + 2 * em, round(em * 1.7))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        _paint_box(self, painter)
        em = self.fontMetrics().height()
        padding = round(em * 0.45)
        arrow = round(em * 0.7)
        room = self.rect().adjusted(padding, 0, -2 * padding - arrow, 0)
        text = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.setPen(theme.ink)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        place = QRectF(self.width() - padding - arrow, (self.height() - arrow) / 2, arrow, arrow)
        draw_icon(painter, Icon.DOWN, place, theme.muted)


class TextField(QLineEdit):
    """A line of words; they begin where those of a list begin."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrame(False)
        bare = QPalette()  # Qt would paint its own ground over the rounded one
        bare.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(bare)
        self._pad()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._pad()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        _paint_box(self, painter)
        painter.end()
        super().paintEvent(event)

    def _pad(self) -> None:
        padding = max(0, round(self.fontMetrics().height() * 0.45) - _QT_MARGIN)
        self.setTextMargins(padding, 0, padding, 0)


class NumberBox(QSpinBox):
    """A number to type or to step with the arrow keys; the wheel scrolls the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setFrame(False)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setKeyboardTracking(False)

    def sizeHint(self) -> QSize:
        em = self.fontMetrics().height()
        return QSize(super().sizeHint().width() + em, round(em * 1.7))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The editor would cover the edge.
        self.lineEdit().setGeometry(self.rect().adjusted(3, 3, -3, -3))

    def paintEvent(self, event: QPaintEvent) -> None:
        _paint_box(self, QPainter(self))


class Stepper(QWidget):
    """A number between a minus and a plus; the keyboard uses the number itself."""

    def __init__(self, box: NumberBox, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = box
        self._less = Button(ButtonKind.QUIET, Icon.MINUS, self)
        self._more = Button(ButtonKind.QUIET, Icon.PLUS, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for widget in (self._less, box, self._more):
            row.addWidget(widget)
        for button in (self._less, self._more):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAutoRepeat(True)
        self._less.clicked.connect(box.stepDown)
        self._more.clicked.connect(box.stepUp)

    def set_text_px(self, pixel_size: int) -> None:
        """Make the two buttons as large as fingers need them."""
        for button in (self._less, self._more):
            button.set_text_px(pixel_size)

    def name(self, words: str, less: str, more: str) -> None:
        """Name the number and its two buttons for those who do not see them."""
        self.box.setAccessibleName(words)
        for button, hint in ((self._less, less), (self._more, more)):
            button.setAccessibleName(f"{hint}: {words}")
            button.setToolTip(hint)


def _paint_box(field: QWidget, painter: QPainter) -> None:
    """The ground and the rounded edge of a field."""
    theme = theme_of(field)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    focused = field.hasFocus()
    width = _FOCUS_WIDTH if focused else 1.2
    painter.setPen(QPen(theme.accent if focused else theme.outline, width))
    painter.setBrush(theme.surface)
    inset = width / 2
    body = QRectF(field.rect()).adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(body, _CORNER, _CORNER)
