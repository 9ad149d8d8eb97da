"""Ctrl-C and SIGTERM end the program as its own Quit would."""

import os
import signal
import sys
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, Slot


class EndSignals(QObject):
    """Wakes Qt when the system asks the program to end.

    Python runs its handlers only between its own instructions, and inside ``exec()`` there are
    none: the signal writes a byte into a pipe, and Qt watches the other end.
    """

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._app = app
        read_end, write_end, self._close_ends = _wake_up_ends()
        self._before_fd = signal.set_wakeup_fd(write_end, warn_on_full_buffer=False)
        self._before = {
            number: signal.signal(number, self._received)
            for number in (signal.SIGINT, signal.SIGTERM)
        }
        self._watch = QSocketNotifier(read_end, QSocketNotifier.Type.Read, self)
        self._watch.activated.connect(self._end)

    def close(self) -> None:
        """Give the signals back."""
        self._watch.setEnabled(False)
        signal.set_wakeup_fd(self._before_fd)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._close_ends()

    def _received(self, number: int, frame: FrameType | None) -> None:
        """Python insists on a handler; the byte in the pipe does the work."""

    @Slot()
    def _end(self) -> None:
        self._watch.setEnabled(False)  # one byte is enough: it is never read
        self._app.quit()


def _wake_up_ends() -> tuple[int, int, Callable[[], None]]:
    """Where to read, where to write, and how to close both.

    Windows wakes up through sockets alone; elsewhere a pipe does, and spares a start 5 ms.
    """
    if sys.platform == "win32":
        import socket

        ours, theirs = socket.socketpair()
        theirs.settimeout(0)

        def close_sockets() -> None:
            ours.close()
            theirs.close()

        return ours.fileno(), theirs.fileno(), close_sockets
    read_end, write_end = os.pipe()
    os.set_blocking(write_end, False)

    def close_pipe() -> None:
        os.close(read_end)
        os.close(write_end)

    return read_end, write_end, close_pipe
