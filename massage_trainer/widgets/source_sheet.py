"""A sheet over the middle of the page: what the article says about this step."""

from PySide6.QtCore import QEvent, QRectF, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.detail_column import DetailColumn
from massage_trainer.widgets.detail_row import DetailLine
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.painting import fill_card
from massage_trainer.widgets.text_block import TextBlock
from massage_trainer.widgets.theme import Scale, theme_of


class SourceSheet(QWidget):
    """Not modal: the countdown and the buttons beside it stay in use.

    Signals:
        close_clicked: the reader has seen enough.
    """

    close_clicked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("source-sheet")
        self._title = TextBlock(3.4, weight=QFont.Weight.DemiBold, parent=self)
        self.close_button = Button(ButtonKind.QUIET, Icon.CLOSE, self)
        self.close_button.setObjectName("source-close")
        self.column = DetailColumn(2.5, self)
        self._top = QHBoxLayout()
        self._top.addWidget(self._title, 1)
        self._top.addWidget(self.close_button)
        self._sheet = QVBoxLayout(self)
        self._sheet.addLayout(self._top)
        self._sheet.addWidget(self.column, 1)
        self.close_button.clicked.connect(self.close_clicked)
        self.retranslate()
        self.hide()

    def show_lines(self, lines: tuple[DetailLine, ...]) -> None:
        self.column.show_lines(lines)

    def set_scale(self, scale: Scale) -> None:
        pad = scale.px(2)
        self._sheet.setContentsMargins(pad, pad, pad, pad)
        self._sheet.setSpacing(scale.px(1.4))
        self._title.set_scale(scale)
        self.close_button.set_text_px(scale.control_px)
        self.column.set_scale(scale)

    def retranslate(self) -> None:
        self._title.show_text(self.tr("Source of this step"))
        for part in (self, self.column):
            part.setAccessibleName(self._title.text())
        self.close_button.setText(self.tr("Close"))
        self.close_button.setToolTip(self.tr("Close (Esc)"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, scale = theme_of(self), Scale.of(self)
        fill_card(QPainter(self), QRectF(self.rect()), scale.radius, theme.paper, theme.outline)
