"""The sheets of the class page."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from massage_trainer.widgets.theme import Scale

if TYPE_CHECKING:
    from massage_trainer.widgets.classroom.class_keys import ClassKeys


class Sheet(Enum):
    """What an instructor does with a class, in the order in which it is offered."""

    LESSON = "lesson"
    QUIZ = "quiz"
    EXAM = "exam"
    ROSTER = "roster"
    PAPER = "paper"


class ClassSheet(QWidget):
    """What every sheet of the class promises: it scales, it speaks both languages.

    Signals:
        left: back to what is offered.
    """

    left = Signal()

    keys: ClassKeys | None = None  # of a sheet that has some of its own

    def arrive(self) -> None:
        """The sheet is shown, for the first time or again."""

    def leave(self) -> None:
        """Another sheet or page is shown; what runs is kept or ended."""

    def obey(self, event: QKeyEvent) -> bool:
        """Do what a key does that was pressed in the class's window; False if it does nothing."""
        return self.keys is not None and self.keys.obey(event)

    def set_scale(self, scale: Scale) -> None:
        """Follow the size of the window."""

    def retranslate(self) -> None:
        """Say everything in the language of now."""

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
