"""The keys as the windows see them."""

from PySide6.QtCore import QObject, Signal, Slot

from massage_trainer.domain.keys import Action, KeyMap, Refusal
from massage_trainer.domain.ports import KeyStore


class KeysViewModel(QObject):
    """Holds the key of every action and saves every change at once.

    Signals:
        changed: other keys hold from now on; read ``map``.
    """

    changed = Signal()

    def __init__(self, store: KeyStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.map = store.load()

    def add(self, action: Action, key: str) -> Refusal | None:
        """One more key for an action, unless it is refused."""
        return self._take(self.map.with_key(action, key))

    def remove(self, action: Action, key: str) -> Refusal | None:
        """One key less for an action, unless it is refused."""
        return self._take(self.map.without_key(action, key))

    @Slot()
    def reset(self) -> None:
        """Every key as it was at first."""
        self._take(KeyMap())

    def _take(self, result: KeyMap | Refusal) -> Refusal | None:
        if isinstance(result, Refusal):
            return result
        if result != self.map:
            self.map = result
            self._store.save(result)
            self.changed.emit()
        return None
