"""A line that tells how something went."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from massage_trainer.widgets.panel import Panel, PanelKind
from massage_trainer.widgets.theme import Scale


class Message(Panel):
    """Hidden until there is something to tell."""

    def __init__(self, scale: Scale, parent: QWidget | None = None) -> None:
        super().__init__(PanelKind.SOFT, parent)
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * scale.unit, scale.unit, 2 * scale.unit, scale.unit)
        column.addWidget(self._words)
        self.set_radius(scale.radius)
        self.hide()

    @property
    def text(self) -> str:
        return self._words.text()

    @Slot(str)
    def tell(self, words: str) -> None:
        """It went well."""
        self._show(PanelKind.SOFT, QPalette.ColorRole.WindowText, words)

    @Slot(str)
    def warn(self, words: str) -> None:
        """It did not."""
        self._show(PanelKind.DANGER, QPalette.ColorRole.BrightText, words)

    def _show(self, kind: PanelKind, ink: QPalette.ColorRole, words: str) -> None:
        self.set_kind(kind)
        self._words.setForegroundRole(ink)
        self._words.setText(words)
        self.setVisible(True)
