"""Puts what the class sees on a screen of its own."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent

from massage_trainer.widgets.audience.window import AudienceWindow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from massage_trainer.app.class_faces import ClassFaces
    from massage_trainer.app.composition import Program


class ClassScreens(QObject):
    """Opens, moves and closes the window of the class."""

    def __init__(self, program: Program, faces: ClassFaces) -> None:
        super().__init__(program)
        self._program = program
        self._faces = faces
        program.window.closing.connect(self.close)

    @cached_property
    def window(self) -> AudienceWindow:
        """The window of the class, made when it is first opened."""
        window = AudienceWindow(self._faces.make_view())
        window.key_pressed.connect(self._hand_over)
        return window

    @Slot()
    def open(self) -> None:
        """Show the class what there is."""
        screens, own = QGuiApplication.screens(), self._program.window.screen()
        other = next((screen for screen in screens if screen is not own), own)
        self.window.fill(other)

    @Slot()
    def close(self) -> None:
        """Show the class nothing more."""
        if "window" in vars(self):
            self.window.hide()

    @Slot(object)
    def _hand_over(self, event: QKeyEvent) -> None:
        """The console has all keys, also those pressed in the window of the class."""
        console = self._program.window
        copy = QKeyEvent(
            event.type(), event.key(), event.modifiers(), event.text(), event.isAutoRepeat()
        )
        focused: QWidget | None = console.focusWidget()
        QCoreApplication.sendEvent(console if focused is None else focused, copy)
