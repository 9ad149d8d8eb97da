"""The button that tells how much time there is for a lesson."""

from __future__ import annotations

from typing import TYPE_CHECKING

from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.quantities import length_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

MINUTE_MS = 60_000


class BudgetButton(Button):
    """A clock; beside it the minutes, where there are not enough for the whole lesson."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(ButtonKind.QUIET, Icon.CLOCK, parent)
        self.setObjectName("budget")
        self._minutes = 0
        self.retranslate()

    def show_minutes(self, minutes: int) -> None:
        """Show the time there is; 0 for the whole lesson."""
        self._minutes = minutes
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language of now."""
        words = length_text(self._minutes * MINUTE_MS) if self._minutes else ""
        self.setText(words)
        tip = self.tr("How much time is there? Shorten the lesson to it.")
        self.setToolTip(tip)
        self.setAccessibleName(f"{tip} {words}".strip())
        self.updateGeometry()
