"""Ctrl-C and SIGTERM end the program as its own Quit would."""

import signal
import socket
from types import FrameType

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, Slot


class EndSignals(QObject):
    """Wakes Qt when the system asks the program to end.

    Python runs its handlers only between its own instructions, and inside ``exec()`` there are
    none: the signal writes a byte into a socket, and Qt watches the other end.
    """

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._app = app
        self._ours, self._theirs = socket.socketpair()
        for end in (self._ours, self._theirs):
            end.settimeout(0)
        self._before_fd = signal.set_wakeup_fd(self._theirs.fileno(), warn_on_full_buffer=False)
        self._before = {
            number: signal.signal(number, self._received)
            for number in (signal.SIGINT, signal.SIGTERM)
        }
        self._watch = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read, self)
        self._watch.activated.connect(self._end)

    def close(self) -> None:
        """Give the signals back."""
        self._watch.setEnabled(False)
        signal.set_wakeup_fd(self._before_fd)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._ours.close()
        self._theirs.close()

    def _received(self, number: int, frame: FrameType | None) -> None:
        """Python insists on a handler; the byte in the socket does the work."""

    @Slot()
    def _end(self) -> None:
        self._ours.recv(64)
        self._app.quit()
