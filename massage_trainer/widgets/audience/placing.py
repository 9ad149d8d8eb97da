"""Windows on the screens where they belong: the screen first, then its size and state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QScreen
    from PySide6.QtWidgets import QWidget

_FULL = Qt.WindowState.WindowFullScreen
_LARGE = _FULL | Qt.WindowState.WindowMaximized


def fill_screen(window: QWidget, screen: QScreen) -> None:
    """Take the whole of a screen.

    A window that is full already stays on its old screen, so it is made a plain one between.
    """
    if window.isVisible() and window.screen() is not screen and window.windowState() & _LARGE:
        window.setWindowState(window.windowState() & ~_LARGE)
    window.setScreen(screen)
    window.setGeometry(screen.geometry())
    window.showFullScreen()


def bring_to(window: QWidget, screen: QScreen) -> None:
    """Stand on another screen as on the one before: as large as fits, full if it was."""
    if window.screen() is screen:
        return
    state = window.windowState()
    if state & _LARGE:
        window.setWindowState(state & ~_LARGE)
    room = screen.availableGeometry()
    place = QRect(room.topLeft(), window.size().boundedTo(room.size()))
    place.moveCenter(room.center())
    window.setScreen(screen)
    window.setGeometry(place)
    if state & _LARGE:
        window.setWindowState(state)
