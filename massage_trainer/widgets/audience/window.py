"""The window on the projector: what the class sees, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent, QScreen

    from massage_trainer.widgets.audience.audience_view import AudienceView


class AudienceWindow(QWidget):
    """Holds an AudienceView; keys that are pressed while it has the focus go to the console.

    Signals:
        closed: by the system; the class sees nothing more.
        key_pressed: QKeyEvent; for the console, which has all keys.
    """

    closed = Signal()
    key_pressed = Signal(object)

    def __init__(self, view: AudienceView) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("audience-window")
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.view = view
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(view)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.setWindowTitle(self.tr("What the class sees"))

    def fill(self, screen: QScreen) -> None:
        """Take the whole of a screen: the screen first, then full screen.

        A window that is full already stays on its old screen, so it is made a plain one between.
        """
        if self.isFullScreen() and self.screen() is not screen:
            self.setWindowState(Qt.WindowState.WindowNoState)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    def stand_on(self, screen: QScreen, share: float = 0.6) -> None:
        """A plain window that can be drawn to another screen, where a program may not do that."""
        room = screen.availableGeometry()
        size = room.size() * share
        self.setScreen(screen)
        self.setGeometry(QRect(room.topLeft() + (room.center() - room.topLeft()) / 2, size))
        self.showNormal()

    def toggle_full_screen(self) -> None:
        """The whole of the screen that it stands on, or a plain window."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F11:
            self.toggle_full_screen()
        else:
            self.key_pressed.emit(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()
