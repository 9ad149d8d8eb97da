"""The whole lesson page as one button, for hands that leave oil on what they touch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QTouchEvent
from PySide6.QtWidgets import QWidget

from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.painting import fill_card, fitted
from massage_trainer.widgets.theme import Scale, theme_of
from massage_trainer.widgets.transport import HEIGHT_PERCENT

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from massage_trainer.viewmodels.hands_free import HandsFreeViewModel

_FRAME_PERCENT: Final = 0.7
_MARGIN_PERCENT: Final = 1.4  # of the page around the bar
_WORDS_PERCENT: Final = 3.0


class OilyTarget(QWidget):
    """Lies over the lesson page: a tap is next or done, a hold pauses.

    However many fingers a palm puts down, the first goes down and the last comes up: one press.
    """

    def __init__(self, hands: HandsFreeViewModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("oily-target")
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self._hands = hands
        self._scale = Scale(720)
        self.retranslate()
        self.hide()

    def set_scale(self, scale: Scale) -> None:
        self._scale = scale
        self.place()

    def place(self) -> None:
        """Cover the whole page."""
        page = self.parentWidget()
        if page is not None:
            self.setGeometry(page.rect())

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Tap anywhere: next or done. Hold: pause."))
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent):
            match event.type():
                case QEvent.Type.TouchBegin:
                    self._hands.press()
                case QEvent.Type.TouchEnd:
                    self._hands.release()
                case QEvent.Type.TouchCancel:
                    self._hands.let_go()
            event.accept()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._hands.press()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._hands.release()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self._scale.px(_FRAME_PERCENT, 3)
        painter.setPen(QPen(theme.accent, width))
        half = width / 2
        painter.drawRect(QRectF(self.rect()).adjusted(half, half, -half, -half))
        bar_of_verbs = self._scale.px(HEIGHT_PERCENT, 44)
        height = bar_of_verbs + 2 * self._scale.px(_MARGIN_PERCENT) + 2
        bar = QRectF(0, self.height() - height, self.width(), height)
        fill_card(painter, bar, 0, theme.accent)
        painter.setPen(theme.accent_ink)
        font = sized(self.font(), self._scale.text(_WORDS_PERCENT), QFont.Weight.DemiBold)
        painter.setFont(fitted(font, self.accessibleName(), bar.width() * 0.94))
        painter.drawText(bar, Qt.AlignmentFlag.AlignCenter, self.accessibleName())
