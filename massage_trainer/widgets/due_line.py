"""How many questions are due today, and the way to them."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.icons import Icon


class DueLine(Button):
    """A quiet line, hidden where nothing is due."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(ButtonKind.QUIET, Icon.REPEAT, parent)
        self.setObjectName("due")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._count = 0

    def show_count(self, count: int) -> None:
        self._count = count
        self.retranslate()
        self.setVisible(count > 0)

    def retranslate(self) -> None:
        """Say it in the language of now."""
        self.setText(self.tr("%n question(s) due today", None, self._count))
        self.setToolTip(self.tr("Ask them now, in the quiz"))
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
