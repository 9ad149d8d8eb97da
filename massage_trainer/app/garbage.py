"""Collects garbage in the thread of the windows alone."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

_EVERY_MS: Final = 1_000


class Garbage(QObject):
    """Python collects in whichever thread happens to make the next object.

    A window in a cycle of references would be destroyed there, and Qt does not survive that: the
    threads that decode and draw make objects all the time. So nothing is collected by itself,
    and this one looks every second whether there is something to do.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    @Slot()
    def collect(self) -> None:
        """As much as Python itself would."""
        collect_due()


def collect_due(collect: Callable[[int], int] = gc.collect) -> None:
    """The oldest generation that has grown beyond its threshold, with all younger ones."""
    for generation in (2, 1, 0):
        if gc.get_count()[generation] > gc.get_threshold()[generation] > 0:
            collect(generation)
            return
