"""Keys in words, and the portable name of a pressed key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

if TYPE_CHECKING:
    from massage_trainer.domain.keys import Action, KeyMap

_SIGNS: Final = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "PgDown": "Page Down"}
_WITH: Final = ("Ctrl+", "Shift+", "Alt+")
_MODIFIER_KEYS: Final = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
        Qt.Key.Key_unknown,
    }
)


def key_words(key: str) -> str:
    """A key as it is written on a keyboard."""
    for modifier in _WITH:
        if key.startswith(modifier) and key != modifier:
            return f"{modifier}{key_words(key.removeprefix(modifier))}"
    match key:
        case "PgUp":
            return "Page Up"
        case "Space":
            return QCoreApplication.translate("Keys", "Space bar")
        case ".":
            return QCoreApplication.translate("Keys", ". (full stop)")
        case ",":
            return QCoreApplication.translate("Keys", ", (comma)")
        case _:
            return _SIGNS.get(key, key)


def keys_words(keys: KeyMap, action: Action) -> str:
    """The keys of an action, one after the other."""
    return ", ".join(key_words(key) for key in keys.keys(action))


def with_keys(words: str, keys: KeyMap, action: Action) -> str:
    """A hint with its keys behind it."""
    named = keys_words(keys, action)
    return f"{words} ({named})" if named else words


def key_of(event: QKeyEvent) -> str:
    """The portable name of a pressed key; empty for a modifier alone."""
    if event.key() in _MODIFIER_KEYS:
        return ""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    name = QKeySequence(event.key()).toString(QKeySequence.SequenceFormat.PortableText)
    if len(name) == 1 and not name.isalnum():  # Shift is part of how "?" and "+" are typed
        modifiers &= ~Qt.KeyboardModifier.ShiftModifier
    combined = QKeySequence(event.key() | modifiers.value)
    return combined.toString(QKeySequence.SequenceFormat.PortableText)
