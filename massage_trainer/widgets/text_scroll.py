"""A scrolling column of text that shows when there is more."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from massage_trainer.widgets.painting import draw_focus
from massage_trainer.widgets.scroll_bar import QuietScrollBar
from massage_trainer.widgets.theme import Scale, theme_of


class TextScroll(QScrollArea):
    """Scrolls with wheel, finger and the Up and Down keys; a fade shows that there is more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = QWidget()
        self.column = QVBoxLayout(self.body)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.setWidget(self.body)
        self.setWidgetResizable(True)
        self.setVerticalScrollBar(QuietScrollBar(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAutoFillBackground(False)
        self.body.setAutoFillBackground(False)
        self._veil = _Veil(self)
        self.viewport().installEventFilter(self)
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self._veil.look)
        bar.rangeChanged.connect(self._veil.look)

    def wanted_height(self, width: int) -> int:
        """With this height nothing has to be scrolled."""
        inside = width - self.verticalScrollBar().sizeHint().width()
        return self.column.totalHeightForWidth(max(1, inside))

    def to_top(self) -> None:
        self.verticalScrollBar().setValue(0)

    def set_scale(self, scale: Scale) -> None:
        self.verticalScrollBar().setSingleStep(scale.px(4))
        self._veil.fade_px = scale.px(4)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.viewport() and event.type() == QEvent.Type.Resize:
            self._veil.setGeometry(self.viewport().geometry())
            self._veil.raise_()
        return super().eventFilter(watched, event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._veil.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._veil.update()


class _Veil(QWidget):
    """Lies over the text: fades its end while there is more below, frames it when focused."""

    def __init__(self, scroll: TextScroll) -> None:
        super().__init__(scroll)
        self._scroll = scroll
        self.fade_px = 24
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def look(self) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = theme_of(self)
        bar = self._scroll.verticalScrollBar()
        hidden = bar.maximum() - bar.value()
        if hidden > 0:
            depth = min(self.fade_px, hidden * 2)
            strip = QRectF(0, self.height() - depth, self.width(), depth)
            fade = QLinearGradient(strip.topLeft(), strip.bottomLeft())
            clear = QColor(theme.paper)
            clear.setAlpha(0)
            fade.setColorAt(0, clear)
            fade.setColorAt(1, theme.paper)
            painter.fillRect(strip, fade)
        if self._scroll.hasFocus():
            draw_focus(painter, QRectF(self.rect()), 6, theme.ink)
