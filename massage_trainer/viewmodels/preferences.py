"""The preferences as the windows see them."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from massage_trainer.domain.settings import Settings

if TYPE_CHECKING:  # the start of the program must not pay for all ports
    from massage_trainer.domain.ports import SettingsStore


class PreferencesViewModel(QObject):
    """Holds the preferences and saves every change at once.

    Signals:
        changed: Settings; the complete new value.
    """

    changed = Signal(Settings)

    def __init__(self, store: SettingsStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.value = store.load()

    def update(self, **changes: Any) -> None:
        """Change some preferences. Unknown names and wrong types are programming errors."""
        known = {field.name for field in fields(Settings)}
        for name, value in changes.items():
            if name not in known or type(value) is not type(getattr(self.value, name)):
                raise TypeError(f"preference {name} cannot be {value!r}")
        new = replace(self.value, **changes)
        if new != self.value:
            self.value = new
            self._store.save(new)
            self.changed.emit(new)
