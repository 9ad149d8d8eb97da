"""A timer that tells once that some time is over."""

from PySide6.QtCore import QObject, QTimer, Signal


class OneShot(QObject):
    """Waits once; starting it again begins anew.

    Signals:
        elapsed: the time is over.
    """

    elapsed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.elapsed)

    @property
    def is_running(self) -> bool:
        return self._timer.isActive()

    def start(self, milliseconds: int) -> None:
        self._timer.start(milliseconds)

    def stop(self) -> None:
        self._timer.stop()
