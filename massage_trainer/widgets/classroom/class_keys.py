"""The keys of a class on one sheet, from whatever window they come."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from massage_trainer.domain.classroom.keys import CLASS_KEYS, ClassAction, action_of
from massage_trainer.widgets.key_names import key_of, key_words

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

ClassSlots = Mapping[ClassAction, Callable[[], object]]


class ClassKeys(QObject):
    """Shortcuts while a sheet is shown; fields for text keep their letters."""

    def __init__(self, sheet: QWidget, slots: ClassSlots) -> None:
        super().__init__(sheet)
        self._slots = dict(slots)
        for action, slot in self._slots.items():
            for key in CLASS_KEYS[action]:
                shortcut = QShortcut(QKeySequence(key), sheet)
                shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
                shortcut.setAutoRepeat(False)  # a key held down is one press
                shortcut.activated.connect(slot)

    def obey(self, event: QKeyEvent) -> bool:
        """Do what a key does that was pressed in the class's window; False if it does nothing."""
        action = action_of(key_of(event))
        if action is None or action not in self._slots:
            return False
        if not event.isAutoRepeat():
            self._slots[action]()
        return True


def with_class_keys(words: str, action: ClassAction) -> str:
    """A hint with its keys behind it."""
    return f"{words} ({', '.join(key_words(key) for key in CLASS_KEYS[action])})"
