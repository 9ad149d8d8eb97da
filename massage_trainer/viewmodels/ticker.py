"""What makes the view-models look at the clock."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal

REFRESH_MS = 50


class Ticker(QObject):
    """Asks "what time is it?" about twenty times a second while running.

    Signals:
        ticked: nothing; the receiver reads its clock, it must not count these.
    """

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(REFRESH_MS)
        self._timer.timeout.connect(self.ticked)

    def start(self) -> None:
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()
