"""The window on the projector: what the class sees, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.theme import Scale

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QCloseEvent,
        QHideEvent,
        QKeyEvent,
        QMouseEvent,
        QResizeEvent,
        QScreen,
    )

    from massage_trainer.viewmodels.one_shot import OneShot
    from massage_trainer.widgets.audience.audience_view import AudienceView

WAY_OUT_MS: Final = 4_000
_HURRY: Final = QEvent.Type(QEvent.registerEventType())
_PLAIN_SHARE: Final = 0.6  # of a screen, for a window that is drawn elsewhere by hand


class AudienceWindow(QWidget):
    """Holds an AudienceView; keys that are pressed while it has the focus go to the console.

    Where it covers the only screen, Escape leads out, and so does a button that appears for a
    moment when the mouse moves or a finger taps.

    Signals:
        left: the console is wanted.
        closed: by the system; the class sees nothing more.
        key_changed: QKeyEvent; a key went down or up, for the console, which has all keys.
    """

    left = Signal()
    closed = Signal()
    key_changed = Signal(object)

    def __init__(self, view: AudienceView, way_out_timer: OneShot) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("audience-window")
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.view = view
        view.setParent(self)
        view.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        view.changed.connect(self._go_first)
        self._covers_console = False
        self._hurries = False
        self._timer = way_out_timer
        self._timer.elapsed.connect(self._hide_way_out)
        self.way_out = Button(ButtonKind.PLAIN, Icon.BACK, self)
        self.way_out.setObjectName("way-out")
        self.way_out.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.way_out.setCursor(Qt.CursorShape.ArrowCursor)
        self.way_out.clicked.connect(self.left)
        self.way_out.hide()
        self.retranslate()

    def set_covers_console(self, *, covers: bool) -> None:
        """Whether the console lies behind, so that there must be a way to it."""
        self._covers_console = covers
        self._hide_way_out()

    def stand_beside(self, screen: QScreen) -> None:
        """A plain window that can be drawn to another screen, where a program may not do that."""
        room = screen.availableGeometry()
        place = QRect(room.topLeft(), room.size() * _PLAIN_SHARE)
        place.moveCenter(room.center())
        self.setGeometry(place)
        self.unsetCursor()
        self.showNormal()

    def toggle_full_screen(self) -> None:
        """The whole of the screen that it stands on, or a plain window."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.setWindowTitle(self.tr("What the class sees"))
        self.way_out.setText(self.tr("Back to the console"))

    def event(self, event: QEvent) -> bool:
        if event.type() == _HURRY:
            self._hurries = False
            QCoreApplication.sendPostedEvents(self, QEvent.Type.UpdateRequest.value)
            return True
        if event.type() == QEvent.Type.WindowBlocked and self._covers_console:
            self.left.emit()  # a dialog waits behind it, and nothing here could be pressed
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F11:
            self.toggle_full_screen()
        elif event.key() == Qt.Key.Key_Escape and self._covers_console:
            self.left.emit()
        else:
            self.key_changed.emit(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self.key_changed.emit(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._show_way_out()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._show_way_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.view.setGeometry(self.rect())
        self._place_way_out()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._place_way_out()
        elif event.type() == QEvent.Type.WindowStateChange and self.isFullScreen():
            self.setCursor(Qt.CursorShape.BlankCursor)
        super().changeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._hide_way_out()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    @Slot()
    def _go_first(self) -> None:
        """The class waits for its picture: it is painted before the console's copy of it."""
        if not self._hurries:
            self._hurries = True
            hurry, high = QEvent(_HURRY), Qt.EventPriority.HighEventPriority
            QCoreApplication.postEvent(self, hurry, high.value)

    def _show_way_out(self) -> None:
        if self._covers_console:
            self._place_way_out()
            self.way_out.show()
            self.way_out.raise_()
            self.setCursor(Qt.CursorShape.ArrowCursor)
            self._timer.start(WAY_OUT_MS)

    @Slot()
    def _hide_way_out(self) -> None:
        self._timer.stop()
        self.way_out.hide()
        if self.isFullScreen():
            self.setCursor(Qt.CursorShape.BlankCursor)

    def _place_way_out(self) -> None:
        """Large enough for a finger, in the corner where the time does not stand."""
        scale = Scale.of(self)
        self.way_out.set_text_px(scale.text(3.0))
        size = self.way_out.sizeHint().expandedTo(self.way_out.minimumSizeHint())
        margin = scale.px(2)
        self.way_out.setGeometry(
            margin, self.height() - size.height() - margin, size.width(), size.height()
        )
