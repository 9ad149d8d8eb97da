"""What every dialog shares: type that follows its window, words that follow the language."""

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.scroll_bar import QuietScrollBar
from massage_trainer.widgets.theme import Scale


class ScaledDialog(QDialog):
    """A dialog as large as it wants and its window allows, closed by a button, Esc or Enter."""

    def __init__(self, wish: QSize, parent: QWidget) -> None:
        """``wish`` is a size in percent of the window's scale."""
        super().__init__(parent)
        self.scale = Scale.of(parent)
        self.setFont(sized(parent.font(), self.scale.control_px))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(*[3 * self.scale.unit] * 4)
        self.column.setSpacing(2 * self.scale.unit)
        size = QSize(self.scale.px(wish.width()), self.scale.px(wish.height()))
        self.resize(size.boundedTo(parent.window().size()))

    def add_close_button(self, beside: QWidget | None = None) -> None:
        """Put the close button under everything else; the dialog is complete now."""
        # Made last, so that the keyboard begins with what the dialog is about.
        self._close = Button(ButtonKind.PLAIN, None, self)
        self._close.setObjectName("close")
        self._close.clicked.connect(self.reject)
        row = QHBoxLayout()
        if beside is not None:
            row.addWidget(beside)
        row.addStretch()
        row.addWidget(self._close)
        self.column.addLayout(row)
        self._relabel()

    def retranslate(self) -> None:
        """Say everything in the language of now."""

    def _relabel(self) -> None:
        self._close.setText(QCoreApplication.translate("ScaledDialog", "Close"))
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._relabel()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.setMinimumSize(self.minimumSizeHint().boundedTo(self.size()))


def scrolling(content: QWidget, parent: QWidget) -> QScrollArea:
    """Put a tall widget into a frameless area that scrolls up and down only."""
    area = QScrollArea(parent)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it takes the focus
    area.setVerticalScrollBar(QuietScrollBar(area))
    area.setWidget(content)
    return area
