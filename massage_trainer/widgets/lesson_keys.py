"""Keys that work from any focus of the window, on whichever page is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from massage_trainer.domain.keys import DIGITS, Action

if TYPE_CHECKING:
    from massage_trainer.viewmodels.hands_free import HandsFreeViewModel
    from massage_trainer.viewmodels.keys import KeysViewModel

Slots = Mapping[Action, Callable[[], object]]


class PageKeys(QObject):
    """The shortcuts of one page, made anew whenever other keys are chosen.

    A shortcut comes before the widget that has the focus, unless that one asks for the key itself:
    a text field for letters, a picture with points for the arrows.
    """

    def __init__(
        self, page: QWidget, keys: KeysViewModel, hands: HandsFreeViewModel, slots: Slots
    ) -> None:
        super().__init__(page)
        self._page = page
        self._keys = keys
        self._hands = hands
        self._slots = {
            Action.FORWARD: hands.press,
            Action.BACK: hands.back,
            Action.HUSH: hands.hush,
            Action.HURTS: hands.stop_it_hurts,
            **slots,
        }
        self._shortcuts: list[QShortcut] = []
        self._window: QWidget | None = None
        keys.changed.connect(self._bind)
        page.installEventFilter(self)
        self._bind()

    def add(self, slots: Slots) -> None:
        """Let more actions be done by key; what is named again is replaced."""
        self._slots |= slots
        self._bind()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A key comes up wherever the focus is; what no widget wants arrives at the page."""
        match event.type():
            case QEvent.Type.KeyRelease if isinstance(event, QKeyEvent):
                if not event.isAutoRepeat() and self._is_one_key(event):
                    self._hands.release()
            case QEvent.Type.WindowDeactivate:
                self._hands.let_go()
            case QEvent.Type.Show if watched is self._page:
                self._watch_window()
        return False

    def _is_one_key(self, event: QKeyEvent) -> bool:
        """Any other key may come up while the one key is down, and a modifier before it."""
        name = QKeySequence(event.key()).toString(QKeySequence.SequenceFormat.PortableText)
        return any(
            name == (key.rpartition("+")[2] or "+") for key in self._keys.map.keys(Action.FORWARD)
        )

    def _watch_window(self) -> None:
        """The focus may be outside of the page: on the banner above it."""
        window = self._page.window()
        if window is not self._page and window is not self._window:
            self._window = window
            window.installEventFilter(self)

    @Slot()
    def _bind(self) -> None:
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._shortcuts = [
            self._shortcut(key, slot)
            for action, slot in self._slots.items()
            for key in self._keys.map.keys(action)
        ]
        for digit in DIGITS:
            self._shortcuts.append(
                self._shortcut(digit, partial(self._hands.type_digit, int(digit)))
            )

    def _shortcut(self, key: str, slot: Callable[[], object]) -> QShortcut:
        shortcut = QShortcut(QKeySequence(key), self._page)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.setAutoRepeat(False)  # a key held down is one press
        shortcut.activated.connect(slot)
        return shortcut
